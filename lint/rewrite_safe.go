package lint

import "slices"

// SafeText returns the title with the safe edits of its findings made, and how
// many findings had to be left out because their edits overlap those of
// others: a fix is made whole or not at all. The graver finding goes first.
func (r Result) SafeText() (title string, conflicts int) {
	findings := slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool {
		return !f.Shown() || f.Fix.Kind != FixSafe || len(f.Fix.Edits) == 0
	})
	slices.SortStableFunc(findings, func(a, b Finding) int { return int(b.Severity) - int(a.Severity) })
	var edits []Edit
	for _, f := range findings {
		if slices.ContainsFunc(f.Fix.Edits, func(e Edit) bool { return clashes(edits, e) }) {
			conflicts++
			continue
		}
		edits = append(edits, f.Fix.Edits...)
	}
	slices.SortFunc(edits, func(a, b Edit) int { return a.Start - b.Start })
	return apply([]rune(r.Text), edits), conflicts
}

// clashes reports whether e overlaps one of the edits with another outcome, or
// puts text into the same place.
func clashes(edits []Edit, e Edit) bool {
	return slices.ContainsFunc(edits, func(x Edit) bool {
		return x.Overlaps(e.Span) || x.Len() == 0 && e.Len() == 0 && x.Start == e.Start
	})
}
