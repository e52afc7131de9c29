package dict

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Folder maps characters to the form that the lexicon is written in.
type Folder struct {
	shift charTable // what to add to a rune, modulo 2³²
}

// Fold returns the form of r that the lexicon is written in: half-width,
// lower-case, Simplified. It maps one rune to one rune.
func (f *Folder) Fold(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return r + rune(f.shift.at(r))
}

// FoldString folds every rune of s. It returns s itself where that changes
// nothing.
func (f *Folder) FoldString(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return f.Fold(r) != r || r == utf8.RuneError }) { // which may stand for a bad byte
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		out = append(out, f.Fold(r))
	}
	return string(out)
}

// Simplified returns the Simplified twin of a Traditional or variant
// character, and whether r is one.
func (f *Folder) Simplified(r rune) (rune, bool) {
	s := f.Fold(r)
	return s, s != plainForm(r)
}

// plainForm is the half-width, lower-case form of r.
func plainForm(r rune) rune {
	if r >= 0x2E80 && r < 0xA000 { // Han and its marks have no case and no width
		return r
	}
	if p := width.LookupRune(r); p.Kind() == width.EastAsianFullwidth {
		r = p.Narrow()
	}
	return unicode.ToLower(r)
}

// foldTable tabulates the fold of every rune: Simplified, else the plain form.
func foldTable(simplified map[rune]rune) *charTableBuilder {
	b := newCharTableBuilder()
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		to, ok := simplified[r]
		if !ok {
			to = plainForm(r)
		}
		b.set(r, uint32(to-r))
	}
	return b
}
