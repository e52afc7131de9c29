package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// checkedHeaders head the columns that WriteChecked adds.
var checkedHeaders = []string{"检查结果", "问题", "建议标题"}

// verdicts are the words of the result column; a row without findings passes.
var verdicts = map[lint.Severity]string{0: "通过", lint.Info: "提示", lint.Warning: "警告", lint.Error: "错误"}

// unchecked is the result of a row that was skipped; the reason stands beside.
const unchecked = "未检查"

// WriteChecked writes a copy of the file that t was read from to path, with
// three columns at the right of the table: 检查结果 (错误, 警告, 提示, 通过, or
// 未检查 for a skipped row), 问题 (a line for each finding to be shown) and
// 建议标题. All other cells stay as they are. The results are those of t.Titles,
// in any order; a title without a result gets empty cells.
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
// when the new one is complete. All errors are *Error.
func (t *Table) WriteChecked(path string, results []lint.Result) error {
	ext := strings.ToLower(filepath.Ext(path))
	if err := t.checkOutput(path, ext); err != nil {
		return err
	}
	marks, err := t.marks(results)
	if err != nil {
		return err
	}
	var content []byte
	switch {
	case t.book.kind == kindWorkbook:
		content, err = t.markedWorkbook(marks)
	case ext == ".xlsx":
		content, err = t.newWorkbook(marks)
	default:
		content, err = t.markedText(ext, marks)
	}
	if err != nil {
		if e, ok := err.(*Error); ok {
			return e.in(path)
		}
		return unwritable(path, err)
	}
	return WriteFile(path, writeAll(content))
}

// marks returns the three new cells of each row that has any, by row number.
func (t *Table) marks(results []lint.Result) (map[int][]string, error) {
	marks := make(map[int][]string, len(results)+len(t.Skipped))
	for _, s := range t.Skipped {
		marks[s.Row] = []string{unchecked, s.Reason.ZH, ""}
	}
	known := make(map[int]bool, len(t.Titles))
	for _, title := range t.Titles {
		known[title.Source.Row] = true
	}
	for _, r := range results {
		if r.Source.File != t.File || r.Source.Sheet != t.Sheet || !known[r.Source.Row] {
			return nil, &Error{Code: CodeOutput, File: t.File, Sheet: t.Sheet, Row: r.Source.Row,
				Problem: Text{ZH: fmt.Sprintf("结果「%s」不属于这个表格", r.ID), EN: fmt.Sprintf("result %q is not of this table", r.ID)}}
		}
		marks[r.Source.Row] = mark(r)
	}
	return marks, nil
}

func mark(r lint.Result) []string {
	var problems []string
	for _, f := range r.Findings {
		if f.Shown() {
			problems = append(problems, f.Rule+" "+f.Message)
		}
	}
	suggestion := ""
	if r.Suggestion != nil {
		suggestion = r.Suggestion.Title
	}
	return []string{verdicts[r.Worst()], strings.Join(problems, "\n"), suggestion}
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
