package dict

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Stated tells which attributes the titles of a category usually state, by the
// path of an inner category.
type Stated map[string]Attributes

// Attributes are names of attributes, in both languages and in one order.
type Attributes struct {
	Chinese []string // 材质
	English []string // material
}

// BuiltinStated loads the table that is built into the program.
func BuiltinStated() (Stated, error) {
	f, err := data.Open("data/stated.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readStated(f)
}

func readStated(r io.Reader) (Stated, error) {
	s := Stated{}
	err := ReadTable(r, "stated.tsv", []string{"category", "states", "english", "source"}, func(_ int, c []string) error {
		a := Attributes{Values(c[1]), Values(c[2])}
		switch {
		case len(a.Chinese) == 0 || len(a.Chinese) != len(a.English):
			return fmt.Errorf("%q has %d attributes in Chinese and %d in English", c[0], len(a.Chinese), len(a.English))
		case len(s[c[0]].Chinese) > 0:
			return fmt.Errorf("%q stands twice", c[0])
		case c[3] == "":
			return fmt.Errorf("%q has no source", c[0])
		}
		s[c[0]] = a
		return nil
	})
	return s, err
}

// Verify returns the categories of s that the tree does not know.
func (s Stated) Verify(t *Tree) []error {
	var wrong []error
	for _, path := range slices.Sorted(maps.Keys(s)) {
		if t.Find(path) == nil {
			wrong = append(wrong, fmt.Errorf("stated.tsv: the tree does not know the category %q", path))
		}
	}
	return wrong
}

// Of returns what the titles of category n usually state: that of the deepest
// step of its path that is listed. n may be nil.
func (s Stated) Of(n *Node) Attributes {
	if n == nil {
		return Attributes{}
	}
	for path := n.Path; ; {
		if a, ok := s[path]; ok {
			return a
		}
		cut := strings.LastIndex(path, ">")
		if cut < 0 {
			return Attributes{}
		}
		path = path[:cut]
	}
}
