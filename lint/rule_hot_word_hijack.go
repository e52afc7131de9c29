package lint

import (
	"fmt"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var hotWordHijack = Rule{
	Code: "WX503", Name: "hot-word-hijack", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"蹭热词", "hot-word hijack"},
		What: Text{"借平台名、热点引流（抖音同款、世界杯热点），或写了与类目不符的商品名。",
			"A platform or an event draws traffic (抖音同款, 世界杯热点), or a product noun stands that does not fit the category."},
		Why:  Text{"平台《商品标题搜推运营指南》：不得使用与商品无关的热搜词", "the platform guide: no hot words that have nothing to do with the goods"},
		How:  Text{"删去热词，只写本商品的品类词。", "Drop the hot word; name the goods that are sold."},
		Cost: Text{"损失搜索流量，情节严重的限流", "loses search weight; limited in grave cases"},
		Sources: []Ref{
			{"guide", Official, Text{"5.3 蹭热词", "5.3 hot words"}},
		},
	},
	Bad: []Example{
		{Title: "抖音同款迷你加湿器 桌面静音"},
		{Title: "羊毛毯 双人四季 羽绒被 加厚", Category: "家纺>床上用品>毛毯"},
	},
	Good:  []Example{{Title: "婚纱照相框 水晶摆台 12寸", Category: "家居日用>家装软饰>相框/照片墙"}},
	Check: checkHotWordHijack,
}

func checkHotWordHijack(p *Pass) {
	if s := p.hotWord(); s.Len() > 0 {
		p.Report(Report{
			Spans:    []Span{s},
			Severity: p.withColumn(),
			Message:  fmt.Sprintf(p.Say("「%s」借热词引流", "「%s」 draws traffic by a hot word"), p.Text(s)),
			Edits:    []Edit{{Span: s}},
		})
	}
	if foreign := p.foreignNouns(); len(foreign) > 0 {
		p.Report(Report{
			Spans: p.spansOf(foreign),
			Message: fmt.Sprintf(p.Say("%s不属于类目「%s」", "%s does not belong to the category 「%s」"),
				join(p.textsOf(foreign), p.Say("、", ", ")), p.Category.Path),
			Edits: p.dropAllBut(-1, foreign),
		})
	}
}

// withColumn returns the severity of a hot word: an error where a category
// column shows what the goods are, else a warning.
func (p *Pass) withColumn() Severity {
	if p.Category != nil {
		return Error
	}
	return Warning
}

// hotWord returns the span of a platform or an event with the word that makes
// it a draw: 抖音同款, 小红书爆火, 世界杯热点. It is empty where there is none.
func (p *Pass) hotWord() Span {
	for i := range p.Terms {
		t := &p.Terms[i]
		platform := t.Kind == dict.Hot && t.Entry != nil && t.Entry.Attr("class") == "platform"
		event := t.Kind == dict.IP && t.Entry != nil && t.Entry.Attr("group") == "event"
		if !platform && !event {
			continue
		}
		for j := i + 1; j < len(p.Terms) && j-i <= 3 && p.Adjacent(j-1); j++ {
			o := &p.Terms[j]
			if o.GrammarRole() == "rides" || o.Has("hot") {
				return Span{Start: t.Start, End: o.End}
			}
			if o.Kind == dict.Category || o.Kind == dict.Mark || o.Kind == dict.Use {
				break // 抖音直播神器: what the light is for
			}
		}
	}
	return Span{}
}

// foreignNouns returns the product nouns that do not fit the category while
// the main one does: free-standing, of another kind, and neither part, host
// nor other name of the goods.
func (p *Pass) foreignNouns() []int {
	if p.Category == nil || len(p.Core) == 0 || !p.specific() || !p.fits(&p.Terms[p.Core[0]]) || p.statedSet() || p.plus() {
		return nil
	}
	main := &p.Terms[p.Core[0]]
	note := p.SKUNote()
	var found []int
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Role != text.Subject || note.Contains(t.Span) || !p.certain(i, p.calledLeaf(t) && p.siblings(main, t)) || p.listed(i) || p.fits(t) {
			continue
		}
		if p.rivalGoods(main, t) {
			found = append(found, i)
		}
	}
	return found
}

// rivalGoods reports whether two nouns are goods that a shopper chooses
// between: of one branch of the category tree, unrelated, and neither a part.
// What stands in another branch is most often what the goods are used with.
func (p *Pass) rivalGoods(a, b *text.Term) bool {
	if !p.differ(a, b, false) || p.RawFood(b) || sharesRune(a.Folded, b.Folded) && !p.namesLeaf(b) || b.Has("accessory") || b.Has("component") {
		return false
	}
	return anyPair(p.nodes(a), p.nodes(b), func(x, y *dict.Node) bool {
		return branch(x) == branch(y) || oneTop(x, y) && x.Top() == "珠宝首饰"
	})
}

// listed reports whether commas part the noun from its neighbours: such titles
// list keywords, and what a noun does there cannot be told.
func (p *Pass) listed(i int) bool {
	comma := func(i int) bool {
		return i >= 0 && i < len(p.Terms) && p.Terms[i].Kind == dict.Mark && strings.ContainsAny(p.Terms[i].Folded, ",，、;；")
	}
	return comma(i-1) || comma(i+1)
}
