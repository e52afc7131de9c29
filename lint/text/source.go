package text

import "unicode/utf8"

// source is a title as it was given, with the place of each of its runes, so
// that its parts are parts of one string and take no memory of their own.
type source struct {
	title  string // a byte that is no UTF-8 has become one U+FFFD
	runes  []rune
	starts []int32 // starts[i] is the byte that runes[i] begins at; the last one is the end
}

func sourceOf(title string) source {
	n := utf8.RuneCountInString(title)
	block := make([]int32, 2*n+1)
	s := source{title: title, runes: block[:n:n], starts: block[n:]}
	i, doubtful := 0, false
	for at, r := range title { // ranging over a string yields U+FFFD for each bad byte
		s.runes[i], s.starts[i] = r, int32(at)
		doubtful = doubtful || r == utf8.RuneError
		i++
	}
	s.starts[n] = int32(len(title))
	if doubtful && !utf8.ValidString(title) {
		return sourceOf(string(s.runes))
	}
	return s
}

func (s *source) text(t Span) string { return s.title[s.starts[t.Start]:s.starts[t.End]] }
