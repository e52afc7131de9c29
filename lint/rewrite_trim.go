package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// keepsOrder reports whether the title reads well once the dropped pieces are
// gone: little is dropped, the noun stands early, and no stacked nouns are
// torn from what describes them.
func (w *rewrite) keepsOrder() bool {
	if w.goods.accessory || w.pieces[w.core].Len() == 0 {
		return false
	}
	if w.light {
		return true
	}
	before, length, dropped, commas, nouns := 0, 0, 0, 0, 0
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.text == "," || c.text == "，" {
			commas++
		}
		if c.dropped && c.kind == dict.Category || c.residual {
			nouns++
		}
		switch {
		case c.dropped && (c.kind == dict.Category || !c.known && c.kind == dict.Other):
			dropped += c.len()
		case c.dropped:
		case i <= w.core:
			before += c.len()
			length += c.len()
		default:
			length += c.len()
		}
	}
	return before <= leadRoom && length <= 40 && dropped*4 <= length && commas < 3 && nouns < 2
}

// trim leaves the kept pieces where they stand.
func (w *rewrite) trim() *line { return w.fitting((*rewrite).inOrder) }

func (w *rewrite) inOrder() *line {
	out := &line{}
	first := -1
	last := -1
	spaces := w.spaces()
	brand := w.headBrand()
	if brand < 0 && w.missingBrand() != "" {
		out.mark("【" + w.missingBrand() + "】")
	}
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped && !w.leadsOn(i) {
			continue
		}
		if first < 0 {
			first = i
		} else if m := w.between(last, i); m != "" {
			out.add(i-1, m)
		} else if slices.Contains(spaces, i) {
			out.space()
		}
		if i == brand {
			out.mark("【")
			w.put(out, i)
			out.mark("】")
		} else {
			w.put(out, i)
		}
		last = i
	}
	return out.trimmed()
}

// leadsOn reports whether piece i is a word such as 适用 or 兼容 whose object
// stays right behind it.
func (w *rewrite) leadsOn(i int) bool {
	c := &w.pieces[i]
	return c.grammar() == "for" && c.rule == "" && w.kept(i+1) && w.pieces[i+1].Start-c.End <= 1 && w.pieces[i+1].kind != dict.Spec
}

// headBrand returns the brand that opens what is kept, where it stood in
// brackets or stands in the column; -1 where there is none.
func (w *rewrite) headBrand() int {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped {
			continue
		}
		if c.kind == dict.Brand && c.entry != nil && (w.ownBrand(c) || c.Len() > c.len()) {
			return i
		}
		return -1
	}
	return -1
}

// between returns the mark that joins the pieces i and j in the title and must
// stay: + in a set, / in a list, – in a range.
func (w *rewrite) between(i, j int) string {
	if j != i+2 || w.pieces[i+1].kind != dict.Mark || !w.fastened(i, i+1) || !w.fastened(i+1, j) {
		return ""
	}
	switch m := w.pieces[i+1].text; m {
	case "+", "/", "&", "、", "%", "*":
		return m
	}
	return ""
}

// spaces returns the pieces before which a space stays: where one stood, or a
// mark or a dropped word parted the pieces, at most three. The places behind
// the noun count most.
func (w *rewrite) spaces() []int {
	type place struct{ piece, worth int }
	var places []place
	last := -1
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped {
			continue
		}
		if last >= 0 && w.between(last, i) == "" {
			gap := string(w.Runes[w.pieces[last].End:max(c.Start, w.pieces[last].End)])
			worth := 0
			switch {
			case strings.ContainsAny(gap, " 　,，|｜;；。！!/、~～【】()（）[]"):
				worth = 2
			case gap != "" && last >= w.core:
				worth = 1
			}
			if worth > 0 && last >= w.core {
				worth += 2
			}
			if worth > 0 && (c.kind == dict.Spec || c.kind == dict.Colour || c.kind == dict.Model) {
				worth++
			}
			if worth > 0 {
				places = append(places, place{i, worth})
			}
		}
		last = i
	}
	slices.SortStableFunc(places, func(a, b place) int { return b.worth - a.worth })
	var chosen []int
	for _, p := range places[:min(3, len(places))] {
		chosen = append(chosen, p.piece)
	}
	return chosen
}
