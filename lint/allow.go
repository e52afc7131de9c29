package lint

import (
	"fmt"
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// allowed is a phrase of the shop within which it wants no findings.
type allowed struct {
	phrase []rune   // folded
	rules  []string // codes; nil: all but those that cannot be waived
}

// unwaivable are the rules by which the platform's API refuses a title.
var unwaivable = []string{"WX001", "WX002", "WX003"}

// readAllowed reads the phrases of the lexicon's shop tables. It is an error
// when one names a rule that does not exist or cannot be waived.
func (l *Linter) readAllowed(find func(name string) (*Rule, error)) error {
	for _, e := range l.options.Lexicon.Allowed() {
		a := allowed{phrase: []rune(e.Term)}
		for _, name := range dict.Values(e.Attr("rules")) {
			r, err := find(name)
			if err != nil {
				return fmt.Errorf("the phrase %q of the shop's words: %w", e.Term, err)
			}
			if slices.Contains(unwaivable, r.Code) {
				return fmt.Errorf("the phrase %q of the shop's words allows %s, which the platform's API does not", e.Term, r.Code)
			}
			a.rules = append(a.rules, r.Code)
		}
		l.allowed = append(l.allowed, a)
	}
	return nil
}

// waive marks the findings all of whose spans stand within an allowed phrase
// and are shorter than it or the same: the longest match wins.
func (l *Linter) waive(p *text.Parsed, findings []Finding) {
	for _, a := range l.allowed {
		at := places(p, a.phrase)
		outside := func(q Quote) bool {
			return !slices.ContainsFunc(at, func(s Span) bool { return s.Contains(q.Span) })
		}
		for i := range findings {
			f := &findings[i]
			if len(f.Spans) == 0 || slices.Contains(unwaivable, f.Rule) || a.rules != nil && !slices.Contains(a.rules, f.Rule) {
				continue
			}
			if !slices.ContainsFunc(f.Spans, outside) {
				f.Waived = true
			}
		}
	}
}
