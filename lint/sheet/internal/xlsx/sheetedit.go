package xlsx

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// SheetEdit says what changes in a worksheet. Columns count from 0, rows from 1.
type SheetEdit struct {
	// Columns are the columns to write, rising. What stood in them from the
	// row From on goes, also where Cells has nothing for a row.
	Columns []EditColumn
	From    int

	// Cells returns a text for each of Columns, or nil where a row gets none;
	// empty texts make no cells. Style is the format of one.
	Cells func(row int) []string
	Style func(row, i int) int

	// LikeIn, if set, names a row whose new cells take the format of the cell
	// of Like in it: headers look like the headers beside them.
	LikeIn, Like int

	// Replace returns the text that takes the place of the cell in column Like.
	Replace func(row int) (text string, ok bool)

	// Wide is the number of columns and LastRow the last row in use then.
	Wide, LastRow int

	// Tail changes the elements behind the rows.
	Tail func(*Tail) error
}

// EditColumn is a column that is written.
type EditColumn struct {
	Index  int
	Width  float64 // in characters; 0 takes the width and format away
	Style  int     // of the cells that are not there
	Hidden bool
}

// sheetEditor copies a worksheet with the changes of an edit.
type sheetEditor struct {
	*scanner
	SheetEdit
	out    *bufio.Writer
	prefix string
	number int    // of the row
	column int    // of the last cell
	like   string // the format of the cell of Like in the row
	cells  []string
	next   int // of cells to be written
	buf    []byte
	order  []int
}

// EditSheet makes sheet change as e says.
func (p *Patch) EditSheet(sheet Sheet, e SheetEdit) error {
	if !sheet.Worksheet {
		return doubt("no worksheet")
	}
	p.setFunc(sheet.part, func(w io.Writer) error {
		r, err := p.Open(sheet.part)
		if err != nil {
			return err
		}
		defer r.Close()
		s := &sheetEditor{scanner: newScanner(r), SheetEdit: e, out: bufio.NewWriterSize(w, 64<<10)}
		if err := s.copy(); err != nil {
			return err
		}
		return s.out.Flush()
	})
	return nil
}

func (s *sheetEditor) copy() error {
	for _, c := range s.Columns {
		s.order = append(s.order, c.Index)
	}
	if err := s.head(); err != nil {
		return err
	}
	if !s.empty {
		if err := s.rows(); err != nil {
			return err
		}
	}
	return s.tail()
}

// rows copies the rows up to the end tag of sheetData.
func (s *sheetEditor) rows() error {
	for s.scanner.next() {
		switch {
		case s.kind == tokEnd && s.depth == 1:
			s.out.Write(s.raw)
			return nil
		case s.kind == tokStart && string(s.name) == "row":
			if err := s.row(); err != nil {
				return err
			}
		case s.kind == tokStart:
			return doubt("<%s> among the rows", s.name)
		default:
			s.out.Write(s.raw)
		}
	}
	return s.err
}

// row copies the row that was just started.
func (s *sheetEditor) row() error {
	s.number++
	if v, ok := rawAttr(s.attrs, "r"); ok {
		n, plain := parseInt(v)
		if !plain || n < s.number {
			return doubt("row %q", v)
		}
		s.number = n
	}
	s.cells, s.next, s.column, s.like = s.Cells(s.number), 0, -1, ""
	tag := s.raw
	if s.cells != nil {
		tag = s.heighten(widen(tag, s.Wide))
	}
	if s.empty {
		if !slices.ContainsFunc(s.cells, func(c string) bool { return c != "" }) {
			s.out.Write(s.raw)
			return nil
		}
		name := string(s.qname)
		s.out.Write(tag[:bytes.LastIndexByte(tag, '/')])
		s.out.WriteByte('>')
		s.write(MaxColumns)
		fmt.Fprintf(s.out, "</%s>", name)
		return nil
	}
	s.out.Write(tag)
	for s.scanner.next() {
		switch {
		case s.kind == tokEnd:
			end := s.raw
			s.write(MaxColumns)
			s.out.Write(end)
			return nil
		case s.kind == tokStart && string(s.name) == "c":
			if err := s.cell(); err != nil {
				return err
			}
		case s.kind == tokStart:
			return doubt("<%s> within a row", s.name)
		default:
			s.out.Write(s.raw)
		}
	}
	return s.err
}

// widen returns the tag of a row whose attribute spans takes in the columns up
// to the given number.
func widen(tag []byte, wide int) []byte {
	spans, ok := attr(tagAttrs(tag), "spans")
	if !ok {
		return tag
	}
	i := bytes.LastIndexByte([]byte(spans), ':')
	last, valid := parseInt([]byte(spans[i+1:]))
	if i < 0 || !valid || last >= wide {
		return tag
	}
	return setAttr(tag, "spans", spans[:i+1]+strconv.Itoa(wide))
}

// heighten returns the tag of a row with a height for the lines of its new
// cells, unless it has one: Excel finds it out itself, other programs do not.
func (s *sheetEditor) heighten(tag []byte) []byte {
	lines := 1
	for i, c := range s.cells {
		n, width := 0, max(1, int(s.Columns[i].Width)-2)
		for line := range strings.SplitSeq(c, "\n") {
			n += 1 + len(line)*2/3/width // a Chinese character is three bytes and two columns
		}
		lines = max(lines, n)
	}
	if _, has := rawAttr(tagAttrs(tag), "ht"); has || lines == 1 {
		return tag
	}
	return setAttr(tag, "ht", strconv.Itoa(15*min(lines, 10)))
}

// cell copies, drops or replaces the cell that was just started.
func (s *sheetEditor) cell() error {
	column := s.column + 1
	if v, ok := rawAttr(s.attrs, "r"); ok {
		c, row, plain := parseRef(v)
		if !plain || c < column || row != s.number-1 {
			return doubt("cell %q in row %d", v, s.number)
		}
		column = c
	}
	s.column = column
	if column == s.Like && (s.number == s.LikeIn || s.Replace != nil) {
		v, _ := rawAttr(s.attrs, "s")
		s.like = string(v)
	}
	s.write(column)
	if s.number >= s.From && slices.Contains(s.order, column) {
		s.write(column + 1)
		return s.drop()
	}
	if s.Replace != nil && column == s.Like {
		if text, ok := s.Replace(s.number); ok {
			s.buf = s.appendCell(s.buf[:0], column, s.like, text)
			s.out.Write(s.buf)
			return s.drop()
		}
	}
	if s.out.Write(s.raw); s.empty {
		return nil
	}
	for depth := s.depth; s.scanner.next(); {
		if s.out.Write(s.raw); s.kind == tokEnd && s.depth < depth {
			return nil
		}
	}
	return s.err
}

func (s *sheetEditor) drop() error {
	s.skip()
	return s.err
}

// write writes the new cells of the columns before the given one.
func (s *sheetEditor) write(before int) {
	if s.cells == nil {
		return
	}
	for ; s.next < len(s.order) && s.order[s.next] < before; s.next++ {
		if s.cells[s.next] == "" {
			continue
		}
		style := s.like
		if s.number != s.LikeIn {
			style = strconv.Itoa(s.Style(s.number, s.next))
		}
		s.buf = s.appendCell(s.buf[:0], s.order[s.next], style, s.cells[s.next])
		s.out.Write(s.buf)
	}
}

func (s *sheetEditor) appendCell(to []byte, column int, style, text string) []byte {
	return appendCell(to, s.prefix, column, s.number, style, text)
}

// appendCell appends a cell that holds a text, whatever the text looks like.
func appendCell(to []byte, prefix string, column, row int, style, text string) []byte {
	open := func(rest string) { to = append(append(append(to, '<'), prefix...), rest...) }
	end := func(name string) { to = append(append(append(to, '<', '/'), prefix...), name...) }
	open(`c r="`)
	to = append(to, ColumnLetters(column)...)
	to = strconv.AppendInt(to, int64(row), 10)
	if style != "" && style != "0" {
		to = append(append(to, `" s="`...), style...)
	}
	to = append(to, `" t="inlineStr">`...)
	open("is>")
	open("t")
	if text != "" && (isSpace(text[0]) || isSpace(text[len(text)-1])) || bytes.IndexByte([]byte(text), '\n') >= 0 {
		to = append(to, ` xml:space="preserve"`...)
	}
	to = appendEscaped(append(to, '>'), text)
	end("t>")
	end("is>")
	end("c>")
	return to
}

// tail copies what stands behind the rows.
func (s *sheetEditor) tail() error {
	var all []byte
	for s.scanner.next() {
		if all = append(all, s.raw...); len(all) > maxSmall {
			return ErrTooLarge
		}
	}
	if s.err != nil {
		return s.err
	}
	n, err := parseNode(append([]byte("<"+s.prefix+"worksheet>"), all...))
	if err != nil {
		return err
	}
	if s.Tail != nil {
		if err := s.Tail(&Tail{n}); err != nil {
			return err
		}
	}
	n.open = nil
	s.out.Write(n.bytes())
	return nil
}
