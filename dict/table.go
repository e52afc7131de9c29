package dict

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A table is UTF-8 text: lines beginning with # are notes, the first other
// line names the columns, every further line is a row, cells are parted by
// tabs.

// WordColumns are the columns of a table of words.
var WordColumns = []string{"term", "kind", "canonical", "attributes", "source"}

// A TableError says what is wrong with one line of a table.
type TableError struct {
	File string
	Line int
	Err  error
}

// Error returns file:line: what is wrong.
// A row of the built-in lexicon has no place.
func (e *TableError) Error() string { return fmt.Sprintf("%v: %v", place{e.File, e.Line}, e.Err) }

// Unwrap returns what is wrong without the place.
func (e *TableError) Unwrap() error { return e.Err }

// ReadTable calls row for each row of the table with its line number, counted
// from 1. A header other than columns, a row of another width, and an error
// that row returns end the reading with a *TableError.
func ReadTable(r io.Reader, file string, columns []string, row func(line int, cells []string) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	header := false
	for line := 1; in.Scan(); line++ {
		text := strings.TrimSuffix(in.Text(), "\r")
		if line == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		cells := strings.Split(text, "\t")
		if !header {
			if !slices.Equal(cells, columns) {
				return &TableError{file, line, fmt.Errorf("the header is %q, want %q (tab-separated)", text, strings.Join(columns, "\t"))}
			}
			header = true
			continue
		}
		if len(cells) != len(columns) {
			return &TableError{file, line, fmt.Errorf("%d columns, want %d: %s", len(cells), len(columns), strings.Join(columns, ", "))}
		}
		if err := row(line, cells); err != nil {
			return &TableError{file, line, err}
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if !header {
		return &TableError{file, 1, fmt.Errorf("the table has no header line: want %q", strings.Join(columns, "\t"))}
	}
	return nil
}

// ReadWords reads a table of words.
func ReadWords(r io.Reader, file string, entry func(line int, e Entry) error) error {
	return ReadTable(r, file, WordColumns, func(line int, c []string) error {
		kind, err := ParseKind(c[1])
		if err != nil {
			return err
		}
		e := Entry{Term: c[0], Kind: kind, Canonical: c[2], Attrs: c[3], Source: c[4]}
		if e.Canonical == "" {
			e.Canonical = e.Term
		}
		return entry(line, e)
	})
}

// readClasses reads a table of words, each with one of the classes and its
// source. A class that is none of them, a word that stands twice and one without
// a source are errors.
func readClasses[C ~string](r io.Reader, file string, classes []C) (map[string]C, error) {
	words := map[string]C{}
	err := ReadTable(r, file, []string{"word", "class", "source"}, func(_ int, c []string) error {
		class := C(c[1])
		switch {
		case !slices.Contains(classes, class):
			return fmt.Errorf("unknown class %q", c[1])
		case words[c[0]] != "":
			return fmt.Errorf("%q stands twice", c[0])
		case c[2] == "":
			return fmt.Errorf("%q has no source", c[0])
		}
		words[c[0]] = class
		return nil
	})
	return words, err
}
