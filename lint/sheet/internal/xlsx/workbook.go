package xlsx

import (
	"bytes"
	"fmt"
	"strings"
)

// Workbook is a package with its sheets.
type Workbook struct {
	*Package
	Sheets []Sheet // in the order of their tabs
	Names  []Name  // in the order of the file

	part    string // of the workbook itself
	strings *stringTable
}

// Sheet is a tab of a workbook. Only a worksheet has rows.
type Sheet struct {
	Name      string
	Hidden    bool
	Worksheet bool
	part      string
	id        string // of its relation
}

// Name is a defined name.
type Name struct {
	Name, Ref string
	Hidden    bool
}

// Open reads what the workbook in data consists of.
func Open(data []byte) (*Workbook, error) {
	p, err := OpenPackage(data)
	if err != nil {
		return nil, err
	}
	w := &Workbook{Package: p, part: "xl/workbook.xml"}
	root, err := p.relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range root {
		if r.is("officeDocument") {
			w.part = r.Target
			break
		}
	}
	rels, err := p.relations(w.part)
	if err != nil {
		return nil, err
	}
	content, err := p.Read(w.part)
	if err != nil {
		return nil, err
	}
	if err := w.read(content, rels); err != nil {
		return nil, fmt.Errorf("%s: %w", w.part, err)
	}
	w.strings = &stringTable{part: "xl/sharedStrings.xml"}
	for _, r := range rels {
		if r.is("sharedStrings") {
			w.strings.part = r.Target
		}
	}
	return w, nil
}

func (w *Workbook) read(content []byte, rels []relation) error {
	s := newScanner(bytes.NewReader(content))
	for s.next() {
		switch {
		case s.kind != tokStart:
		case string(s.name) == "sheet" && s.depth+btoi(s.empty) == 3:
			w.addSheet(s.attrs, rels)
		case string(s.name) == "definedName":
			n := Name{}
			n.Name, _ = attr(s.attrs, "name")
			hidden, _ := attr(s.attrs, "hidden")
			n.Hidden = hidden == "1" || hidden == "true"
			n.Ref = s.content()
			w.Names = append(w.Names, n)
		}
	}
	return s.err
}

func (w *Workbook) addSheet(attrs []byte, rels []relation) {
	var s Sheet
	for rest := attrs; ; {
		name, value, next, ok := nextAttr(rest)
		if !ok {
			break
		}
		text, _ := appendText(nil, value)
		switch {
		case string(name) == "name":
			s.Name = string(text)
		case string(name) == "state":
			s.Hidden = string(text) != "visible" && len(text) > 0
		case string(local(name)) == "id" && len(name) > 2:
			s.id = string(text)
		}
		rest = next
	}
	for _, r := range rels {
		if r.ID == s.id {
			s.part, s.Worksheet = r.Target, r.is("worksheet") && w.Has(r.Target)
		}
	}
	w.Sheets = append(w.Sheets, s)
}

// content returns the text within the element that was just started.
func (s *scanner) content() string {
	if s.empty {
		return ""
	}
	var text []byte
	for depth := s.depth; s.next() && s.depth >= depth; {
		switch s.kind {
		case tokText:
			text, _ = appendText(text, s.raw)
		case tokCDATA:
			text = appendLines(text, s.raw[9:len(s.raw)-3])
		}
	}
	return string(text)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Column returns where the sheet and the column are that a reference such as
// '商品'!$V:$V or '商品'!$V$1 means; the column counts from 0. It reports false
// for all other references and for those to what was deleted (#REF!).
func (n Name) Column() (sheet string, column int, ok bool) {
	i := strings.LastIndexByte(n.Ref, '!')
	if i < 0 {
		return "", 0, false
	}
	sheet = n.Ref[:i]
	if len(sheet) > 1 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(n.Ref[i+1:], "$", ""), ":")
	column, _, ok = parseColumn([]byte(first))
	return sheet, column, ok
}

// parseColumn reads the letters at the front of ref as a column from 0 and
// returns what follows.
func parseColumn(ref []byte) (column int, rest []byte, ok bool) {
	i, n := 0, 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		n = n*26 + int(c-'a') + 1
	}
	return n - 1, ref[i:], n > 0 && n <= MaxColumns
}

// parseRef reads a reference such as AB12 as a column and a row, both from 0.
// It knows the plain form only, which programs write: no $, no blanks.
func parseRef(ref []byte) (column, row int, ok bool) {
	column, digits, ok := parseColumn(ref)
	row, valid := parseInt(digits)
	return column, row - 1, ok && valid && row > 0 && row <= MaxRows
}

// parseInt reads a number of up to nine digits and nothing else.
func parseInt(b []byte) (n int, ok bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// ColumnLetters returns the letters of a column from 0.
func ColumnLetters(column int) string {
	var b [4]byte
	i := len(b)
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		i--
		b[i] = byte('A' + (n-1)%26)
	}
	return string(b[i:])
}
