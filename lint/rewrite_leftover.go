package lint

import (
	"strings"
	"sync"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// What a dropped word leaves behind goes with it: here are those left alone.

// joined reports whether a mark such as - ties piece i to a neighbour: 2-萘.
func (w *rewrite) joined(i int) bool {
	ties := func(j int) bool {
		return j >= 0 && j < len(w.pieces) && w.pieces[j].kind == dict.Mark && strings.Contains("-./+*~", w.pieces[j].text)
	}
	return w.fastened(i-1, i) && ties(i-1) || w.fastened(i, i+1) && ties(i+1)
}

// dropOrphans drops what a dropped word leaves behind: single characters that
// were fastened to it, words such as 同款 and 适用 without what they speak of, and
// whom 专供 spoke to.
func (w *rewrite) dropOrphans() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped {
			if leftover(c.folded) == dict.Address && i > 0 && w.fastened(i-1, i) && (!w.fastened(i-2, i-1) || w.pieces[i-1].kind == dict.Audience) && !w.pieces[i-1].core {
				w.drop(i-1, "")
			}
			continue
		}
		alone := !(w.kept(i-1) && w.fastened(i-1, i) && w.pieces[i-1].kind != dict.Mark) && !(w.kept(i+1) && w.fastened(i, i+1) && w.pieces[i+1].kind != dict.Mark)
		switch {
		case c.kind == dict.Mark || c.core || c.host:
		case w.fastened(i-1, i) && w.pieces[i-1].dropped && strings.Contains("不无非未", w.pieces[i-1].folded):
			w.drop(i, "") // 带蒸笼 of 不带蒸笼
		case c.grammar() == "for":
			if !w.leadsOn(i) {
				w.drop(i, "")
			}
		case c.grammar() == "rides":
			w.drop(i, "")
		case c.grammar() == "fits":
			if o := i - 1; !w.light && (!w.kept(o) || !w.fastened(o, i) || w.pieces[o].kind == dict.Brand || w.pieces[o].kind == dict.Model || w.pieces[o].kind == dict.Category) {
				w.drop(i, "")
			}
		case alone && !w.light && !w.goods.set && !c.known && c.kind == dict.Other:
			w.drop(i, "") // 饭菜 behind the names that went
		case c.len() == 1 && alone && text.Han([]rune(c.folded)[0]) && c.kind != dict.Audience && c.kind != dict.Colour && c.kind != dict.Season:
			w.drop(i, "")
		}
	}
}

// leadsOn reports whether something is kept of what the grammar word i leads to.
func (w *rewrite) leadsOn(i int) bool {
	for j := i + 1; j < len(w.pieces) && w.fastened(j-1, j) && w.pieces[j].kind != dict.Mark; j++ {
		if !w.pieces[j].dropped {
			return true
		}
	}
	return false
}

// dropTalk drops the stretches between marks and gaps of which a part goes and
// the rest states nothing: 仅199, 闪购福利.
func (w *rewrite) dropTalk() {
	claims := firm(w.restored.Findings, "WX602") // what states nothing there claims more of it
	for i := 0; i < len(w.pieces); {
		if w.pieces[i].kind == dict.Mark {
			i++
			continue
		}
		j := i + 1
		for j < len(w.pieces) && w.pieces[j].kind != dict.Mark && w.fastened(j-1, j) {
			j++
		}
		states, gone, bare := false, claims && i > 0, j == i+1 && bareDigits(w.pieces[i].text) && w.pieces[i].len() < 3 && !w.joined(i)
		for k := i; k < j; k++ {
			switch c := &w.pieces[k]; {
			case c.dropped:
				gone = true
			case c.kind == dict.Spec:
				states = states || c.canonical != "count" && c.canonical != "money" && strings.Trim(c.text, "0123456789./-~") != ""
			case c.core, c.kind.Attribute(), c.kind == dict.Category, c.kind == dict.Brand, c.kind == dict.Model && c.len() > 2 && !bareDigits(c.text), c.kind == dict.Colour, c.kind == dict.Series:
				states = true
			}
		}
		if !states && (gone || bare) {
			for k := i; k < j; k++ {
				w.drop(k, "")
			}
		}
		i = j
	}
}

// dropAddress drops the clauses that speak to the reader.
func (w *rewrite) dropAddress() {
	for i := 0; i < len(w.pieces); {
		j := i + 1
		for j < len(w.pieces) && w.pieces[j].kind != dict.Mark {
			j++
		}
		core, speaks := false, false
		for k := i; k < j; k++ {
			core = core || w.pieces[k].core
			speaks = speaks || !w.pieces[k].known && strings.ContainsAny(w.pieces[k].folded, "你我您她他这吧啊呢吗哦啦")
		}
		if speaks && !core {
			for k := i; k < j; k++ {
				w.drop(k, "")
			}
		}
		i = j
	}
}

// dropPrice drops the numbers behind a word of prices: 柜价900/1500.
func (w *rewrite) dropPrice(i int) {
	for j := i + 1; j < len(w.pieces) && w.fastened(j-1, j) && strings.Trim(w.pieces[j].folded, "0123456789./-~:：元起") == ""; j++ {
		w.drop(j, "")
	}
}

// dropCounts drops the counts and sizes of what is gone: 1根 of 灯管1根. Those
// of another name of the goods count the goods.
func (w *rewrite) dropCounts() {
	for i := range len(w.pieces) - 1 {
		c, o := &w.pieces[i], &w.pieces[i+1]
		if (c.kind == dict.Spec && c.canonical == "count" || c.kind == dict.Model && c.len() < 3 && !w.goods.fits) && w.fastened(i, i+1) && o.dropped && o.kind != dict.Mark && !weightless(o.kind) && !(o.kind == dict.Category && w.core >= 0 && w.sameGoods(o, &w.pieces[w.core])) {
			w.drop(i, o.rule) // 4T of 4T硬盘
		}
	}
	for i := 1; i < len(w.pieces); i++ {
		c, o := &w.pieces[i], &w.pieces[i-1]
		if c.kind == dict.Spec && w.fastened(i-1, i) && o.dropped && o.kind == dict.Category && !(w.core >= 0 && w.sameGoods(o, &w.pieces[w.core])) {
			w.drop(i, o.rule)
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

// leftover says what becomes of a word that states nothing of the goods.
func leftover(folded string) dict.LeftoverClass { return leftovers()[folded] }

var leftovers = sync.OnceValue(func() map[string]dict.LeftoverClass {
	words, err := dict.BuiltinLeftovers()
	if err != nil {
		panic(err) // a test reads the table
	}
	return words
})
