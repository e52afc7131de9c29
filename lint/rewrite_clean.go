package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// A title of which only characters or single words are at fault stays as it was
// written; this cleans the places where something went.

// clean drops the marks that lead nowhere once the words beside them are gone.
func (w *rewrite) clean() {
	w.cleanNames()
	w.partPhrases()
	const openers, closers = "(（[【《", ")）]】》"
	for again := true; again; {
		again = false
		last := -1
		for i := range w.pieces {
			c := &w.pieces[i]
			if c.dropped {
				continue
			}
			if c.kind == dict.Mark {
				opener, closer := strings.Contains(openers, c.text), strings.Contains(closers, c.text)
				var gone []int
				switch {
				case closer && last >= 0 && strings.Contains(openers, w.pieces[last].text):
					gone = []int{last, i}
				case last < 0 && !opener, last >= 0 && w.pieces[last].kind == dict.Mark && !opener && !closer && !strings.Contains(closers, w.pieces[last].text):
					gone = []int{i}
				}
				for _, k := range gone {
					w.pieces[k].dropped, again = true, true
				}
			}
			if !c.dropped {
				last = i
			}
		}
		if last >= 0 && w.pieces[last].kind == dict.Mark && !strings.Contains(closers, w.pieces[last].text) {
			w.pieces[last].dropped, again = true, true
		}
	}
}

// cleanNames drops the brackets around the second name of a brand, 魅可(MAC),
// and those that would make a brand of other words.
func (w *rewrite) cleanNames() {
	names := w.headBrand()
	for i := range w.pieces {
		c := &w.pieces[i]
		between := len(names) > 1 && i > names[0] && !slices.ContainsFunc(w.pieces[names[len(names)-1]+1:max(i, names[len(names)-1]+1)], func(o piece) bool { return !o.dropped && o.kind != dict.Mark })
		if c.kind == dict.Mark && (between || c.text == "【" || c.text == "】") {
			w.drop(i, "")
		}
	}
}

// partPhrases makes spaces of full stops and exclamation marks, and of commas
// where they are few.
func (w *rewrite) partPhrases() {
	commas := 0
	for i := range w.pieces {
		if c := &w.pieces[i]; !c.dropped && strings.Contains(",，", c.text) {
			commas++
		}
	}
	for i := range w.pieces {
		if c := &w.pieces[i]; c.kind == dict.Mark && (strings.Contains("。！!；;|｜~～、", c.text) && c.text != "、" || commas+w.gaps() <= maxSpaces && strings.Contains(",，", c.text)) {
			w.drop(i, "")
		}
	}
}

// gaps returns how many spaces stand between the kept pieces.
func (w *rewrite) gaps() int {
	n, last := 0, -1
	for i := range w.pieces {
		if w.pieces[i].dropped {
			continue
		}
		if last >= 0 && !w.fastened(last, i) {
			n++
		}
		last = i
	}
	return n
}

// dropSecondNames drops other names of the goods that stand for themselves.
func (w *rewrite) dropSecondNames() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if w.core >= 0 && c.kind == dict.Category && !c.core && i > w.core && w.sameGoods(c, &w.pieces[w.core]) && !w.fastened(i-1, i) && !w.fastened(i, i+1) && !w.goods.set {
			w.drop(i, "WX301")
		}
	}
}

// dropOtherBrands drops the own brand that is named again where the title gives
// it in front, and the brands of others behind the goods: they are ridden on,
// or no brands.
func (w *rewrite) dropOtherBrands() {
	own := w.headBrand()
	for i := range w.pieces {
		c := &w.pieces[i]
		if len(own) == 0 || c.kind != dict.Brand || c.host || slices.Contains(own, i) || w.fitted(i) {
			continue
		}
		if i > w.core || slices.ContainsFunc(own, func(k int) bool { return w.pieces[k].folded == c.folded }) {
			w.drop(i, "WX501")
		}
	}
}

// dropNames drops a brand that is named again in the same script.
func (w *rewrite) dropNames() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.kind != dict.Brand || c.entry == nil {
			continue
		}
		if slices.ContainsFunc(w.pieces[:i], func(o piece) bool {
			return !o.dropped && o.kind == dict.Brand && o.folded == c.folded && (i+1 == len(w.pieces) || w.pieces[i+1].kind != dict.Model)
		}) {
			w.drop(i, "")
		}
	}
}
