package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// obscure reports whether too much of the title is talk, or words that no
// table lists, to be put in another order: an operator would have to check
// every word of the outcome, and had better write it.
func (w *rewrite) obscure() bool {
	if w.light || w.goods.book {
		return false
	}
	all, lost, shards := 0, 0, 0
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind == dict.Mark {
			continue
		}
		all += c.len()
		if c.dropped && !c.known && c.kind == dict.Other && c.rule != "WX301" {
			lost += c.len()
			if c.len() == 1 {
				shards++
			}
		}
	}
	talk := strings.Count(string(w.Runes), "！") + strings.Count(string(w.Runes), "!") + strings.Count(string(w.Runes), "～") + strings.Count(string(w.Runes), "。")
	return all > 0 && (lost*100 > 40*all || talk >= 2 && lost*100 > 20*all || lost >= 18)
}

// rivals returns the nouns of other goods that might as well be what is sold:
// from another top category, certain, and not what the main one is made for,
// part of or a flavour of. Nothing is returned where the row's category decides.
func (w *rewrite) rivals() []string {
	if w.goods.set || w.goods.book || w.light {
		return nil
	}
	main := &w.pieces[w.core]
	if w.Category != nil && w.inCategory(main) || main.entry == nil || main.Len() == 0 {
		return nil
	}
	mine := w.lex.Nodes(main.entry)
	note := w.SKUNote()
	for _, i := range w.Core {
		t := &w.Terms[i]
		if !t.Known || t.Entry == nil || t.Span == main.Span || t.Has("broad") || t.Has("ambiguous") || note.Len() > 0 && note.Contains(t.Span) || t.Len() < 2 {
			continue
		}
		theirs := w.lex.Nodes(t.Entry)
		if len(mine) == 0 || len(theirs) == 0 || slices.ContainsFunc(theirs, func(n *dict.Node) bool {
			return slices.ContainsFunc(mine, func(m *dict.Node) bool { return m.Top() == n.Top() })
		}) {
			continue
		}
		m := &text.Term{Folded: main.folded, Canonical: main.canonical, Entry: main.entry, Kind: dict.Category}
		if w.SameGoods(t, m) || w.added(i) || uses(w.lex, t.Canonical, main.canonical) || uses(w.lex, main.canonical, t.Canonical) || w.offence(t.Span) != "" || !w.ends(i) {
			continue
		}
		return []string{main.text, t.Text}
	}
	return nil
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
