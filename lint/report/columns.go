package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/titlelint/titlelint/lint"
)

// cells returns the number of columns that r takes in a terminal.
func cells(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || unicode.IsControl(r):
		return 0
	case r >= 0x1f300 && r < 0x1fb00:
		return 2 // pictures
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// printable returns the title without the characters that would move the
// cursor, colour the screen or turn the direction of the text.
func printable(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			if r == '\t' || r == '\n' || r == '\r' {
				return ' '
			}
			return -1
		}
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, title)
}

// underline returns a line of ^ under the runes that findings to be shown mark;
// "" where none is marked.
func underline(r lint.Result) string {
	runes := []rune(r.Text)
	marked := make([]bool, len(runes))
	any := false
	for _, f := range r.Findings {
		if !f.Shown() {
			continue
		}
		for _, q := range f.Spans {
			for i := q.Start; i < q.End && i < len(runes); i++ {
				marked[i], any = true, true
			}
		}
	}
	if !any {
		return ""
	}
	var b strings.Builder
	for i, c := range runes {
		mark := " "
		if marked[i] {
			mark = "^"
		}
		n := cells(c)
		if c == '\t' || c == '\n' || c == '\r' {
			n = 1 // shown as a space
		}
		b.WriteString(strings.Repeat(mark, n))
	}
	return strings.TrimRight(b.String(), " ")
}
