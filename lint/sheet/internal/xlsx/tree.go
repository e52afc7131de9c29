package xlsx

import (
	"bytes"
	"slices"
	"strconv"
)

// node is an element taken apart one level deep. Its bytes, put together
// again, are those that it was read from, but for <a/>, which becomes <a></a>.
type node struct {
	before []byte // of a document: what stands in front of its root
	open   []byte // the start tag
	kids   []kid
	close  []byte
	after  []byte
}

// kid is a child element, or with no name what stands between two.
type kid struct {
	name string // without its prefix
	raw  []byte
}

// parseNode takes the first element in content apart.
func parseNode(content []byte) (*node, error) {
	n := &node{}
	s := newScanner(bytes.NewReader(content))
	at := 0 // of the token in content
	start := 0
	name := ""
	for s.next() {
		end := at + len(s.raw)
		switch {
		case n.open == nil && s.kind == tokStart:
			n.before, n.open = content[:at], content[at:end]
			start = end
			if s.empty {
				n.open = append(append([]byte{}, s.raw[:len(s.raw)-2]...), '>')
				n.close = append(append([]byte("</"), s.qname...), '>')
				n.after = content[end:]
				return n, nil
			}
		case n.open == nil:
		case s.kind == tokEnd && s.depth == 0:
			n.add("", content[start:at])
			n.close, n.after = content[at:end], content[end:]
			return n, nil
		case s.kind == tokStart && s.depth+btoi(s.empty) == 2:
			n.add("", content[start:at])
			if start, name = at, string(s.name); s.empty {
				n.add(name, content[start:end])
				start = end
			}
		case s.kind == tokEnd && s.depth == 1:
			n.add(name, content[start:end])
			start = end
		}
		at = end
	}
	if s.err == nil {
		s.broken("no element")
	}
	return nil, s.err
}

func (n *node) add(name string, raw []byte) {
	if name != "" || len(raw) > 0 {
		n.kids = append(n.kids, kid{name, raw})
	}
}

func (n *node) bytes() []byte {
	b := append(append([]byte{}, n.before...), n.open...)
	for _, k := range n.kids {
		b = append(b, k.raw...)
	}
	return append(append(b, n.close...), n.after...)
}

// count returns how many children have that name.
func (n *node) count(name string) (c int) {
	for _, k := range n.kids {
		if k.name == name {
			c++
		}
	}
	return c
}

// index returns the place of the first child with that name, or -1.
func (n *node) index(name string) int {
	return slices.IndexFunc(n.kids, func(k kid) bool { return k.name == name })
}

// insert puts a child at the place that order gives it: behind all that may
// stand before it.
func (n *node) insert(order []string, name string, raw []byte) {
	n.kids = insertKid(n.kids, order, name, raw)
}

func insertKid(kids []kid, order []string, name string, raw []byte) []kid {
	rank, at := slices.Index(order, name), 0
	for i, k := range kids {
		if r := slices.Index(order, k.name); r >= 0 && r <= rank {
			at = i + 1
		}
	}
	return slices.Insert(kids, at, kid{name, raw})
}

// edit changes the child of that name as a node of its own. Where there is
// none, an empty one is put at its place.
func (n *node) edit(order []string, name string, change func(*node)) error {
	i := n.index(name)
	if i < 0 {
		prefix := n.prefix()
		n.insert(order, name, []byte("<"+prefix+name+"></"+prefix+name+">"))
		i = n.index(name)
	}
	inner, err := parseNode(n.kids[i].raw)
	if err != nil {
		return err
	}
	change(inner)
	n.kids[i].raw = inner.bytes()
	return nil
}

// prefix returns the prefix of the element, with its colon.
func (n *node) prefix() string { return prefixOf(n.open) }

func prefixOf(tag []byte) string {
	end := 1
	for end < len(tag) && !isSpace(tag[end]) && tag[end] != '>' && tag[end] != '/' {
		end++
	}
	name := tag[1:end]
	return string(name[:bytes.IndexByte(name, ':')+1])
}

// tagAttrs returns the attributes of a start tag.
func tagAttrs(tag []byte) []byte {
	i := bytes.IndexAny(tag, " \t\r\n")
	if i < 0 {
		return nil
	}
	return bytes.TrimRight(tag[i:], "/>")
}

// setAttr returns the start tag with the attribute set to value, which needs
// no escaping.
func setAttr(tag []byte, name, value string) []byte {
	rest := tagAttrs(tag)
	for {
		got, old, next, ok := nextAttr(rest)
		if !ok {
			break
		}
		if string(got) == name {
			at := cap(tag) - cap(old) // both end with the same array
			return slices.Concat(tag[:at], []byte(value), tag[at+len(old):])
		}
		rest = next
	}
	end := len(tag) - 1
	if end > 0 && tag[end-1] == '/' {
		end--
	}
	return slices.Concat(tag[:end], []byte(" "+name+`="`+value+`"`), tag[end:])
}

// setCount writes the number of children of that name into the attribute count.
func (n *node) setCount(name string) {
	n.open = setAttr(n.open, "count", strconv.Itoa(n.count(name)))
}

// appendKid puts a child behind the others and returns its number among those
// of its name. One with the same bytes is taken instead.
func (n *node) appendKid(name string, raw []byte) int {
	i, at := 0, len(n.kids)
	for j, k := range n.kids {
		if k.name == name {
			if bytes.Equal(k.raw, raw) {
				return i
			}
			i, at = i+1, j+1
		}
	}
	n.kids = slices.Insert(n.kids, at, kid{name, raw})
	return i
}

// prefixed returns XML of ours with the prefix before the names of all elements
// that have none.
func prefixed(prefix string, fragment string) []byte {
	if prefix == "" {
		return []byte(fragment)
	}
	var out []byte
	s := newScanner(bytes.NewReader([]byte("<r>" + fragment + "</r>")))
	for s.next() {
		if (s.kind == tokStart || s.kind == tokEnd) && len(s.qname) == len(s.name) {
			i := bytes.Index(s.raw, s.name)
			out = slices.Concat(out, s.raw[:i], []byte(prefix), s.raw[i:])
		} else {
			out = append(out, s.raw...)
		}
	}
	return out[len("<r>")+len(prefix) : len(out)-len("</r>")-len(prefix)]
}
