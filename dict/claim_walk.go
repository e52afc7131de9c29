package dict

import (
	"strings"
	"sync"
	"unicode"
)

// start holds the phrases that begin with one rune. They are spelled out when a
// title first holds that rune: most never do, and a program that reads one
// title should not wait for ten thousand phrases.
type start struct {
	rows     []int // whose phrases may begin with the rune
	once     sync.Once
	plain    map[string][]Claim
	longest  int // runes of the longest plain phrase
	patterns []pattern
}

// pattern is a phrase with wildcards.
type pattern struct {
	runes []rune
	claim Claim
}

// start returns the phrases that begin with r, spelled out, or nil.
func (l *Claims) start(r rune) *start {
	s := l.starts[r]
	if s == nil {
		return nil
	}
	s.once.Do(func() {
		s.plain = map[string][]Claim{}
		for _, i := range s.rows {
			claim := l.rows[i].claim
			for _, claim.Phrase = range spellOut(claim.Phrase) {
				runes := []rune(claim.Phrase)
				switch {
				case len(runes) == 0 || runes[0] != r:
				case strings.ContainsAny(claim.Phrase, "N…"):
					s.patterns = append(s.patterns, pattern{runes, claim})
				default:
					s.plain[claim.Phrase] = append(s.plain[claim.Phrase], claim)
					s.longest = max(s.longest, len(runes))
				}
			}
		}
	})
	return s
}

// Walk calls found for every phrase that begins at the rune at of the folded
// text, with its length in runes and the rows that hold it.
func (l *Claims) Walk(folded []rune, at int, found func(length int, claims []Claim)) {
	f := folded[at:]
	if len(f) == 0 {
		return
	}
	s := l.start(f[0])
	if s != nil {
		for n := 1; n <= min(s.longest, len(f)); n++ {
			if c := s.plain[string(f[:n])]; c != nil {
				found(n, c)
			}
		}
		s.try(f, found)
	}
	if numeral(f[0]) && (at == 0 || !numeral(folded[at-1])) {
		if s := l.start('N'); s != nil {
			s.try(f, found)
		}
	}
}

// try calls found for the phrases with wildcards that the text f begins with.
func (s *start) try(f []rune, found func(length int, claims []Claim)) {
	for i := range s.patterns {
		if n := match(s.patterns[i].runes, f); n > 0 {
			found(n, []Claim{s.patterns[i].claim})
		}
	}
}

// gap is the most runes that … stands for.
const gap = 6

// match returns how many runes of f the pattern matches from its start, 0
// where it does not.
func match(pattern, f []rune) int {
	i := 0
	for k, want := range pattern {
		switch want {
		case 'N':
			n := 0
			for i+n < len(f) && n < 5 && numeral(f[i+n]) {
				n++
			}
			if n == 0 {
				return 0
			}
			i += n
		case '…':
			for skip := 0; skip <= gap && i+skip < len(f); skip++ {
				if n := match(pattern[k+1:], f[i+skip:]); n > 0 {
					return i + skip + n
				}
				if !unicode.IsLetter(f[i+skip]) && !unicode.IsNumber(f[i+skip]) {
					return 0
				}
			}
			return 0
		default:
			if i >= len(f) || f[i] != want {
				return 0
			}
			i++
		}
	}
	return i
}

// numeral reports whether r is a digit or a Chinese numeral.
func numeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '两', '几', '半':
		return true
	}
	return '0' <= r && r <= '9'
}
