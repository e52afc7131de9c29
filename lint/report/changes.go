package report

import (
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// changes returns what a suggestion changes, as lines of a difference: what it
// drops and for which rule, what it replaces, and what it moves.
func (s Style) changes(g *lint.Suggestion) []string {
	var lines []string
	line := func(sign, code, label string, words []string) {
		if len(words) > 0 {
			lines = append(lines, s.paint(code, sign+" "+label+strings.Join(words, s.say("、", ", "))))
		}
	}
	var dropped, replaced, moved []string
	for _, d := range g.Dropped {
		dropped = append(dropped, s.because(printable(d.Text), d.Rule))
	}
	for _, r := range g.Replaced {
		to := printable(r.To)
		if to == "" {
			to = s.say("（删去）", "(nothing)")
		}
		replaced = append(replaced, s.because(printable(r.From)+"→"+to, r.Rule))
	}
	line("-", red, s.say("删去 ", "drops "), dropped)
	line("+", green, s.say("换成 ", "replaces "), replaced)
	for _, m := range g.Moved {
		moved = append(moved, printable(m))
	}
	line("~", cyan, s.say("移动 ", "moves "), moved)
	return lines
}

// because returns a word with the rule that is the reason, where there is one.
func (s Style) because(word, rule string) string {
	if rule == "" {
		return word
	}
	return word + s.say("（", " (") + rule + s.say("）", ")")
}
