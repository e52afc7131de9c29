// Package report turns results into text for people and for programs. Its
// functions write to an io.Writer and know no files.
package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// Style says how text for people looks.
type Style struct {
	Lang  string // "en", else Chinese
	Color bool   // ANSI colours
}

// The colours of a terminal.
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	cyan   = "36"
)

func (s Style) paint(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s Style) say(zh, en string) string { return lint.Text{ZH: zh, EN: en}.In(s.Lang) }

// severityColors paint the word of a severity.
var severityColors = map[lint.Severity]string{lint.Error: red, lint.Warning: yellow, lint.Info: cyan}

// Severity returns the word for a severity in the language of s.
func (s Style) Severity(v lint.Severity) string {
	words := map[lint.Severity]lint.Text{
		lint.Error:   {ZH: "错误", EN: "error"},
		lint.Warning: {ZH: "警告", EN: "warning"},
		lint.Info:    {ZH: "提示", EN: "info"},
	}
	return words[v].In(s.Lang)
}

// Standing returns the word for the standing of a source in the language of s.
func (s Style) Standing(v lint.Standing) string {
	words := map[lint.Standing]lint.Text{
		lint.Official:  {ZH: "平台或法律原文", EN: "text of the platform or the law"},
		lint.Reported:  {ZH: "媒体转述平台", EN: "press quoting the platform"},
		lint.Heuristic: {ZH: "我们的判断", EN: "our own reading"},
	}
	return words[v].In(s.Lang)
}

// Text writes the results that have findings to be shown, each with its title,
// the spans underlined, what, why and how to fix, and the suggestion with what
// it changes.
func Text(w io.Writer, results []lint.Result, s Style) error {
	b := bufio.NewWriter(w)
	for _, r := range results {
		if r.Worst() != 0 {
			s.result(b, r)
		}
	}
	return b.Flush()
}

func (s Style) result(b *bufio.Writer, r lint.Result) {
	fmt.Fprintln(b, s.paint(bold, Place(r.Source))+idNote(r))
	fmt.Fprintln(b, "  "+printable(r.Text))
	if line := underline(r); line != "" {
		fmt.Fprintln(b, "  "+s.paint(red, line))
	}
	for _, f := range shown(r) {
		fmt.Fprintf(b, "  %s %s %s%s\n", s.paint(severityColors[f.Severity], s.Severity(f.Severity)), s.paint(bold, f.Rule), f.Title+s.say("：", ": "), f.Message)
		fmt.Fprintf(b, "      %s%s%s\n", s.paint(faint, s.say("依据：", "why: ")), f.Why, s.paint(faint, s.say("（", " (")+s.Standing(f.Standing)+s.say("）", ")")))
		if f.Cost != "" {
			fmt.Fprintf(b, "      %s%s\n", s.paint(faint, s.say("后果：", "cost: ")), f.Cost)
		}
		fmt.Fprintf(b, "      %s%s\n", s.paint(faint, s.say("怎么改：", "fix: ")), f.Advice)
	}
	s.suggestion(b, r.Suggestion)
	fmt.Fprintln(b)
}

func (s Style) suggestion(b *bufio.Writer, g *lint.Suggestion) {
	if g == nil {
		return
	}
	if g.Title != "" {
		fmt.Fprintf(b, "  %s%s\n", s.paint(green, s.say("建议标题：", "suggested: ")), printable(g.Title))
		for _, line := range s.changes(g) {
			fmt.Fprintf(b, "      %s\n", line)
		}
	}
	for _, m := range g.Missing {
		fmt.Fprintf(b, "  %s%s\n", s.paint(green, s.say("请补充：", "please add: ")), s.missing(m))
	}
}

func (s Style) missing(m lint.Missing) string {
	what := map[string]lint.Text{
		"category":  {ZH: "核心品类词", EN: "the product noun"},
		"attribute": {ZH: "材质、功能、场景或人群", EN: "a material, function, scene or audience"},
	}[m.Kind].In(s.Lang)
	if what == "" {
		what = m.Kind
	}
	if len(m.Candidates) > 0 {
		what += s.say("（如 ", " (such as ") + strings.Join(m.Candidates, s.say("、", ", ")) + s.say("）", ")")
	}
	return what
}

// shown returns the findings that a person should see, the gravest first.
func shown(r lint.Result) []lint.Finding {
	fs := slices.DeleteFunc(slices.Clone(r.Findings), func(f lint.Finding) bool { return !f.Shown() })
	slices.SortStableFunc(fs, func(a, b lint.Finding) int { return int(b.Severity) - int(a.Severity) })
	return fs
}

// Place returns where a title stands, as a person would look for it:
// file:line, or file, sheet and cell.
func Place(s lint.Source) string {
	name := s.File
	if name == "" {
		name = "-"
	}
	switch {
	case s.Line > 0:
		return fmt.Sprintf("%s:%d", name, s.Line)
	case s.Cell != "":
		return fmt.Sprintf("%s %s!%s", name, s.Sheet, s.Cell)
	}
	return name
}

func idNote(r lint.Result) string {
	if r.ID == "" || strings.HasPrefix(r.ID, r.Source.File+":") {
		return ""
	}
	return "  " + r.ID
}
