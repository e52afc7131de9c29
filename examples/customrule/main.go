// Command customrule lints titles with a rule of the shop's own beside the
// built-in ones: go run ./examples/customrule 不锈钢保温壶家用大容量送杯子
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
)

var noGift = lint.Rule{
	Code: "SHOP1", Name: "no-gift", Severity: lint.Warning,
	Doc: lint.Doc{
		Title: lint.Text{ZH: "赠品写进了标题", EN: "gift in the title"},
		Why:   lint.Text{ZH: "本店规定：赠品写在详情页", EN: "house rule: gifts belong on the detail page"},
		How:   lint.Text{ZH: "删去这几个字。", EN: "Drop these words."},
	},
	Check: func(p *lint.Pass) {
		if before, _, found := strings.Cut(p.Title.Text, "送杯子"); found {
			start := len([]rune(before)) // positions count characters, not bytes
			p.Report(lint.Report{Spans: []lint.Span{{Start: start, End: start + 3}}, Message: "标题写了「送杯子」"})
		}
	},
}

func main() {
	linter, err := lint.New(lint.Options{Rules: []lint.Rule{noGift}})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, title := range os.Args[1:] {
		report.Text(os.Stdout, []lint.Result{linter.Check(lint.Title{Text: title})}, report.Style{})
	}
}
