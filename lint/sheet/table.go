package sheet

import (
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// row is one row of a table, whatever kind of file it came from. It is valid
// until the next one is read.
type row struct {
	number int // from 1
	cells  []string
	rec    *csvRecord // nil where the file is not delimited text

	// Of a row read for the sake of some columns, cells holds these and the
	// first that is not blank; rest counts the others that are not blank.
	// width is the number of columns up to the last one in use, if known.
	rest, width int
}

// filled counts the cells that are not blank.
func (r row) filled() int { return filled(r.cells) + r.rest }

// rowSeq can be ranged over more than once; it stops at its first error.
type rowSeq = iter.Seq2[row, error]

// readTable takes the titles of one page. It is an error if it has no title
// column, not if it has no titles.
func (t *Table) readTable(p page, o Options) error {
	l, err := findLayout(p.rows, o)
	if err != nil {
		return err
	}
	t.page, t.Sheet = p, p.name
	t.HeaderRow, t.Columns = l.header, l.columns()
	t.Titles, t.Skipped, t.width, t.last = nil, nil, 0, 0
	for r, err := range p.only(l) {
		if err != nil {
			return err
		}
		t.width = max(t.width, r.width)
		blank := r.filled() == 0
		if !blank {
			t.last = r.number
		}
		for i := len(r.cells); i > t.width; i-- {
			if r.cells[i-1] != "" || r.rec != nil {
				t.width = i
				break
			}
		}
		if r.number <= l.header || blank {
			continue
		}
		if s, ok := l.skipReason(r); ok {
			s.Row = r.number
			t.Skipped = append(t.Skipped, s)
			continue
		}
		if len(t.Titles) == cap(t.Titles) {
			// append alone would copy a large table twenty times.
			t.Titles = slices.Grow(t.Titles, max(64, len(t.Titles)))
		}
		t.Titles = append(t.Titles, t.title(r, l))
	}
	return nil
}

func (t *Table) title(r row, l layout) lint.Title {
	i := l.cols[RoleTitle]
	src := lint.Source{File: t.File, Sheet: t.Sheet, Row: r.number, Cell: cellName(i, r.number)}
	if r.rec != nil {
		r.rec.place(i, &src)
	}
	get := func(role Role) string {
		if i, ok := l.cols[role]; ok {
			return strings.TrimSpace(cell(r.cells, i))
		}
		return ""
	}
	title := lint.Title{ID: get(RoleID), Source: src, Text: r.cells[i],
		Category: get(RoleCategory), Brand: get(RoleBrand), ShortText: get(RoleShort)}
	title.OffShelf = offShelf(get(RoleStatus))
	if t.book.kind == kindWorkbook {
		title.ID = wholeNumber(title.ID)
	}
	if title.ID == "" {
		title.ID = rowID(t.File, r.number)
	}
	return title
}

// offShelf reports whether a status says that the product is not on sale.
func offShelf(status string) bool {
	for _, word := range []string{"下架", "草稿", "仓库", "删除", "回收站"} {
		if strings.Contains(status, word) {
			return true
		}
	}
	return false
}

// rowID stands in for a product id that a row does not have.
func rowID(file string, row int) string {
	if file == "" {
		return fmt.Sprintf("stdin:%d", row)
	}
	return fmt.Sprintf("%s:%d", filepath.Base(file), row)
}

// readPages takes the best of the sheets that have a title column, and of
// these the first with titles.
func (t *Table) readPages(o Options) error {
	pages := t.book.pages
	if o.Sheet != "" {
		p, err := t.book.find(o.Sheet)
		if err != nil {
			return err
		}
		return inSheet(t.readTable(p, o), p.name)
	}
	// Guides may show the same headers as the table that they explain.
	pages = slices.Clone(pages)
	slices.SortStableFunc(pages, func(a, b page) int { return a.order() - b.order() })
	var first error
	found := Table{}
	for _, p := range pages {
		try := *t
		if len(found.Titles) > 0 {
			if _, err := findLayout(p.rows, o); err == nil {
				found.OtherSheets = append(found.OtherSheets, p.name)
			}
			continue
		}
		err := try.readTable(p, o)
		if e, ok := err.(*Error); ok && e.Code != CodeNoTitleColumn && e.Code != CodeColumn {
			return inSheet(err, p.name) // broken, and perhaps the one that matters
		}
		if err != nil {
			if first == nil {
				first = inSheet(err, p.name)
			}
			continue
		}
		if found.book == nil || len(try.Titles) > 0 {
			found = try
		}
	}
	if found.book == nil {
		return first
	}
	*t = found
	return nil
}

func inSheet(err error, name string) error {
	if e, ok := err.(*Error); ok {
		e.Sheet = name
	}
	return err
}
