package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// judgeSplit judges a character that is written as its parts.
func (s *search) judgeSplit(w *word, t *tally, first, last int) (Technique, float64) {
	if t.plain+t.split < t.n || t.plain == 0 || s.ordinary(w, first, last, loose) {
		return 0, 0
	}
	if t.n == 2 && !s.fits(w, first, last) && !s.radicalPart(first, last) {
		return 0, 0
	}
	return Split, 0.9
}

// radicalPart reports whether a cell is a part that never stands alone in
// ordinary text: 亻, 艹.
func (s *search) radicalPart(first, last int) bool {
	for _, c := range s.cells[first:last] {
		if strings.ContainsRune("亻讠钅饣扌犭忄礻氵艹疒冫丬纟宀辶阝衤彳灬刂攵", c.r) {
			return true
		}
	}
	return false
}

// judgeEmoji judges a picture that reads as a character.
func (s *search) judgeEmoji(w *word, t *tally, first, last int) (Technique, float64) {
	if t.plain == 0 || t.plain+t.emoji < t.n && t.n < 3 || s.ordinary(w, first, last, loose) {
		return 0, 0
	}
	if t.n == 2 && !s.fits(w, first, last) {
		return 0, 0
	}
	return Emoji, 0.9
}

// judgeMask judges a character that 某, x, a star or a picture hides.
func (s *search) judgeMask(w *word, t *tally, first, last int) (Technique, float64) {
	if t.mask > 1 || t.plain+t.mask < t.n || w.Kind == dict.SecretGoods {
		return 0, 0
	}
	technique := Mask
	some := false
	for k := range t.n {
		if x := &s.steps[k]; x.how.has(Emoji) {
			technique = Emoji
		} else if s.cells[x.start].r == '某' {
			some = true
		}
	}
	near := s.fits(w, first, last)
	switch {
	case !some && w.Kind != dict.SecretBrand && w.Kind != dict.SecretPlatform, t.n == 2 && (!some || !w.Ridden || !near), t.n == 3 && !near && !w.Ridden, t.n == 3 && !near && !some:
		return 0, 0
	case s.ordinary(w, first, last, loose):
		return 0, 0
	}
	return technique, 0.85
}
