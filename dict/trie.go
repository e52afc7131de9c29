package dict

// The trie of the image is a double array over the codes of runes: the words
// of the lexicon and those of ordinary language in one. A node's children lie
// at its base plus their code. No two nodes share a base, so the code of the
// edge that leads to a node is enough to know whose child it is.

// node is one node of the trie. Node 0 is the root. From the lowest bit on it
// holds 16 bits of the code of the edge that leads here, 20 bits of the value,
// 8 bits of what codes its children have, modulo 8, and 20 bits of the base.
//
// The value says which word ends here: 0 none; below the number of counts, an
// ordinary word that counts so; else a word with entries, the first of which is
// the value less that number.
type node struct{ low, high uint32 }

const (
	noCode    = 1<<16 - 1 // the edge of a free slot
	nodeLimit = 1 << 20   // of values and bases
)

func newNode(code, value, children, base uint32) node {
	return node{code | value<<16, value>>16 | children<<4 | base<<12}
}

func (n node) code() uint32  { return n.low & noCode }
func (n node) value() uint32 { return n.low>>16 | n.high&0xf<<16 }
func (n node) base() uint32  { return n.high >> 12 }

// may reports whether n may have a child over the code. Most walks end at a
// child that is not there: this saves looking for it in memory far away.
func (n node) may(code uint32) bool { return n.high>>(4+code%8)&1 != 0 }

// child returns the child of n over the code of a rune, and its place: 0 where
// there is none.
func (im *image) child(n node, code uint32) (uint32, node) {
	if n.may(code) {
		if at := n.base() + code; at < uint32(len(im.nodes)) {
			if n := im.nodes[at]; n.code() == code {
				return at, n
			}
		}
	}
	return 0, node{}
}

// find returns the node of a word and its place, 0 where there is none. Not
// every node is the end of a word.
func (im *image) find(folded string) (at uint32, n node) {
	n = im.nodes[0]
	for _, r := range folded {
		if at, n = im.child(n, im.codes.at(r)); at == 0 {
			break
		}
	}
	return at, n
}

// word returns the word of a node's value, or nil where it has no entries.
func (im *image) word(value uint32) *word {
	if value < uint32(len(im.counts)) {
		return nil
	}
	return im.wordAt(value - uint32(len(im.counts)))
}

// number returns the place in counts and weights of a node's value.
func (im *image) number(value uint32) uint32 {
	if value < uint32(len(im.counts)) {
		return value
	}
	value -= uint32(len(im.counts))
	return im.entryCounts[value/2] >> (value % 2 * 16) & 0xffff
}

// count returns what the word of a node's value counts.
func (im *image) count(value uint32) count { return im.counts[im.number(value)] }

// cuts reports whether titles are cut into the words that count so.
func (im *image) cuts(number uint32) bool { return number-1 < im.cutWords-1 }
