package lint

import (
	"fmt"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// hit is a phrase of the claims table that stands in a title.
type hit struct {
	dict.Claim
	Span
}

// findClaims returns the phrases that rules object to, in rising order. At one
// place the longest phrase wins, an innocent one too, so that 第一步 hides 第一.
func (l *Linter) findClaims(p *text.Parsed) []hit {
	var hits []hit
	f := p.Folded.Runes
	for i := 0; i < len(f); {
		length := 0
		var best []dict.Claim
		l.claims.Walk(f[i:], func(n int, claims []dict.Claim) {
			var holding []dict.Claim
			for _, c := range claims {
				if c.Holds(p.Category) {
					holding = append(holding, c)
				}
			}
			if len(holding) > 0 && whole(p, i, i+n) {
				length, best = n, holding
			}
		})
		for _, c := range best {
			if c.Level != "allow" {
				hits = append(hits, hit{c, p.Folded.Original(i, i+length)})
			}
		}
		i += max(length, 1)
	}
	return hits
}

// whole reports whether [start, end) of the folded view is no mere piece of a
// longer word that the lexicon knows: 大麻 in 大麻烦.
func whole(p *text.Parsed, start, end int) bool {
	s := p.Folded.Original(start, end)
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Known && t.Overlaps(s) && !s.Contains(t.Span) && t.Len() > s.Len() {
			return false
		}
	}
	return true
}

// claimHits returns the hits of the rule of the pass.
func (p *Pass) claimHits() []hit {
	if *p.claims == nil {
		found := p.linter.findClaims(p.Parsed)
		if found == nil {
			found = []hit{} // searched, nothing found
		}
		*p.claims = found
	}
	var mine []hit
	for _, h := range *p.claims {
		if h.Rule == p.Rule.Code {
			mine = append(mine, h)
		}
	}
	return mine
}

// reportClaims reports each phrase that the claims table holds for the rule.
// zh and en take the phrase as it stands in the title.
func (p *Pass) reportClaims(zh, en string) {
	for _, h := range p.claimHits() {
		severity, err := ParseSeverity(h.Level)
		if err != nil {
			continue // the table admits only severities and allow
		}
		r := Report{
			Spans:    []Span{h.Span},
			Severity: severity,
			Message:  fmt.Sprintf(p.Say(zh, en), p.Text(h.Span)),
			Edits:    []Edit{{Span: h.Span, Text: h.Swap}},
		}
		if h.Swap != "" {
			r.Advice = fmt.Sprintf(p.Say("可改为「%s」，或删去。", "Write 「%s」, or drop it."), h.Swap)
		}
		p.Report(r)
	}
}
