package dict

import (
	"fmt"
	"io"
	"strings"
)

// Node is one category of the platform's tree.
type Node struct {
	ID     int
	Name   string // 剃/脱毛器
	Parent int    // 0 for a top category
	Leaf   bool
	Path   string // 个人护理>个护仪器>剃/脱毛器
}

// Top returns the name of the top category of n.
func (n *Node) Top() string {
	top, _, _ := strings.Cut(n.Path, ">")
	return top
}

// Tree is the platform's category tree.
type Tree struct {
	nodes  map[int]*Node
	byPath map[string]*Node
	byName map[string][]*Node
}

var treeColumns = []string{"id", "name", "parent", "leaf", "path"}

func readTree(r io.Reader, file string) (*Tree, error) {
	t := &Tree{nodes: map[int]*Node{}, byPath: map[string]*Node{}, byName: map[string][]*Node{}}
	err := ReadTable(r, file, treeColumns, func(_ int, c []string) error {
		n := &Node{Name: c[1], Leaf: c[3] == "1", Path: c[4]}
		if _, err := fmt.Sscan(c[0], &n.ID); err != nil {
			return fmt.Errorf("category id %q: %w", c[0], err)
		}
		if _, err := fmt.Sscan(c[2], &n.Parent); err != nil {
			return fmt.Errorf("parent id %q: %w", c[2], err)
		}
		if _, dup := t.nodes[n.ID]; dup {
			return fmt.Errorf("category id %d stands twice", n.ID)
		}
		t.nodes[n.ID] = n
		t.byPath[n.Path] = n
		t.byName[n.Name] = append(t.byName[n.Name], n)
		return nil
	})
	return t, err
}

// Node returns the category with that id, or nil.
func (t *Tree) Node(id int) *Node { return t.nodes[id] }

// Len returns the number of categories.
func (t *Tree) Len() int { return len(t.nodes) }

// Find returns the category that the text of a category column names: an id, a
// path with > or / or a space around it, or the name of a leaf that is the
// only one of that name. It returns nil where none or several fit.
func (t *Tree) Find(column string) *Node {
	column = strings.TrimSpace(column)
	if column == "" {
		return nil
	}
	var id int
	if _, err := fmt.Sscanf(column, "%d", &id); err == nil && t.nodes[id] != nil {
		return t.nodes[id]
	}
	steps := strings.FieldsFunc(column, func(r rune) bool { return r == '>' || r == '＞' || r == '》' || r == '→' })
	for i := range steps {
		steps[i] = strings.TrimSpace(steps[i])
	}
	if n := t.byPath[strings.Join(steps, ">")]; n != nil {
		return n
	}
	if len(steps) == 0 {
		return nil
	}
	// A path of another depth or spelling: the last step decides, where only
	// one category of that name lies below the first.
	var found *Node
	for _, n := range t.byName[steps[len(steps)-1]] {
		if len(steps) > 1 && n.Top() != steps[0] {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
}

// Common returns the number of steps that the paths of a and b share from the
// top.
func (t *Tree) Common(a, b *Node) int {
	x, y := strings.Split(a.Path, ">"), strings.Split(b.Path, ">")
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// Within reports whether n is node or lies below it.
func (t *Tree) Within(n, node *Node) bool {
	return n == node || strings.HasPrefix(n.Path, node.Path+">")
}
