package dict

// LeftoverClass says what a suggestion does with a word that states nothing of
// the goods themselves.
type LeftoverClass string

// The classes of such words.
const (
	Empty   LeftoverClass = "empty"   // 详情: leads to no fact
	Variant LeftoverClass = "variant" // 标准版: a variant of the offer
	Address LeftoverClass = "address" // 推荐: speaks to those who stand before it
	Measure LeftoverClass = "measure" // 承重: says what the number behind it measures
	Part    LeftoverClass = "part"    // 配件: the noun before it is what the goods belong to
)

var leftoverClasses = []LeftoverClass{Empty, Variant, Address, Measure, Part}

// BuiltinLeftovers loads the words that are built into the program, by their
// folded form.
func BuiltinLeftovers() (map[string]LeftoverClass, error) {
	f, err := data.Open("data/leftovers.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readClasses(f, "leftovers.tsv", leftoverClasses)
}
