package sheet

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// Change is a title that a person accepted in place of another.
type Change struct {
	lint.Title        // as it stands in the file
	New        string // what stood in 建议标题, without blanks around it
}

// yes lists what counts as 是 in the column 采用.
var yes = []string{accepted, "√", "✓", "y", "yes", "1", "true"}

// Accepted returns the rows of a marked workbook in which a person chose 是,
// with what stands in 建议标题, edited or not, in the order of the rows. Rows
// with 是 but without a proposal are listed in empty. It is an error if t was
// not read from a workbook that WriteChecked wrote.
func (t *Table) Accepted() (changes []Change, empty []lint.Source, err error) {
	_, hasAccept := t.book.own.columns["accept"]
	_, hasSuggestion := t.book.own.columns["suggestion"]
	if t.book.kind != kindWorkbook || t.book.own.sheet != t.Sheet || !hasAccept || !hasSuggestion {
		return nil, nil, &Error{Code: CodeColumn, File: t.File, Sheet: t.Sheet,
			Problem: Text{ZH: "这里没有检查结果的「建议标题」和「采用」列", EN: "there are no columns 建议标题 and 采用 of a check"},
			Cure: Text{ZH: "请先运行 titlelint check 原文件.xlsx -o 结果.xlsx，在结果里选好「采用」，再对结果运行 apply",
				EN: "run titlelint check FILE.xlsx -o CHECKED.xlsx, choose 采用 there, and apply that file"}}
	}
	for _, title := range t.Titles {
		p := t.book.previous[title.Source.Row]
		if !slices.Contains(yes, strings.ToLower(p.accept)) {
			continue
		}
		switch text := strings.TrimSpace(p.suggestion); text {
		case "":
			empty = append(empty, title.Source)
		case title.Text:
		default:
			changes = append(changes, Change{title, text})
		}
	}
	return changes, empty, nil
}

// WriteApplied writes a clean copy of the marked workbook that t was read from
// to path: with the changes in the title column, without our columns, sheets
// and comments, and with a sheet 修改记录 where there are changes. Without
// changes, the cells are those of the file that was checked. All other parts
// are copied byte for byte. The input is never written over.
func (t *Table) WriteApplied(path string, changes []Change) error {
	if err := t.checkOutput(path, strings.ToLower(filepath.Ext(path))); err != nil {
		return err
	}
	return t.writeApplied(path, changes)
}

// ApplyInPlace does what WriteApplied does, over the file that t was read
// from, and returns the path of the copy that it kept of it.
func (t *Table) ApplyInPlace(changes []Change) (backup string, err error) {
	ext := filepath.Ext(t.File)
	for i := 1; ; i++ {
		backup = strings.TrimSuffix(t.File, ext) + "-备份" + strconv.Itoa(i) + ext
		if _, err := os.Lstat(backup); errors.Is(err, os.ErrNotExist) {
			break
		}
	}
	if err := WriteFile(backup, writeAll(t.book.raw)); err != nil {
		return "", err
	}
	return backup, t.writeApplied(t.File, changes)
}

func (t *Table) writeApplied(path string, changes []Change) error {
	err := t.writeBook(path, t.book.raw, func(w io.Writer, data []byte) error { return t.applyTo(w, data, changes) })
	var e *Error
	if errors.As(err, &e) && e.File == "" {
		e.File = path
	}
	return err
}

// applyTo writes the clean copy of the workbook in data to w.
func (t *Table) applyTo(w io.Writer, data []byte, changes []Change) error {
	book, err := xlsx.Open(data)
	if err != nil {
		return err
	}
	p, err := xlsx.NewPatch(book)
	if err != nil {
		return err
	}
	sheet, err := t.find(book)
	if err != nil {
		return err
	}
	if err := t.dropSignatures(p); err != nil {
		return err
	}
	if err := t.cleanSheet(p, sheet, changes); err != nil {
		return err
	}
	own := findOwn(book)
	for _, s := range book.Sheets {
		if own.isSheet(s.Name) {
			if err := p.RemoveSheet(s); err != nil {
				return err
			}
		}
	}
	if len(changes) > 0 {
		if err := addLog(p, t.Sheet, changes); err != nil {
			return err
		}
	}
	if err := p.SetNames(ownPrefix, nil); err != nil {
		return err
	}
	return p.Write(w)
}

// cleanSheet takes our columns, colours and comments away and puts the new
// titles in.
func (t *Table) cleanSheet(p *xlsx.Patch, sheet xlsx.Sheet, changes []Change) error {
	news := make(map[int]string, len(changes))
	for _, c := range changes {
		news[c.Source.Row] = c.New
	}
	if len(changes) > 0 {
		if err := p.DropCalculation(); err != nil { // a title may have been a formula
			return err
		}
	}
	own := t.book.own.in(t.Sheet)
	slices.Sort(own)
	var columns []xlsx.EditColumn
	for _, c := range own {
		columns = append(columns, xlsx.EditColumn{Index: c})
	}
	finish, err := p.SetNotes(sheet, noteAuthor, nil)
	if err != nil {
		return err
	}
	return p.EditSheet(sheet, xlsx.SheetEdit{
		Columns: columns, From: max(t.HeaderRow, 1), Wide: t.width, LastRow: t.last, Like: t.titleColumn(),
		Cells:   func(int) []string { return nil },
		Replace: func(row int) (string, bool) { s, ok := news[row]; return s, ok },
		Tail: func(tail *xlsx.Tail) error {
			finish(tail)
			tail.RemoveConditions(ownPrefix)
			return tail.RemoveLists(own)
		},
	})
}

// addLog adds the sheet that says what was changed.
func addLog(p *xlsx.Patch, sheet string, changes []Change) error {
	s, err := p.AddSheet("修改记录", "visible")
	if err != nil {
		return err
	}
	rows := func(yield func([]xlsx.NewCell) bool) {
		texts := []string{"工作表", "单元格", "商品ID", "原标题", "新标题"}
		for i := 0; ; i++ {
			var cells []xlsx.NewCell
			for _, x := range texts {
				cells = append(cells, xlsx.NewCell{Text: x})
			}
			if !yield(cells) || i == len(changes) {
				return
			}
			c := changes[i]
			texts = []string{sheet, fmt.Sprint(c.Source.Cell), c.ID, c.Text, c.New}
		}
	}
	return p.FillSheet(s, &xlsx.NewSheet{Widths: []float64{16, 10, 22, 60, 60}, Freeze: 1, Rows: iter.Seq[[]xlsx.NewCell](rows)})
}
