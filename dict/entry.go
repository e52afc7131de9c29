package dict

import "strings"

// Entry is one row of a table of words. A word that is of several kinds (苹果)
// has one entry for each.
type Entry struct {
	Term      string // as it stands in folded titles
	Kind      Kind   //
	Canonical string // the standard word for it; Term itself where the table leaves it empty
	Attrs     string // key=value or key, separated by semicolons
	Source    string // where the fact comes from
}

// Attr returns the value of the attribute key: "" where it is absent or a mere
// flag.
func (e *Entry) Attr(key string) string {
	v, _ := e.lookup(key)
	return v
}

// Has reports whether the entry has the attribute key, as a flag or with a value.
func (e *Entry) Has(key string) bool {
	_, ok := e.lookup(key)
	return ok
}

func (e *Entry) lookup(key string) (string, bool) {
	for rest := e.Attrs; rest != ""; {
		var one string
		one, rest, _ = strings.Cut(rest, ";")
		if k, v, _ := strings.Cut(one, "="); k == key {
			return v, true
		}
	}
	return "", false
}
