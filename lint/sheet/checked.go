package sheet

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// checkedHeaders head the columns that WriteChecked adds; text files get the
// first three.
var checkedHeaders = []string{"检查结果", "问题", "建议标题", "采用", "备注"}

// verdicts are the words of the result column; a row without findings passes.
var verdicts = map[lint.Severity]string{0: "通过", lint.Info: "提示", lint.Warning: "警告", lint.Error: "错误"}

// unchecked is the result of a row that was skipped; the reason stands beside.
const unchecked = "未检查"

// WriteChecked writes a copy of the file that t was read from to path, with
// columns at the right of the table: 检查结果 (错误, 警告, 提示, 通过, or 未检查 for
// a skipped row), 问题 (a line for each finding to be shown) and 建议标题. All
// other cells stay as they are. The results are those of t.Titles, in any
// order; a title without a result gets empty cells.
//
// A workbook gets 采用 (是 or 否) and 备注 too, for a person to fill in, colours
// for the titles that need work, a comment on the first thousand of them, and
// the sheets 汇总, 问题明细 and 规则说明. All parts of the file but the ones that
// hold these are copied byte for byte. Where an earlier run left its columns
// and sheets, they are replaced; 采用, 备注 and an edited 建议标题 are kept where
// the title is what it was then.
//
// The extension of path chooses the kind: a workbook is copied to a workbook
// with its own extension; everything else to .csv, .tsv or .xlsx. Delimited
// text keeps its delimiter and is written as UTF-8 with a byte order mark, or
// as UTF-16LE if it was UTF-16. JSON lines come out as a table of the keys that
// are read.
//
// Nobody's formula gets in through a title: in text files a cell of ours that
// begins with = + - @ (narrow or wide), a tab or a line break gets a ' before
// it; in workbooks our cells are typed as text, which is not evaluated.
//
// The input is never written over. A file that was at path is replaced only
// when the new one is complete. All errors are *Error. What a person should
// know about the copy stands in t.Notices then.
func (t *Table) WriteChecked(path string, results []lint.Result) error {
	ext := strings.ToLower(filepath.Ext(path))
	if err := t.checkOutput(path, ext); err != nil {
		return err
	}
	marks, err := t.marks(results)
	if err != nil {
		return err
	}
	switch {
	case t.book.kind == kindWorkbook:
		t.carry(marks)
		err = t.writeBook(path, t.book.raw, func(w io.Writer, data []byte) error { return t.writeMarked(w, data, marks) })
	case ext == ".xlsx":
		err = t.writeNewBook(path, marks)
	default:
		var content []byte
		if content, err = t.markedText(ext, marks); err == nil {
			return WriteFile(path, writeAll(content))
		}
	}
	var e *Error
	if err == nil || errors.As(err, &e) {
		if e != nil && e.File == "" {
			e.File = path
		}
		return err
	}
	return unwritable(path, err)
}

func (t *Table) notice(zh, en string) { t.Notices = append(t.Notices, Text{ZH: zh, EN: en}) }

// writeNewBook writes a workbook of the rows of a text, with marks.
func (t *Table) writeNewBook(path string, m *marks) error {
	data, shift, last, err := t.newWorkbook()
	if err != nil {
		return err
	}
	book := *t
	book.Sheet, book.HeaderRow, book.last = newSheetName, t.HeaderRow, last
	if t.HeaderRow == 0 {
		book.HeaderRow = 1 // the one of our own
	}
	if len(t.Columns) == 0 {
		book.Columns = []Column{{Role: RoleTitle, index: newTitleColumn(t.book.kind)}}
	}
	m.shift = shift
	return book.writeBook(path, data, func(w io.Writer, data []byte) error { return book.writeMarked(w, data, m) })
}

// newTitleColumn is where the titles of inputs without columns stand.
func newTitleColumn(k kind) int {
	if k == kindJSON {
		return slices.Index(jsonColumns, "商品名称")
	}
	return 0
}

// checkOutput refuses an output that is the input, or of a kind that the input
// cannot be copied to.
func (t *Table) checkOutput(path, ext string) error {
	if t.IsInput(path) {
		return &Error{Code: CodeOutput, File: path,
			Problem: Text{ZH: "输出和输入是同一个文件", EN: "the output is the input"},
			Cure:    Text{ZH: "请换一个文件名，例如 " + suggestName(t.File, t.extension()), EN: "choose another name such as " + suggestName(t.File, t.extension())}}
	}
	own := t.extension()
	ok := ext == own
	if t.book.kind != kindWorkbook {
		ok = ext == ".csv" || ext == ".tsv" || ext == ".xlsx"
	}
	if ok {
		return nil
	}
	e := &Error{Code: CodeOutput, File: path,
		Problem: Text{ZH: fmt.Sprintf("写不成 %s 文件", orNone(ext)), EN: fmt.Sprintf("cannot be written as %s", orNone(ext))}}
	if t.book.kind == kindWorkbook {
		e.Cure = Text{ZH: "输入是工作簿，请把输出的扩展名改为 " + own, EN: "the input is a workbook: give the output the extension " + own}
	} else {
		e.Cure = Text{ZH: "请把输出的扩展名改为 .xlsx 或 .csv", EN: "give the output the extension .xlsx or .csv"}
	}
	return e
}

// IsInput reports whether path is the file that t was read from.
func (t *Table) IsInput(path string) bool { return same(path, t.File) }

func same(a, b string) bool {
	if b == "" {
		return false
	}
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// extension returns the extension of the marked copy where nothing else is asked.
func (t *Table) extension() string {
	switch t.book.kind {
	case kindWorkbook:
		return workbookExtension(t.book.raw)
	case kindDelimited:
		if ext := strings.ToLower(filepath.Ext(t.File)); ext == ".tsv" {
			return ext
		}
		return ".csv"
	}
	return ".xlsx"
}

// CheckedName returns a name for the marked copy of t: that of its file, with
// -检查结果 and an extension that WriteChecked accepts.
func (t *Table) CheckedName() string {
	file := t.File
	if file == "" {
		file = "stdin"
	}
	return suggestName(file, t.extension())
}

func suggestName(file, ext string) string {
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + "-检查结果" + ext
}

func orNone(ext string) string {
	if ext == "" {
		return "「没有扩展名」"
	}
	return ext
}
