package dict

import (
	"fmt"
	"io/fs"
)

// Misspelling is a wrong form of a product noun.
type Misspelling struct {
	Wrong []rune
	Right string
}

// Misspellings are wrong forms of product nouns by their first character. They
// are read-only once loaded.
type Misspellings map[rune][]Misspelling

// BuiltinMisspellings loads the table that is built into the program. A wrong
// form that stands twice or equals its right one is an error.
func BuiltinMisspellings() (Misspellings, error) {
	const file = "misspellings.tsv"
	m := Misspellings{}
	seen := map[string]bool{}
	err := open(data, "data/"+file, func(f fs.File) error {
		return ReadTable(f, file, []string{"wrong", "right", "source"}, func(_ int, c []string) error {
			wrong := []rune(c[0])
			if len(wrong) < 2 || c[1] == "" || c[2] == "" || c[0] == c[1] || seen[c[0]] {
				return fmt.Errorf("%q for %q: two different words and a source are wanted, each wrong one once", c[0], c[1])
			}
			seen[c[0]] = true
			m[wrong[0]] = append(m[wrong[0]], Misspelling{Wrong: wrong, Right: c[1]})
			return nil
		})
	})
	return m, err
}

// Longest returns the longest wrong form that begins at the start of the folded
// runes, and whether there is one.
func (m Misspellings) Longest(folded []rune) (best Misspelling, ok bool) {
	if len(folded) == 0 {
		return best, false
	}
	for _, x := range m[folded[0]] {
		if len(x.Wrong) > len(best.Wrong) && len(x.Wrong) <= len(folded) && string(folded[:len(x.Wrong)]) == string(x.Wrong) {
			best, ok = x, true
		}
	}
	return best, ok
}
