package lint

import (
	"fmt"
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var restrictedCategory = Rule{
	Code: "WX702", Name: "restricted-category", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title: Text{"定向准入类目", "directed-access category"},
		What: Text{"商品属于平台定向准入的类目；放在别的类目是错误，放对了也要核对准入条件。",
			"The goods belong to a directed-access category; elsewhere they are an error, and in it the conditions want a check."},
		Why:  Text{"平台公告：冬虫夏草、干燕窝、山参、鹿产品、保健食品、保健酒等只对获准的企业店开放", "platform notices: such goods are open to admitted enterprise stores only"},
		How:  Text{"放进对应类目，并核对本店是否已获准入。", "List them under their own category and check that the store is admitted."},
		Cost: Text{"商品下架，可能限制店铺经营", "taken down; the store may be limited"},
		Sources: []Ref{
			{"access", Reported, Text{"定向准入类目与日期，仅企业店", "directed-access categories and dates, enterprise stores only"}},
		},
	},
	Bad: []Example{
		{Title: "西藏冬虫夏草 整根 20克", Category: "食品饮料>传统滋补>冬虫夏草"}, {Title: "梅花鹿茸血片 礼盒 30克", Category: "食品饮料>传统滋补>其他滋补品"},
		{Title: "吉林林下参 礼盒 十二年"},
	},
	Good: []Example{
		{Title: "虫草花 干货 煲汤 100克"}, {Title: "鹿茸菇 干货 火锅 炖汤 200克"}, {Title: "燕窝炖盅 隔水 陶瓷 300ml"},
	},
	Check: checkRestrictedCategory,
}

// access is a set of categories that only admitted stores may sell in.
type access struct {
	steps     []string // names of categories
	condition Text
}

var accesses = []access{
	{[]string{"冬虫夏草", "干燕窝", "山参/林下参"}, Text{"2024-11-05 起定向准入，仅企业店", "directed access since 2024-11-05, enterprise stores only"}},
	{[]string{"保健食品/膳食营养补充食品"}, Text{
		"2025-04-08 起定向准入，仅企业店；耐缺氧、辅助改善记忆、抗电离辐射、有助排铅另需保证金 5 万元；部分普通膳食类目 2025-09-24 起可进优选联盟",
		"directed access since 2025-04-08, enterprise stores only; some functions want a deposit of 50,000 yuan; some ordinary leaves may join the alliance since 2025-09-24"}},
}

// elsewhere is the condition of goods that no category of their own holds.
var elsewhere = []struct {
	word      string
	condition Text
}{
	{"鹿", Text{"鹿产品 2025-06-03 起定向准入，仅企业店", "deer products: directed access since 2025-06-03, enterprise stores only"}},
	{"酒", Text{"保健酒 2025-09-24 起定向准入，仅企业店，保证金 5 万元", "health wine: directed access since 2025-09-24, enterprise stores only, deposit 50,000 yuan"}},
}

func checkRestrictedCategory(p *Pass) {
	if p.Category != nil {
		for _, a := range accesses {
			if p.Category.Under(a.steps) {
				p.reportAccess(Info, nil, p.Category.Name, a.condition)
				return
			}
		}
	}
	hits := slices.DeleteFunc(p.claimHits(), func(h hit) bool { return !p.sells(h.Span) })
	if len(hits) == 0 || p.forAnimals() {
		return
	}
	severity := Error
	if p.Category == nil {
		severity = Info // the row may well stand in the right place
	}
	h := hits[0]
	p.reportAccess(severity, []Span{h.Span}, p.Text(h.Span), condition(h.Claim))
}

// condition returns what has to be met for the goods of a row of the table.
func condition(c dict.Claim) Text {
	for _, e := range elsewhere {
		if slices.Contains([]rune(c.Phrase), []rune(e.word)[0]) {
			return e.condition
		}
	}
	for _, a := range accesses {
		if slices.ContainsFunc(a.steps, func(s string) bool { return slices.Contains(c.Unless, s) }) {
			return a.condition
		}
	}
	return accesses[0].condition
}

// sells reports whether the phrase names what is sold, or nothing does: not
// the 燕窝 that a 炖盅 is made for.
func (p *Pass) sells(s Span) bool {
	for i := range p.Terms {
		t := &p.Terms[i]
		if !t.Overlaps(s) {
			continue
		}
		if t.Role != text.NoRole && t.Role != text.Subject {
			return false
		}
		if slices.Contains(p.Core, i) {
			return i == p.Core[0] || p.Related(t, &p.Terms[p.Core[0]])
		}
	}
	return true
}

func (p *Pass) reportAccess(severity Severity, spans []Span, goods string, condition Text) {
	zh, en := "「%s」属于定向准入商品", "「%s」 are directed-access goods"
	if severity == Error {
		zh, en = "「%s」是定向准入商品，放错了类目", "「%s」 are directed-access goods and stand in another category"
	}
	p.Report(Report{
		Spans: spans, Severity: severity,
		Message: fmt.Sprintf(p.Say(zh, en), goods),
		Advice:  fmt.Sprintf(p.Say("核对准入条件：%s。", "Check the condition: %s."), p.Say(condition.ZH, condition.EN)),
	})
}
