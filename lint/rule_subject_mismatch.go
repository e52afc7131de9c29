package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var subjectMismatch = Rule{
	Code: "WX105", Name: "subject-mismatch", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title:   Text{"标题与类目不符", "title and category disagree"},
		What:    Text{"标题卖的商品不属于类目栏所写的类目。", "What the title sells does not belong to the category of the row."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题须与类目、属性一致", "the platform guide: title, category and attributes must agree"},
		How:     Text{"改标题，或把商品放到正确的类目。", "Mend the title, or move the listing to the right category."},
		Cost:    Text{"按错放类目处理，损失搜索流量", "counts as misplaced, loses search weight"},
		Sources: []Ref{{"guide", Official, Text{"信息一致", "consistent information"}}},
	},
	Bad:   []Example{{Title: "头层牛皮皮带男 自动扣商务", Category: "鞋靴>流行男鞋>休闲鞋"}},
	Good:  []Example{{Title: "登机箱 20寸 静音万向轮", Category: "箱包皮具>功能箱包>拉杆箱"}},
	Check: checkSubjectMismatch,
}

func checkSubjectMismatch(p *Pass) {
	if p.Category == nil || len(p.Core) == 0 || p.Category.Top() == "图书" {
		return // a book may be about anything
	}
	for i := range p.Terms {
		if t := &p.Terms[i]; t.Kind == dict.Category && !t.Has("broad") && p.fits(t) {
			return // one noun of the category is enough
		}
	}
	for _, i := range p.Core {
		t := &p.Terms[i]
		if !t.Known || t.Has("broad") || len(p.nodes(t)) == 0 || p.CutShort(i) {
			continue
		}
		if t.Has("ambiguous") && (i != p.Core[0] || t.Len() < 3 && !p.sameTopAs(p.nodes(t))) {
			continue // 玫瑰 names a scent as well as goods, 滑板车 hardly anything else
		}
		if t.Has("accessory") && !p.sellsAccessories() {
			return // it may stand under what it is made for
		}
		severity, wrong := p.misplaced(t)
		if !wrong {
			return
		}
		p.Report(Report{
			Spans:    []Span{t.Span},
			Severity: severity,
			Message:  fmt.Sprintf(p.Say("标题卖的是「%s」，类目却是「%s」", "the title sells 「%s」, the category is 「%s」"), t.Text, p.Category.Path),
			Advice:   fmt.Sprintf(p.Say("改标题，或改类目，如「%s」。", "Mend the title, or the category, such as 「%s」."), p.nodes(t)[0].Path),
		})
		return
	}
}

// sellsAccessories reports whether the category's name is that of an accessory.
func (p *Pass) sellsAccessories() bool {
	return slices.ContainsFunc(p.leafParts(p.Category.Name), func(part string) bool {
		return p.noun(part).Has("accessory")
	})
}

// misplaced reports whether the noun belongs to another category for certain,
// and how grave that is. In another trade it is an error: food under what is
// none and the reverse, or goods under a category that is one kind of goods by
// its name; a food there only if it is the very name of a leaf. In the same
// trade it is a warning where the noun names a leaf that has nothing in common
// with the category.
func (p *Pass) misplaced(t *text.Term) (Severity, bool) {
	nodes := p.nodes(t)
	if !p.sameTopAs(nodes) && !p.neighbours(nodes) {
		food := slices.ContainsFunc(nodes, func(n *dict.Node) bool { return edible(n.Top()) })
		return Error, food != edible(p.Category.Top()) || p.specific() && (!food || p.calledLeaf(t))
	}
	if !p.specific() {
		return 0, false
	}
	if edible(p.Category.Top()) && !p.calledLeaf(t) {
		return 0, false // one food stands in several leaves
	}
	return Warning, p.namesLeaf(t) && !slices.ContainsFunc(p.leafParts(p.Category.Name), func(part string) bool {
		return head(part) == head(t.Folded) || sharesRune(part, t.Folded) || p.leafEndsLike(t, part)
	})
}

// leafEndsLike reports whether a leaf that the noun stands in ends as the name
// of a category does: 镜头附件 and 机身附件 are neighbours.
func (p *Pass) leafEndsLike(t *text.Term, part string) bool {
	return slices.ContainsFunc(p.nodes(t), func(n *dict.Node) bool {
		return slices.ContainsFunc(p.leafParts(n.Name), func(own string) bool { return head(own) == head(part) })
	})
}

// namesLeaf reports whether the noun is what a leaf of the tree is called, or a
// kind of that.
func (p *Pass) namesLeaf(t *text.Term) bool {
	return slices.ContainsFunc(p.nodes(t), func(n *dict.Node) bool {
		return n.Leaf && slices.ContainsFunc(p.leafParts(n.Name), func(part string) bool {
			return strings.HasSuffix(part, t.Folded) || strings.HasSuffix(t.Folded, part) || p.SameNoun(t, p.noun(part))
		})
	})
}

// specific reports whether the category is one kind of goods by its name, each
// part of which is a product noun: 休闲鞋, but not 雨伞雨具 or 办公文具.
func (p *Pass) specific() bool {
	if strings.HasPrefix(p.Category.Name, "其") { // 其他, 其它
		return false
	}
	for _, part := range p.leafParts(p.Category.Name) {
		if e := p.noun(part).Entry; e == nil || e.Has("broad") || e.Has("empty") {
			return false
		}
	}
	return true
}

// fits reports whether the noun may well stand in the category of the row: it
// belongs there, it shares two characters with its name or begins it, or it ends
// as that does: 豆豆鞋 in 休闲鞋.
func (p *Pass) fits(t *text.Term) bool {
	if p.InCategory(t) {
		return true
	}
	for _, part := range p.leafParts(p.Category.Name) {
		if t != &p.Terms[p.Core[0]] && t.Len() >= 2 && strings.HasPrefix(part, t.Folded) {
			return true // 肠粉 of 肠粉蒸炉 in 肠粉机
		}
		if strings.Contains(t.Folded, part) || p.Related(t, p.noun(part)) || sharesPair(part, t.Folded) {
			return true
		}
		if h := head(part); h == head(t.Folded) && (!strings.ContainsRune(wideHeads, h) || sharesRune(part, t.Folded)) {
			return true
		}
	}
	return false
}
