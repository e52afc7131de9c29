package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/titlelint/titlelint/lint"
)

// Explain writes all that a rule knows of itself.
func Explain(w io.Writer, r lint.Rule, s Style) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s %s  %s（%s）\n", s.paint(bold, r.Code), s.paint(bold, r.Doc.Title.In(s.Lang)), r.Name, s.Severity(r.Severity))
	field := func(zh, en, text string) {
		if text != "" {
			fmt.Fprintf(b, "  %s%s\n", s.paint(faint, s.say(zh, en)), text)
		}
	}
	field("何时触发：", "when: ", r.Doc.What.In(s.Lang))
	field("依据：", "why: ", r.Doc.Why.In(s.Lang))
	field("怎么改：", "how: ", r.Doc.How.In(s.Lang))
	field("后果：", "cost: ", r.Doc.Cost.In(s.Lang))
	for _, x := range r.Doc.Sources {
		field("来源：", "source: ", fmt.Sprintf("%s %s [%s]", x.Key, x.Text.In(s.Lang), s.Standing(x.Standing)))
	}
	for _, o := range r.Options {
		field("选项：", "option: ", fmt.Sprintf("%s = %v  %s", o.Name, o.Default, o.Doc.In(s.Lang)))
	}
	for _, e := range r.Bad {
		field("不好：", "bad: ", example(e))
	}
	for _, e := range r.Good {
		field("好：", "good: ", example(e))
	}
	return b.Flush()
}

func example(e lint.Example) string {
	s := e.Title
	if e.Category != "" {
		s += "  [" + e.Category + "]"
	}
	if e.Brand != "" {
		s += "  [" + e.Brand + "]"
	}
	return s
}
