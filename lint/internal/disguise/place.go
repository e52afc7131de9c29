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
func (s *search) ordinary(first, last int, how care) bool {
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
	if how == strict {
		return s.lexicon.General(s.plain(first, last)) > 0
	}
	return false
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
	known   bool
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
