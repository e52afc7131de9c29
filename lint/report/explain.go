package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/internal/nearest"
)

// Find returns the rule with that code or name, in upper or lower case. The
// error where there is none names the one that may be meant; its method
// In(lang) says so in Chinese or English.
func Find(rules []lint.Rule, name string) (lint.Rule, error) {
	var codes, known []string
	for _, r := range rules {
		if strings.EqualFold(name, r.Code) || strings.EqualFold(name, r.Name) {
			return r, nil
		}
		codes = append(codes, r.Code)
		known = append(known, r.Code, r.Name)
	}
	near := nearest.Word(strings.ToLower(name), known)
	if near == "" {
		near = nearest.Word(strings.ToUpper(name), known)
	}
	return lint.Rule{}, &unknownRule{name, near, strings.Join(codes, " ")}
}

// unknownRule is the error of Find.
type unknownRule struct{ name, near, codes string }

// Error returns In("zh").
func (e *unknownRule) Error() string { return e.In("zh") }

// In returns the error with its cure in the language.
func (e *unknownRule) In(lang string) string {
	if e.near != "" {
		return fmt.Sprintf(lint.Text{ZH: "没有规则「%s」。是不是「%s」？", EN: "unknown rule %q; did you mean %q?"}.In(lang), e.name, e.near)
	}
	return fmt.Sprintf(lint.Text{ZH: "没有规则「%s」。可用的有：%s", EN: "unknown rule %q; known are: %s"}.In(lang), e.name, e.codes)
}

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
