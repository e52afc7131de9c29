package lint

import (
	"slices"

	"github.com/titlelint/titlelint/lint/text"
)

var noHanzi = Rule{
	Code: "WX003", Name: "no-hanzi", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title:   Text{"没有中文", "no Chinese character"},
		What:    Text{"标题里没有一个汉字。", "The title holds no Chinese character at all."},
		Why:     Text{"商品接口要求标题含中文", "the product API wants at least one Chinese character"},
		How:     Text{"写上中文的品类词，如「手机」。", "Add the Chinese product noun, such as 手机."},
		Cost:    Text{"接口拒绝，商品无法提交", "the API refuses the listing"},
		Sources: []Ref{{"api", Official, Text{"product/add title，错误码 10020045", "product/add title, error code 10020045"}}},
	},
	Bad:  []Example{{Title: "Ceramic Tea Set Gift"}},
	Good: []Example{{Title: "CERAMIC陶瓷茶具家用"}},
	Check: func(p *Pass) {
		if len(p.Runes) > 0 && !slices.ContainsFunc(p.Runes, text.Han) {
			p.Report(Report{Message: p.Say("标题没有汉字", "the title holds no Chinese character")})
		}
	},
}
