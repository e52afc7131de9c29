package dict

import (
	"unicode"

	"golang.org/x/text/width"
)

// Folder maps characters to the form that the lexicon is written in.
type Folder struct {
	simplified map[rune]rune
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
	if s, ok := f.simplified[r]; ok {
		return s
	}
	if r >= 0x2E80 && r < 0xA000 { // Han and its marks have no case and no width
		return r
	}
	if p := width.LookupRune(r); p.Kind() == width.EastAsianFullwidth {
		r = p.Narrow()
	}
	return unicode.ToLower(r)
}

// FoldString folds every rune of s.
func (f *Folder) FoldString(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		out = append(out, f.Fold(r))
	}
	return string(out)
}

// Simplified returns the Simplified twin of a Traditional or variant
// character, and whether r is one.
func (f *Folder) Simplified(r rune) (rune, bool) {
	s, ok := f.simplified[r]
	return s, ok
}
