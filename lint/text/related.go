package text

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
)

// Related reports whether two product nouns may name the same goods: one
// standard word, one a kind of the other, or one leaf of the tree.
func (p *Parsed) Related(a, b *Term) bool { return related(p.noun(a), p.noun(b)) }

// SameGoods reports whether two product nouns in one title are names of the
// same goods, so that the one stacks on the other: they are related, or they
// are kinds of one thing and no part, host or gift of each other.
func (p *Parsed) SameGoods(a, b *Term) bool { return sameGoods(p.noun(a), p.noun(b)) }

// SameNoun reports whether two product nouns have one standard word or the one
// is a kind of the other.
func (p *Parsed) SameNoun(a, b *Term) bool { return sameNoun(p.noun(a), p.noun(b)) }

func sameNoun(a, b noun) bool {
	return sameWord(a.Noun, b.Noun) || (a.bare != a.Noun || b.bare != b.Noun) && sameWord(a.bare, b.bare)
}

func sameWord(a, b *dict.Noun) bool {
	return a.Standard == b.Standard || slices.Contains(a.Wider, b.Standard) || slices.Contains(b.Wider, a.Standard)
}

func related(a, b noun) bool { return sameNoun(a, b) || !used(a, b) && shareLeaf(a, b) }

func sameGoods(a, b noun) bool {
	switch {
	case sameNoun(a, b):
		return true
	case used(a, b):
		return false
	}
	// kinds of one thing: 板鞋 and 小白鞋; heads of one character agree for
	// nouns that no table lists: 凭证盒 and 收纳盒
	return shareLeaf(a, b) || a.Is != "" && a.Is == b.Is || a.head == b.head
}

// used reports whether the one is made for the other or used with it.
func used(a, b noun) bool {
	return slices.Contains(a.MadeFor, b.Standard) || slices.Contains(b.MadeFor, a.Standard)
}

func shareLeaf(a, b noun) bool {
	return slices.ContainsFunc(a.In, func(id string) bool { return slices.Contains(b.In, id) })
}
