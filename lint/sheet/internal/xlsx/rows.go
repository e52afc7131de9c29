package xlsx

import (
	"bytes"
	"fmt"
	"iter"
)

// Cell is a cell with a value or a formula.
type Cell struct {
	Column  int // from 0
	Formula bool
	shared  *stringTable
	text    []byte // of a cell that is not shared
	index   int
}

// Text returns the value of the cell as it stands in the file: a number or a
// date as digits, a truth value as 0 or 1. It is valid until the next row.
func (c Cell) Text() []byte {
	if c.shared != nil {
		return c.shared.at(c.index)
	}
	return c.text
}

// Row is one row with the cells that are not empty, in rising order.
type Row struct {
	Number int // from 1
	Cells  []Cell
}

// Rows yields the rows of a worksheet that the file holds, hidden ones too, in
// rising order. A row is valid until the next one. The first error ends it.
func (w *Workbook) Rows(sheet Sheet) iter.Seq2[*Row, error] {
	return func(yield func(*Row, error) bool) {
		r, err := w.Open(sheet.part)
		if err != nil {
			yield(nil, err)
			return
		}
		defer r.Close()
		rr := &rowReader{scanner: newScanner(r), book: w}
		for rr.nextRow() {
			if !yield(&rr.row, nil) {
				return
			}
		}
		if rr.err != nil {
			yield(nil, fmt.Errorf("%s: %w", sheet.part, rr.err))
		}
	}
}

// rowReader reads the rows of a worksheet.
type rowReader struct {
	*scanner
	book  *Workbook
	row   Row
	arena []byte // the texts of the row
	ends  []int  // of each cell in arena
	state int    // before, in and behind the rows
}

const (
	before = iota
	within
	behind
)

func (r *rowReader) nextRow() bool {
	for r.next() {
		switch {
		case r.kind == tokEnd && r.state == within && r.depth == 1:
			r.state = behind
		case r.kind != tokStart:
		case r.state == within:
			if string(r.name) != "row" {
				r.err = doubt("<%s> among the rows", r.name)
				return false
			}
			return r.readRow()
		case r.state == before && r.depth+btoi(r.empty) == 1:
			if string(r.name) != "worksheet" {
				r.err = doubt("<%s> instead of a worksheet", r.name)
				return false
			}
		case string(r.name) == "sheetData":
			if r.state == behind || r.depth+btoi(r.empty) != 2 {
				r.err = doubt("rows at an unusual place")
				return false
			}
			if r.state = within; r.empty {
				r.state = behind
			}
		case r.state == before && string(r.name) == "row":
			r.err = doubt("a row before the rows")
			return false
		}
	}
	return false
}

// number returns the value of the attribute r of a row, or the next number.
func (r *rowReader) number() bool {
	n := r.row.Number + 1
	for rest := r.attrs; ; {
		name, value, next, ok := nextAttr(rest)
		if !ok {
			break
		}
		if string(local(name)) == "r" {
			got, plain := parseInt(value)
			if !plain || got < n || len(name) > 1 {
				r.err = doubt("row %q after row %d", value, r.row.Number)
				return false
			}
			n = got
		}
		rest = next
	}
	if n > MaxRows {
		r.err = ErrTooLarge
		return false
	}
	r.row.Number = n
	return true
}

func (r *rowReader) readRow() bool {
	r.row.Cells, r.arena, r.ends = r.row.Cells[:0], r.arena[:0], r.ends[:0]
	if !r.number() {
		return false
	}
	if r.empty {
		return true
	}
	column := -1
	for {
		if c, ok := r.fastCell(column); ok {
			column = c
			continue
		}
		if !r.next() {
			return false
		}
		switch r.kind {
		case tokEnd:
			from := 0
			for i := range r.row.Cells {
				r.row.Cells[i].text = r.arena[from:r.ends[i]:r.ends[i]]
				from = r.ends[i]
			}
			return true
		case tokStart:
			if string(r.name) != "c" {
				r.err = doubt("<%s> within row %d", r.name, r.row.Number)
				return false
			}
			if column = r.readCell(column); column < 0 {
				return false
			}
		}
	}
}

// readCell reads the cell that was just started and returns its column, given
// that of the cell before it.
func (r *rowReader) readCell(last int) int {
	c := Cell{Column: last + 1}
	kind := kindValue
	for rest := r.attrs; ; {
		name, value, next, ok := nextAttr(rest)
		if !ok {
			break
		}
		switch string(local(name)) {
		case "r":
			column, row, ok := parseRef(value)
			if !ok || column <= last || row != r.row.Number-1 || len(name) > 1 {
				return r.unsure("cell %q in row %d", value, r.row.Number)
			}
			c.Column = column
		case "t":
			if kind, ok = cellKinds[string(value)]; !ok || len(name) > 1 {
				return r.unsure("cell type %q", value)
			}
		case "s":
			if _, ok := parseInt(value); !ok {
				return r.unsure("style %q", value)
			}
		}
		rest = next
	}
	if c.Column >= MaxColumns {
		return r.unsure("more than %d columns", MaxColumns)
	}
	if !r.empty && !r.cellContent(&c, kind) {
		return -1
	}
	r.keep(c)
	return c.Column
}

func (r *rowReader) arenaStart() int {
	if len(r.ends) == 0 {
		return 0
	}
	return r.ends[len(r.ends)-1]
}

func (r *rowReader) unsure(format string, args ...any) int {
	r.err = doubt(format, args...)
	return -1
}

type cellKind uint8

const (
	kindValue cellKind = iota
	kindShared
	kindInline
)

var cellKinds = map[string]cellKind{"s": kindShared, "inlineStr": kindInline,
	"": kindValue, "n": kindValue, "str": kindValue, "b": kindValue, "e": kindValue, "d": kindValue}

// cellContent reads what stands between the tags of a cell.
func (r *rowReader) cellContent(c *Cell, kind cellKind) bool {
	start := r.arenaStart()
	var seen, value, inline bool
	for r.next() {
		switch r.kind {
		case tokEnd:
			switch {
			case kind == kindShared && len(r.arena) > start:
				if r.err = r.book.strings.load(r.book.Package); r.err != nil {
					return false
				}
				i, ok := parseInt(bytes.Trim(r.arena[start:], " \t\n"))
				r.arena = r.arena[:start]
				if !ok {
					return r.unsure("number of a shared string") == 0
				}
				c.shared, c.index = r.book.strings, i
			case inline && kind != kindInline, value && inline:
				return r.unsure("a cell with two contents") == 0
			}
			return true
		case tokStart:
			var err error
			switch string(r.name) {
			case "v":
				if value {
					return r.unsure("a cell with two values") == 0
				}
				value = true
				r.arena, err = r.characters(r.arena)
			case "is":
				if inline {
					return r.unsure("a cell with two texts") == 0
				}
				inline = true
				r.arena, err = r.item(r.arena)
			case "f":
				if c.Formula {
					return r.unsure("a cell with two formulas") == 0
				}
				c.Formula = true
				r.skip()
			default:
				err = doubt("<%s> within a cell", r.name)
			}
			if err != nil {
				r.err = err
				return false
			}
			seen = true
		case tokText, tokCDATA:
			// Between the tags only layout may stand.
			if seen && len(bytes.TrimSpace(r.raw)) > 0 {
				return r.unsure("text within a cell") == 0
			}
		}
	}
	return false
}
