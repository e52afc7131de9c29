package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// newClaims returns the phrases of the claims table, which is built in and held
// sound by tests.
func newClaims() *dict.Claims {
	claims, err := dict.BuiltinClaims()
	if err != nil {
		panic(err)
	}
	return claims
}

// hit is a phrase of the claims table that stands in a title.
type hit struct {
	dict.Claim
	Span
}

// findClaims returns the phrases that rules object to and the innocent ones, in
// rising order. Of the phrases of one rule the longest at a place wins, an
// innocent one too, so that 第一步 hides 第一.
func (l *Linter) findClaims(p *text.Parsed) []hit {
	var hits, here []hit
	f := p.Folded.Runes
	goods := l.goods(p)
	var column []*dict.Node // WX702 asks where the row puts the goods, not what they are
	if p.Category != nil {
		column = goods
	}
	works := works(p.Runes)
	done := map[string]int{} // rule → end of its last phrase
	for i := range f {
		here = here[:0]
		l.claims().Walk(f, i, func(n int, claims []dict.Claim) {
			span := p.Folded.Original(i, i+n)
			for _, c := range claims {
				where := goods
				if c.Rule == "WX702" {
					where = column
				}
				if done[c.Rule] > span.Start || !c.Holds(where) || c.Level != "allow" && !l.whole(p, c.Rule, i, i+n) {
					continue
				}
				k := slices.IndexFunc(here, func(h hit) bool { return h.Rule == c.Rule })
				switch {
				case k < 0:
					here = append(here, hit{c, span})
				case span.End >= here[k].End:
					here[k] = hit{c, span}
				}
			}
		})
		for _, h := range here {
			done[h.Rule] = h.End
			if !slices.ContainsFunc(works, h.Overlaps) {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// goods returns the categories of what is sold: the one that the row names,
// else those of the first product noun that has any.
func (l *Linter) goods(p *text.Parsed) []*dict.Node {
	if p.Category != nil {
		return []*dict.Node{p.Category}
	}
	for _, i := range p.Core {
		if e := p.Terms[i].Entry; e != nil {
			if nodes := l.options.Lexicon.Nodes(e); len(nodes) > 0 {
				return nodes
			}
		}
	}
	return nil
}

// works returns the titles of books and works, 《…》, in the runes.
func works(runes []rune) []Span { return enclosed(runes, '《', '》') }

// enclosed returns what stands from an opening mark to the next closing one,
// the marks included.
func enclosed(runes []rune, opening, closing rune) []Span {
	var spans []Span
	start := -1
	for i, r := range runes {
		switch {
		case r == opening:
			start = i
		case r == closing && start >= 0:
			spans = append(spans, Span{Start: start, End: i + 1})
			start = -1
		}
	}
	return spans
}

// whole reports whether [start, end) of the folded view is no mere piece of
// other words: 大麻 in 大麻烦, 闲鱼 in 休闲鱼嘴.
func (l *Linter) whole(p *text.Parsed, rule string, start, end int) bool {
	f := p.Folded.Runes
	if start > 0 && latin(f[start]) && alnum(f[start-1]) || end < len(f) && latin(f[end-1]) && alnum(f[end]) {
		return false
	}
	s := p.Folded.Original(start, end)
	cuts := 0
	for i := range p.Terms {
		t := &p.Terms[i]
		switch {
		case !t.Overlaps(s) || t.Len() < 2:
		case t.Kind == dict.Brand && t.Contains(s) && rule != "WX701":
			return false
		case s.Contains(t.Span) || !t.Known && l.options.Lexicon.General(t.Folded) == 0:
		case t.Contains(s):
			if rule != "WX602" && !talk(t) {
				return false
			}
		default:
			cuts++
			if t.Len() >= s.Len() {
				return false
			}
		}
	}
	return cuts < 2 && !ofBrand(p, start, end)
}

// ofBrand reports whether [start, end) of the folded view lies in the brand
// that the row names.
func ofBrand(p *text.Parsed, start, end int) bool {
	brand := []rune(p.Brand)
	f := p.Folded.Runes
	for i := max(0, end-len(brand)); i <= start && i+len(brand) <= len(f); i++ {
		if len(brand) > 0 && string(f[i:i+len(brand)]) == p.Brand {
			return true
		}
	}
	return false
}

// latin reports whether r is a letter that would go on a Latin word.
func latin(r rune) bool { return 'a' <= r && r <= 'z' }

// alnum reports whether r is a letter or digit that would go on a model.
func alnum(r rune) bool { return latin(r) || '0' <= r && r <= '9' }

// talk reports whether a word says nothing that makes a phrase in it innocent.
func talk(t *text.Term) bool { return weightless(t.Kind) || t.Kind == dict.Function }

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
		if h.Rule == p.Rule.Code && h.Level != "allow" {
			mine = append(mine, h)
		}
	}
	return mine
}

// innocent reports whether the table lets s pass for the rule.
func (p *Pass) innocent(s Span) bool {
	p.claimHits()
	return slices.ContainsFunc(*p.claims, func(h hit) bool { return h.Rule == p.Rule.Code && h.Level == "allow" && h.Contains(s) })
}

// reportClaims reports the phrases that the claims table holds for the rule,
// as reportHits does.
func (p *Pass) reportClaims(zh, en string) { p.reportHits(p.claimHits(), zh, en) }

// reportHits reports the hits, those of one severity together: one rule, one
// finding. zh and en take the quoted phrases as they stand in the title.
func (p *Pass) reportHits(hits []hit, zh, en string) {
	for _, severity := range []Severity{Error, Warning, Info} {
		var r Report
		var quoted, swaps []string
		for _, h := range hits {
			if h.Level != severity.String() {
				continue
			}
			r.Spans = append(r.Spans, h.Span)
			if p.Rule.Fix != FixNone {
				r.Edits = append(r.Edits, Edit{Span: h.Span, Text: h.Swap})
			}
			if word := p.Text(h.Span); !slices.Contains(quoted, word) {
				quoted = append(quoted, word)
				if h.Swap != "" {
					swaps = append(swaps, fmt.Sprintf(p.Say("「%s」可改为「%s」", "write 「%[2]s」 for 「%[1]s」"), word, h.Swap))
				}
			}
		}
		if len(r.Spans) == 0 {
			continue
		}
		r.Severity = severity
		r.Message = fmt.Sprintf(p.Say(zh, en), join(quoted, p.Say("、", ", ")))
		if len(swaps) > 0 {
			r.Advice = strings.Join(swaps, p.Say("，", ", ")) + p.Say("，或删去。", ", or drop it.")
		}
		p.Report(r)
	}
}
