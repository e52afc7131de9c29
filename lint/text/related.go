package text

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
)

// Related reports whether two product nouns may name the same goods: one
// standard word, one a kind of the other, or one leaf of the tree.
func (p *Parsed) Related(a, b *Term) bool {
	if p.SameNoun(a, b) {
		return true
	}
	if uses(p.lexicon, b.Canonical, a.Canonical) || uses(p.lexicon, a.Canonical, b.Canonical) {
		return false
	}
	return p.shareLeaf(a, b)
}

// SameNoun reports whether two product nouns have one standard word or the one
// is a kind of the other.
func (p *Parsed) SameNoun(a, b *Term) bool {
	if p.sameWord(a.Canonical, b.Canonical) {
		return true
	}
	x, y := p.bare(a), p.bare(b)
	return (x != a.Canonical || y != b.Canonical) && p.sameWord(x, y)
}

func (p *Parsed) sameWord(a, b string) bool { return a == b || p.kindOf(a, b) || p.kindOf(b, a) }

// bare returns the standard word for a noun without the phrase that it ends:
// 洗面奶 where the term stands for 男士洗面奶.
func (p *Parsed) bare(t *Term) string {
	if t.Entry == nil || t.Entry.Term == t.Folded {
		return t.Canonical
	}
	if e := p.lexicon.As(t.Folded, dict.Category); e != nil {
		return e.Canonical
	}
	return t.Canonical
}

// kindOf reports whether noun is a kind of wider, over at most four steps.
func (p *Parsed) kindOf(noun, wider string) bool {
	for range 4 {
		e := p.lexicon.As(noun, dict.Category)
		if e == nil {
			return false
		}
		noun = e.Attr("is")
		if noun == wider && noun != "" {
			return true
		}
	}
	return false
}

func uses(l *dict.Lexicon, accessory, host string) bool {
	return slices.Contains(l.MadeFor(accessory), host)
}

// SameGoods reports whether two product nouns in one title are names of the
// same goods, so that the one stacks on the other: they are related, or they
// are kinds of one thing and no part, host or gift of each other.
func (p *Parsed) SameGoods(a, b *Term) bool {
	if p.Related(a, b) {
		return true
	}
	if uses(p.lexicon, b.Canonical, a.Canonical) || uses(p.lexicon, a.Canonical, b.Canonical) {
		return false
	}
	// kinds of one thing: 板鞋 and 小白鞋; heads of one character agree for
	// nouns that no table lists: 凭证盒 and 收纳盒
	if a.Entry != nil && b.Entry != nil {
		if x := a.Entry.Attr("is"); x != "" && x == b.Entry.Attr("is") {
			return true
		}
	}
	return headRune(a.Folded) == headRune(b.Folded)
}

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}

// headRune returns the character that says what sort of goods a noun names:
// the last one, or the one before a mere ending: 鞋子, 枕头.
func headRune(s string) rune {
	r := []rune(s)
	if n := len(r); n >= 2 && (r[n-1] == '子' || r[n-1] == '头' || r[n-1] == '儿') {
		return r[n-2]
	}
	return r[len(r)-1]
}

func (p *Parsed) shareLeaf(a, b *Term) bool {
	if a.Entry == nil || b.Entry == nil {
		return false
	}
	theirs := dict.Values(b.Entry.Attr("in"))
	for _, id := range dict.Values(a.Entry.Attr("in")) {
		if slices.Contains(theirs, id) {
			return true
		}
	}
	return false
}
