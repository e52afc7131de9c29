package lint

import (
	"fmt"

	"github.com/titlelint/titlelint/dict"
)

var vagueSubject = Rule{
	Code: "WX104", Name: "vague-subject", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"标题主体不明确", "vague subject"},
		What: Text{"标题含秒杀、链接、按编号一类的词，或用好物、孤品、百货代替商品名。",
			"秒杀, 链接, 按编号 and kin stand in the title, or 好物, 孤品, 百货 stand for the goods."},
		Why:     Text{"平台 2025 年 8 月公告：标题不得用秒杀、链接、编号等不明确的说法", "platform notice of August 2025: no 秒杀, 链接 or 编号 in titles"},
		How:     Text{"删去这个词，写清商品的品类词。", "Drop the word and name the goods."},
		Cost:    Text{"商品可能被下架或限流", "the listing may be taken down or limited"},
		Sources: []Ref{{"aug25", Reported, Text{"秒杀/链接/按编号", "秒杀/链接/按编号"}}},
	},
	Bad:   []Example{{Title: "2号链接羊毛围巾女冬季加厚"}, {Title: "福利款老客专拍不退换"}},
	Good:  []Example{{Title: "羊毛围巾女冬季加厚"}},
	Check: checkVagueSubject,
}

func checkVagueSubject(p *Pass) {
	var found []int
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind == dict.Vague && (t.Has("anywhere") || len(p.Core) == 0) {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		return
	}
	var edits []Edit
	for _, s := range p.spansOf(found) {
		edits = append(edits, Edit{Span: s})
	}
	p.Report(Report{
		Spans:   p.spansOf(found),
		Message: fmt.Sprintf(p.Say("%s没有说清卖的是什么", "%s does not say what is sold"), join(p.textsOf(found), p.Say("、", ", "))),
		Edits:   edits,
	})
}
