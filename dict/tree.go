package dict

import (
	"sort"
	"strconv"
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

// Tree is the platform's category tree. A category has one Node, however often
// it is asked for.
type Tree struct {
	image *image
}

// Node returns the category with that id, or nil.
func (t *Tree) Node(id int) *Node {
	all := t.image.categories
	i := sort.Search(len(all), func(i int) bool { return int(all[i].id) >= id })
	if i == len(all) || int(all[i].id) != id {
		return nil
	}
	return t.image.category(uint32(i))
}

// Len returns the number of categories.
func (t *Tree) Len() int { return len(t.image.categories) }

// Find returns the category that the text of a category column names: an id, a
// path with > or / or a space around it, or the name of a leaf that is the
// only one of that name. It returns nil where none or several fit.
func (t *Tree) Find(column string) *Node {
	column = strings.TrimSpace(column)
	if column == "" {
		return nil
	}
	if n := t.Node(leadingNumber(column)); n != nil {
		return n
	}
	steps := strings.FieldsFunc(column, func(r rune) bool { return r == '>' || r == '＞' || r == '》' || r == '→' })
	for i := range steps {
		steps[i] = strings.TrimSpace(steps[i])
	}
	if n := t.byPath(strings.Join(steps, ">")); n != nil {
		return n
	}
	if len(steps) == 0 {
		return nil
	}
	// A path of another depth or spelling: the last step decides, where only
	// one category of that name lies below the first.
	var found *Node
	for _, n := range t.byName(steps[len(steps)-1]) {
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

// leadingNumber returns the number that s begins with, 0 where it begins with
// none.
func leadingNumber(s string) int {
	end := 0
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		end++
	}
	n, _ := strconv.Atoi(s[:end])
	return n
}

func (t *Tree) byPath(path string) *Node {
	im := t.image
	i, found := sort.Find(len(im.byPath), func(i int) int { return strings.Compare(path, im.text(im.categories[im.byPath[i]].path)) })
	if !found {
		return nil
	}
	return im.category(im.byPath[i])
}

func (t *Tree) byName(name string) []*Node {
	im := t.image
	i, _ := sort.Find(len(im.byName), func(i int) int { return strings.Compare(name, im.text(im.categories[im.byName[i]].name)) })
	var nodes []*Node
	for ; i < len(im.byName); i++ {
		n := im.category(im.byName[i])
		if n.Name != name {
			break
		}
		nodes = append(nodes, n)
	}
	return nodes
}

// named returns the categories of a list of ids, without those that the tree
// does not know.
func (t *Tree) named(ids string) []*Node {
	var nodes []*Node
	for _, id := range Values(ids) {
		if n, err := strconv.Atoi(id); err == nil && t.Node(n) != nil {
			nodes = append(nodes, t.Node(n))
		}
	}
	return nodes
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
	return n == node || len(n.Path) > len(node.Path) && n.Path[len(node.Path)] == '>' && strings.HasPrefix(n.Path, node.Path)
}
