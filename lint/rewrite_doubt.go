package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// Better no suggestion than a guess: here is said when a person must decide.

// rivals returns the main noun and those of other goods that might as well be
// what is sold; nil where the row's category decides, or there is none. One
// rival is enough that speaks for itself as strongly, or that ends its phrase and
// belongs to another top category; of others it takes three.
func (w *rewrite) rivals() []string {
	c := &w.pieces[w.core]
	if w.goods.set || w.goods.book || c.Len() == 0 || w.Category != nil && w.inCategory(c) {
		return nil
	}
	main := c.term()
	nouns := []string{c.text}
	firm := false
	for _, i := range w.Core {
		t := &w.Terms[i]
		if w.SameGoods(main, t) || w.yields(i) || w.added(i) || strings.HasSuffix(c.folded, t.Folded) || uses(w.lex, c.canonical, t.Canonical) || uses(w.lex, t.Canonical, c.canonical) ||
			w.offence(t.Span) != "" || slices.Contains(nouns, t.Text) {
			continue
		}
		nouns = append(nouns, t.Text)
		certain := t.Known && t.Len() > 1 && !t.Has("broad") && !t.Has("ambiguous")
		firm = firm || slices.Contains(w.Named(), i) || certain && w.ends(i) && w.otherTop(c.entry, t.Entry)
	}
	if firm && !w.light || len(nouns) > 3 && !w.goods.accessory {
		return nouns
	}
	return nil
}

// otherTop reports whether two nouns are known to belong to different top
// categories.
func (w *rewrite) otherTop(a, b *dict.Entry) bool {
	if a == nil || b == nil {
		return false
	}
	mine, theirs := w.lex.Nodes(a), w.lex.Nodes(b)
	return len(mine) > 0 && len(theirs) > 0 && !anyPair(mine, theirs, oneTop)
}

// doubtful reports whether the main noun is one that seldom names what is sold:
// what is sold is a part of it, it comes along with something, is fresh food
// beside other goods, is Latin, or stands in for one that the parse held for
// stronger.
func (w *rewrite) doubtful() bool {
	c := &w.pieces[w.core]
	if c.entry != nil && c.entry.Has("broad") && strings.HasSuffix(c.folded, "品") && !w.goods.set {
		return true // 护肤品
	}
	if w.light || w.Category != nil && w.inCategory(c) || c.Len() == 0 {
		return false
	}
	for _, t := range w.Core {
		if w.device(c.canonical) && w.Terms[t].Start < c.Start && uses(w.lex, w.Terms[t].Canonical, c.canonical) {
			return true // 鼠标 beside 笔记本
		}
		if w.Terms[t].Folded == c.folded && w.Adjacent(t) && leftover(w.Terms[t+1].Folded) == dict.Part {
			return true // 拉杆箱配件
		}
		if w.Terms[t].Span == c.Span && (w.yields(t) || ascii(c.folded) || !slices.Contains(w.Named(), t)) {
			return true
		}
	}
	return false
}

// gutted reports whether less than half of a title is left that was to keep its
// words, or a third of another one: then too much of what it sold is gone, and
// it may not have sold what it seems to.
func (w *rewrite) gutted() bool {
	all, left := 0, 0
	for i := range w.pieces {
		if c := &w.pieces[i]; c.kind != dict.Mark {
			all += c.len()
			if !c.dropped {
				left += c.len()
			}
		}
	}
	if w.light {
		return left*2 < all
	}
	return left*3 < all
}

// manyModels reports whether a device is named with several models: which of
// them is sold a person must say.
func (w *rewrite) manyModels() bool {
	c := &w.pieces[w.core]
	if w.light || w.goods.accessory || !w.device(c.canonical) && !w.device(c.folded) {
		return false
	}
	models := map[string]bool{}
	for i := range w.pieces {
		if c := &w.pieces[i]; !c.dropped && c.kind == dict.Model {
			models[squeezed(c.folded)] = true
		}
	}
	return len(models) > 1
}

// obscure reports whether too much of the title is made of words that no table
// lists, or of names in Latin letters that nothing explains: an operator would
// have to check every word of the outcome, and had better write it.
func (w *rewrite) obscure() bool {
	if w.light || w.goods.book {
		return false
	}
	all, lost, names := 0, 0, 0
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind == dict.Mark {
			continue
		}
		all += c.len()
		if c.dropped && !c.known && c.kind == dict.Other && c.rule == "" {
			lost += c.len()
		}
		if !c.dropped && !c.host && w.goods.fits && ascii(c.folded) && (c.kind == dict.Series || c.kind == dict.Model && !strings.Contains(c.folded, "-") || c.kind == dict.Other) && !w.first(i) && !w.leads(i) {
			names++
		}
	}
	return lost*3 > all || names > 0
}

// subjects returns the product nouns of the title, each once.
func (w *rewrite) subjects() []string {
	var nouns []string
	for _, i := range w.Core {
		if t := w.Terms[i].Text; !slices.Contains(nouns, t) {
			nouns = append(nouns, t)
		}
	}
	return nouns
}

func uses(l *dict.Lexicon, accessory, host string) bool {
	return slices.Contains(l.MadeFor(accessory), host)
}

// ends reports whether noun i ends its phrase: a mark, a gap or the end of the
// title follows.
func (w *rewrite) ends(i int) bool {
	return !w.Adjacent(i) || w.Terms[i+1].Kind == dict.Mark
}

// added reports whether noun i is named as something that comes along: behind
// a + or 同款.
func (w *rewrite) added(i int) bool {
	for j := i - 1; j >= 0 && w.Adjacent(j); j-- {
		if f := w.Terms[j].Folded; f == "+" || f == "同款" || f == "送" {
			return true
		}
	}
	return w.Adjacent(i) && w.Terms[i+1].Folded == "+"
}
