package disguise

import (
	"unicode"

	"github.com/titlelint/titlelint/dict"
)

// judgePinyin judges a word that is written in letters from end to end.
func (s *search) judgePinyin(w *word, t *tally, first, last int) (Technique, float64) {
	letters := 0
	run := make([]byte, 0, 16)
	for i := first; i < last; i++ {
		if s.cells[i].alnum() {
			run = append(run, byte(s.cells[i].r))
			letters++
		} else if s.cells[i].r == '\'' || s.cells[i].r == '.' || s.cells[i].class == picture {
			return 0, 0
		}
	}
	if last < len(s.cells) && s.cells[last].alnum() && letters < 6 {
		return 0, 0
	}
	plain := string(run)
	if s.latin.open(plain) || s.tables.Honest[plain] || s.standsOpenly(w.Word) || s.known(plain) {
		return 0, 0
	}
	if t.loose > 0 && (t.n < 3 || t.gaps > 0) {
		return 0, 0
	}
	near := s.fits(w, first, last)
	switch {
	case w.Kind == dict.SecretGoods, t.n == 2 && !near && (w.Kind == dict.SecretBrand || letters < 6), letters < 5 && !near, letters < 4:
		return 0, 0
	case w.Kind == dict.SecretBrand && !w.Ridden && !near:
		return 0, 0
	case w.Kind == dict.SecretBrand && len(w.Latin) == 0 && !near:
		return 0, 0 // it may well be the brand's own Latin name
	}
	return PinyinFull, 0.85
}

// standsOpenly reports whether the word stands in the title in plain
// characters, beside its Latin form.
func (s *search) standsOpenly(word string) bool { return word != "" && s.text().contains(word) }

// judgeMixed judges letters that stand for some characters of a word.
func (s *search) judgeMixed(w *word, t *tally, first, last int) (Technique, float64) {
	if t.plain == 0 && !(w.Ridden && t.n == 2 && t.sound == 1) {
		return 0, 0
	}
	if t.gaps > 0 && (t.between != Space || t.n < 3) {
		return 0, 0
	}
	near := s.fits(w, first, last)
	long := false // a syllable of three letters or more is no abbreviation
	for k := range t.n {
		x := &s.steps[k]
		long = long || x.how == PinyinFull && x.end-x.start >= 3
		if x.how == PinyinFull && x.end-x.start == 1 {
			t.initial++
			t.spelt--
		}
	}
	switch {
	case w.Kind == dict.SecretGoods && (!long || t.initial > 0):
		return 0, 0
	case t.initial > 0 && last < len(s.cells) && s.cells[last-1].class == letter && s.cells[last].class == digit:
		return 0, 0 // a model
	case t.n == 2 && t.initial > 0 && !(w.Ridden && near && s.lowercase(first, last) && s.cells[first].class == han && s.flanked(w, first, last)):
		return 0, 0
	case t.n == 2 && t.loose > 0:
		return 0, 0
	case t.n == 2 && !near && !long:
		return 0, 0
	case t.n == 2 && !near && w.Kind == dict.SecretBrand && !w.Ridden:
		return 0, 0
	case t.n == 3 && t.initial > 1, t.initial > 2:
		return 0, 0
	case t.sound+t.loose+t.look > 0 && !near:
		return 0, 0
	case w.Kind == dict.SecretBrand && !w.Ridden && !near:
		return 0, 0
	case t.n >= 3 && t.initial > 0 && !w.Ridden && !near:
		return 0, 0
	case s.knownRun(first, last, near) || s.ordinary(w, first, last, loose):
		return 0, 0
	}
	return PinyinMixed, 0.9
}

// lowercase reports whether the letters of the disguise stand in lower case:
// models and sizes do not.
func (s *search) lowercase(first, last int) bool {
	for i := first; i < last; i++ {
		if unicode.IsUpper(s.p.Runes[s.cells[i].at]) {
			return false
		}
	}
	return true
}

// knownRun reports whether the letters in the disguise are a word by
// themselves: ins, pu, max. Among goods of its sector a name is none.
func (s *search) knownRun(first, last int, near bool) bool {
	for i := first; i < last; i++ {
		if s.cells[i].class != letter {
			continue
		}
		end := i
		for end < last && s.cells[end].alnum() {
			end++
		}
		run := make([]byte, 0, 8)
		for _, c := range s.cells[i:end] {
			run = append(run, byte(c.r))
		}
		if n := string(run); len(n) > 1 && (s.knownNoun(n) || !near && (s.known(n) || s.latin.open(n) || s.tables.Honest[n])) {
			return true
		}
		i = end
	}
	return false
}
