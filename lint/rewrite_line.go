package lint

import (
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/lint/text"
)

// line is a proposed title as it grows, with the place of each piece in it.
type line struct {
	runes []rune
	at    []placement
}

// placement is where a piece stands in a line; piece is -1 for what belongs to
// none.
type placement struct {
	text.Span
	piece int
}

func (l *line) String() string { return string(l.runes) }

func (l *line) len() int { return len(l.runes) }

// add writes a word of the piece with that number. Latin words are kept apart
// unless they are fastened to each other in the title.
func (l *line) add(piece int, word string, fastened bool) {
	if word == "" {
		return
	}
	if n := len(l.runes); !fastened && n > 0 && runsOn(l.runes[n-1], []rune(word)[0]) {
		l.runes = append(l.runes, ' ')
	}
	start := len(l.runes)
	l.runes = append(l.runes, []rune(word)...)
	l.at = append(l.at, placement{text.Span{Start: start, End: len(l.runes)}, piece})
}

// mark writes what belongs to no piece.
func (l *line) mark(s string) { l.runes = append(l.runes, []rune(s)...) }

// space parts what follows from what stands.
func (l *line) space() {
	if n := len(l.runes); n > 0 && l.runes[n-1] != ' ' && l.runes[n-1] != '】' {
		l.runes = append(l.runes, ' ')
	}
}

// trimmed drops a space at the end.
func (l *line) trimmed() *line {
	l.runes = []rune(strings.TrimRight(string(l.runes), " "))
	return l
}

// runsOn reports whether two runes side by side would read as one word: Latin
// letters or digits both.
func runsOn(a, b rune) bool {
	latin := func(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return latin(a) && latin(b)
}
