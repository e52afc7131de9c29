package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// headBrand returns the pieces that name the brand of the goods, which stand in
// 【】 at the front: a brand that opens the title, with its twin in the other
// script, or the row's own wherever it stands. A model, a series, a word that
// only looks like a name and the brand behind 适用 never do.
func (w *rewrite) headBrand() []int {
	var names []int
	for i := range w.pieces {
		c := &w.pieces[i]
		if w.labelled(i) {
			return []int{i}
		}
		if c.dropped || c.host || c.kind != dict.Brand {
			continue
		}
		if w.light && !w.opens(i) || !c.known && !w.ownBrand(c) || strings.ContainsAny(c.text, "0123456789") && !w.ownBrand(c) {
			continue
		}
		switch {
		case len(names) == 0 && (w.opens(i) || w.ownBrand(c)):
			names = append(names, i)
		case len(names) == 1 && w.twin(&w.pieces[names[0]], c):
			names = append(names, i)
		}
	}
	if w.light && len(names) > 0 && !w.first(names[0]) {
		return nil
	}
	if w.light && len(names) == 1 && !(w.pieces[names[0]].Len() > w.pieces[names[0]].len() || w.ownBrand(&w.pieces[names[0]])) {
		return nil // what is not reordered needs no brackets
	}
	return names
}

// longerNames makes mere names of the brands that an unknown single character
// follows at once: 维拉 of 维拉珠 is no brand.
func (w *rewrite) longerNames() {
	for i := range len(w.pieces) - 1 {
		c, next := &w.pieces[i], &w.pieces[i+1]
		if c.kind != dict.Brand || !w.fastened(i, i+1) || ascii(c.folded) || w.ownBrand(c) || i > 0 && w.pieces[i-1].kind == dict.Brand {
			continue
		}
		if !next.known && next.kind == dict.Other && text.Han([]rune(next.folded)[0]) && next.len() < 5 && !strings.HasPrefix(next.folded, "第") && w.lex.General(next.folded) == 0 {
			c.kind, c.known = dict.Series, false
		}
	}
}

// labelled reports whether piece i is a word that no table lists, standing for
// itself before the devices that an accessory fits: there only the brand stands.
func (w *rewrite) labelled(i int) bool {
	c := &w.pieces[i]
	if c.dropped || c.known || c.kind != dict.Series && c.kind != dict.Brand || !w.goods.accessory || !w.first(i) || c.len() < 2 || strings.ContainsAny(c.text, "0123456789") || i+1 < len(w.pieces) && w.fastened(i, i+1) && w.pieces[i+1].kind != dict.Mark {
		return false
	}
	for j := i + 1; j < len(w.pieces); j++ {
		if !w.pieces[j].dropped {
			return w.pieces[j].host
		}
	}
	return false
}

// first reports whether piece i opens what is kept.
func (w *rewrite) first(i int) bool {
	return !slices.ContainsFunc(w.pieces[:i], func(c piece) bool { return !c.dropped && c.kind != dict.Mark })
}

// twin reports whether two pieces are names of one brand in different scripts.
func (w *rewrite) twin(a, b *piece) bool {
	if ascii(a.folded) == ascii(b.folded) {
		return false
	}
	if a.stated && b.stated {
		return true
	}
	return a.entry != nil && b.entry != nil && a.canonical == b.canonical || w.ownBrand(a) && w.ownBrand(b)
}

// opens reports whether nothing but what goes, names of brands, and a season or
// an origin stands before piece i.
func (w *rewrite) opens(i int) bool {
	for j := range i {
		switch c := &w.pieces[j]; c.kind {
		case dict.Brand, dict.Series, dict.Model, dict.Season, dict.Origin, dict.Mark:
		default:
			if !c.dropped || c.rule == "WX301" || c.rule == "WX102" {
				return false
			}
		}
	}
	return true
}

// missingBrand returns the brand of the row's column where the linter says
// that the title should name it.
func (w *rewrite) missingBrand() string {
	if !slices.ContainsFunc(w.restored.Findings, func(f Finding) bool { return f.Rule == "WX106" && !f.Waived }) {
		return ""
	}
	name, _, _ := strings.Cut(strings.TrimSpace(w.original.Brand), "/")
	name, _, _ = strings.Cut(name, "（")
	name, _, _ = strings.Cut(name, "(")
	for _, r := range name {
		if !Legal(r) {
			return ""
		}
	}
	return strings.TrimSpace(name)
}

func (w *rewrite) ownBrand(c *piece) bool { return w.own(c.folded, c.canonical) }

// own reports whether a name is the brand that the row states.
func (w *rewrite) own(folded, canonical string) bool {
	if w.Brand == "" {
		return false
	}
	if strings.Contains(w.Brand, folded) || strings.Contains(folded, w.Brand) {
		return true
	}
	e := w.lex.As(w.Brand, dict.Brand)
	return e != nil && e.Canonical == canonical
}
