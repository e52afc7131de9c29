package sheet

import (
	"iter"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// readLines takes every line that is not blank as a title.
func (t *Table) readLines() error {
	for number, line := range lines(t.book.text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		t.Titles = append(t.Titles, lint.Title{ID: rowID(t.File, number), Text: line,
			Source: lint.Source{File: t.File, Row: number, Line: number, Column: 1}})
	}
	t.width = 1
	return nil
}

// lines yields the lines of text without their ends, numbered from 1. A text
// with \r and no \n is of the old Mac kind.
func lines(text string) iter.Seq2[int, string] {
	eol := "\n"
	if !strings.Contains(text, eol) {
		eol = "\r"
	}
	return func(yield func(int, string) bool) {
		number := 0
		for line := range strings.SplitSeq(text, eol) {
			number++
			if !yield(number, strings.TrimSuffix(line, "\r")) {
				return
			}
		}
	}
}
