package lint

import "slices"

// absorbs says which rule tells the same cause better where two mark the same
// runes: an operator reads one cause, not five. The output formats for
// programs keep the absorbed findings.
var absorbs = map[string][]string{
	"WX002": {"WX201"},
	"WX104": {"WX101", "WX202", "WX401"},
	"WX401": {"WX002", "WX201", "WX402"},
	"WX501": {"WX401"},
	"WX502": {"WX503", "WX401"},
	"WX503": {"WX202"},
	"WX601": {"WX401", "WX202"},
	"WX602": {"WX401"},
	"WX603": {"WX401"},
	"WX701": {"WX401", "WX202", "WX503"},
	"WX703": {"WX401", "WX501", "WX601", "WX602"},
}

// absorb marks the findings whose every span another finding that tells the
// cause better touches too.
func absorb(findings []Finding) {
	var rules []string
	for i := range findings {
		if r := findings[i].Rule; !slices.Contains(rules, r) {
			rules = append(rules, r)
		}
	}
	for i := range findings {
		f := &findings[i]
		if !slices.ContainsFunc(rules, func(by string) bool { return slices.Contains(absorbs[by], f.Rule) }) {
			continue
		}
		for j := range findings {
			by := &findings[j]
			if i != j && !by.Waived && by.AbsorbedBy == "" && slices.Contains(absorbs[by.Rule], f.Rule) && covers(by.Spans, f.Spans) {
				f.AbsorbedBy = by.Rule
				break
			}
		}
	}
}

func covers(these, those []Quote) bool {
	if len(those) == 0 {
		return false
	}
	for _, a := range those {
		if !slices.ContainsFunc(these, func(b Quote) bool { return a.Overlaps(b.Span) }) {
			return false
		}
	}
	return true
}
