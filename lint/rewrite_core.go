package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// chooseNoun settles the noun that names the goods: of the names that the parse
// holds for the same goods as its main one, the one that the title repeats again
// and again, else the one that stands first, since that moves least. What is offended, fresh
// food among other goods, what only comes along and a wider word for another
// name give way. Where no name is left, the category's own stands in.
func (w *rewrite) chooseNoun() {
	best, worth := -1, 0
	if len(w.Core) > 0 {
		main := &w.Terms[w.Core[0]]
		for _, t := range w.Core {
			i := slices.IndexFunc(w.pieces, func(c piece) bool { return c.Span == w.Terms[t].Span })
			if i < 0 || !w.SameGoods(main, &w.Terms[t]) && !w.yields(w.Core[0]) && !w.soldBefore(t) {
				continue
			}
			if n := w.nounWorth(t); n > worth || n == worth && best >= 0 && n > 0 && w.pieces[i].Start < w.pieces[best].Start {
				best, worth = i, n
			}
		}
	}
	if w.core >= 0 {
		w.pieces[w.core].core = false
	}
	w.core = best
	if best >= 0 {
		w.pieces[best].core = true
		return
	}
	if noun, e := w.categoryNoun(); e != nil {
		end := len(w.Runes)
		w.pieces = append(w.pieces, piece{Span: text.Span{Start: end, End: end}, text: noun, folded: noun, canonical: e.Canonical,
			kind: dict.Category, entry: e, role: text.Subject, known: true, core: true})
		w.core = len(w.pieces) - 1
	}
}

// yields reports whether the noun t gives way to the names of other goods.
func (w *rewrite) yields(t int) bool {
	return w.aside(t) || w.RawFood(&w.Terms[t])
}

// aside reports whether noun t only comes along: behind a + or in the trailing
// note.
func (w *rewrite) aside(t int) bool {
	note := w.SKUNote()
	for j := t - 1; j >= 0 && w.Adjacent(j); j-- {
		if w.Terms[j].Folded == "+" {
			return true
		}
	}
	return note.Len() > 0 && note.Contains(w.Terms[t].Span)
}

// nounWorth ranks noun t as the name of the goods; 0 where it is unfit.
func (w *rewrite) nounWorth(t int) int {
	term := &w.Terms[t]
	if leftover(term.Folded) == dict.Empty || w.mars(w.offence(term.Span)) || t != w.Core[0] && w.Adjacent(t) && w.Terms[t+1].Folded == w.Terms[w.Core[0]].Folded && !sameEnd(term.Folded, w.Terms[t+1].Folded) {
		return 0 // 耳机 of 耳机海绵套
	}
	n, times := 10, 0
	for _, o := range w.Core {
		other := &w.Terms[o]
		if other.Folded == term.Folded {
			if times++; times == 3 {
				n += 10
			}
		} else if strings.HasSuffix(other.Folded, term.Folded) || term.Len() == 2 && other.End <= leadRoom && strings.HasSuffix(other.Folded, strings.TrimSuffix(term.Folded, "子")) {
			n -= 5 // 背包 beside 双肩背包, 夹子 beside 长尾夹
		}
	}
	if w.Category != nil && w.InCategory(term) {
		n += 40
	}
	if w.soldBefore(t) {
		n += 20
	}
	switch {
	case w.offence(term.Span) != "":
		n = 1
	case w.yields(t) || term.Has("broad"):
		n = 2
	}
	return max(n, 1)
}

// soldBefore reports whether noun t is what the title sold before it was made
// plain.
func (w *rewrite) soldBefore(t int) bool {
	return w.restored != w.original && len(w.original.Core) > 0 && w.Terms[t].Text == w.original.Core[0]
}

// sameEnd reports whether two nouns end in the same character, as names of the
// same goods do.
func sameEnd(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return x[len(x)-1] == y[len(y)-1]
}

// mars reports whether the offence makes the noun itself unfit: that a brand or
// a person is ridden on does not, though the finding may span the noun.
func (w *rewrite) mars(rule string) bool {
	return rule != "" && rule != "WX501" && rule != "WX502" && rule != "WX202"
}
