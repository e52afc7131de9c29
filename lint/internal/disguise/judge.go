package disguise

import "github.com/titlelint/titlelint/dict"

// tally says how the characters of a word are written.
type tally struct {
	n       int // characters
	plain   int // as themselves, apart from how their shape is disguised
	sound   int // as one of exactly the same sound
	loose   int // as one of nearly the same sound
	look    int
	split   int
	spelt   int // as a syllable in letters
	initial int // as one letter
	emoji   int // as a picture that reads so
	mask    int
	gaps    int // places that are pushed apart
	between Technique
	shape   Technique // of the characters that are plain
	shaped  int       // their number
	doubled int       // characters that are repeated
	trebled bool
	hidden  bool // something invisible between two characters
}

// accept judges a word whose characters the first depth steps write.
func (s *search) accept(w *word, depth int) {
	if len(w.runes) != depth {
		return
	}
	first, last := s.steps[0].start, s.steps[depth-1].end
	t := tally{n: depth}
	for k := range depth {
		if !s.count(&t, w.runes[k], &s.steps[k], k) {
			return
		}
	}
	if t.plain == t.n && t.shape == 0 && t.gaps == 0 && t.doubled == 0 && !t.hidden {
		return // openly written
	}
	if !s.wholeRun(first, last, &t) {
		return
	}
	technique, confidence := s.judge(w, &t, first, last)
	if confidence == 0 || s.own(w.Protected) {
		return
	}
	if _, other := s.byName[s.plain(first, last)]; other && t.plain < t.n {
		return // another protected word, openly written: 祛疤 is not 去疤
	}
	s.add(first, last, w.Word, w.Kind, technique, confidence)
}

func (s *search) add(first, last int, plain string, kind dict.Secret, technique Technique, confidence float64) {
	s.found = append(s.found, Found{Span: span(s.cells, first, last), Plain: plain, Kind: kind, Technique: technique, Confidence: confidence})
}

// count adds step x, which writes the character r, to the tally. It reports
// false where the step does not write r after all.
func (s *search) count(t *tally, r rune, x *step, k int) bool {
	c := &s.cells[x.start]
	switch {
	case x.how.has(Mask):
		t.mask++
	case x.how == Split:
		if x.char != r {
			return false
		}
		t.split++
	case x.how == Lookalike:
		if x.char != r {
			return false
		}
		t.look++
	case x.how == Emoji:
		t.emoji++
	case x.how == PinyinFull:
		if x.spelt == s.sounds.of(r) || s.sounds.also[r] == x.spelt {
			t.spelt++
		} else {
			t.spelt++
			t.loose++
		}
	case x.how == PinyinMixed:
		name := s.sounds.names[s.sounds.of(r)]
		switch {
		case name != "" && name[0] == byte(c.r):
			t.initial++
		case c.r == 'x' || c.r == 'o':
			t.mask++
		default:
			return false
		}
	case c.r == r:
		t.plain++
		if c.how != 0 {
			t.shape |= c.how
			t.shaped++
		}
	case s.sounds.same(c.r, r):
		t.sound++
	default:
		t.loose++
	}
	if x.gap != 0 {
		t.gaps++
		t.between |= x.gap
	}
	if x.doubled > 0 {
		t.doubled++
		t.trebled = t.trebled || x.doubled > 1
	}
	if k > 0 {
		for i := s.steps[k-1].end; i <= x.start; i++ {
			t.hidden = t.hidden || s.cells[i].hidden
		}
	}
	return true
}

// wholeRun reports whether the letters of the disguise are no piece of a
// longer run. It also counts repeats of the last character.
func (s *search) wholeRun(first, last int, t *tally) bool {
	if t.spelt+t.initial+t.mask > 0 {
		if c := &s.cells[last-1]; c.alnum() && last < len(s.cells) && s.cells[last].class == letter {
			return false
		}
		if c := &s.cells[first]; c.alnum() && first > 0 && s.cells[first-1].alnum() {
			return false
		}
		for i := first + 1; i < last; i++ { // letters in the middle end where a character begins
			if a, b := &s.cells[i-1], &s.cells[i]; a.class == digit && a.r != '0' && b.class == letter {
				return false
			}
		}
	}
	return true
}

// judge names the technique and says how sure it is, 0 where the word is no
// disguise in that place.
func (s *search) judge(w *word, t *tally, first, last int) (Technique, float64) {
	changed := t.n - t.plain
	switch {
	case t.spelt == t.n:
		return s.judgePinyin(w, t, first, last)
	case changed == 0 && t.hidden && t.gaps == 0 && t.doubled == 0:
		return ZeroWidth, 0.97
	case changed == 0 && t.gaps > 0:
		return s.judgeApart(w, t, first, last)
	case changed == 0 && t.doubled > 0:
		return s.judgeRepeat(w, t, first, last)
	case changed == 0:
		return s.judgeShape(w, t, first, last)
	case t.doubled > 0 || t.gaps > 0 && t.spelt+t.initial == 0:
		return 0, 0 // two disguises at once are chance
	case t.mask > 0:
		return s.judgeMask(w, t, first, last)
	case t.split > 0:
		return s.judgeSplit(w, t, first, last)
	case t.emoji > 0:
		return s.judgeEmoji(w, t, first, last)
	case t.spelt+t.initial > 0:
		return s.judgeMixed(w, t, first, last)
	}
	return s.judgeSound(w, t, first, last)
}

// judgeSound judges characters of the same sound and look-alikes.
func (s *search) judgeSound(w *word, t *tally, first, last int) (Technique, float64) {
	if w.Kind == dict.SecretGoods {
		return 0, 0 // a wrong character in a product noun is a misspelling
	}
	technique := Homophone
	if t.look > t.sound+t.loose {
		technique = Lookalike
	}
	near := s.fits(w, first, last)
	switch {
	case t.plain == 0:
		return 0, 0
	case t.n == 2:
		if !near || w.Kind == dict.SecretBrand && !w.Ridden || t.loose > 0 && w.Kind != dict.SecretContact || s.anywhere(w) && !s.strong(w) || s.ordinary(w, first, last, strict) || !s.flanked(w, first, last) {
			return 0, 0
		}
		return technique, 0.8
	case t.n == 3 && t.plain == 2:
		if s.ordinary(w, first, last, strict) || w.Kind != dict.SecretBrand && !near || !w.Ridden && !near {
			return 0, 0
		}
		return technique, 0.9
	case t.plain*2 >= t.n && (near || t.loose == 0):
		if s.ordinary(w, first, last, strict) {
			return 0, 0
		}
		return technique, 0.9
	case w.Ridden && near && t.loose == 0:
		if s.ordinary(w, first, last, strict) {
			return 0, 0
		}
		return technique, 0.75
	}
	return 0, 0
}

// anywhere reports whether a claim may be made of any goods, so that the goods
// do not tell a disguise from chance.
func (s *search) anywhere(w *word) bool {
	return w.Kind == dict.SecretClaim && s.tables.Sectors[w.Sectors[0]].Any
}
