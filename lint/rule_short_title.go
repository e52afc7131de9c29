package lint

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/titlelint/titlelint/lint/text"
)

const maxShort = 20 // api: short_title

var shortTitle = Rule{
	Code: "WX004", Name: "short-title", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title: Text{"短标题不符", "short title"},
		What: Text{"短标题超过 20 个字符，或与长标题没有共同的品类词。",
			"The short title has more than 20 characters, or no product noun in common with the title."},
		Why:  Text{"商品接口的短标题最多 20 个字符；平台要求长短标题一致", "the API takes at most 20 characters; the platform wants both titles to agree"},
		How:  Text{"写成「品牌 + 品类 + 一个卖点」，不超过 20 个字符。", "Write brand + noun + one selling point, in 20 characters."},
		Cost: Text{"接口拒绝；不一致的损失搜索流量", "refused by the API; loses search weight where they disagree"},
		Sources: []Ref{
			{"api", Official, Text{"short_title 不超过 20 个字符", "short_title of at most 20 characters"}},
			{"aug25", Reported, Text{"长短标题须一致", "both titles must agree"}},
		},
	},
	Bad:   []Example{{Title: "手工白瓷茶杯 家用 150ml", ShortText: "景德镇手工白瓷茶杯家用主人杯单杯品茗杯大号礼盒"}},
	Good:  []Example{{Title: "手工白瓷茶杯 家用 150ml", ShortText: "手工白瓷茶杯"}},
	Check: checkShortTitle,
}

func checkShortTitle(p *Pass) {
	short := strings.TrimSpace(p.Title.ShortText)
	if short == "" {
		return
	}
	if n := utf8.RuneCountInString(short); n > maxShort {
		p.Report(Report{Message: fmt.Sprintf(p.Say("短标题 %d/%d 字符，超出 %d 个", "the short title has %d of at most %d characters, %d over"), n, maxShort, n-maxShort)})
	}
	q := p.linter.parser.Parse(short, text.Hints{Category: p.Title.Category, Brand: p.Title.Brand})
	if len(p.Core) == 0 || len(q.Core) == 0 {
		return // what one of them lacks is told by WX101
	}
	for _, i := range p.Core {
		for _, j := range q.Core {
			if p.agree(&p.Terms[i], &q.Terms[j]) {
				return
			}
		}
	}
	p.Report(Report{
		Severity: Warning,
		Message: fmt.Sprintf(p.Say("短标题写的是「%s」，标题写的是「%s」", "the short title names 「%s」, the title 「%s」"),
			q.Terms[q.Core[0]].Text, p.Terms[p.Core[0]].Text),
	})
}

// agree reports whether two nouns may well name the same goods in two titles:
// a short title takes the shorter word, or a wider one of the same trade.
func (p *Pass) agree(a, b *text.Term) bool {
	if p.SameGoods(a, b) || strings.ContainsAny(a.Folded, b.Folded) {
		return true
	}
	x, y := p.nodes(a), p.nodes(b)
	return len(x) == 0 || len(y) == 0 || x[0].Top() == y[0].Top()
}
