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
	order := w.order()
	spaces := w.spaces(order)
	out := &line{}
	brand := w.headBrand()
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

// order returns the kept pieces in the order of the suggestion.
func (w *rewrite) order() []int {
	var order []int
	for i := range w.pieces {
		if !w.pieces[i].dropped {
			order = append(order, i)
		}
	}
	if w.light || w.goods.set || w.goods.book {
		return order // what is listed there must not be torn apart
	}
	groups := w.groups(order)
	slices.SortStableFunc(order, func(a, b int) int {
		if n := groups[a] - groups[b]; n != 0 {
			return int(n)
		}
		if a, b := w.within(groups[a], a), w.within(groups[b], b); a != b {
			return a - b
		}
		return 0
	})
	return order
}

// within orders the pieces of one group where that is not the order of the
// title: the brand before the rest of the head, the noun before whom it is for.
func (w *rewrite) within(g group, i int) int {
	c := &w.pieces[i]
	switch {
	case g == inHead && slices.Contains(w.headBrand(), i):
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

// groups says where each of the kept pieces belongs.
func (w *rewrite) groups(order []int) []group {
	groups := make([]group, len(w.pieces))
	for i := range groups {
		groups[i] = inRest
	}
	strict := w.linter.options.Order == OrderManual || w.linter.options.Order == OrderStrict
	early := 0 // characters before the end of the noun, were the order kept
	for _, i := range order {
		if i <= w.core && !w.pieces[i].host {
			early += w.pieces[i].len()
		}
	}
	brand := w.headBrand()
	for _, i := range order {
		c := &w.pieces[i]
		switch {
		case slices.Contains(brand, i), c.host, i < w.core && w.besideBrand(i, brand):
			groups[i] = inHead
		case c.core:
			groups[i] = inName
		case c.len() == 1 && w.tails(i):
			groups[i] = inName
		case w.leads(i):
			groups[i] = inName
			if strict && c.known && c.role != text.Modifier {
				groups[i] = inRest
			}
		case i < w.core && early <= leadRoom && !strict && !w.standsAlone(i):
			groups[i] = inName
		case w.tails(i):
			groups[i] = inName
		case w.standsAlone(i):
			groups[i] = inSpecs
		}
	}
	return groups
}

// besideBrand reports whether piece i is a model or a series that the brand at
// the head carries, or that opens the title itself.
func (w *rewrite) besideBrand(i int, brand []int) bool {
	c := &w.pieces[i]
	if c.kind != dict.Model && c.kind != dict.Series {
		return false
	}
	if len(brand) == 0 {
		for i > 0 && w.fastened(i-1, i) && w.pieces[i-1].kind == dict.Series && w.kept(i-1) {
			i--
		}
		return w.first(i)
	}
	return i > brand[len(brand)-1] && w.opens(i)
}

// tails reports whether piece i stands right behind the noun: the word for a
// set, and one short word for people where the goods are worn.
func (w *rewrite) tails(i int) bool {
	c := &w.pieces[i]
	if i == w.core+1 && w.fastened(w.core, i) && (setWord(c) || c.kind == dict.Audience && c.len() <= 3 && !c.residual && w.goods.wearable()) {
		return true
	}
	if c.kind != dict.Audience || strings.Trim(c.folded, "男女士款") != "" {
		return false
	}
	if w.fastened(i-1, i) && w.kept(i-1) && w.pieces[i-1].kind == dict.Audience || w.fastened(i, i+1) && w.kept(i+1) && w.pieces[i+1].kind == dict.Audience {
		return false // they stand together
	}
	return c.len() <= 2 && w.goods.wearable() && i > w.core || c.len() == 1 && w.bothSexes()
}

// bothSexes reports whether 男 and 女 stand apart in the title: together they
// say 男女.
func (w *rewrite) bothSexes() bool {
	found := 0
	for i := range w.pieces {
		if c := &w.pieces[i]; !c.dropped && c.kind == dict.Audience && (c.folded == "男" || c.folded == "女") {
			found++
		}
	}
	return found == 2
}

// standsAlone reports whether piece i is a size, a colour or a number of an
// article with nothing but the like fastened to it: such a phrase may move.
func (w *rewrite) standsAlone(i int) bool {
	if !specLike(&w.pieces[i]) {
		return false
	}
	for a := i; a > 0 && w.kept(a-1) && w.fastened(a-1, a); a-- {
		if !specLike(&w.pieces[a-1]) {
			return false
		}
	}
	if w.measuresGoods(i) {
		return true
	}
	for b := i; b+1 < len(w.pieces) && w.kept(b+1) && w.fastened(b, b+1); b++ {
		if !specLike(&w.pieces[b+1]) {
			return false
		}
	}
	return true
}

// measuresGoods reports whether the size i is that of a name of the goods which
// went, so that the words behind it are another phrase: 55mm in 文件盒55mm办公.
func (w *rewrite) measuresGoods(i int) bool {
	return w.pieces[i].kind == dict.Spec && i > 0 && w.fastened(i-1, i) && w.pieces[i-1].dropped && w.pieces[i-1].kind == dict.Category
}

func specLike(c *piece) bool {
	return c.kind == dict.Spec || c.kind == dict.Colour || c.kind == dict.Model
}
