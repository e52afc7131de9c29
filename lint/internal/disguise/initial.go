package disguise

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
)

// initials is a word that letters stand for.
type initials struct {
	*dict.Nickname
	word *dict.Protected // nil where the word is not protected by itself
}

// plantInitials indexes the listed letters, and those that the syllables of
// ridden brands of three characters and more begin with.
func (f *Finder) plantInitials() {
	f.initial = make(map[string][]initials, 1200)
	for i := range f.tables.Initials {
		n := &f.tables.Initials[i]
		var w *dict.Protected
		if id, ok := f.byName[n.Plain]; ok {
			w = f.words[id].Protected
		}
		f.initial[n.Name] = append(f.initial[n.Name], initials{n, w})
	}
	for i := range f.words {
		w := &f.words[i]
		if !w.Ridden || len(w.runes) < 3 || w.Kind != dict.SecretBrand {
			continue
		}
		letters := f.sounds.acronym(w.runes)
		if letters == "" || f.latin.open(letters) || f.tables.Honest[letters] || len(f.lexicon.Lookup(letters)) > 0 {
			continue
		}
		f.initial[letters] = append(f.initial[letters], initials{&dict.Nickname{Name: letters, Plain: w.Word, Sectors: w.Sectors}, w.Protected})
	}
}

// initials finds letters that stand for a word.
func (s *search) initials() {
	for i := 0; i < len(s.cells); i++ {
		if s.cells[i].class != letter || i > 0 && (s.cells[i-1].alnum() || model(s.cells[i-1].r)) {
			continue
		}
		var letters [8]byte
		n := 0
		for n < len(letters) && i+n < len(s.cells) && s.cells[i+n].class == letter {
			letters[n] = byte(s.cells[i+n].r)
			n++
		}
		end := i + n
		if n >= 2 && (end == len(s.cells) || s.cells[end].class != letter && s.cells[end].class != digit && !model(s.cells[end].r) && s.cells[end].r != '型') {
			for _, x := range s.initial[string(letters[:n])] {
				if s.judgeInitials(&x, i, end) {
					break
				}
			}
		}
		i = end - 1
	}
}

// model reports whether the mark ties letters to a model number.
func model(r rune) bool { return r == '-' || r == '&' || r == '\'' || r == '.' || r == '/' }

func (s *search) judgeInitials(x *initials, first, last int) bool {
	if len(x.With) > 0 && !slices.ContainsFunc(x.With, s.text().contains) {
		return false
	}
	switch {
	case !slices.Contains(x.Sectors, "contact"):
		if !s.in(x.Sectors) {
			return false
		}
	case !s.contact(first, last):
		return false
	}
	if s.own(x.word) || x.word != nil && s.standsOpenly(x.word.Word) {
		return false
	}
	kind := dict.SecretBrand
	if x.word != nil {
		kind = x.word.Kind
	}
	how := s.shapes(first, last)
	if how == 0 {
		how = Initials
	}
	confidence := 0.8
	if last-first == 2 {
		confidence = 0.7
	}
	s.add(first, last, x.Plain, kind, how, confidence)
	return true
}

// shapes returns the first way in which the cells are disguised each by itself.
func (s *search) shapes(first, last int) Technique {
	var how Technique
	for i := first; i < last; i++ {
		how |= s.cells[i].how
	}
	return how & -how
}
