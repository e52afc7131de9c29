package disguise

import "strings"

// run is a run of letters and digits without a gap, marks that look like
// letters included.
type run struct {
	start, end int // cells
	text       string
	letters    int
	how        Technique
	accents    int
	hidden     bool
	marks      bool // it holds @ $ ! |
}

// likeLetter reports whether the mark at cell i stands for a letter: between
// two letters, or behind two.
func (s *search) likeLetter(i int) bool {
	if !strings.ContainsRune("@$!|", s.cells[i].r) || i == 0 || s.cells[i-1].class != letter {
		return false
	}
	return i+1 < len(s.cells) && s.cells[i+1].class == letter
}

// runs returns the runs of the title that hold a letter.
func (s *search) runs() []run {
	var out []run
	for i := 0; i < len(s.cells); {
		if !s.cells[i].alnum() {
			i++
			continue
		}
		r := run{start: i}
		var b strings.Builder
		for ; i < len(s.cells) && (s.cells[i].alnum() || s.likeLetter(i)); i++ {
			c := &s.cells[i]
			b.WriteByte(byte(c.r))
			r.how |= c.how
			r.marks = r.marks || c.class == mark
			r.hidden = r.hidden || c.hidden && i > r.start
			if c.accent {
				r.accents++
			}
			if c.class == letter {
				r.letters++
			}
		}
		r.end, r.text = i, b.String()
		if r.letters > 0 {
			out = append(out, r)
		}
	}
	return out
}

// latinWords finds disguised Latin names.
func (s *search) latinWords() {
	runs := s.runs()
	for i := range runs {
		r := &runs[i]
		if s.shapedRun(r) {
			continue
		}
		if r.letters < len(r.text) {
			s.lookalikeRun(r)
			s.maskedRun(runs, i)
			continue
		}
		if !s.latin.open(r.text) && len(r.text) >= 4 && len(r.text) <= 2*s.latin.longest && !s.tables.Honest[r.text] {
			s.lookalikeRun(r)
			s.repeatedRun(r)
			s.misspeltRun(r)
		}
		s.apartRun(runs, i)
		s.maskedRun(runs, i)
	}
	s.variants(runs)
}

// addLatin adds a name unless it is the row's own brand.
func (s *search) addLatin(first, last int, name string, how Technique, confidence float64) {
	w := s.latin.byName[name]
	if s.own(w) {
		return
	}
	plain := w.Word
	if plain == "" {
		plain = name
	}
	s.add(first, last, plain, w.Kind, how, confidence)
}

// latinFits reports whether a name of few letters belongs among such goods.
func (s *search) latinFits(name string) bool {
	return s.in(s.latin.byName[name].Sectors)
}

// shapedRun judges a run with letters in another shape: full-width, styled,
// Cyrillic, accented. A model may stand behind the name.
func (s *search) shapedRun(r *run) bool {
	if r.how == 0 && r.accents == 0 && !r.hidden {
		return false
	}
	name := r.text
	if at := strings.IndexAny(name, "0123456789"); at > 1 && !s.latin.open(name) {
		name = name[:at]
	}
	if !s.latin.open(name) {
		return false
	}
	end := r.start + len(name)
	how := r.how & -r.how
	switch {
	case r.hidden:
		how = ZeroWidth
	case r.how == 0:
		if r.accents < 2 || r.accents*2 < len(name) {
			return true // Hermès, Nestlé
		}
		how = Combining
	}
	if len(name) < 3 && !s.latinFits(name) {
		return true
	}
	s.addLatin(r.start, end, name, how, 0.95)
	return true
}

// lookalikeRun judges a run in which digits, marks or other letters stand for
// the letters of a name: 0ppo, chane1, ch@nel.
func (s *search) lookalikeRun(r *run) {
	if r.letters*2 < len(r.text) || s.latin.open(r.text) {
		return
	}
	name := s.latin.skeleton[skeleton(r.text)]
	if name == "" || name == r.text || len(name) < 4 && (name != "lv" || !s.latinFits(name)) {
		return
	}
	if r.letters == len(r.text) && (s.known(r.text) || !s.latinFits(name)) {
		return // all letters: a word of its own
	}
	if bareDigits(name) || endsInNumber(r.text) {
		return // 3ce, dr11
	}
	s.addLatin(r.start, r.end, name, Homoglyph, 0.92)
}

// endsInNumber reports whether two digits and more end the run, as they end a
// model.
func endsInNumber(run string) bool {
	n := len(run)
	return n >= 2 && run[n-1] >= '0' && run[n-1] <= '9' && run[n-2] >= '0' && run[n-2] <= '9' && run[n-2:] != "00"
}

func bareDigits(name string) bool { return strings.ContainsAny(name, "0123456789") }

// repeatedRun judges a run that repeats the letters of a name: nniikkee.
func (s *search) repeatedRun(r *run) {
	once := squeeze(r.text)
	if len(once) == len(r.text) || s.known(r.text) {
		return
	}
	for _, name := range s.latin.beginning(r.text[0]) {
		if len(r.text) < len(name)+2 || squeeze(name) != once || len(name) < 4 && (len(r.text) < 2*len(name) || !s.latinFits(name)) {
			continue
		}
		s.addLatin(r.start, r.end, name, Repeat, 0.9)
		return
	}
}

// misspeltRun judges a run that differs from a long name by one letter: chnel.
func (s *search) misspeltRun(r *run) {
	if len(r.text) < 5 || r.how != 0 {
		return
	}
	for _, name := range s.latin.beginning(r.text[0]) {
		if len(name) >= 6 && slip(r.text, name) && s.latinFits(name) && !s.known(r.text) && s.lexicon.General(r.text) == 0 {
			s.addLatin(r.start, r.end, name, Misspelt, 0.75)
			return
		}
	}
}

// slip reports whether the word is the name with one slip: a letter left out,
// one too many, another one, two in the wrong order. Not at the end: a name cut
// short is another word, and a letter behind a name is a model.
func slip(word, name string) bool {
	switch len(word) - len(name) {
	case -1:
		return dropped(name, word)
	case 1:
		return dropped(word, name)
	case 0:
		return near(name, word)
	}
	return false
}

// dropped reports whether short is long without one letter that is not its last.
func dropped(long, short string) bool {
	k := 0
	for k < len(short) && long[k] == short[k] {
		k++
	}
	return k < len(short) && long[k+1:] == short[k:]
}

// near reports whether two words of one length differ by one letter or by two
// neighbours in the wrong order.
func near(a, b string) bool {
	d := 0
	for i := range len(a) {
		if a[i] == b[i] {
			continue
		}
		if d++; d == 1 && i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] {
			return a[i+2:] == b[i+2:]
		}
	}
	return d == 1
}
