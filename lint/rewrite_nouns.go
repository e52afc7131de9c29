package lint

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// chooseNouns decides of the product nouns beside the main one: those that
// belong to its name stay, and what other names of the same goods say besides
// (凭证 in 凭证盒) stays where it is a fact.
func (w *rewrite) chooseNouns() {
	if w.core < 0 || w.light {
		return
	}
	main := &w.pieces[w.core]
	var out []piece
	for i := range w.pieces {
		c := w.pieces[i]
		if c.dropped || c.core || c.kind != dict.Category && c.kind != dict.Container {
			out = append(out, c)
			continue
		}
		switch {
		case setWord(&c) && (w.goods.set || c.kind == dict.Container):
			if !w.fastened(i-1, i) || w.pieces[i-1].dropped {
				c.dropped = c.kind == dict.Container && !w.goods.set
			}
		case c.role == text.Modifier && w.leadsToCore(i):
		case w.goods.set && c.folded != main.folded:
			// a set lists what it holds
		case c.role == text.Host && w.goods.accessory:
			c.host = true
		default:
			rule := w.stacked(c.Span)
			if rule == "" {
				rule = "WX102"
				if w.sameGoods(&c, main) {
					rule = "WX301"
				}
			}
			if head, tail, ok := w.factWithin(c); ok && !synonyms(&c, main) && w.sameGoods(&c, main) && !(head.kind == dict.Use && sisters(&c, main)) {
				tail.dropped, tail.rule = true, rule
				out = append(out, head, tail)
				continue
			}
			if e := w.asFact(c); e != nil {
				c.kind, c.entry, c.canonical, c.role = e.Kind, e, e.Canonical, text.NoRole
				break
			}
			c.dropped, c.rule = true, rule
			if !w.sameGoods(&c, main) {
				dropDescription(out, c.Start)
			}
		}
		out = append(out, c)
	}
	w.pieces = out
	for i := range w.pieces {
		if w.pieces[i].core {
			w.core = i
		}
	}
}

// dropDescription drops the pieces at the end of out that describe the other
// goods that start there: 玻璃 before 钢化膜.
func dropDescription(out []piece, start int) {
	for k := len(out) - 1; k >= 0 && k >= len(out)-2; k-- {
		c := &out[k]
		if c.End != start || c.core || c.kind != dict.Material && c.kind != dict.Form && c.role != text.Modifier {
			return
		}
		c.dropped, c.rule = true, "WX102"
		start = c.Start
	}
}

// leadsToCore reports whether the pieces from i up to the main noun all belong
// to its phrase: nothing parts them.
func (w *rewrite) leadsToCore(i int) bool {
	for j := i; j < w.core; j++ {
		c := &w.pieces[j]
		if !w.fastened(j, j+1) || c.kind == dict.Mark || c.dropped || j > i && c.kind == dict.Category && c.role == text.Subject {
			return false
		}
	}
	return i < w.core
}

// factWithin parts a noun into the fact that it begins with and the rest: 铁皮
// and 柜, 女 and 鞋.
func (w *rewrite) factWithin(c piece) (head, tail piece, ok bool) {
	if slices.Contains(devices, c.canonical) || slices.Contains(devices, c.folded) {
		return piece{}, piece{}, false // 笔记 of 笔记本 is no fact
	}
	n := c.len()
	for k := n - 1; k >= 1; k-- {
		folded := string([]rune(c.folded)[:k])
		if k == 1 && !(folded == "男" || folded == "女") {
			continue
		}
		var found *dict.Entry
		for _, e := range w.lex.Lookup(folded) {
			if e.Kind.Attribute() && !e.Has("context") && !e.Has("ambiguous") && (found == nil || e.Kind < found.Kind) {
				found = e
			}
		}
		if found == nil || w.lex.As(folded, dict.Category) != nil && k > 1 {
			continue
		}
		head := w.part(c, 0, k, found)
		head.residual = true
		return head, w.part(c, k, n, nil), true
	}
	return piece{}, piece{}, false
}

// asFact returns the entry of a noun that is a word for a property too, as 护肤
// is; nil where it is none.
func (w *rewrite) asFact(c piece) *dict.Entry {
	for _, e := range w.lex.Lookup(c.folded) {
		if e.Kind.Attribute() && e.Kind != dict.Material && e.Kind != dict.Origin && !e.Has("context") && !e.Has("ambiguous") {
			return e
		}
	}
	return nil
}

// synonyms reports whether one noun is a kind of the other, or both are one
// word: what 溜冰鞋 says besides 轮滑鞋 is no fact.
func synonyms(a, b *piece) bool {
	if a.canonical == b.canonical || a.entry == nil || b.entry == nil {
		return a.canonical == b.canonical
	}
	return a.entry.Attr("is") == b.canonical || b.entry.Attr("is") == a.canonical && len([]rune(a.canonical)) > 2
}

// sisters reports whether both nouns are kinds of one thing.
func sisters(a, b *piece) bool {
	return a.entry != nil && b.entry != nil && a.entry.Attr("is") != "" && a.entry.Attr("is") == b.entry.Attr("is")
}
