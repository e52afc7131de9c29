package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// missing returns what a person must supply before a title can be proposed,
// nil where nothing is wanting.
func (w *rewrite) missing() []Missing {
	if w.core < 0 {
		return []Missing{{Kind: "category", Candidates: w.categoryNouns()}}
	}
	if which := w.undecided(); len(which) > 0 {
		return []Missing{{Kind: "category", Candidates: which}}
	}
	if w.facts() < 2 || w.gutted() || w.manyModels() || w.obscure() {
		return []Missing{{Kind: "attribute", Candidates: w.usualFacts()}}
	}
	return nil
}

// gutted reports whether less than half of a title is left that was to keep its
// words, or a third of one that talks: then it did not sell what it seems to.
func (w *rewrite) gutted() bool {
	all, left := 0, 0
	for i := range w.pieces {
		if c := &w.pieces[i]; c.kind != dict.Mark {
			all += c.len()
			if !c.dropped {
				left += c.len()
			}
		}
	}
	if w.light {
		return left*2 < all
	}
	talk := slices.ContainsFunc(w.restored.Findings, func(f Finding) bool { return f.Rule == "WX202" && !f.Waived })
	return talk && left*3 < all
}

// subjects returns the product nouns of the title, each once.
func (w *rewrite) subjects() []string {
	var nouns []string
	for _, i := range w.Core {
		if t := w.Terms[i].Text; !slices.Contains(nouns, t) {
			nouns = append(nouns, t)
		}
	}
	return nouns
}

// obscure reports whether too much of the title is made of words that no table
// lists, or of names in Latin letters that nothing explains: an operator would
// have to check every word of the outcome, and had better write it.
func (w *rewrite) obscure() bool {
	if w.light || w.goods.book {
		return false
	}
	all, lost, names := 0, 0, 0
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind == dict.Mark {
			continue
		}
		all += c.len()
		if c.dropped && !c.known && c.kind == dict.Other && c.rule == "" {
			lost += c.len()
		}
		if !c.dropped && !c.host && w.goods.fits && ascii(c.folded) && (c.kind == dict.Series || c.kind == dict.Model && !strings.Contains(c.folded, "-") || c.kind == dict.Other) && !w.first(i) && !w.leads(i) {
			names++
		}
	}
	return lost*3 > all || names > 0
}

// manyModels reports whether a device is named with several models: which of
// them is sold a person must say.
func (w *rewrite) manyModels() bool {
	c := &w.pieces[w.core]
	if w.light || w.goods.accessory || !w.device(c.canonical) && !w.device(c.folded) {
		return false
	}
	models := map[string]bool{}
	for i := range w.pieces {
		if c := &w.pieces[i]; !c.dropped && c.kind == dict.Model {
			models[squeezed(c.folded)] = true
		}
	}
	return len(models) > 1
}

// undecided returns the nouns between which a person must choose: several
// goods of which the category names none, or goods of another category.
func (w *rewrite) undecided() []string {
	var which []string
	for _, f := range w.restored.Findings {
		if f.Waived || f.Rule != "WX102" && f.Rule != "WX105" || f.Rule == "WX102" && w.goods.set {
			continue
		}
		if f.Rule == "WX102" && w.Category != nil && w.inCategory(&w.pieces[w.core]) {
			continue
		}
		for _, q := range f.Spans {
			if !slices.Contains(which, q.Text) {
				which = append(which, q.Text)
			}
		}
		if f.Rule == "WX105" {
			which = append(which, w.categoryNouns()...)
		}
	}
	if len(which) == 0 && w.goods.set && !w.light && w.stacks() {
		which = w.subjects() // which of them the set holds the title does not say
	}
	if n := w.strangers(); len(which) == 0 && len(n) > 2 {
		which = append([]string{w.pieces[w.core].text}, n...)
	}
	if len(which) == 0 {
		which = w.rivals()
	}
	if len(which) == 0 && !w.light && !w.goods.set && !(w.Category != nil && w.inCategory(&w.pieces[w.core])) {
		which = w.onPar()
	}
	if len(which) == 0 && w.doubtful() {
		which = []string{w.pieces[w.core].text}
	}
	return which
}

// strangers returns the product nouns that name other goods than the main one
// and have nothing to do with it.
func (w *rewrite) strangers() []string {
	c := &w.pieces[w.core]
	if w.goods.set || w.goods.accessory || w.goods.book || w.Category != nil && w.inCategory(c) {
		return nil
	}
	main := &text.Term{Folded: c.folded, Canonical: c.canonical, Entry: c.entry, Kind: dict.Category}
	var nouns []string
	for _, i := range w.Core {
		t := &w.Terms[i]
		if !w.SameGoods(main, t) && !w.yields(i) && !w.added(i) && !uses(w.lex, c.canonical, t.Canonical) && !uses(w.lex, t.Canonical, c.canonical) && w.offence(t.Span) == "" && !slices.Contains(nouns, t.Text) {
			nouns = append(nouns, t.Text)
		}
	}
	return nouns
}

// onPar returns the main noun and one that speaks for itself as strongly and
// names other goods, nil where there is none.
func (w *rewrite) onPar() []string {
	c := &w.pieces[w.core]
	main := &text.Term{Folded: c.folded, Canonical: c.canonical, Entry: c.entry, Kind: dict.Category}
	for _, i := range w.Named() {
		t := &w.Terms[i]
		if c.Len() > 0 && !w.SameGoods(main, t) && !w.yields(i) && !strings.HasSuffix(c.folded, t.Folded) && !uses(w.lex, c.canonical, t.Canonical) && w.offence(t.Span) == "" {
			return []string{c.text, t.Text}
		}
	}
	return nil
}

// doubtful reports whether the main noun is one that seldom names what is sold:
// what is sold is a part of it, it comes along with something, is fresh food beside other goods, is Latin, or
// stands in for one that the parse held for stronger.
func (w *rewrite) doubtful() bool {
	c := &w.pieces[w.core]
	if w.light || w.Category != nil && w.inCategory(c) || c.Len() == 0 {
		return false
	}
	for _, t := range w.Core {
		if w.Terms[t].Folded == c.folded && w.Adjacent(t) && leftover(w.Terms[t+1].Folded) == dict.Part {
			return true // 拉杆箱配件
		}
		if w.Terms[t].Span == c.Span && (w.yields(t) || ascii(c.folded) || !slices.Contains(w.Named(), t)) {
			return true
		}
	}
	return false
}

func (w *rewrite) inCategory(c *piece) bool {
	return w.InCategory(&text.Term{Folded: c.folded, Canonical: c.canonical, Entry: c.entry, Kind: dict.Category})
}

// facts counts what the kept pieces tell: the goods themselves and everything
// that is stated of them.
func (w *rewrite) facts() int {
	n := 0
	stated := false
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped {
			continue
		}
		switch {
		case c.core:
			n++
			stated = stated || c.len() >= 4
		case c.kind.Attribute() && !(c.kind == dict.Spec && (c.canonical == "count" || c.canonical == "money")), c.kind == dict.Category, c.host,
			c.kind == dict.Other && c.len() >= 2:
			n++
			stated = true
		}
	}
	if n < 2 && stated {
		n++ // the name of the goods says it itself: 针织棒球帽
	}
	return n
}

// categoryNoun returns the name of the row's category where that is a plain
// product noun, with its entry; nil where it is none, or several.
func (w *rewrite) categoryNoun() (string, *dict.Entry) {
	if w.Category == nil || !w.Category.Leaf || strings.ContainsAny(w.Category.Name, "/（(、") {
		return "", nil
	}
	e := w.lex.As(w.Category.Name, dict.Category)
	if e == nil || e.Has("broad") || e.Has("ambiguous") {
		return "", nil
	}
	return w.Category.Name, e
}

// categoryNouns returns the nouns that the name of the row's category holds.
func (w *rewrite) categoryNouns() []string {
	nouns := []string{}
	if w.Category == nil || !w.Category.Leaf {
		return nouns
	}
	name, _, _ := strings.Cut(w.Category.Name, "（")
	name, _, _ = strings.Cut(name, "(")
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '、' }) {
		if len([]rune(part)) >= 2 && !strings.HasPrefix(part, "其它") && !strings.HasPrefix(part, "其他") && len(nouns) < 3 {
			nouns = append(nouns, part)
		}
	}
	return nouns
}

// usual lists the kinds of facts that buyers of a top category look for.
var usual = map[string][]string{
	"服饰内衣": {"材质", "季节", "款式"}, "鞋靴": {"材质", "款式", "功能"}, "箱包皮具": {"材质", "款式", "容量"}, "珠宝首饰": {"材质", "款式"},
	"食品饮料": {"口味", "产地", "净含量"}, "生鲜": {"产地", "净含量"}, "酒类": {"香型", "度数", "净含量"}, "美妆护肤": {"功能", "适用肤质", "净含量"},
	"个人护理": {"功能", "适用人群", "规格"}, "母婴": {"适用年龄", "材质", "规格"}, "家用电器": {"功能", "容量或功率", "型号"}, "手机通讯": {"型号", "内存", "功能"},
	"数码": {"型号", "功能"}, "电脑、办公": {"型号", "规格", "功能"}, "家纺": {"材质", "尺寸", "季节"}, "家具": {"材质", "尺寸", "风格"}, "厨具": {"材质", "容量", "功能"},
	"图书": {"作者", "出版社", "版本"}, "玩具乐器": {"适用年龄", "材质", "玩法"}, "汽车": {"适用车型", "材质"}, "宠物生活": {"适用宠物", "规格", "口味"},
}

// usualFacts returns the kinds of facts to ask for.
func (w *rewrite) usualFacts() []string {
	if kinds := usual[w.goods.top]; kinds != nil {
		return slices.Clone(kinds)
	}
	return []string{"材质", "功能", "场景", "人群"}
}

// leafNoun returns the first of the nouns in the name of a leaf category: 剃
// from 剃/脱毛器 would be none, so a first part shorter than two characters
// gives way to the last.
func leafNoun(name string) string {
	name, _, _ = strings.Cut(name, "（")
	name, _, _ = strings.Cut(name, "(")
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '、' })
	for _, p := range parts {
		if len([]rune(p)) >= 2 && !strings.HasPrefix(p, "其它") && !strings.HasPrefix(p, "其他") {
			return p
		}
	}
	return ""
}

// rivals returns the nouns of other goods that might as well be what is sold:
// from another top category, certain, and not what the main one is made for,
// part of or a flavour of. Nothing is returned where the row's category decides.
func (w *rewrite) rivals() []string {
	if w.goods.set || w.goods.book || w.light {
		return nil
	}
	main := &w.pieces[w.core]
	if w.Category != nil && w.inCategory(main) || main.entry == nil || main.Len() == 0 {
		return nil
	}
	mine := w.lex.Nodes(main.entry)
	note := w.SKUNote()
	for _, i := range w.Core {
		t := &w.Terms[i]
		if !t.Known || t.Entry == nil || t.Span == main.Span || t.Has("broad") || t.Has("ambiguous") || note.Len() > 0 && note.Contains(t.Span) || t.Len() < 2 {
			continue
		}
		theirs := w.lex.Nodes(t.Entry)
		if len(mine) == 0 || len(theirs) == 0 || slices.ContainsFunc(theirs, func(n *dict.Node) bool {
			return slices.ContainsFunc(mine, func(m *dict.Node) bool { return m.Top() == n.Top() })
		}) {
			continue
		}
		m := &text.Term{Folded: main.folded, Canonical: main.canonical, Entry: main.entry, Kind: dict.Category}
		if w.SameGoods(t, m) || w.added(i) || uses(w.lex, t.Canonical, main.canonical) || uses(w.lex, main.canonical, t.Canonical) || w.offence(t.Span) != "" || !w.ends(i) {
			continue
		}
		return []string{main.text, t.Text}
	}
	return nil
}

func uses(l *dict.Lexicon, accessory, host string) bool {
	return slices.Contains(l.MadeFor(accessory), host)
}

// ends reports whether noun i ends its phrase: a mark, a gap or the end of the
// title follows.
func (w *rewrite) ends(i int) bool {
	return !w.Adjacent(i) || w.Terms[i+1].Kind == dict.Mark
}

// added reports whether noun i is named as something that comes along: behind
// a + or 同款.
func (w *rewrite) added(i int) bool {
	for j := i - 1; j >= 0 && w.Adjacent(j); j-- {
		if f := w.Terms[j].Folded; f == "+" || f == "同款" || f == "送" {
			return true
		}
	}
	return w.Adjacent(i) && w.Terms[i+1].Folded == "+"
}
