package sheet

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"syscall"

	"github.com/titlelint/titlelint/lint"
)

// Text is a sentence in both languages.
type Text = lint.Text

// The codes of an Error. They are stable; the sentences are not.
const (
	CodeUnreadable    = "unreadable"      // missing, a folder, no permission
	CodeEmpty         = "empty"           // no content at all
	CodeUnsupported   = "unsupported"     // a kind of file that is not read
	CodeOldExcel      = "old-excel"       // binary .xls (BIFF)
	CodeEncrypted     = "encrypted"       // a workbook with a password
	CodeDamaged       = "damaged"         // a workbook that is cut off or broken
	CodeTooLarge      = "too-large"       // beyond a limit of size, rows or columns
	CodeEncoding      = "encoding"        // text in an encoding that was not recognised
	CodeQuote         = "quote"           // a CSV quote that is never closed
	CodeJSON          = "json"            // a line that is no JSON object with a title
	CodeNoTitleColumn = "no-title-column" // no header names a title
	CodeNoTitles      = "no-titles"       // a title column without titles
	CodeColumn        = "column"          // Options.Columns names what is not there
	CodeSheet         = "sheet"           // Options.Sheet names what is not there
	CodeOutput        = "output"          // the output cannot be written, or not in this kind
)

// Error says what is wrong with an input or an output, and the cure.
type Error struct {
	Code    string // one of the Code constants
	File    string
	Sheet   string
	Row     int // from 1; 0 where the whole file is meant
	Problem Text
	Cure    Text
	Err     error // the cause, if another error was
}

// Error returns In("zh").
func (e *Error) Error() string { return e.In("zh") }

// In returns file, sheet, row, problem and cure as one line, in English for
// the language "en", else in Chinese.
func (e *Error) In(lang string) string {
	var where []string
	if e.File != "" {
		where = append(where, e.File)
	}
	sheet, row, colon, stop := "工作表「%s」", "第 %d 行", "：", "。"
	if lang == "en" {
		sheet, row, colon, stop = "sheet %q", "row %d", ": ", "; "
	}
	if e.Sheet != "" {
		where = append(where, fmt.Sprintf(sheet, e.Sheet))
	}
	if e.Row > 0 {
		where = append(where, fmt.Sprintf(row, e.Row))
	}
	s := strings.Join(append(where, e.Problem.In(lang)), colon)
	if cure := e.Cure.In(lang); cure != "" {
		s += stop + cure
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) in(file string) *Error {
	e.File = file
	return e
}

func unreadable(name string, err error) *Error {
	e := &Error{Code: CodeUnreadable, File: name, Err: err,
		Problem: Text{ZH: "读不了：" + err.Error(), EN: "cannot be read: " + err.Error()},
		Cure:    Text{ZH: "如果正用 Excel 打开着，请先关闭再试", EN: "if it is open in Excel, close it and try again"}}
	switch {
	case isOpenElsewhere(err):
		e.Problem = openElsewhere
	case errors.Is(err, fs.ErrNotExist):
		e.Problem = Text{ZH: "找不到这个文件", EN: "no such file"}
		e.Cure = Text{ZH: "请检查路径和文件名", EN: "check the path and the name"}
	case errors.Is(err, fs.ErrPermission):
		e.Problem = Text{ZH: "没有读取权限", EN: "permission denied"}
	}
	return e
}

var openElsewhere = Text{ZH: "文件正被另一个程序（如 Excel、WPS）打开着", EN: "the file is open in another program such as Excel"}

// isOpenElsewhere reports whether Windows refused the file because another
// program holds it: a sharing or a lock violation.
func isOpenElsewhere(err error) bool {
	var code syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &code) && (code == 32 || code == 33)
}

func tooLarge(err error) *Error {
	return &Error{Code: CodeTooLarge, Err: err,
		Problem: Text{ZH: "文件太大，已停止读取", EN: "the file is too large and was not read"},
		Cure:    Text{ZH: "请拆成几个文件，或删掉图片和不需要的工作表后再试", EN: "split it, or remove images and sheets that are not needed"}}
}

func damaged(err error) *Error {
	return &Error{Code: CodeDamaged, Err: err,
		Problem: Text{ZH: "工作簿已损坏或没有下载完整", EN: "the workbook is damaged or was not downloaded completely"},
		Cure:    Text{ZH: "请重新导出或下载，或用 Excel/WPS 打开修复后另存为 .xlsx", EN: "export it again, or repair it in Excel and save it as .xlsx"}}
}

func noTitles(t *Table) *Error {
	e := &Error{Code: CodeNoTitles, Sheet: t.Sheet,
		Problem: Text{ZH: "没有读到任何商品标题", EN: "no title was found"},
		Cure:    Text{ZH: "请确认文件里有商品行，并且标题列不是空的", EN: "make sure that there are product rows and that the title column is filled"}}
	if n := len(t.Skipped); n > 0 {
		s := t.Skipped[0]
		e.Problem.ZH += fmt.Sprintf("（跳过了 %d 行，如第 %d 行：%s）", n, s.Row, s.Reason.ZH)
		e.Problem.EN += fmt.Sprintf(" (%d rows skipped, such as row %d: %s)", n, s.Row, s.Reason.EN)
	}
	return e
}
