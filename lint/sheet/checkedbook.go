package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// xlMaxChars is what a cell of a workbook holds, in UTF-16 units.
const xlMaxChars = 32767

// fills colour the result cells by verdict, in the colours of Excel's own
// styles for bad, neutral and good cells.
var fills = map[string][2]string{"错误": {"FFC7CE", "9C0006"}, "警告": {"FFEB9C", "7F6000"}, "提示": {"DDEBF7", "1F4E78"},
	"通过": {"C6EFCE", "006100"}, unchecked: {"EDEDED", "595959"}}

// extensions maps the content type of a workbook's main part to the only
// extension under which Excel opens it.
var extensions = []struct{ contentType, ext string }{
	{"sheet.macroEnabled.main+xml", ".xlsm"},
	{"template.macroEnabled.main+xml", ".xltm"},
	{"spreadsheetml.template.main+xml", ".xltx"},
}

func workbookExtension(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ".xlsx"
	}
	for _, f := range z.File {
		if !strings.EqualFold(f.Name, "[Content_Types].xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			break
		}
		types, _ := io.ReadAll(io.LimitReader(r, 1<<24))
		r.Close()
		for _, e := range extensions {
			if bytes.Contains(types, []byte(e.contentType)) {
				return e.ext
			}
		}
	}
	return ".xlsx"
}

// markedWorkbook returns the workbook with the marks at the right of its table.
func (t *Table) markedWorkbook(marks map[int][]string) ([]byte, error) {
	if t.width+len(checkedHeaders) > xlMaxColumns {
		return nil, &Error{Code: CodeTooLarge, Sheet: t.Sheet,
			Problem: Text{ZH: "表格已经用到最右边的列，放不下检查结果", EN: "the table reaches the last column and leaves no room for the results"},
			Cure:    Text{ZH: "请删掉最右边不用的列", EN: "delete unused columns at the right"}}
	}
	f, err := excelize.OpenReader(bytes.NewReader(t.book.raw), workbookOptions())
	if err != nil {
		return nil, err
	}
	defer f.Close()
	styles, err := newStyles(f)
	if err != nil {
		return nil, err
	}
	header := styles.header
	if t.HeaderRow > 0 {
		last := t.Columns[len(t.Columns)-1]
		if own, err := f.GetCellStyle(t.Sheet, cellName(last.index, t.HeaderRow)); err == nil && own != 0 {
			header = own // as the headers beside
		}
		marks = maps.Clone(marks)
		marks[t.HeaderRow] = checkedHeaders
	}
	for _, number := range slices.Sorted(maps.Keys(marks)) {
		for i, text := range marks[number] {
			name := cellName(t.width+i, number)
			if err := f.SetCellStr(t.Sheet, name, text); err != nil {
				return nil, err
			}
			style := styles.text
			if number == t.HeaderRow {
				style = header
			} else if i == 0 {
				style = styles.verdict[text]
			}
			if err := f.SetCellStyle(t.Sheet, name, name, style); err != nil {
				return nil, err
			}
		}
	}
	for i, width := range checkedWidths {
		col := letter(t.width + i)
		if err := f.SetColWidth(t.Sheet, col, col, width); err != nil {
			return nil, err
		}
		if err := f.SetColVisible(t.Sheet, col, true); err != nil {
			return nil, err
		}
	}
	return written(f)
}

// checkedWidths are the widths of the three columns, in characters.
var checkedWidths = []float64{10, 60, 50}

// newWorkbook returns a new workbook of all rows, all cells as text, with the
// marks at their right. A cell that a workbook cannot hold is an error.
func (t *Table) newWorkbook(marks map[int][]string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	styles, err := newStyles(f)
	if err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	for i, width := range checkedWidths {
		if err := w.SetColWidth(t.width+i+1, t.width+i+1, width); err != nil {
			return nil, err
		}
	}
	at, shift := 0, 0
	for r, err := range t.wholeRows() {
		if err != nil {
			return nil, err
		}
		if r.number == headerOfOwn {
			shift = 1 // it stands above all
		}
		// Blank lines of a text stay blank rows, so that row numbers agree.
		if at = r.number + shift; at > xlMaxRows || len(r.cells)+len(checkedHeaders) > xlMaxColumns {
			return nil, &Error{Code: CodeTooLarge, Row: r.number,
				Problem: Text{ZH: "行数或列数超过了 Excel 的上限", EN: "more rows or columns than Excel holds"},
				Cure:    Text{ZH: "请把输出的扩展名改为 .csv", EN: "give the output the extension .csv"}}
		}
		var cells []any
		for i, c := range r.cells {
			if len(c) > xlMaxChars && len(utf16.Encode([]rune(c))) > xlMaxChars {
				return nil, &Error{Code: CodeTooLarge, Row: r.number,
					Problem: Text{ZH: fmt.Sprintf("%s 列的内容超过 %d 个字符，Excel 单元格放不下", letter(i), xlMaxChars),
						EN: fmt.Sprintf("column %s has more than the %d characters that a cell of Excel holds", letter(i), xlMaxChars)},
					Cure: Text{ZH: "请把输出的扩展名改为 .csv", EN: "give the output the extension .csv"}}
			}
			cells = append(cells, blankAsNil(c))
		}
		if added := t.added(r.number, marks); added != nil {
			for len(cells) < t.width {
				cells = append(cells, nil)
			}
			for i, c := range added {
				style := styles.text
				if at == t.HeaderRow+shift {
					style = styles.header
				} else if i == 0 {
					style = styles.verdict[c]
				}
				cells = append(cells, excelize.Cell{StyleID: style, Value: blankAsNil(c)})
			}
		}
		if err := w.SetRow(cellName(0, at), cells); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	return written(f)
}

func blankAsNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func cellName(col, row int) string { return letter(col) + strconv.Itoa(row) }

func written(f *excelize.File) ([]byte, error) {
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// bookStyles are the numbers of our styles in a workbook.
type bookStyles struct {
	header, text int
	verdict      map[string]int
}

func newStyles(f *excelize.File) (s bookStyles, err error) {
	s.verdict = map[string]int{}
	for _, word := range slices.Sorted(maps.Keys(fills)) { // the same numbers every time
		c := fills[word]
		if s.verdict[word], err = f.NewStyle(&excelize.Style{
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c[0]}}, Font: &excelize.Font{Color: c[1]},
			Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}}); err != nil {
			return s, err
		}
	}
	if s.header, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return s, err
	}
	s.text, err = f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	return s, err
}
