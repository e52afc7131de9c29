package sheet

import (
	"fmt"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// xlMaxChars is what a cell of a workbook holds, in UTF-16 units.
const xlMaxChars = 32767

const newSheetName = "Sheet1"

// newWorkbook returns a new workbook of all rows, all cells as text, by how many
// rows they moved down, and the number of the last one. A cell that a workbook cannot hold is an error.
func (t *Table) newWorkbook() (data []byte, shift, last int, err error) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter(newSheetName)
	if err != nil {
		return nil, 0, 0, err
	}
	at := 0
	for r, err := range t.wholeRows() {
		if err != nil {
			return nil, 0, 0, err
		}
		if r.number == headerOfOwn {
			shift = 1 // it stands above all
		}
		// Blank lines of a text stay blank rows, so that row numbers agree.
		if at = r.number + shift; at > xlMaxRows || len(r.cells)+len(checkedHeaders) > xlMaxColumns {
			return nil, 0, 0, &Error{Code: CodeTooLarge, Row: r.number,
				Problem: Text{ZH: "行数或列数超过了 Excel 的上限", EN: "more rows or columns than Excel holds"},
				Cure:    Text{ZH: "请把输出的扩展名改为 .csv", EN: "give the output the extension .csv"}}
		}
		var cells []any
		for i, c := range r.cells {
			if len(c) > xlMaxChars && len(utf16.Encode([]rune(c))) > xlMaxChars {
				return nil, 0, 0, &Error{Code: CodeTooLarge, Row: r.number,
					Problem: Text{ZH: fmt.Sprintf("%s 列的内容超过 %d 个字符，Excel 单元格放不下", letter(i), xlMaxChars),
						EN: fmt.Sprintf("column %s has more than the %d characters that a cell of Excel holds", letter(i), xlMaxChars)},
					Cure: Text{ZH: "请把输出的扩展名改为 .csv", EN: "give the output the extension .csv"}}
			}
			cells = append(cells, blankAsNil(c))
		}
		if err := w.SetRow(cellName(0, at), cells); err != nil {
			return nil, 0, 0, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, 0, 0, err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, 0, 0, err
	}
	return b.Bytes(), shift, at, nil
}

func blankAsNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func cellName(col, row int) string { return letter(col) + strconv.Itoa(row) }
