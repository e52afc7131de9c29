package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// groups says where each of the kept pieces belongs.
func (w *rewrite) groups(order, brand []int) []group {
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
