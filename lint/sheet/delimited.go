package sheet

import (
	"strings"
)

// openDelimited makes the one page of a delimited text.
func (b *book) openDelimited(ext string, o Options) error {
	b.kind = kindDelimited
	b.delim, _ = sniffDelimiter(b.text, ext, o)
	b.pages = []page{{rows: csvRows(b.text, b.delim)}}
	return nil
}

// csvRows yields the records of text. Blank lines are rows without cells.
func csvRows(text string, delim byte) rowSeq {
	return func(yield func(row, error) bool) {
		s, rec := newCSVScanner(text, delim), &csvRecord{}
		for r := (row{rec: rec}); ; {
			more, err := s.scan(rec)
			if err != nil {
				yield(row{}, err)
				return
			}
			if !more {
				return
			}
			r.number++
			r.cells = r.cells[:0]
			for i := range rec.fields {
				r.cells = append(r.cells, rec.value(i))
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// sniffDelimiter returns comma, tab or semicolon: the one under which a title
// column is found with the most known columns, else the one that cuts the
// first rows into the most cells; and whether a title column was found.
func sniffDelimiter(text, ext string, o Options) (delim byte, titled bool) {
	// Excel's own way to say it: a first line such as sep=;
	if len(text) > 5 && strings.EqualFold(text[:4], "sep=") && (text[5] == '\r' || text[5] == '\n') {
		_, err := findLayout(csvRows(text, text[4]), o)
		return text[4], err == nil
	}
	candidates := []byte{',', '\t', ';'}
	if ext != ".csv" {
		candidates = []byte{'\t', ',', ';'}
	}
	best := -1
	for _, d := range candidates {
		score := 0
		if l, err := findLayout(csvRows(text, d), o); err == nil {
			score = 10_000*len(l.cols) + len(l.cells)
			titled = true
		} else {
			for r, err := range csvRows(text, d) {
				if err != nil || r.number > headerRows {
					break
				}
				score = max(score, min(len(r.cells), 999))
			}
		}
		if score > best {
			best, delim = score, d
		}
	}
	return delim, titled
}

// looksLikeTable reports whether a text without a telling name is a table: it
// has a title column beside others. Excel saves tables as .txt, with tabs.
func looksLikeTable(text string, o Options) bool {
	delim, titled := sniffDelimiter(text, ".txt", Options{})
	if !titled {
		return false
	}
	l, err := findLayout(csvRows(text, delim), o)
	return err == nil && filled(l.cells) > 1
}
