package disguise

import (
	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// listed finds the disguised names that the lexicon itself lists among the
// names of a brand.
func (s *search) listed() {
	for i := range s.p.Terms {
		t := &s.p.Terms[i]
		if t.Kind != dict.Brand || !t.Has("nickname") {
			continue
		}
		if sector := t.Entry.Attr("sector"); t.Has("context") || t.Len() < 4 {
			if _, ok := s.tables.Sectors[sector]; !ok || !s.inSector(sector) {
				continue
			}
		}
		if !hasHan(t.Folded) && (t.Len() < 4 || bareDigits(t.Folded)) || s.named(t.Canonical) || s.ownName(t.Canonical) || endsInGoods(t.Folded) || s.glued(t) {
			continue // letters have a table of their own; 小脏鞋 names the goods, 双c on a chanel its pattern
		}
		s.found = append(s.found, Found{Span: t.Span, Plain: t.Canonical, Kind: dict.SecretBrand, Technique: Nickname, Confidence: 0.72})
	}
}

// named reports whether the brand stands openly in the title too.
func (s *search) named(canonical string) bool {
	for i := range s.p.Terms {
		if t := &s.p.Terms[i]; t.Kind == dict.Brand && t.Canonical == canonical && !t.Has("nickname") {
			return true
		}
	}
	return false
}

// ownName reports whether the row's own brand is the canonical one.
func (s *search) ownName(canonical string) bool {
	if id, ok := s.byName[canonical]; ok && s.own(s.words[id].Protected) {
		return true
	}
	return s.p.Brand != "" && s.p.Brand == canonical
}

// endsInGoods reports whether the last character of a nickname names goods.
func endsInGoods(name string) bool {
	r := []rune(name)
	switch r[len(r)-1] {
	case '鞋', '靴', '杯', '盒', '包', '表', '酒':
		return true
	}
	return false
}

// glued reports whether a single character that no table knows stands right
// beside the term, so that the two may be another word.
func (s *search) glued(t *text.Term) bool {
	if t.Len() > 2 {
		return false
	}
	for i := range s.p.Terms {
		o := &s.p.Terms[i]
		if (o.End == t.Start || o.Start == t.End) && o.Len() == 1 && !o.Known && hasHan(o.Folded) {
			return true
		}
	}
	return false
}
