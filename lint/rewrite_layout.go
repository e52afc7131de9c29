package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// layouts returns the ways to lay the pieces out, best first.
//
// A title that reads well once the offending words are gone keeps its order:
// no machine orders words better than the person who wrote them. Sets and
// books keep it always, since what they list must not be torn apart.
func (w *rewrite) layouts() []func(*rewrite) *line {
	order := w.linter.options.Order
	if order != "" && order != OrderFormula {
		return []func(*rewrite) *line{(*rewrite).rebuild}
	}
	if w.goods.set || w.goods.book {
		return []func(*rewrite) *line{(*rewrite).trim}
	}
	if w.keepsOrder() {
		return []func(*rewrite) *line{(*rewrite).trim, (*rewrite).rebuild}
	}
	return []func(*rewrite) *line{(*rewrite).rebuild, (*rewrite).trim}
}

// plan says where the kinds go. The first group holds the noun; what is not
// named here goes with the facts.
type plan struct {
	facts  []text.Kind // second group
	scenes []text.Kind // third group
	specs  []text.Kind // last group
	lead   bool        // facts may stand before the noun
}

var plans = map[Order]plan{
	OrderFormula: {
		facts:  []text.Kind{dict.Flavour, dict.Series, dict.Style, dict.Form, dict.Material, dict.Function, dict.Season, dict.Origin, dict.Category, dict.Other, dict.Person, dict.IP, dict.Brand},
		scenes: []text.Kind{dict.Use, dict.Scene, dict.Place, dict.Audience},
		specs:  []text.Kind{dict.Spec, dict.Colour, dict.Model},
		lead:   true,
	},
	OrderManual: {
		facts:  []text.Kind{dict.Flavour, dict.Series, dict.Material, dict.Function, dict.Style, dict.Form, dict.Category, dict.Other, dict.Person, dict.IP, dict.Brand},
		scenes: []text.Kind{dict.Season, dict.Origin, dict.Use, dict.Scene, dict.Place, dict.Audience},
		specs:  []text.Kind{dict.Model, dict.Colour, dict.Spec},
	},
	OrderStrict: {
		facts:  []text.Kind{dict.Material, dict.Function, dict.Flavour, dict.Series, dict.Style, dict.Form, dict.Season, dict.Origin, dict.Category, dict.Other, dict.Person, dict.IP, dict.Brand},
		scenes: []text.Kind{dict.Use, dict.Scene, dict.Place, dict.Audience},
		specs:  []text.Kind{dict.Spec, dict.Colour, dict.Model},
	},
}

// leadRoom is how many characters may stand before the end of the noun: search
// and the small screen show little more.
const leadRoom = 16

// dropOrder is what a title that is too long loses, first to last; the last of
// a kind goes first. A size, a capacity, a count and a model stay.
var dropOrder = []text.Kind{dict.Other, dict.Place, dict.Style, dict.Use, dict.Scene, dict.Form, dict.Function, dict.Season, dict.Audience, dict.Origin, dict.Category, dict.Colour, dict.Series, dict.Flavour, dict.Material}

// rebuild lays the pieces out in groups, in the order of the options, and
// drops what exceeds the length limit. It returns nil where that is not enough.
func (w *rewrite) rebuild() *line { return w.fitting((*rewrite).groups) }

// fitting drops pieces in dropOrder until the layout is short enough.
func (w *rewrite) fitting(lay func(*rewrite) *line) *line {
	for _, k := range dropOrder {
		for {
			out := lay(w)
			if out.len() <= maxLength {
				return out
			}
			last := -1
			for i := range w.pieces {
				if c := &w.pieces[i]; c.kind == k && !c.dropped && !c.core && !c.host && !w.beforeCore(i) {
					last = i
				}
			}
			if last < 0 {
				break
			}
			w.drop(last, "WX001")
		}
	}
	if out := lay(w); out.len() <= maxLength {
		return out
	}
	return nil
}

// beforeCore reports whether piece i belongs to the name of the goods: a noun
// or a word that no table lists, right before it.
func (w *rewrite) beforeCore(i int) bool {
	c := &w.pieces[i]
	return i < w.core && (c.role == text.Modifier || !c.known) && w.leadsToCore(i)
}

// groups lays out the four groups.
func (w *rewrite) groups() *line {
	order := w.linter.options.Order
	if order == "" {
		order = OrderFormula
	}
	p := plans[order]
	out := &line{}
	placed := make([]bool, len(w.pieces))
	w.nameGroup(out, placed, p)
	for g, kinds := range [][]text.Kind{p.facts, p.scenes, p.specs} {
		var group []int
		for i := range w.pieces {
			if c := &w.pieces[i]; !c.dropped && !placed[i] && slices.Contains(kinds, c.kind) {
				group = append(group, i)
			}
		}
		if order != OrderFormula || g == 2 {
			slices.SortStableFunc(group, func(a, b int) int {
				if n := slices.Index(kinds, w.pieces[a].kind) - slices.Index(kinds, w.pieces[b].kind); n != 0 || w.pieces[a].kind != dict.Spec {
					return n
				}
				return strings.Compare(w.measure(a), w.measure(b))
			})
		}
		if g != 1 || !w.joinsFacts(group, placed, p) {
			out.space()
		}
		for n, i := range group {
			if g == 2 && n > 0 {
				w.partSpecs(out, group[n-1], i)
			}
			w.put(out, i)
			placed[i] = true
		}
	}
	return out.trimmed()
}

// joinsFacts reports whether the scenes need no space before them: one short
// word does not, and where several specifications follow, these need it more.
func (w *rewrite) joinsFacts(group []int, placed []bool, p plan) bool {
	length, specs := 0, 0
	for _, i := range group {
		length += w.pieces[i].len()
	}
	for i := range w.pieces {
		if c := &w.pieces[i]; !c.dropped && !placed[i] && slices.Contains(p.specs, c.kind) {
			specs++
		}
	}
	return length <= 2 || specs >= 2 && length <= 8
}

// measure returns the unit of a specification.
func (w *rewrite) measure(i int) string {
	return strings.TrimLeft(w.pieces[i].folded, "0123456789.-~/*x:")
}

// partSpecs parts the specifications i and j: alternatives of one measure by a
// slash, others by a space as long as there are spaces to spend.
func (w *rewrite) partSpecs(out *line, i, j int) {
	a, b := &w.pieces[i], &w.pieces[j]
	switch {
	case a.kind == dict.Spec && b.kind == dict.Spec && w.measure(i) == w.measure(j) && w.measure(i) != "" && w.measure(i) != w.pieces[i].folded:
		out.mark("/")
	case a.kind == dict.Colour && b.kind == dict.Colour:
		out.mark("/")
	case strings.Count(string(out.runes), " ") < 3:
		out.space()
	}
}

// put writes piece i.
func (w *rewrite) put(out *line, i int) { out.add(i, w.pieces[i].text) }
