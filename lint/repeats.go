package lint

import (
	"slices"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// repeatedWords returns the words that stand too often, of two characters or
// more that hold a letter, within longer words too: 复古 in 复古鞋.
func (p *Pass) repeatedWords(note Span, used map[int]bool) [][]Span {
	var groups [][]Span
	seen := map[string]bool{}
	for i := range p.Terms {
		t := &p.Terms[i]
		if used[i] || t.Len() < 2 || seen[t.Folded] || note.Contains(t.Span) || !strings.ContainsFunc(t.Folded, unicode.IsLetter) {
			continue // numbers come again in sizes
		}
		switch t.Kind {
		case dict.Spec, dict.Model, dict.Mark:
			continue
		case dict.Brand:
			if p.lists() {
				continue // the models that an accessory fits
			}
		}
		seen[t.Folded] = true
		at := slices.DeleteFunc(places(p.Parsed, []rune(t.Folded)), note.Contains)
		if len(at) >= p.Int("word_repeats") {
			groups = append(groups, at)
		}
	}
	return groups
}

// repeatedPhrase returns both places of the first stretch of words that stands
// in the title twice as it is: the name of a book. It returns nothing where
// there is none, or where the words are used, so that they are told already.
func (p *Pass) repeatedPhrase(note Span, used map[int]bool) []Span {
	for i := range p.Terms {
		for j := i + 1; j < len(p.Terms); j++ {
			n := p.inCommon(i, j)
			if n < 2 || note.Contains(p.Terms[j].Span) || used[j] || used[j+n-1] {
				continue
			}
			han := 0
			for k := i; k < i+n; k++ {
				if p.Terms[k].Kind != dict.Brand { // a brand and its models may stand in a list
					han += hanRunes(p.Terms[k].Folded)
				}
			}
			if han >= p.Int("phrase") {
				return []Span{{Start: p.Terms[i].Start, End: p.Terms[i+n-1].End}, {Start: p.Terms[j].Start, End: p.Terms[j+n-1].End}}
			}
		}
	}
	return nil
}

// inCommon returns how many terms from i and from j on are the same, up to j,
// none of them a mark and all without a gap.
func (p *Pass) inCommon(i, j int) int {
	n := 0
	for i+n < j && j+n < len(p.Terms) {
		a, b := &p.Terms[i+n], &p.Terms[j+n]
		if a.Folded != b.Folded || a.Kind == dict.Mark || n > 0 && !(p.Adjacent(i+n-1) && p.Adjacent(j+n-1)) {
			break
		}
		n++
	}
	return n
}

func hanRunes(s string) int {
	n := 0
	for _, r := range s {
		if text.Han(r) {
			n++
		}
	}
	return n
}

// places returns where the folded word stands in the title, without overlap.
func places(p *text.Parsed, word []rune) []Span {
	var at []Span
	f := p.Folded.Runes
	for i := 0; i+len(word) <= len(f); {
		if slices.Equal(f[i:i+len(word)], word) {
			at = append(at, p.Folded.Original(i, i+len(word)))
			i += len(word)
			continue
		}
		i++
	}
	return at
}
