package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// No machine orders words better than the person who wrote them. So the pieces
// that stay keep their order; only what must stand in front is moved there: the
// brand, what an accessory fits, and the core noun with what is fastened to it
// where it stands too late. Sizes and colours that stand for themselves end the
// title.

// leadRoom is how many characters may stand before the end of the noun: search
// and the small screen show little more.
const leadRoom = 18

// group is what a piece belongs to; the groups stand in this order.
type group int

const (
	inHead group = iota // brand, model, what an accessory fits
	inName              // the core noun and what is fastened to it
	inRest              // everything else, in the order of the title
	inSpecs
)

// layout returns the proposed title, or nil where it is too long.
func (w *rewrite) layout() *line {
	for _, k := range dropOrder {
		for {
			out := w.lay()
			if out.len() <= maxLength {
				return out
			}
			last := -1
			for i := range w.pieces {
				if c := &w.pieces[i]; c.kind == k && !c.dropped && !c.core && !c.host && !w.leads(i) {
					last = i
				}
			}
			if last < 0 {
				break
			}
			w.drop(last, "WX001")
		}
	}
	if out := w.lay(); out.len() <= maxLength {
		return out
	}
	return nil
}

// dropOrder is what a title that is too long loses, first to last; the last of
// a kind goes first. A size, a capacity, a count and a model stay.
var dropOrder = []text.Kind{dict.Mark, dict.Other, dict.Place, dict.Style, dict.Use, dict.Scene, dict.Form, dict.Function, dict.Season, dict.Audience, dict.Origin, dict.Category, dict.Colour, dict.Series, dict.Flavour, dict.Material}

// lay writes the pieces.
func (w *rewrite) lay() *line {
	brand := w.headBrand()
	order, groups := w.order(brand)
	spaces := w.spaces(order, groups)
	out := &line{}
	if len(brand) == 0 && w.missingBrand() != "" {
		out.mark("【" + w.missingBrand() + "】")
	}
	hosts := false
	last := -1
	for n, i := range order {
		c := &w.pieces[i]
		switch {
		case slices.Contains(brand, i):
			if i == brand[0] {
				out.mark("【")
			}
			w.put(out, i)
			if i == brand[len(brand)-1] {
				out.mark("】")
			}
		case c.host:
			if !hosts {
				hosts = true
				w.putHosts(out, order)
			}
		default:
			if last >= 0 {
				if m := w.between(last, i); m != "" {
					out.add(last+1, m, true)
				} else if m := w.alternative(last, i); m != "" {
					out.mark(m)
				} else if slices.Contains(spaces, n) {
					out.space()
				}
			}
			w.put(out, i)
		}
		last = i
	}
	return out.trimmed()
}

// put writes piece i.
func (w *rewrite) put(out *line, i int) {
	fastened := len(out.at) > 0 && out.at[len(out.at)-1].piece == i-1 && w.fastened(i-1, i)
	out.add(i, w.pieces[i].text, fastened)
}

// order returns the kept pieces in the order of the suggestion, and the group of
// every piece.
func (w *rewrite) order(brand []int) (order []int, groups []group) {
	for i := range w.pieces {
		if !w.pieces[i].dropped {
			order = append(order, i)
		}
	}
	groups = w.groups(order, brand)
	if w.light || w.goods.set || w.goods.book {
		return order, groups // what is listed there must not be torn apart
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if n := groups[a] - groups[b]; n != 0 {
			return int(n)
		}
		return w.within(groups[a], a, brand) - w.within(groups[b], b, brand)
	})
	return order, groups
}

// within orders the pieces of one group where that is not the order of the
// title: the brand before the rest of the head, the noun before whom it is for.
func (w *rewrite) within(g group, i int, brand []int) int {
	c := &w.pieces[i]
	switch {
	case g == inHead && slices.Contains(brand, i):
		return -1
	case g == inHead && c.host:
		return 1
	case g == inName && i != w.core && w.tails(i):
		return 1 + manFirst(c.folded)
	case g == inRest && c.residual:
		return 3 // what dropped names leave stands together
	case g == inRest && w.linter.options.Order == OrderManual || g == inRest && w.linter.options.Order == OrderStrict:
		return w.rank(i)
	}
	return 0
}

// manFirst orders 男 before 女, as everybody writes it.
func manFirst(word string) int {
	if strings.HasPrefix(word, "女") {
		return 1
	}
	return 0
}

// rank orders the facts for those who want them by kind.
func (w *rewrite) rank(i int) int {
	switch w.pieces[i].kind {
	case dict.Material, dict.Function, dict.Flavour, dict.Series:
		return 0
	case dict.Use, dict.Scene, dict.Place, dict.Audience:
		return 2
	}
	return 1
}
