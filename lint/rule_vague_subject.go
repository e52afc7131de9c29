package lint

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var vagueSubject = Rule{
	Code: "WX104", Name: "vague-subject", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"标题主体不明确", "vague subject"},
		What: Text{"标题含秒杀、链接、按编号一类的词，或用好物、孤品、百货、专拍代替商品名。",
			"秒杀, 链接, 按编号 and kin stand in the title, or 好物, 孤品, 百货, 专拍 stand for the goods."},
		Why:     Text{"平台 2025 年 8 月公告：标题不得用秒杀、链接、编号等不明确的说法", "platform notice of August 2025: no 秒杀, 链接 or 编号 in titles"},
		How:     Text{"删去这个词，写清商品的品类词。", "Drop the word and name the goods."},
		Cost:    Text{"商品可能被下架或限流", "the listing may be taken down or limited"},
		Sources: []Ref{{"aug25", Reported, Text{"秒杀/链接/按编号", "秒杀/链接/按编号"}}},
	},
	Bad: []Example{{Title: "2号链接羊毛围巾女冬季加厚"}, {Title: "按编号拍 羊毛围巾女 加厚"}, {Title: "按编号拍真皮手提包女复古"}},
	Good: []Example{
		{Title: "羊毛围巾女冬季加厚"}, {Title: "金属项链接扣 DIY配件 弹簧圈"}, {Title: "亚克力编号牌 酒店门牌定制"}, {Title: "60秒杀菌奶瓶消毒盒 便携"},
	},
	Check: checkVagueSubject,
}

// checkVagueSubject reports the phrases of the table wherever they stand, and
// the words that say nothing (好物, 孤品) where no noun names the goods.
func checkVagueSubject(p *Pass) {
	hits := slices.DeleteFunc(p.claimHits(), p.property)
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind != dict.Vague || p.innocent(t.Span) {
			continue
		}
		k := slices.IndexFunc(hits, func(h hit) bool { return h.Overlaps(t.Span) })
		switch {
		case k >= 0 && t.Contains(hits[k].Span):
			hits[k].Span = t.Span // 3号链接 for 链接
		case k < 0 && len(p.Core) == 0:
			hits = append(hits, hit{dict.Claim{Rule: p.Rule.Code, Level: Error.String()}, t.Span})
		}
	}
	slices.SortStableFunc(hits, byPlace)
	p.reportHits(hits, "%s没有说清卖的是什么", "%s does not say what is sold")
}

// property reports whether the hit is a 编号 that belongs to a word beside it:
// a tag or a bag with a number on it, no lot that buyers are to name.
func (p *Pass) property(h hit) bool {
	if h.Phrase != "编号" {
		return false
	}
	beside := func(i int) bool { return i >= 0 && i < len(p.Runes) && text.Han(p.Runes[i]) }
	return beside(h.Start-1) || beside(h.End)
}
