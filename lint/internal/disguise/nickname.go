package disguise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/titlelint/titlelint/dict"
)

// plantNicknames indexes the nicknames by their first character.
func (f *Finder) plantNicknames() {
	f.nick = make(map[rune][]*dict.Nickname, 256)
	for i := range f.tables.Nicknames {
		n := &f.tables.Nicknames[i]
		for _, r := range n.Name {
			f.nick[r] = append(f.nick[r], n)
			break
		}
	}
}

// nicknames finds nicknames and masks of the table.
func (s *search) nicknames() {
	for i := range s.cells {
		for _, n := range s.nick[s.cells[i].r] {
			if end := s.stands(n.Name, i); end > 0 {
				s.judgeNickname(n, i, end)
			}
		}
	}
}

// stands returns the cell behind the word if it stands at cell i, else 0.
func (s *search) stands(word string, i int) int {
	k := i
	for _, r := range word {
		if k >= len(s.cells) || s.cells[k].r != r {
			return 0
		}
		k++
	}
	if s.cells[i].alnum() && i > 0 && s.cells[i-1].alnum() || s.cells[k-1].alnum() && k < len(s.cells) && s.cells[k].alnum() {
		return 0
	}
	return k
}

func (s *search) judgeNickname(n *dict.Nickname, first, last int) {
	excused := func(word string) bool {
		if strings.Contains(word, n.Name) { // a longer word in this very place
			return s.within(word, n.Name, first)
		}
		return s.text().contains(word)
	}
	if slices.ContainsFunc(n.Unless, excused) || len(n.With) > 0 && !slices.ContainsFunc(n.With, s.text().contains) {
		return
	}
	if !s.meant(n, first, last) || s.cuts(first, last) {
		return
	}
	kind := dict.SecretBrand
	if id, ok := s.byName[n.Plain]; ok {
		kind = s.words[id].Kind
		if s.own(s.words[id].Protected) {
			return
		}
	}
	s.add(first, last, n.Plain, kind, Nickname, 0.86)
}

// within reports whether the longer word stands round the nickname that begins
// at cell first.
func (s *search) within(longer, nickname string, first int) bool {
	start := first - utf8.RuneCountInString(longer[:strings.Index(longer, nickname)])
	return start >= 0 && s.stands(longer, start) > 0
}

// meant reports whether the goods are such that the nickname is understood.
func (s *search) meant(n *dict.Nickname, first, last int) bool {
	if slices.Contains(n.Sectors, "contact") && s.contact(first, last) {
		return true
	}
	return s.in(n.Sectors)
}

// cuts reports whether a known word reaches over one end of the cells. Words
// that the lexicon lists for the nickname itself do not count.
func (s *search) cuts(first, last int) bool {
	sp := span(s.cells, first, last)
	for i := range s.p.Terms {
		t := &s.p.Terms[i]
		if t.Len() < 2 || !t.Overlaps(sp) || sp.Contains(t.Span) || !hasHan(t.Folded) || t.Kind == dict.Brand {
			continue
		}
		if t.Known || s.lexicon.General(t.Folded) >= 50 {
			return true
		}
	}
	return false
}
