package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
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
	if len(which) == 0 {
		which = w.rivals()
	}
	if len(which) == 0 && w.doubtful() {
		which = []string{w.pieces[w.core].text}
	}
	return which
}

func (w *rewrite) inCategory(c *piece) bool {
	return w.InCategory(c.term())
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
	if w.Category == nil || !w.Category.Leaf {
		return []string{}
	}
	nouns := plainNouns(w.Category.Name)
	return nouns[:min(3, len(nouns))]
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

// leafNoun returns the first of the nouns in the name of a leaf category, ""
// where there is none.
func leafNoun(name string) string {
	if nouns := plainNouns(name); len(nouns) > 0 {
		return nouns[0]
	}
	return ""
}

// plainNouns returns the nouns that the name of a category lists before a
// bracket: 脱毛器 of 剃/脱毛器, for a single character is none.
func plainNouns(name string) []string {
	name, _, _ = strings.Cut(name, "（")
	name, _, _ = strings.Cut(name, "(")
	nouns := []string{}
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '、' }) {
		if len([]rune(part)) >= 2 && !strings.HasPrefix(part, "其它") && !strings.HasPrefix(part, "其他") {
			nouns = append(nouns, part)
		}
	}
	return nouns
}
