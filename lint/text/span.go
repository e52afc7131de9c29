// Package text reads one product title: it folds the title into views that map
// back to the original runes, segments it, and names its terms by kind.
//
// Every position in this package and in all that builds on it is a rune offset
// into the title as it was given, never a byte offset.
package text

// Span is a half-open range [Start, End) of rune offsets into the original title.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of runes that s covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one rune.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
