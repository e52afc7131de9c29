package sheet

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// workbookRows yields the rows of a sheet that have cells, hidden ones too: a
// filter that was left on does not take products off the shop. Our own columns
// are blank in it. Where columns are given, only these are read, and the first
// cell of each row that is not blank.
//
// Where package xlsx is not sure, excelize, which models the whole format,
// reads on from the row after the last one.
func (b *book) workbookRows(s xlsx.Sheet, columns []int) rowSeq {
	return func(yield func(row, error) bool) {
		if !s.Worksheet {
			yield(row{}, noTitleColumn(nil)) // a chart sheet, for one
			return
		}
		c := rowCutter{columns: columns, own: b.own.in(s.Name), book: b, last: map[int]string{}}
		at := 0
		for x, err := range b.workbook.Rows(s) {
			if errors.Is(err, xlsx.ErrDoubt) {
				b.excelizeRows(s.Name, at, &c, yield)
				return
			}
			if err != nil {
				yield(row{}, workbookError(err))
				return
			}
			at = x.Number
			if !yield(c.cut(x), nil) {
				return
			}
		}
	}
}

// rowCutter turns rows of a workbook into rows with the cells that are wanted.
type rowCutter struct {
	columns []int // nil means all
	own     []int // taken as blank
	book    *book
	row     row
	last    map[int]string // the text above in each column: categories and brands repeat
}

func (c *rowCutter) cut(x *xlsx.Row) row {
	c.row = row{number: x.Number, cells: c.row.cells[:0]}
	first := true
	for _, cell := range x.Cells {
		if slices.Contains(c.own, cell.Column) {
			c.book.keep(x.Number, cell.Column, string(cell.Text()))
			continue
		}
		c.row.width = cell.Column + 1
		text := cell.Text()
		blank := isBlank(text)
		if c.columns == nil || first && !blank || slices.Contains(c.columns, cell.Column) {
			c.put(cell.Column, c.string(cell.Column, text))
		} else if !blank {
			c.row.rest++
		}
		first = first && blank
	}
	return c.row
}

// keep remembers what stands in one of our columns.
func (b *book) keep(row, column int, text string) {
	if text == "" {
		return
	}
	p := b.previous[row]
	for name, at := range b.own.columns {
		switch {
		case at != column:
		case name == "suggestion":
			p.suggestion = text
		case name == "accept":
			p.accept = strings.TrimSpace(text)
		case name == "remark":
			p.remark = text
		}
	}
	if b.previous == nil {
		b.previous = map[int]previousMark{}
	}
	b.previous[row] = p
}

func (c *rowCutter) put(column int, text string) {
	for len(c.row.cells) < column {
		c.row.cells = append(c.row.cells, "")
	}
	c.row.cells = append(c.row.cells, text)
}

func (c *rowCutter) string(column int, text []byte) string {
	if above := c.last[column]; above == string(text) {
		return above
	}
	s := string(text)
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // one U+FFFD a byte
	}
	c.last[column] = s
	return s
}

// isBlank reports whether strings.TrimSpace would leave nothing of text.
func isBlank(text []byte) bool {
	if len(text) == 0 {
		return true
	}
	if c := text[0]; c > ' ' && c < utf8.RuneSelf || c > 0xE3 {
		return false
	}
	return len(bytes.TrimSpace(text)) == 0
}

// excelizeRows yields the rows behind the row with the number after.
func (b *book) excelizeRows(sheet string, after int, c *rowCutter, yield func(row, error) bool) {
	f, err := excelize.OpenReader(bytes.NewReader(b.raw), workbookOptions())
	if err != nil {
		yield(row{}, damaged(err))
		return
	}
	defer f.Close()
	rows, err := f.Rows(sheet)
	if err != nil {
		yield(row{}, damaged(err))
		return
	}
	defer rows.Close()
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			yield(row{}, damaged(err))
			return
		}
		if number > after && !yield(c.cutTexts(number, cells), nil) {
			return
		}
	}
	if err := rows.Error(); err != nil {
		yield(row{}, damaged(err))
	}
}

func (c *rowCutter) cutTexts(number int, cells []string) row {
	r := row{number: number, cells: cells, width: len(cells)}
	for _, i := range c.own {
		if i < len(cells) {
			c.book.keep(number, i, cells[i])
			cells[i] = ""
		}
	}
	for r.width > 0 && slices.Contains(c.own, r.width-1) {
		r.width--
	}
	return r
}
