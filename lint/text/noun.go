package text

import (
	"unicode/utf8"

	"github.com/titlelint/titlelint/dict"
)

// noun is a product noun as others are held against it.
type noun struct {
	*dict.Noun            // as what the title makes of it
	bare       *dict.Noun // without the phrase that it ends: 洗面奶 where the term stands for 男士洗面奶
	head       rune       // says what sort of goods it names
}

// noun returns what t is held against other nouns by.
func (p *Parsed) noun(t *Term) noun {
	n := noun{Noun: p.lexicon.Noun(t.Entry, t.Canonical), head: HeadRune(t.Folded)}
	n.bare = n.Noun
	if t.Entry != nil && t.Entry.Term != t.Folded {
		if e := p.lexicon.As(t.Folded, dict.Category); e != nil {
			n.bare = p.lexicon.Noun(e, e.Canonical)
		}
	}
	return n
}

// HeadRune returns the character that says what sort of goods a noun names:
// the last one, or the one before a mere ending: 鞋子, 枕头.
func HeadRune(s string) rune {
	last, size := utf8.DecodeLastRuneInString(s)
	if last == '子' || last == '头' || last == '儿' {
		if before, n := utf8.DecodeLastRuneInString(s[:len(s)-size]); n > 0 {
			return before
		}
	}
	return last
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
