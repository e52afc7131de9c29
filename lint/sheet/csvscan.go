package sheet

import (
	"strings"
	"unicode/utf8"

	"github.com/titlelint/titlelint/lint"
)

// csvScanner cuts delimited text into records and remembers where each field
// stands, which encoding/csv does not tell for the runes inside a field. It
// agrees with encoding/csv on everything that encoding/csv accepts, except
// that a blank line is a record with one empty field, so that rows count as
// in a spreadsheet. What encoding/csv refuses is read as Excel reads it: a
// quote inside an unquoted field is a character, and so is all that follows
// the closing quote of a quoted one.
type csvScanner struct {
	text  string
	delim byte
	eol   byte // '\n', or '\r' in a text of the old Mac kind that has no '\n'
	pos   int
	line  int // number of the line at pos, from 1
	bol   int // where that line begins
}

// csvField is a field of the current record. Offsets are bytes of the text.
type csvField struct {
	start, end int // with the quotes, without the delimiter
	close      int // the closing quote; 0 where the field is not quoted
	strict     bool
	line, bol  int // of start
}

// csvRecord is one record with the bytes that it takes in the text.
type csvRecord struct {
	scan       *csvScanner
	fields     []csvField
	start, end int // without the line end
	next       int // where the next record starts
}

func newCSVScanner(text string, delim byte) *csvScanner {
	s := &csvScanner{text: text, delim: delim, eol: '\n', line: 1}
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0 {
		s.eol = '\r'
	}
	return s
}

// scan reads the next record into rec and reports whether there was one. A
// quote that is never closed is an error: the rest of the file would vanish
// into one cell.
func (s *csvScanner) scan(rec *csvRecord) (bool, error) {
	if s.pos >= len(s.text) {
		return false, nil
	}
	rec.scan, rec.start, rec.fields = s, s.pos, rec.fields[:0]
	for {
		f := csvField{start: s.pos, line: s.line, bol: s.bol}
		if s.pos < len(s.text) && s.text[s.pos] == '"' && !s.quoted(&f) {
			return false, &Error{Code: CodeQuote, Row: f.line,
				Problem: Text{ZH: "有一个双引号没有配对", EN: "a double quote is never closed"},
				Cure:    Text{ZH: "请在这一行补上或删去双引号，或用 Excel/WPS 打开后另存为 .xlsx", EN: "close or remove the quote on this line, or save the file as .xlsx"}}
		}
		more := s.bare(&f)
		rec.fields = append(rec.fields, f)
		if more {
			continue
		}
		rec.end, rec.next = f.end, s.pos
		s.line++
		s.bol = s.pos
		return true, nil
	}
}

// quoted moves past the quoted part of f and reports whether it was closed.
func (s *csvScanner) quoted(f *csvField) bool {
	i := s.pos + 1
	for {
		j := strings.IndexByte(s.text[i:], '"')
		if j < 0 {
			return false
		}
		if n := strings.Count(s.text[i:i+j], string(s.eol)); n > 0 {
			s.line += n
			s.bol = i + strings.LastIndexByte(s.text[i:i+j], s.eol) + 1
		}
		i += j + 1
		if i < len(s.text) && s.text[i] == '"' {
			i++
			continue
		}
		f.close, s.pos = i-1, i
		return true
	}
}

// bare moves past the unquoted part of f and the delimiter or line end after
// it, and reports whether it was a delimiter.
func (s *csvScanner) bare(f *csvField) (more bool) {
	i := s.pos
	f.strict = true
	for i < len(s.text) && s.text[i] != s.delim && s.text[i] != s.eol {
		f.strict = f.strict && s.text[i] != '"'
		i++
	}
	f.end = i
	if i < len(s.text) && s.text[i] == s.delim {
		s.pos = i + 1
		more = true
	} else {
		if s.eol == '\n' && i > s.pos && s.text[i-1] == '\r' {
			f.end--
		}
		s.pos = min(i+1, len(s.text))
	}
	if f.close > 0 && f.end > f.close+1 {
		f.strict = false
	}
	return more
}

// raw returns the field as it stands, quotes included.
func (r *csvRecord) raw(i int) string {
	return r.scan.text[r.fields[i].start:r.fields[i].end]
}

// value returns the text that the field means. A line break inside it is \n,
// whichever the file has.
func (r *csvRecord) value(i int) string {
	f := r.fields[i]
	if f.close == 0 {
		return r.raw(i)
	}
	inner, rest := r.scan.text[f.start+1:f.close], r.scan.text[f.close+1:f.end]
	if strings.Contains(inner, `""`) {
		inner = strings.ReplaceAll(inner, `""`, `"`)
	}
	if r.scan.eol == '\r' {
		inner = strings.ReplaceAll(inner, "\r", "\n")
	} else if strings.Contains(inner, "\r\n") {
		inner = strings.ReplaceAll(inner, "\r\n", "\n")
	}
	return inner + rest
}

// place sets the position of the runes of value(i) in src.
func (r *csvRecord) place(i int, src *lint.Source) {
	f, text := r.fields[i], r.scan.text
	src.Line = f.line
	src.Column = utf8.RuneCountInString(text[f.bol:f.start]) + 1
	if f.close == 0 {
		return
	}
	src.Column++ // the opening quote
	n, line, column := 0, src.Line, src.Column
	for p := f.start + 1; p < f.end; {
		c, size := utf8.DecodeRuneInString(text[p:])
		p += size
		jump := true
		switch {
		case p-1 == f.close: // stands for nothing
			column++
			if p < f.end {
				src.Jumps = append(src.Jumps, lint.Jump{Rune: n, Line: line, Column: column})
			}
			continue
		case c == '"' && p < f.close: // "" stands for one
			p++
			column += 2
		case c == '\r' && r.scan.eol == '\n' && p < f.close && text[p] == '\n':
			p++
			line, column = line+1, 1
		case c == rune(r.scan.eol):
			line, column = line+1, 1
		default:
			column++
			jump = false
		}
		n++
		if jump && p < f.end && p != f.close {
			src.Jumps = append(src.Jumps, lint.Jump{Rune: n, Line: line, Column: column})
		}
	}
}
