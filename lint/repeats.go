package lint

import (
	"slices"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// repeatedWords returns the words of two or more characters that stand too
// often, within longer words too: 复古 in 复古鞋.
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

// repeatedPhrases returns the first stretch of words that stands in the title
// once more as it is, with where it stands: the name of a book, said twice.
func (p *Pass) repeatedPhrases(note Span) [][]Span {
	for i := range p.Terms {
		for j := i + 1; j < len(p.Terms); j++ {
			n, han := 0, 0
			for i+n < j && j+n < len(p.Terms) && p.Terms[i+n].Folded == p.Terms[j+n].Folded && p.Terms[i+n].Kind != dict.Mark && (n == 0 || p.Adjacent(i+n-1) && p.Adjacent(j+n-1)) {
				if p.Terms[i+n].Kind != dict.Brand {
					han += hanRunes(p.Terms[i+n].Folded)
				}
				n++
			}
			if n < 2 || han < p.Int("phrase") {
				continue // a brand and its models may stand in a list
			}
			first := Span{Start: p.Terms[i].Start, End: p.Terms[i+n-1].End}
			again := Span{Start: p.Terms[j].Start, End: p.Terms[j+n-1].End}
			if !note.Contains(again) {
				return [][]Span{{first, again}}
			}
		}
	}
	return nil
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
