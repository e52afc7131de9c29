// Package disguise finds words that a title hides: brands, claims, contacts,
// banned goods and plain product words that are written so that a search for
// the plain word misses them.
//
// The title is read into cells, one for each visible character in its plain
// form (cell.go). The Chinese words lie in a tree by the sounds of their
// characters; a walk over the cells (walk.go) asks at each place which
// characters of a word it may stand for: itself, one of the same sound, a
// look-alike, its parts, letters, a picture, a mask. What the walk accepts is
// judged by how much of the word is left plain, by the words around it and by
// the goods that the title sells (judge.go, place.go). Latin names (latin.go),
// shuffled words, nicknames and chains of single characters have searches of
// their own.
package disguise

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// maxLength is the number of characters of the longest word that is searched.
const maxLength = 8

// Finder finds disguised words. It is safe for concurrent use.
type Finder struct {
	tables  *dict.Disguises
	lexicon *dict.Lexicon
	folder  *dict.Folder
	sounds  *sounds
	words   []word
	byName  map[string]int32
	wholes  []int32 // by word: the next word of the same sounds in the tree whole, counted from 1
	tailed  []int32 // the same in tails
	vital   charset // the characters of protected words
	whole   tree
	tails   tree             // words without their first character
	parts   map[rune][]parts // by the first part
	latin   latinNames
	nick    map[rune][]*dict.Nickname
	initial map[string][]initials
	bags    map[uint64][]int32 // words by the sum of their characters
}

// Found is a disguised word.
type Found struct {
	text.Span
	Plain      string // the word that is meant; "" where only the disguise is sure
	Kind       dict.Secret
	Technique  Technique
	Confidence float64
}

// New returns a finder over the tables that takes the words of lexicon for
// ordinary ones.
func New(tables *dict.Disguises, lexicon *dict.Lexicon) *Finder {
	f := &Finder{
		tables: tables, lexicon: lexicon, folder: &lexicon.Folder,
		sounds: newSounds(tables.Syllables),
		byName: make(map[string]int32, len(tables.Protected)),
	}
	f.plant()
	f.plantParts()
	f.plantLatin()
	f.plantNicknames()
	f.plantInitials()
	f.plantBags()
	return f
}

// Find returns the disguised words of a title, from left to right, without
// overlap.
func (f *Finder) Find(p *text.Parsed) []Found {
	s := &search{Finder: f, p: p, cells: f.read(p.Runes, make([]cell, 0, len(p.Runes)))}
	s.walk()
	s.shuffled()
	s.latinWords()
	s.nicknames()
	s.listed()
	s.initials()
	s.pictures()
	s.chains()
	return s.best()
}

// search is one search through one title.
type search struct {
	*Finder
	p     *text.Parsed
	cells []cell
	found []Found
	steps [maxLength]step
	place place
}

// best drops what overlaps something surer or longer.
func (s *search) best() []Found {
	if len(s.found) == 0 {
		return nil
	}
	slices.SortStableFunc(s.found, func(a, b Found) int {
		switch {
		case a.Confidence > b.Confidence:
			return -1
		case a.Confidence < b.Confidence:
			return 1
		}
		return b.Len() - a.Len()
	})
	out := s.found[:0:0]
	for _, x := range s.found {
		if !slices.ContainsFunc(out, func(y Found) bool { return x.Overlaps(y.Span) }) {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b Found) int { return a.Start - b.Start })
	return out
}

// own reports whether the word is the row's own brand: in whatever letters it
// stands there, nobody is deceived.
func (s *search) own(w *dict.Protected) bool {
	brand := s.p.Brand
	if brand == "" || w == nil {
		return false
	}
	if w.Word != "" && strings.Contains(brand, w.Word) {
		return true
	}
	return slices.ContainsFunc(w.Latin, func(l string) bool { return strings.Contains(brand, l) })
}
