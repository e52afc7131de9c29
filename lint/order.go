package lint

// Order is the order of the pieces of a suggested title.
type Order string

// The orders that the platform publishes, and one of machines.
const (
	OrderFormula Order = "formula" // brand + core category with its modifiers + material/function + scene/audience
	OrderManual  Order = "manual"  // brand + name/category + key information + specification + sales words
	OrderStrict  Order = "strict"  // brand + the bare noun first, then everything else
)

// Orders returns all orders, the usual one first.
func Orders() []Order { return []Order{OrderFormula, OrderManual, OrderStrict} }
