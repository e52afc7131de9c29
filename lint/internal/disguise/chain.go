package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// longestChain is the number of characters that are read as one chain, so that
// a title of nothing else costs no more than its length.
const longestChain = 12

// link is a stretch of single characters that one mark parts.
type link struct {
	first, last int // cells
	word        []rune
	entry       *dict.Entry // what the lexicon knows of it, or nil
}

// chains finds words that no table protects but that marks pull apart
// character by character: 提/拉/紧/致. A list to choose from (红/黑/白) is none.
func (s *search) chains() {
	var links []link
	for i := 0; i+2 < len(s.cells); i++ {
		end := s.chainEnd(i)
		if end == 0 {
			continue
		}
		if l, ok := s.chain(i, end); ok {
			links = append(links, l)
		}
		i = end - 2
	}
	for _, l := range links {
		if len(l.word) == 2 && len(links) < 2 && l.entry.Kind != dict.Category {
			continue
		}
		confidence := 0.7
		if len(links) > 1 {
			confidence = 0.9
		}
		s.add(l.first, l.last, string(l.word), dict.SecretGoods, Symbol, confidence)
	}
}

// chainEnd returns the cell behind the chain of single characters that begins
// at cell i, 0 where none does.
func (s *search) chainEnd(i int) int {
	m := s.cells[i+1].r
	if s.cells[i].class != han || s.cells[i+1].class != mark || s.cells[i+2].class != han || !strings.ContainsRune("/.*·|_~-、丨。", m) {
		return 0
	}
	end := i + 3
	for end+1 < len(s.cells) && end-i < 2*longestChain && s.cells[end].r == m && s.cells[end+1].class == han {
		end += 2
	}
	return end
}

// chain judges the chain of the cells [first, last). A character at its end
// that belongs to the word beyond is no part of it.
func (s *search) chain(first, last int) (link, bool) {
	if s.reaches(last - 1) {
		last -= 2
	}
	if s.reaches(first) {
		first += 2
	}
	if last-first < 3 {
		return link{}, false
	}
	l := link{first: first, last: last}
	items := 0
	for k := first; k < last; k += 2 {
		l.word = append(l.word, s.cells[k].r)
		if item(s.cells[k].r) {
			items++
		}
	}
	l.entry = s.product(l.word)
	m := s.cells[first+1].r
	long := len(l.word) >= 4 && m != '、' || len(l.word) == 3 && !strings.ContainsRune("/、-|", m)
	return l, items*2 < len(l.word) && (l.entry != nil || long)
}

// product returns the entry of the lexicon for the word, or for a long part of
// it; nil where it holds none.
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

// reaches reports whether the character of cell i belongs to an ordinary word
// of two characters and more.
func (s *search) reaches(i int) bool {
	at := s.cells[i].at
	for k := range s.p.Terms {
		t := &s.p.Terms[k]
		if t.Start <= at && at < t.End {
			return t.Len() >= 2 && hasHan(t.Folded) && (t.Known || s.lexicon.General(t.Folded) > 0)
		}
	}
	return false
}
