package lint

import (
	"slices"
	"strings"
	"unicode"

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
	if w.core >= 0 && w.offence(w.pieces[w.core].Span) != "" {
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
	if w.core < 0 {
		if noun, e := w.categoryNoun(); e != nil {
			end := len(w.Runes)
			w.pieces = append(w.pieces, piece{Span: text.Span{Start: end, End: end}, text: noun, folded: noun, canonical: e.Canonical,
				kind: dict.Category, entry: e, role: text.Subject, known: true, core: true})
			w.core = len(w.pieces) - 1
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
		case c.grammar() == "gift":
			w.dropOn(i)
		case c.grammar() != "", c.entry != nil && c.kind == dict.Other && !c.core, c.kind == dict.Unit:
			w.drop(i, "")
		case slices.Contains(empty, c.folded):
			w.drop(i, "")
		}
	}
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

// dropRepeats drops what another piece says already: the same word, a shorter
// form of it, or another word for it.
func (w *rewrite) dropRepeats() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.core {
			continue
		}
		for j := range w.pieces {
			o := &w.pieces[j]
			if i == j || o.dropped {
				continue
			}
			if c.residual && !o.residual && (o.core || o.kind == c.kind) && strings.ContainsAny(o.folded, c.folded) {
				w.drop(i, "WX301")
				break
			}
			if w.says(o, c) && (i > j && !w.leads(i) || w.leads(j) || !w.says(c, o)) && !(w.leads(i) && !o.core && !w.leads(j)) {
				w.drop(i, w.stacked(c.Span))
				break
			}
		}
	}
	w.dropAudiences()
}

// leads reports whether piece i stands in the chain before the noun: of two
// that say the same that one stays.
func (w *rewrite) leads(i int) bool { return w.core >= 0 && i < w.core && w.leadsToCore(i) }

// dropSingles drops single characters that the word beside them left behind,
// and years.
func (w *rewrite) dropSingles() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.core {
			continue
		}
		switch c.kind {
		case dict.Form, dict.Scene, dict.Use, dict.Style, dict.Season, dict.Material, dict.Function, dict.Place, dict.Other, dict.Origin, dict.Flavour:
			cut := i > 0 && w.fastened(i-1, i) && w.pieces[i-1].dropped && !w.pieces[i-1].known && w.pieces[i-1].kind != dict.Mark
			if c.len() == 1 && (cut || !w.leads(i)) && !ascii(c.text) && !(c.kind == dict.Other && w.fastened(i-1, i) && w.kept(i-1)) && !w.seasonRun(i) {
				w.drop(i, "")
			}
		case dict.Model, dict.Spec:
			if year := strings.TrimSuffix(c.folded, "年"); len(year) == 4 && bareDigits(year) && year >= "2010" && year <= "2030" {
				w.drop(i, "WX203")
			}
		}
	}
}

// seasonRun reports whether i is a season beside another one: 春 夏.
func (w *rewrite) seasonRun(i int) bool { return w.pieces[i].kind == dict.Season }

// says reports whether piece o says all that c says.
func (w *rewrite) says(o, c *piece) bool {
	if o.core {
		return c.role == text.NoRole && strings.Contains(o.folded, c.folded) && c.len() >= 2 || c.folded == o.folded
	}
	switch c.kind {
	case dict.Spec, dict.Model:
		return squeezed(o.folded) == squeezed(c.folded) || (c.kind == dict.Model || bareDigits(c.text)) && o.kind != dict.Spec && c.len() >= 2 && strings.Contains(squeezed(o.folded), squeezed(c.folded))
	case dict.Brand:
		return squeezed(o.folded) == squeezed(c.folded) || o.kind == dict.Brand && strings.Contains(squeezed(o.folded), squeezed(c.folded))
	}
	if c.canonical == o.canonical && c.kind == o.kind {
		return true
	}
	if c.len() < 2 {
		return strings.Contains(o.folded, c.folded) && o.kind == c.kind
	}
	return strings.Contains(o.folded, c.folded)
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return r
	}, s)
}

// stacked returns WX301 where its finding marks the stretch, else "".
func (w *rewrite) stacked(s text.Span) string {
	for _, f := range w.restored.Findings {
		if f.Rule == "WX301" && slices.ContainsFunc(f.Spans, func(q Quote) bool { return q.Overlaps(s) }) {
			return "WX301"
		}
	}
	return ""
}

// dropAudiences leaves one word for each group of people: 男女 says what 男士
// and 女款 say.
func (w *rewrite) dropAudiences() {
	best := map[string]int{}
	both := -1
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.kind != dict.Audience {
			continue
		}
		base := strings.TrimRight(c.folded, "款士式生性用人孩")
		if base == "男女" || base == "情侣" {
			if both >= 0 {
				w.drop(i, w.stacked(c.Span))
				continue
			}
			both = i
		}
		if base != "男" && base != "女" {
			continue
		}
		if _, ok := best[base]; ok {
			w.drop(i, w.stacked(c.Span))
			continue
		}
		best[base] = i
	}
	if both >= 0 {
		for _, i := range best {
			w.drop(i, w.stacked(w.pieces[i].Span))
		}
	}
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
