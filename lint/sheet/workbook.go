package sheet

import (
	"errors"
	"math/big"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

func workbookOptions() excelize.Options {
	// Raw values: a product id of 16 digits would come as 1.00002E+15.
	return excelize.Options{RawCellValue: true, UnzipSizeLimit: xlsx.MaxUnzipped}
}

// openWorkbook makes a page of each worksheet that is not our own.
func (b *book) openWorkbook(data []byte) error {
	if err := checkPackage(data); err != nil {
		return err
	}
	w, err := xlsx.Open(data)
	if err != nil {
		return workbookError(err)
	}
	b.kind, b.raw, b.workbook, b.own = kindWorkbook, data, w, findOwn(w)
	for _, s := range w.Sheets {
		if b.own.isSheet(s.Name) {
			continue
		}
		b.pages = append(b.pages, page{name: s.Name, hidden: s.Hidden,
			rows: b.workbookRows(s, nil),
			some: func(columns []int) rowSeq { return b.workbookRows(s, columns) }})
	}
	if len(b.pages) == 0 {
		return damaged(nil)
	}
	return nil
}

// workbookError says an error of package xlsx in words for people.
func workbookError(err error) error {
	if errors.Is(err, xlsx.ErrTooLarge) {
		return tooLarge(err)
	}
	return damaged(err)
}

// checkPackage refuses what is no workbook, with the cure for what it is
// instead.
func checkPackage(data []byte) error {
	p, err := xlsx.OpenPackage(data)
	if err != nil {
		return workbookError(err)
	}
	all := "\n" + strings.Join(p.Keys(), "\n") + "\n"
	switch {
	case strings.Contains(all, "\nxl/workbook.xml\n"), strings.Contains(all, "\nxl/worksheets/"):
	case strings.Contains(all, "\nxl/workbook.bin\n"):
		return unsupported("xlsb").withCure("请用 Excel 打开，另存为 .xlsx 后再试", "open it in Excel and save it as .xlsx")
	case strings.Contains(all, "\ncontent.xml\n"), strings.Contains(all, "\nindex/document.iwa\n"):
		return unsupported("ods/numbers").withCure("请用原来的软件打开，另存或导出为 .xlsx 后再试", "open it in its own program and save it as .xlsx")
	case strings.Contains(all, "\nword/document.xml\n"):
		return unsupported("Word").withCure("请把表格复制到 Excel，存为 .xlsx 后再试", "copy the table into Excel and save it as .xlsx")
	case strings.Contains(all, "\n[content_types].xml\n"):
		return unsupported("Office")
	default:
		return unsupported("ZIP")
	}
	return nil
}

// excelNumber is how Excel writes a long whole number into the file.
var excelNumber = regexp.MustCompile(`^\d(\.\d+)?E\+\d\d$`)

// wholeNumber writes an id that Excel stored as 1.0000173459E+15 in digits.
// All other texts come back as they are.
func wholeNumber(s string) string {
	if len(s) < 5 || s[len(s)-4] != 'E' || !excelNumber.MatchString(s) {
		return s
	}
	f, ok := new(big.Rat).SetString(s)
	if !ok || !f.IsInt() {
		return s
	}
	return f.Num().String()
}

func (e *Error) withCure(zh, en string) *Error {
	e.Cure = Text{ZH: zh, EN: en}
	return e
}
