package disguise

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// care says how far an ordinary reading of the place excuses a disguise.
type care uint8

const (
	loose  care = iota // the disguise is odd by itself: only words of the lexicon excuse it
	apart              // characters pushed apart: words that reach over the ends excuse it
	strict             // plain characters: any ordinary word excuses it
)

// ordinary reports whether the cells [first, last) read as something ordinary:
// a known word is cut by one of their ends, holds them all, or is them.
func (s *search) ordinary(w *word, first, last int, how care) bool {
	sp := span(s.cells, first, last)
	for i := range s.p.Terms {
		t := &s.p.Terms[i]
		if t.End <= sp.Start {
			continue
		}
		if t.Start >= sp.End {
			break
		}
		if t.Len() < 2 || !hasHan(t.Folded) {
			continue
		}
		if t.Kind == dict.Brand && t.Has("nickname") {
			continue // the lexicon lists the disguise itself
		}
		if strings.Contains(t.Folded, w.Word) {
			continue // folding has taken the disguise off: 蘋果手机
		}
		general := s.lexicon.General(t.Folded)
		if !t.Known && general == 0 {
			continue
		}
		if !t.Known && (how == loose && general < 300) {
			continue
		}
		switch {
		case sp == t.Span:
			if how == strict {
				return true
			}
		case sp.Contains(t.Span):
			continue
		default:
			return true
		}
	}
	if how != strict {
		return false
	}
	plain := s.plain(first, last)
	return s.lexicon.General(plain) > 0 || s.tables.Honest[plain] || s.bridged(w, first, last)
}

// bridged reports whether a character at either end of the cells makes an
// ordinary word with its neighbour outside, however the title was segmented.
//
// Of words other than brands only the ends that are disguised count: 弟一鲜 is
// 第一 though 一 might go on.
func (s *search) bridged(w *word, first, last int) bool {
	left, right := s.sides(w, first, last)
	word := func(from, to int) bool {
		if from < 0 || to > len(s.cells) {
			return false
		}
		for _, c := range s.cells[from:to] {
			if c.class != han {
				return false
			}
		}
		w := s.plain(from, to)
		return s.lexicon.General(w) >= 20 || s.tables.Honest[w] || s.known(w)
	}
	return left && (word(first-1, first+1) || word(first-2, first+1)) || right && (word(last-1, last+1) || word(last-1, last+2))
}

// knownNoun is known without the names of brands.
func (s *search) knownNoun(word string) bool {
	for _, e := range s.lexicon.Lookup(word) {
		if e.Kind != dict.Unit && e.Kind != dict.Brand {
			return true
		}
	}
	return false
}

// sides reports which ends of the cells need looking at.
func (s *search) sides(w *word, first, last int) (left, right bool) {
	n := len(w.runes)
	if w.Kind == dict.SecretBrand || last-first != n {
		return true, true
	}
	left, right = s.cells[first].r != w.runes[0], s.cells[last-1].r != w.runes[n-1]
	if !left && !right {
		return true, true
	}
	return left, right
}

// known reports whether the lexicon holds the word as what it is: units and
// names in disguise do not count.
func (s *search) known(word string) bool {
	for _, e := range s.lexicon.Lookup(word) {
		if e.Kind != dict.Unit && !e.Has("nickname") {
			return true
		}
	}
	return false
}

// flanked reports whether what stands on both sides of the cells is complete by
// itself: a mark, letters, the end, or a word of its own. A single character
// that no table knows may make a word with them.
func (s *search) flanked(w *word, first, last int) bool {
	left, right := s.sides(w, first, last)
	whole := func(i int) bool {
		if i < 0 || i >= len(s.cells) || s.cells[i].class != han {
			return true
		}
		for j := range s.p.Terms {
			t := &s.p.Terms[j]
			if t.Start <= s.cells[i].at && s.cells[i].at < t.End {
				return t.Len() > 1 || t.Known || t.Kind != dict.Other
			}
		}
		return true
	}
	return (!left || whole(first-1)) && (!right || whole(last))
}

func hasHan(word string) bool { return strings.ContainsFunc(word, text.Han) }

// plain returns the cells as a word.
func (s *search) plain(first, last int) string {
	var b strings.Builder
	for _, c := range s.cells[first:last] {
		b.WriteRune(c.r)
	}
	return b.String()
}

// place is what the title says of its goods, worked out once it is asked for.
type place struct {
	folded  folded
	sectors map[string]bool
	tops    []string
}

type folded string

func (f folded) contains(word string) bool { return strings.Contains(string(f), word) }

// text returns the folded title.
func (s *search) text() folded {
	if s.place.folded == "" {
		s.place.folded = folded(string(s.p.Folded.Runes))
	}
	return s.place.folded
}

// in reports whether the title sells goods of one of the sectors.
func (s *search) in(sectors []string) bool {
	return slices.ContainsFunc(sectors, s.inSector)
}

func (s *search) inSector(name string) bool {
	if name == "*" {
		return true
	}
	if is, ok := s.place.sectors[name]; ok {
		return is
	}
	if s.place.sectors == nil {
		s.place.sectors = map[string]bool{}
		s.place.tops = s.tops()
	}
	sector := s.tables.Sectors[name]
	is := sector.Any || slices.ContainsFunc(sector.Words, s.text().contains) ||
		slices.ContainsFunc(s.place.tops, func(top string) bool { return slices.Contains(sector.Tops, top) })
	s.place.sectors[name] = is
	return is
}

// tops returns the top categories of the goods that the title or its row names.
func (s *search) tops() []string {
	var tops []string
	if s.p.Category != nil {
		tops = append(tops, s.p.Category.Top())
	}
	for _, i := range s.p.Core {
		if e := s.p.Terms[i].Entry; e != nil {
			for _, n := range s.lexicon.Nodes(e) {
				tops = append(tops, n.Top())
			}
		}
	}
	return tops
}

// fits reports whether the word belongs in such a title: its sector sells such
// goods, or a contact is asked for there.
func (s *search) fits(w *word, first, last int) bool {
	if w.Kind == dict.SecretContact || w.Kind == dict.SecretPlatform {
		return s.contact(first, last)
	}
	return s.in(w.Sectors)
}

// Words around a way to get in touch.
const (
	leadsToContact = "加+➕联系找问看搜扫添➕私进留咨询"
	asksForContact = "看款 咨询 拿货 扫 下单 进群 领 了解 客服 批发 代发 同号 招 聊 询 报价 价 发图 看货 看图 客 群 号 同款 旗舰 自营 店 拿"
)

// contact reports whether the words around the cells [first, last) ask the
// buyer to get in touch elsewhere.
func (s *search) contact(first, last int) bool {
	for i := max(0, first-3); i < first; i++ {
		if strings.ContainsRune(leadsToContact, s.cells[i].r) {
			return true
		}
	}
	var b strings.Builder
	for i := last; i < len(s.cells) && i < last+8; i++ {
		if s.cells[i].class != space {
			b.WriteRune(s.cells[i].r)
		}
	}
	after := b.String()
	for _, w := range strings.Fields(asksForContact) {
		if at := strings.Index(after, w); at >= 0 && at <= 12 {
			return true
		}
	}
	return false
}
