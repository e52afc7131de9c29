package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// latinNames are the protected Latin names.
type latinNames struct {
	byName   map[string]*dict.Protected // letters and digits only
	spelling map[string]bool            // as they are openly written, with their marks
	skeleton map[string]string          // with look-alike letters made one → name
	single   map[string]string          // with repeats made one → name
	slips    map[string]string          // with one letter left out → name
	masked   map[byte][]string          // by first letter: names of four letters and more
	longest  int
}

// open reports whether the letters are a protected name, openly written.
func (l *latinNames) open(letters string) bool { return l.byName[letters] != nil }

// bare returns the letters and digits of a name.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, name)
}

// plantLatin indexes the Latin names.
func (f *Finder) plantLatin() {
	l := latinNames{
		byName: make(map[string]*dict.Protected, 2000), spelling: make(map[string]bool, 2000),
		skeleton: make(map[string]string, 2000), single: make(map[string]string, 2000),
		slips: make(map[string]string, 8000), masked: map[byte][]string{},
	}
	for i := range f.tables.Protected {
		p := &f.tables.Protected[i]
		for _, name := range p.Latin {
			l.spelling[name], l.spelling[spaced.Replace(name)] = true, true
			b := bare(name)
			if len(b) < 2 || l.byName[b] != nil {
				continue
			}
			l.byName[b] = p
			l.longest = max(l.longest, len(b))
			famous := p.Ridden || p.Word == ""
			if len(b) >= 4 || famous && len(b) >= 2 {
				l.skeleton[skeleton(b)] = b
				l.single[squeeze(b)] = b
			}
			if len(b) >= 4 && famous {
				l.masked[b[0]] = append(l.masked[b[0]], b)
			}
			if len(b) >= 6 && famous {
				for k := range len(b) - 1 { // not the last: that is a shorter word
					l.slips[b[:k]+b[k+1:]] = b
				}
			}
		}
	}
	f.latin = l
}

// skeleton makes one of the letters and digits that look alike.
func skeleton(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '0':
			b.WriteByte('o')
		case '1', 'i', '!', '|':
			b.WriteByte('l')
		case '3':
			b.WriteByte('e')
		case '5', '$':
			b.WriteByte('s')
		case '@', '4':
			b.WriteByte('a')
		case '8':
			b.WriteByte('b')
		case '9', '6':
			b.WriteByte('g')
		case '7':
			b.WriteByte('t')
		case '2':
			b.WriteByte('z')
		case 'r', 'v':
			if i+1 < len(s) && (c == 'r' && s[i+1] == 'n' || c == 'v' && s[i+1] == 'v') {
				b.WriteByte(map[byte]byte{'r': 'm', 'v': 'w'}[c])
				i++
				continue
			}
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// squeeze makes one of equal letters in a row.
func squeeze(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

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
	name := s.latin.single[squeeze(r.text)]
	if name == "" || name == r.text || len(name) < 2 || len(r.text) < len(name)+2 || s.known(r.text) {
		return
	}
	if len(name) < 4 && (len(r.text) < 2*len(name) || !s.latinFits(name)) {
		return
	}
	s.addLatin(r.start, r.end, name, Repeat, 0.9)
}

// misspeltRun judges a run that differs from a long name by one letter: chnel.
func (s *search) misspeltRun(r *run) {
	if len(r.text) < 5 || s.known(r.text) || s.lexicon.General(r.text) > 0 || r.how != 0 {
		return
	}
	name := s.latin.slips[r.text] // a letter is left out
	for k := 0; k < len(r.text) && name == ""; k++ {
		if k == len(r.text)-1 {
			break // a letter behind a name is a model: iphonex
		}
		less := r.text[:k] + r.text[k+1:]
		if s.latin.open(less) && len(less) >= 6 {
			name = less // a letter too many
		} else if n := s.latin.slips[less]; n != "" && len(n) == len(r.text) && near(n, r.text) {
			name = n // another letter, or two in the wrong order
		}
	}
	if name == "" || name[0] != r.text[0] || !s.latinFits(name) {
		return
	}
	s.addLatin(r.start, r.end, name, Misspelt, 0.75)
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
