package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var missingAttributes = Rule{
	Code: "WX103", Name: "missing-attributes", Severity: Warning, Fix: FixNone,
	Doc: Doc{
		Title: Text{"缺少关键属性", "no attribute"},
		What: Text{"有品类词，但没有材质、功能、场景、人群、款式、口味、产地或规格；品牌、颜色、数量和销售词不算。",
			"A product noun without material, function, scene, audience, style, flavour, origin or size; brand, colour, count and sales words do not count."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题须写明关键属性", "the platform guide: a title must state key attributes"},
		How:     Text{"写上一两项属性，如材质、功能、适用人群。", "Add an attribute or two, such as material, function or audience."},
		Cost:    Text{"损失搜索流量", "the listing loses search weight"},
		Sources: []Ref{{"guide", Official, Text{"1.2 关键属性缺失", "1.2 missing attributes"}}},
	},
	Bad:   []Example{{Title: "新款拖鞋 红色 包邮"}, {Title: "正品茶叶 一盒"}},
	Good:  []Example{{Title: "棉麻拖鞋 居家防滑 红色"}},
	Check: checkMissingAttributes,
}

func checkMissingAttributes(p *Pass) {
	if len(p.Core) == 0 {
		return
	}
	for i := range p.Terms {
		t := &p.Terms[i]
		if p.states(t, i) {
			return
		}
	}
	main := &p.Terms[p.Core[0]]
	r := Report{
		Spans:   []Span{main.Span},
		Message: fmt.Sprintf(p.Say("「%s」没有写材质、功能、场景、人群等属性", "「%s」 stands without material, function, scene or audience"), main.Text),
	}
	if usual := p.usuallyStated(main); len(usual.Chinese) > 0 {
		r.Advice = p.Say("这类商品一般写"+strings.Join(usual.Chinese, "、")+"，写上一两项。", "Such goods usually state "+strings.Join(usual.English, ", ")+"; add one or two.")
	}
	p.Report(r)
}

// newStated returns the table of attributes, which is built in and held sound
// by tests.
func newStated() dict.Stated {
	stated, err := dict.BuiltinStated()
	if err != nil {
		panic(err)
	}
	return stated
}

// usuallyStated returns the attributes that titles of the row's category
// usually state, or those of the noun's top category where the row names none:
// slippers may be a woman's or a man's.
func (p *Pass) usuallyStated(noun *text.Term) dict.Attributes {
	n := p.Category
	if nodes := p.nodes(noun); n == nil && len(nodes) > 0 {
		n = p.linter.options.Lexicon.Tree.Find(nodes[0].Top())
	}
	return p.linter.stated().Of(n)
}

// states reports whether the term tells an attribute of the goods.
func (p *Pass) states(t *text.Term, i int) bool {
	main := &p.Terms[p.Core[0]]
	switch {
	case t.Kind == dict.Spec:
		return t.Canonical != "count" && t.Canonical != "money" // 2件, 99元 tell nothing of the goods
	case t.Kind == dict.Audience && main.Has("broad"):
		return false // 女 in 女鞋
	case t.Kind == dict.Form && p.linter.options.Lexicon.As(t.Folded, dict.Category) != nil:
		return false // 开衫 before 外套 is another name of it
	case t.Kind.Attribute():
		return !p.counts(t)
	case !t.Known && t.Kind == dict.Brand:
		return true // a guess that may as well be a kind or a series
	case t.Kind == dict.Other && !t.Known && t.Len() == 1 && text.Han([]rune(t.Folded)[0]):
		// 切达: characters side by side that no table lists make a word
		return i+1 < len(p.Terms) && p.Adjacent(i) && p.Terms[i+1].Kind == dict.Other && !p.Terms[i+1].Known && text.Han([]rune(p.Terms[i+1].Folded)[0])
	case t.Kind == dict.Other && !t.Known && t.Len() >= 2 && text.Han([]rune(t.Folded)[0]):
		return p.linter.options.Lexicon.General(t.Folded) < 50 // a word that no table lists may well be one
	case t.Kind == dict.Category && i != p.Core[0]:
		return t.Role == text.Modifier || t.Role == text.Host || t.Role == text.Component
	case i == p.Core[0]:
		// the noun says it itself: 针织帽, 儿童餐椅; a bare noun of two characters does not
		return t.Len() >= 4 || t.Len() == 3 && p.attributeWithin(t)
	}
	return false
}

// counts reports whether the term is a count in Chinese numerals: 一盒, 两罐装.
func (p *Pass) counts(t *text.Term) bool {
	r := []rune(strings.TrimSuffix(t.Folded, "装"))
	if len(r) < 2 || !strings.ContainsRune("一二两三四五六七八九十半单双", r[0]) {
		return false
	}
	unit := p.linter.options.Lexicon.As(string(r[1:]), dict.Unit)
	return unit != nil && unit.Attr("class") == "count"
}

// attributeWithin reports whether the noun begins with a word for an attribute:
// 针织 in 针织帽.
func (p *Pass) attributeWithin(noun *text.Term) bool {
	r := []rune(noun.Folded)
	return slices.ContainsFunc(p.linter.options.Lexicon.Lookup(string(r[:2])), func(e *dict.Entry) bool { return e.Kind.Attribute() })
}
