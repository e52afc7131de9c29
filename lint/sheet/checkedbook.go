package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// marking is one writing of results into a copy of a workbook.
type marking struct {
	*xlsx.Patch
	sheet   xlsx.Sheet
	header  int // row; 0 where there is none
	title   int // column
	last    int // row
	columns []int
	*marks
	own    ownMarks // what an earlier run left in the workbook
	state  state    // of the titles that were checked
	styles markStyles
}

// checkedWidths are the widths of the columns of checkedHeaders, in characters.
var checkedWidths = []float64{10, 60, 50, 8, 24}

// maxNotes is how many title cells get a comment: more would slow Excel down.
const maxNotes = 1000

// noteAuthor signs our comments, by which they are known again.
const noteAuthor = "titlelint"

// writeMarked writes the copy of the workbook in data to w.
func (t *Table) writeMarked(w io.Writer, data []byte, marks *marks) error {
	book, err := xlsx.Open(data)
	if err != nil {
		return err
	}
	m, err := t.newMarking(book, marks)
	if err != nil {
		return err
	}
	if err := t.dropSignatures(m.Patch); err != nil {
		return err
	}
	if err := m.edit(t.width); err != nil {
		return err
	}
	if err := m.addSheets(); err != nil {
		return err
	}
	return m.Write(w)
}

func (t *Table) dropSignatures(p *xlsx.Patch) error {
	dropped, err := p.DropSignatures()
	if dropped {
		t.notice("原工作簿有数字签名；改动后的副本不能再带它，已去掉", "the workbook was signed; a changed copy cannot keep the signature, which was dropped")
	}
	return err
}

// find returns the sheet that was read, in the workbook.
func (t *Table) find(book *xlsx.Workbook) (xlsx.Sheet, error) {
	for _, s := range book.Sheets {
		if s.Name == t.Sheet {
			return s, nil
		}
	}
	return xlsx.Sheet{}, fmt.Errorf("%w: no sheet %q", xlsx.ErrDoubt, t.Sheet)
}

// titleColumn returns the index of the column that holds the titles.
func (t *Table) titleColumn() int {
	for _, c := range t.Columns {
		if c.Role == RoleTitle {
			return c.index
		}
	}
	return 0
}

func (t *Table) newMarking(book *xlsx.Workbook, marks *marks) (*marking, error) {
	p, err := xlsx.NewPatch(book)
	if err != nil {
		return nil, err
	}
	m := &marking{Patch: p, header: t.HeaderRow, title: t.titleColumn(), last: t.last, marks: marks, own: findOwn(book), state: state{}}
	if m.sheet, err = t.find(book); err != nil {
		return nil, err
	}
	if m.own.sheet != "" && m.own.sheet != t.Sheet {
		return nil, &Error{Code: CodeOutput, Sheet: t.Sheet,
			Problem: Text{ZH: fmt.Sprintf("这个工作簿里已有工作表「%s」的检查结果", m.own.sheet), EN: fmt.Sprintf("the workbook holds the results of sheet %q already", m.own.sheet)},
			Cure:    Text{ZH: "请用原来导出的文件检查，或先用 titlelint apply 处理完那一张", EN: "check the file as it was exported, or finish that sheet with titlelint apply"}}
	}
	if m.columns, err = placeColumns(m.own, t.width); err != nil {
		return nil, err
	}
	for i := range m.results {
		m.state.add(&m.results[i])
	}
	m.styles, err = addMarkStyles(p)
	return m, err
}

// placeColumns returns where each of our columns goes: where it is, else to
// the right of the table and of those that are there.
func placeColumns(own ownMarks, width int) ([]int, error) {
	for _, c := range own.columns {
		width = max(width, c+1)
	}
	var columns []int
	for _, name := range ownColumns {
		c, ok := own.columns[name]
		if !ok {
			c = width
			width++
		}
		columns = append(columns, c)
	}
	if width > xlMaxColumns {
		return nil, &Error{Code: CodeTooLarge,
			Problem: Text{ZH: "表格已经用到最右边的列，放不下检查结果", EN: "the table reaches the last column and leaves no room for the results"},
			Cure:    Text{ZH: "请删掉最右边不用的列", EN: "delete unused columns at the right"}}
	}
	return columns, nil
}

// edit changes the sheet that was checked.
func (m *marking) edit(width int) error {
	order := make([]int, len(m.columns)) // of our columns, from the left
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return m.columns[a] - m.columns[b] })
	var columns []xlsx.EditColumn
	for _, i := range order {
		columns = append(columns, xlsx.EditColumn{Index: m.columns[i], Width: checkedWidths[i], Style: m.styles.column[i]})
	}
	cells := make([]string, len(order))
	finish, err := m.SetNotes(m.sheet, noteAuthor, m.notes())
	if err != nil {
		return err
	}
	return m.EditSheet(m.sheet, xlsx.SheetEdit{
		Columns: columns, From: max(m.header, 1), LastRow: m.last, Wide: max(width, m.columns[order[len(order)-1]]+1), LikeIn: m.header, Like: m.title,
		Cells: func(row int) []string {
			texts := m.row(row)
			if row == m.header {
				texts = checkedHeaders
			}
			if texts == nil {
				return nil
			}
			for at, i := range order {
				cells[at] = texts[i]
			}
			return cells
		},
		Style: func(_, at int) int { return m.styles.column[order[at]] },
		Tail: func(t *xlsx.Tail) error {
			finish(t)
			return m.format(t)
		},
	})
}

// format adds the colours of titles and results and the choice of 采用.
func (m *marking) format(t *xlsx.Tail) error {
	t.RemoveConditions(ownPrefix)
	if err := t.RemoveLists(m.columns); err != nil || m.last <= m.header {
		return err
	}
	area := func(column int) string {
		return fmt.Sprintf("%s:%s", cellName(column, m.header+1), cellName(column, m.last))
	}
	var colours []xlsx.Condition
	for i, verdict := range colouredVerdicts {
		// The name follows the column wherever she moves it.
		colours = append(colours, xlsx.Condition{Formula: fmt.Sprintf("INDEX(%sresult,ROW())=%q", ownPrefix, verdict), Format: m.styles.fills[i]})
	}
	t.AddConditions(area(m.title)+" "+area(m.columns[0]), colours[:3])
	t.AddConditions(area(m.columns[0]), colours[3:])
	return t.AddList(area(m.columns[3]), []string{accepted, refused})
}

// notes returns a comment for each title that has findings, up to maxNotes.
func (m *marking) notes() (notes []xlsx.Note) {
	for row := m.header + 1; row <= m.last && len(notes) < maxNotes; row++ {
		if r := m.result(row); r == nil || r.Worst() == 0 {
			continue
		}
		cells := m.row(row)
		text := cells[1]
		if cells[2] != "" {
			text += "\n建议标题：" + cells[2]
		}
		notes = append(notes, xlsx.Note{Column: m.title, Row: row, Text: text})
	}
	return notes
}

// rewritten returns the workbook as excelize writes it, which is of the shape
// that package xlsx knows. What excelize does not model is lost.
func rewritten(data []byte) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), workbookOptions())
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		// What is not looked at is copied as it is.
		if _, err := f.GetCellStyle(name, "A1"); err != nil {
			continue // a chart sheet
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// writeBook writes a changed copy of the workbook in data to path. One of a
// shape that package xlsx is not sure of is rewritten by excelize first.
func (t *Table) writeBook(path string, data []byte, write func(w io.Writer, data []byte) error) error {
	err := WriteFile(path, func(w io.Writer) error { return write(w, data) })
	var known *Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	data, again := rewritten(data)
	if again == nil {
		again = WriteFile(path, func(w io.Writer) error { return write(w, data) })
	}
	if again != nil && !errors.As(again, &known) {
		return damaged(err)
	}
	if again == nil {
		t.notice("这个工作簿的写法少见，副本由 excelize 重新写成；图片、批注等请核对一下", "this workbook is of an unusual shape, so that the copy was written anew by excelize; have a look at pictures and comments")
	}
	return again
}
