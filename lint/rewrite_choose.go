package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// choose decides of every piece whether it stays, and says of those that go
// which rule wants it.
func (w *rewrite) choose() {
	w.chooseNoun()
	w.know()
	w.dropOffences()
	w.dropNote()
	w.dropWeightless()
	w.chooseNouns()
	w.chooseUnknown()
	w.dropRepeats()
	w.dropSingles()
	w.markHosts()
}

func (w *rewrite) drop(i int, rule string) {
	if c := &w.pieces[i]; !c.dropped && !c.core {
		c.dropped, c.rule = true, rule
	}
}

// chooseNoun takes another product noun, or the category's own name, for one
// that an offence took away.
func (w *rewrite) chooseNoun() {
	if w.core >= 0 && w.mars(w.offence(w.pieces[w.core].Span)) {
		w.pieces[w.core].core = false
		w.core = -1
		for _, t := range w.Core[1:] {
			i := slices.IndexFunc(w.pieces, func(c piece) bool { return c.Span == w.Terms[t].Span })
			if i >= 0 && w.offence(w.pieces[i].Span) == "" {
				w.pieces[i].core, w.core = true, i
				break
			}
		}
	}
	w.leaveAddition()
	if w.core < 0 {
		if noun, e := w.categoryNoun(); e != nil {
			end := len(w.Runes)
			w.pieces = append(w.pieces, piece{Span: text.Span{Start: end, End: end}, text: noun, folded: noun, canonical: e.Canonical,
				kind: dict.Category, entry: e, role: text.Subject, known: true, core: true})
			w.core = len(w.pieces) - 1
		}
	}
}

// mars reports whether the offence makes the noun itself unfit: that a brand or
// a person is ridden on does not, though the finding may span the noun.
func (w *rewrite) mars(rule string) bool {
	return rule != "" && rule != "WX501" && rule != "WX502" && rule != "WX202"
}

// leaveAddition takes another noun for one that only comes along: behind a +
// or in the trailing SKU note.
func (w *rewrite) leaveAddition() {
	if w.core < 0 || len(w.Core) < 2 {
		return
	}
	note := w.SKUNote()
	aside := func(t int) bool {
		return w.added(t) || note.Len() > 0 && note.Contains(w.Terms[t].Span)
	}
	if !aside(w.Core[0]) {
		return
	}
	for _, t := range w.Core[1:] {
		i := slices.IndexFunc(w.pieces, func(c piece) bool { return c.Span == w.Terms[t].Span })
		if i >= 0 && !aside(t) && w.offence(w.pieces[i].Span) == "" && !w.Terms[t].Has("broad") {
			w.pieces[w.core].core = false
			w.pieces[i].core, w.core = true, i
			return
		}
	}
}

// structural are the rules whose findings do not say that the marked words
// must go: what they object to is mended by the choice and order of the pieces.
var structural = []string{"WX001", "WX002", "WX003", "WX004", "WX101", "WX102", "WX103", "WX105", "WX106", "WX201", "WX301", "WX702", "WX801", "WX802"}

// offence returns the rule whose finding wants the stretch gone, or "".
func (w *rewrite) offence(s text.Span) string {
	for _, f := range w.restored.Findings {
		if slices.Contains(structural, f.Rule) || f.Waived || f.Rule == "WX501" && f.Severity == Info {
			continue
		}
		if f.Rule == "WX402" || f.Rule == "WX104" && f.AbsorbedBy != "" {
			continue
		}
		if slices.ContainsFunc(f.Spans, func(q Quote) bool { return q.Overlaps(s) }) {
			return f.Rule
		}
	}
	return ""
}

// dropOffences drops what findings mark, and with a brand, a person or a
// figure its other mentions.
func (w *rewrite) dropOffences() {
	gone := map[string]string{}
	for i := range w.pieces {
		c := &w.pieces[i]
		rule := w.offence(c.Span)
		if rule == "" || c.kind == dict.Mark && rule != "WX202" {
			continue
		}
		if c.kind == dict.Brand && w.ownBrand(c) {
			continue
		}
		w.drop(i, rule)
		if c.kind == dict.Brand || c.kind == dict.Person || c.kind == dict.IP {
			gone[c.canonical] = rule
		}
	}
	for i := range w.pieces {
		if rule := gone[w.pieces[i].canonical]; rule != "" {
			w.drop(i, rule)
		}
	}
}

// dropNote drops from a trailing SKU note what tells no fact.
func (w *rewrite) dropNote() {
	note := w.SKUNote()
	for i := range w.pieces {
		c := &w.pieces[i]
		if note.Len() == 0 || !note.Contains(c.Span) || c.Len() == 0 {
			continue
		}
		switch c.kind {
		case dict.Spec, dict.Colour, dict.Model, dict.Material, dict.Form, dict.Flavour, dict.Brand:
		default:
			if !bareDigits(c.text) {
				w.drop(i, "")
			}
		}
	}
}

func bareDigits(s string) bool { return strings.Trim(s, "0123456789") == "" && s != "" }

// dropWeightless drops praise, sales words, grammar that leads nowhere, what
// comes along for free, and marks.
func (w *rewrite) dropWeightless() {
	for i := range w.pieces {
		c := &w.pieces[i]
		switch {
		case c.kind == dict.Mark, weightless(c.kind):
			w.drop(i, "")
		case c.kind == dict.Spec && (c.canonical == "money" || strings.HasSuffix(c.folded, "元") || w.counted(i)):
			w.drop(i, "")
		case c.grammar() == "gift":
			w.dropOn(i)
		case (w.light || w.goods.set) && (c.kind == dict.Unit || c.entry != nil && c.entry.Has("head")):
			// 瓶 of 大红瓶: the words stay together here
		case c.grammar() != "", c.entry != nil && c.kind == dict.Other && !c.core, c.kind == dict.Unit:
			w.drop(i, "")
		case c.kind == dict.Place && c.entry != nil && c.entry.Attr("kind") == "part" && !w.leads(i):
			w.drop(i, "")
		case slices.Contains(empty, c.folded) || !w.light && slices.Contains(variants, c.folded):
			w.drop(i, "")
		}
	}
}

// counted reports whether specification i counts what is left or what it
// saves, 仅剩8套, or is a part of a date.
func (w *rewrite) counted(i int) bool {
	c := &w.pieces[i]
	if w.fastened(i-1, i) {
		switch w.pieces[i-1].folded {
		case "仅", "仅剩", "剩", "只剩", "不到", "买", "满", "减", "省", "价", "官价", "专柜", "超", "第":
			return true
		}
	}
	return strings.HasSuffix(c.folded, "月") && strings.Trim(c.folded, "0123456789月") == "" || strings.HasSuffix(c.folded, "日")
}

// dropOn drops piece i and what stands fastened to it.
func (w *rewrite) dropOn(i int) {
	w.drop(i, "")
	for j := i + 1; j < len(w.pieces) && w.pieces[j].kind != dict.Mark && w.fastened(j-1, j); j++ {
		w.drop(j, "")
	}
}

// fastened reports whether nothing stands between the pieces i and j.
func (w *rewrite) fastened(i, j int) bool {
	return i >= 0 && j < len(w.pieces) && w.pieces[i].End == w.pieces[j].Start
}

// markHosts marks the brands and models that tell what an accessory fits.
func (w *rewrite) markHosts() {
	if !w.goods.accessory {
		return
	}
	any := false
	for i := range w.pieces {
		c := &w.pieces[i]
		if !c.dropped && !c.core && c.kind == dict.Brand && w.hosted(c) {
			c.host, any = true, true
		}
	}
	for i := range w.pieces {
		c := &w.pieces[i]
		if any && !c.dropped && c.kind == dict.Model && !w.articleNumber(i) {
			c.host = true
		}
	}
	w.goods.accessory = any
}

// articleNumber reports whether the model i stands where the number of the
// article itself does: in the last part of the title.
func (w *rewrite) articleNumber(i int) bool {
	note := w.SKUNote()
	return note.Len() > 0 && note.Contains(w.pieces[i].Span)
}
