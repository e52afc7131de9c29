package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// choose decides of every piece whether it stays, and says of those that go
// which rule wants it. Where only characters or single words are at fault the
// rest stays as it was written.
func (w *rewrite) choose() {
	w.longerNames()
	w.chooseNoun()
	w.know()
	if w.goods.accessory || w.stacks() {
		w.light = false
	}
	w.dropOffences()
	w.dropRidden()
	w.dropWeightless()
	w.dropTalk()
	if w.light {
		w.dropSecondNames()
		w.dropAddress()
		w.dropNames()
		w.dropOrphans()
		w.clean()
		return
	}
	w.dropMarks()
	w.dropNote()
	w.readModels()
	w.chooseNouns()
	w.chooseUnknown()
	w.dropOtherSizes()
	w.dropRepeats()
	w.dropSingles()
	w.dropCounts()
	w.markHosts()
	w.dropOtherBrands()
	w.dropOrphans()
	w.thin()
}

func (w *rewrite) drop(i int, rule string) {
	if c := &w.pieces[i]; !c.dropped && !c.core {
		c.dropped, c.rule = true, rule
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
		case dict.Function, dict.Use, dict.Style:
			if w.fastened(i-1, i) && w.unknown(i-1) || w.fastened(i, i+1) && w.unknown(i+1) {
				w.drop(i, "") // 宴会女神
			}
		default:
			if !bareDigits(c.text) && !w.variant(i) {
				w.drop(i, "")
			}
		}
	}
}

// variant reports whether the unknown word i names the variant that is sold, by
// itself or with the colour before it: 透明, 白色小鹿.
func (w *rewrite) variant(i int) bool {
	c := &w.pieces[i]
	ends := !w.fastened(i, i+1) || w.pieces[i+1].kind == dict.Mark
	if c.known || c.kind != dict.Other || ascii(c.folded) || !ends || w.halting(i, i+1) {
		return false
	}
	if w.fastened(i-1, i) && w.pieces[i-1].kind != dict.Mark {
		return w.pieces[i-1].kind == dict.Colour && w.kept(i-1) && c.len() <= 4
	}
	return c.len() == 2 && w.lex.General(c.folded) > 0
}

func bareDigits(s string) bool { return strings.Trim(s, "0123456789") == "" && s != "" }

// dropWeightless drops praise, sales words, grammar that leads nowhere, and
// what comes along for free.
func (w *rewrite) dropWeightless() {
	for i := range w.pieces {
		c := &w.pieces[i]
		switch {
		case weightless(c.kind):
			w.drop(i, "")
			w.dropPrice(i)
		case leftover(c.folded) == dict.Empty, leftover(c.folded) == dict.Address, leftover(c.folded) == dict.Measure && !w.light:
			w.drop(i, "")
		case leftover(c.folded) == dict.Variant, strings.HasPrefix(c.folded, "带同款"):
			w.drop(i, "")
		case c.grammar() == "gift":
			w.dropOn(i)
		case w.light:
		case c.kind == dict.Spec && (c.canonical == "money" || strings.HasSuffix(c.folded, "元") || w.counted(i)):
			w.drop(i, "")
		case c.grammar() == "for" && !w.goods.accessory, c.grammar() == "fits":
		case w.goods.set && (c.kind == dict.Unit || c.entry != nil && c.entry.Has("head")):
			// 瓶 of 大红瓶: the words stay together here
		case c.grammar() != "", c.entry != nil && c.kind == dict.Other && !c.core, c.kind == dict.Unit:
			w.drop(i, "")
		case c.kind == dict.Place && c.entry != nil && c.entry.Attr("kind") == "part" && !w.leads(i):
			w.drop(i, "")
		}
	}
}

// stacks reports whether the title names the goods so often that it reads badly
// even where no finding says so.
func (w *rewrite) stacks() bool {
	if w.core < 0 {
		return false
	}
	names := map[string]bool{}
	main := w.pieces[w.core].term()
	for _, t := range w.Core {
		if term := &w.Terms[t]; w.SameGoods(term, main) {
			names[term.Folded] = true
		}
	}
	return len(names) > 2
}

// dropRidden drops a brand that the title only rides on, though the word that
// says so stands behind the noun: 格力取暖器同款.
func (w *rewrite) dropRidden() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind != dict.Brand || c.dropped || w.ownBrand(c) || !w.opens(i) {
			continue
		}
		for j := i + 1; j < len(w.pieces) && j < i+9; j++ {
			if o := &w.pieces[j]; o.grammar() == "rides" && o.folded == "同款" && w.pieces[j-1].kind == dict.Category {
				w.drop(i, "WX501")
			}
		}
	}
}

// dropMarks drops the marks: the layout sets its own.
func (w *rewrite) dropMarks() {
	for i := range w.pieces {
		if w.pieces[i].kind == dict.Mark {
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

// fastened reports whether nothing stands between the pieces i and j.
func (w *rewrite) fastened(i, j int) bool {
	return i >= 0 && j < len(w.pieces) && w.pieces[i].End == w.pieces[j].Start
}
