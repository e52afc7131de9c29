package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// chains finds words that no table protects but that marks pull apart
// character by character: 提/拉/紧/致. A list to choose from (红/黑/白) is none.
func (s *search) chains() {
	type link struct {
		first, last int
		word        string
		kind        dict.Kind
	}
	var links []link
	for i := 0; i+2 < len(s.cells); i++ {
		m := &s.cells[i+1]
		if s.cells[i].class != han || m.class != mark || s.cells[i+2].class != han || !strings.ContainsRune("/.*·|_~-、丨。", m.r) {
			continue
		}
		// the chain of single characters from cell i on
		end := i + 2
		for end+2 < len(s.cells) && s.cells[end+1].r == m.r && s.cells[end+2].class == han {
			end += 2
		}
		word := make([]rune, 0, 8)
		items := 0
		for k := i; k <= end; k += 2 {
			word = append(word, s.cells[k].r)
			if item(s.cells[k].r) {
				items++
			}
		}
		n := len(word)
		long := n >= 4 && m.r != '、' || n == 3 && m.r != '/' && m.r != '、' && m.r != '-' && m.r != '|'
		if entry := s.product(word); items*2 < n && (entry != nil || long) && !s.reaches(i, end+1) {
			l := link{first: i, last: end + 1, word: string(word)}
			if entry != nil {
				l.kind = entry.Kind
			}
			links = append(links, l)
		}
		i = end - 1
	}
	for _, l := range links {
		single := len([]rune(l.word)) == 2
		if single && len(links) < 2 && l.kind != dict.Category {
			continue
		}
		confidence := 0.7
		if len(links) > 1 {
			confidence = 0.9
		}
		s.add(l.first, l.last, l.word, dict.SecretGoods, Symbol, confidence)
	}
}

// product returns the entry of the lexicon for the word, or for one of two
// characters and more that begins it; nil where it holds none.
func (s *search) product(word []rune) *dict.Entry {
	for from := 0; from+2 <= len(word); from++ {
		for to := len(word); to >= from+2; to-- {
			if from > 0 && to-from < len(word)/2 {
				break
			}
			for _, e := range s.lexicon.Lookup(string(word[from:to])) {
				switch e.Kind {
				case dict.Category, dict.Function, dict.Material, dict.Use:
					return e
				}
			}
		}
	}
	return nil
}

// reaches reports whether the characters at the ends of the chain belong to
// longer words outside it.
func (s *search) reaches(first, last int) bool {
	sp := span(s.cells, first, last)
	for i := range s.p.Terms {
		t := &s.p.Terms[i]
		if t.Len() >= 2 && t.Overlaps(sp) && !sp.Contains(t.Span) && hasHan(t.Folded) && (t.Known || s.lexicon.General(t.Folded) > 0) {
			return true
		}
	}
	return false
}
