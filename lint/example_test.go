package lint_test

import (
	"fmt"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// A rule of the shop's own is one value in Options.Rules.
func ExampleOptions_customRule() {
	rule := lint.Rule{
		Code: "SHOP1", Name: "no-gift", Severity: lint.Warning,
		Doc: lint.Doc{
			Title: lint.Text{ZH: "赠品写进了标题"},
			Why:   lint.Text{ZH: "本店规定：赠品写在详情页"},
			How:   lint.Text{ZH: "删去这几个字。"},
		},
		Check: func(p *lint.Pass) {
			before, _, found := strings.Cut(p.Title.Text, "送杯子")
			if !found {
				return
			}
			start := len([]rune(before)) // positions count characters, not bytes
			span := lint.Span{Start: start, End: start + 3}
			p.Report(lint.Report{Spans: []lint.Span{span}, Message: "标题写了「送杯子」", Edits: []lint.Edit{{Span: span}}, Fix: lint.FixUnsafe})
		},
	}
	linter, err := lint.New(lint.Options{Rules: []lint.Rule{rule}})
	if err != nil {
		fmt.Println(err)
		return
	}
	result := linter.Check(lint.Title{Text: "不锈钢真空保温壶家用大容量送杯子"})
	for _, f := range result.Findings {
		if f.Rule == "SHOP1" {
			fmt.Println(f.Rule, f.Severity, f.Message, f.Spans[0].Start, f.Spans[0].End)
		}
	}
	// Output: SHOP1 warning 标题写了「送杯子」 13 16
}
