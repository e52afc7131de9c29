package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"github.com/titlelint/titlelint/lint"
)

// Summary writes how many titles have which findings, the most frequent rule
// first.
func Summary(w io.Writer, results []lint.Result, rules []*lint.Rule, s Style) error {
	sum := lint.Summarise(results)
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, s.say("检查了 %d 个标题，%d 个没有问题；错误 %d，警告 %d，提示 %d；给出 %d 个建议标题\n",
		"%d titles checked, %d clean; %d errors, %d warnings, %d infos; %d suggestions\n"),
		sum.Titles, sum.Clean, sum.BySeverity[lint.Error], sum.BySeverity[lint.Warning], sum.BySeverity[lint.Info], sum.Suggestions)
	fired := slices.DeleteFunc(slices.Clone(rules), func(r *lint.Rule) bool { return sum.ByRule[r.Code] == 0 })
	slices.SortStableFunc(fired, func(a, b *lint.Rule) int { return sum.ByRule[b.Code] - sum.ByRule[a.Code] })
	for _, r := range fired {
		fmt.Fprintf(b, "  %6d  %s %s\n", sum.ByRule[r.Code], s.paint(bold, r.Code), r.Doc.Title.In(s.Lang))
	}
	return b.Flush()
}
