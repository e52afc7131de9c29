package dict

import (
	"cmp"
	"fmt"
	"slices"
)

// branch is a node of the trie while it is built.
type branch struct {
	code     uint32
	value    uint32
	base     uint32
	residues uint32 // which codes its children have, modulo 8
	children []*branch
}

// trieBuilder gathers words and lays them out as a double array.
type trieBuilder struct {
	codes *charTableBuilder
	root  branch
}

// newTrieBuilder gives a code to each rune of the words: the more words a rune
// stands in, the smaller, which keeps families close.
func newTrieBuilder(words []countedWord) (*trieBuilder, error) {
	in := map[rune]int{}
	for _, w := range words {
		for _, r := range w.word {
			in[r]++
		}
	}
	runes := make([]rune, 0, len(in))
	for r := range in {
		runes = append(runes, r)
	}
	slices.SortFunc(runes, func(a, b rune) int { return cmp.Or(in[b]-in[a], int(a-b)) })
	if len(runes) >= noCode {
		return nil, fmt.Errorf("the words are written in %d characters, the image has room for %d", len(runes), noCode-1)
	}
	b := &trieBuilder{codes: newCharTableBuilder()}
	for i, r := range runes {
		b.codes.set(r, uint32(i+1))
	}
	return b, nil
}

// add adds a word with its value, as in a node. Words must come in sorted
// order.
func (b *trieBuilder) add(word string, value uint32) {
	at := &b.root
	for _, r := range word {
		code := b.codes.at(r)
		if n := len(at.children); n > 0 && at.children[n-1].code == code {
			at = at.children[n-1]
			continue
		}
		child := &branch{code: code}
		at.children = append(at.children, child)
		at = child
	}
	at.value = value
}

// layOut places the families, the largest first, each where all its members
// find a free slot.
func (b *trieBuilder) layOut() ([]node, error) {
	families := []*branch{}
	var gather func(*branch)
	gather = func(n *branch) {
		if len(n.children) > 0 {
			families = append(families, n)
			slices.SortFunc(n.children, func(a, b *branch) int { return cmp.Compare(a.code, b.code) })
		}
		for _, c := range n.children {
			gather(c)
		}
	}
	gather(&b.root)
	slices.SortStableFunc(families, func(a, b *branch) int { return len(b.children) - len(a.children) })
	slots := newSlots()
	var codes []uint32
	for _, f := range families {
		codes = codes[:0]
		for _, c := range f.children {
			codes = append(codes, c.code)
			f.residues |= 1 << (c.code % 8)
		}
		f.base = slots.place(codes)
	}
	if slots.end() > nodeLimit {
		return nil, fmt.Errorf("the trie has %d nodes, the image has room for %d", slots.end(), nodeLimit)
	}
	nodes := make([]node, slots.end())
	for i := range nodes {
		nodes[i] = newNode(noCode, 0, 0, 0)
	}
	nodes[0] = newNode(noCode, 0, b.root.residues, b.root.base)
	for _, f := range families {
		for _, c := range f.children {
			nodes[f.base+c.code] = newNode(c.code, c.value, c.residues, c.base)
		}
	}
	return nodes, nil
}

// slots are the places of a double array. The free ones are a list in rising
// order that ends at slot 0, where the root lies; none becomes free again.
type slots struct {
	next, prev []uint32
	free       []bool
	bases      []bool   // which bases are in use
	tried      []uint32 // by code: where the search for a lone child ended last
	last       int      // the last slot that is not free
}

func newSlots() *slots {
	return &slots{next: []uint32{0}, prev: []uint32{0}, free: []bool{false}, bases: []bool{true}, tried: make([]uint32, noCode)}
}

func (s *slots) end() int { return s.last + 1 }

// grow makes slot i exist.
func (s *slots) grow(i uint32) {
	for n := uint32(len(s.next)); n <= i; n++ {
		s.next, s.prev = append(s.next, 0), append(s.prev, s.prev[0])
		s.next[s.prev[0]], s.prev[0] = n, n
		s.free, s.bases = append(s.free, true), append(s.bases, false)
	}
}

// place takes slots for children with these codes, which are sorted, and
// returns their base. It is the first that fits.
func (s *slots) place(codes []uint32) uint32 {
	low, high := codes[0], codes[len(codes)-1]
	at := uint32(0)
	if low == high {
		at = s.tried[low] // what did not fit before fits no better now; a slot that was taken since still leads on
	}
	for {
		if at = s.next[at]; at == 0 {
			at = uint32(len(s.next))
			s.grow(at)
		}
		if at <= low {
			continue
		}
		base := at - low
		s.grow(base + high)
		if s.bases[base] || !s.allFree(base, codes) {
			continue
		}
		s.bases[base] = true
		for _, c := range codes {
			s.take(base + c)
		}
		if low == high {
			s.tried[low] = at
		}
		return base
	}
}

func (s *slots) allFree(base uint32, codes []uint32) bool {
	for _, c := range codes {
		if !s.free[base+c] {
			return false
		}
	}
	return true
}

// take leaves the links of i as they are: they lead on to the free slots. The
// last slot is never taken, so that they do.
func (s *slots) take(i uint32) {
	s.grow(i + 1)
	s.next[s.prev[i]], s.prev[s.next[i]] = s.next[i], s.prev[i]
	s.free[i] = false
	s.last = max(s.last, int(i))
}
