package lint

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// weightless reports whether words of the kind tell no fact about the goods.
func weightless(k text.Kind) bool {
	return k == dict.Promo || k == dict.Hype || k == dict.Hot || k == dict.Vague
}

func join(words []string, separator string) string {
	return "「" + strings.Join(words, "」"+separator+"「") + "」"
}

// spansOf returns the spans of terms.
func (p *Pass) spansOf(terms []int) []Span {
	spans := make([]Span, len(terms))
	for i, t := range terms {
		spans[i] = p.Terms[t].Span
	}
	return spans
}

// textsOf returns the words of terms as they stand in the title, each once.
func (p *Pass) textsOf(terms []int) []string {
	var words []string
	seen := map[string]bool{}
	for _, t := range terms {
		if w := p.Terms[t].Text; !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}
