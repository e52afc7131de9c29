package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// chooseNouns decides of the product nouns beside the main one: those that
// belong to its name stay, and what other names of the same goods say besides
// (凭证 in 凭证盒) stays where it is a fact.
func (w *rewrite) chooseNouns() {
	if w.core < 0 {
		return
	}
	main := &w.pieces[w.core]
	var out []piece
	for i := range w.pieces {
		c := w.pieces[i]
		if c.dropped || c.core || c.kind != dict.Category && c.kind != dict.Container {
			out = append(out, c)
			continue
		}
		switch {
		case setWord(&c) && (w.goods.set || c.kind == dict.Container && w.fastened(i-1, i) && !w.pieces[i-1].dropped):
		case c.role == text.Modifier && w.leads(i), w.names(i):
		case c.role == text.Component && i > 0 && w.fastened(i-1, i) && w.pieces[i-1].kind == dict.Material && w.kept(i-1):
			c.kind = dict.Form // 不锈钢台面
		case w.goods.set && c.folded != main.folded:
			// a set lists what it holds
		case c.role == text.Host && w.goods.accessory:
			c.dropped = true // the models say it
		case c.role == text.Host && w.fitted(i):
		case w.opens(i) && i+1 < len(w.pieces) && w.fastened(i, i+1) && w.pieces[i+1].kind == dict.Model:
			c.kind, c.role = dict.Series, text.NoRole // a name before its model
		default:
			same := w.sameGoods(&c, main)
			rule := w.stacked(c.Span)
			if rule == "" {
				rule = "WX102"
				if same {
					rule = "WX301"
				}
			}
			same = same || rule == "WX301" && w.goods.accessory // 硅胶套
			if head, tail, ok := w.factWithin(c); ok && same {
				tail.dropped, tail.rule = true, rule
				out = append(out, head, tail)
				continue
			}
			c.dropped, c.rule = true, rule
			if w.listedAlong(i, rule != "WX301") {
				kinds := []text.Kind{dict.Material, dict.Form, dict.Function, dict.Use, dict.Scene}
				if rule != "WX301" {
					kinds = append(kinds, dict.Spec)
				}
				dropDescription(out, c.Start, kinds...)
			} else if !same && !w.describes(i) {
				kinds := []text.Kind{dict.Material, dict.Form, dict.Spec}
				if !w.goods.accessory {
					kinds = append(kinds, dict.Model) // there they tell what it fits
				}
				dropDescription(out, c.Start, kinds...)
			}
		}
		out = append(out, c)
	}
	w.pieces = out
	w.findCore()
}

// listedAlong reports whether the noun i is one of those that come along, behind
// a + or, where it is of other goods, before one: 屏幕膜 in 高清屏幕膜+键盘膜.
func (w *rewrite) listedAlong(i int, other bool) bool {
	for j := i; j > 0 && w.fastened(j-1, j) && w.pieces[j].kind != dict.Mark; j-- {
		if w.pieces[j-1].text == "+" {
			return true
		}
	}
	return other && w.fastened(i, i+1) && w.pieces[i+1].text == "+"
}

// describes reports whether the noun i stands before another name of the goods
// and so describes it: 圣代 in 不锈钢圣代甜筒机.
func (w *rewrite) describes(i int) bool {
	return w.fastened(i, i+1) && w.pieces[i+1].kind == dict.Category && w.sameGoods(&w.pieces[i+1], &w.pieces[w.core])
}

// dropDescription drops the pieces of these kinds at the end of out that describe
// the goods that start there: 玻璃 before 钢化膜.
func dropDescription(out []piece, start int, kinds ...text.Kind) {
	for k := len(out) - 1; k >= 0 && k >= len(out)-2; k-- {
		c := &out[k]
		storage := c.kind == dict.Spec && strings.Trim(c.folded, "0123456789tgb") == "" // 32g of 32g内存
		if c.End != start || c.core || c.dropped || storage || !slices.Contains(kinds, c.kind) && c.role != text.Modifier {
			return
		}
		c.dropped, c.rule = true, "WX102"
		start = c.Start
	}
}

// names reports whether the noun i is what a material in front of the main noun
// is called: 鳗鱼 in 鳗鱼皮乐福鞋.
func (w *rewrite) names(i int) bool {
	if i+1 == w.core && w.fastened(i, w.core) && w.pieces[i].kind == dict.Category {
		return !w.sameGoods(&w.pieces[i], &w.pieces[w.core]) // 耳机 of 耳机海绵套
	}
	return i+1 < w.core && w.fastened(i, i+1) && w.pieces[i+1].len() == 1 && w.leads(i+1)
}

// fitted reports whether a word such as 适用 leads to piece i.
func (w *rewrite) fitted(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3 && w.fastened(j, j+1); j-- {
		if w.pieces[j].grammar() == "for" {
			return true
		}
	}
	return false
}

// leads reports whether piece i belongs to the phrase of the main noun: it is
// fastened to it, by kept pieces that are no names of goods themselves.
func (w *rewrite) leads(i int) bool {
	if i >= w.core || w.pieces[i].host {
		return false
	}
	for j := i; j < w.core; j++ {
		c := &w.pieces[j]
		if !w.fastened(j, j+1) || c.kind == dict.Mark || c.dropped || c.host || c.kind == dict.Brand || c.kind == dict.Category && c.role == text.Subject && j > i {
			return false
		}
	}
	return w.pieces[i].kind != dict.Category || w.pieces[i].role != text.Subject || w.names(i)
}

// stands reports whether a word of kind k says something without the noun that
// it was part of: 铁皮 does, 洗脸 of 洗脸奶 is a stump.
func stands(k text.Kind) bool {
	switch k {
	case dict.Use, dict.Scene, dict.Function:
		return false
	}
	return k.Attribute()
}

// factWithin parts a noun into the fact that it begins with and the rest: 铁皮
// and 柜, 女 and 鞋.
func (w *rewrite) factWithin(c piece) (head, tail piece, ok bool) {
	if w.device(c.canonical) || w.device(c.folded) {
		return piece{}, piece{}, false // 笔记 of 笔记本 is no fact
	}
	n := c.len()
	for k := n - 1; k >= 1; k-- {
		folded := string([]rune(c.folded)[:k])
		if k == 1 && !(folded == "男" || folded == "女") {
			continue
		}
		var found *dict.Entry
		for _, e := range w.lex.Lookup(folded) {
			if stands(e.Kind) && !e.Has("context") && !e.Has("ambiguous") && (found == nil || e.Kind < found.Kind) {
				found = e
			}
		}
		if found == nil || found.Kind != dict.Material && w.lex.As(folded, dict.Category) != nil && k > 1 {
			continue
		}
		head := w.part(c, 0, k, found)
		head.residual = true
		return head, w.part(c, k, n, nil), true
	}
	return piece{}, piece{}, false
}
