package text

import (
	"unicode/utf8"

	"github.com/titlelint/titlelint/dict"
)

// compound makes product nouns that no table lists: a head such as 盒 or 架
// with the word it is fastened to, 凭证盒. They are guesses: Known is false.
func (p *Parsed) compound() {
	if !p.keys.May("head") {
		return
	}
	out := p.Terms[:0]
	for i := 0; i < len(p.Terms); i++ {
		t := p.Terms[i]
		if head(&t) && len(out) > 0 {
			if last := &out[len(out)-1]; last.End == t.Start && carriesHead(last) {
				noun := p.merge(*last, t)
				noun.Kind = dict.Category
				noun.Canonical = t.Canonical
				out[len(out)-1] = noun
				continue
			}
		}
		out = append(out, t)
	}
	p.Terms = out
}

// head reports whether t is a single character that names a kind of goods when
// a word stands before it.
func head(t *Term) bool { return t.Entry != nil && t.Has("head") }

// carriesHead reports whether a head may be fastened to t.
func carriesHead(t *Term) bool {
	switch t.Kind {
	case dict.Mark, dict.Brand, dict.Spec, dict.Model, dict.Promo, dict.Hype, dict.Person, dict.Hot, dict.Container, dict.Colour:
		return false
	case dict.Audience, dict.Season:
		return t.Has("compounds")
	}
	last := lastRune(t.Folded)
	return len(t.Folded) > utf8.RuneLen(last) && Han(last)
}
