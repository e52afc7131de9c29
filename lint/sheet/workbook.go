package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"math/big"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits on a zip, against files made to exhaust memory.
const (
	maxUnzipped = 2 << 30
	maxParts    = 50_000
)

func workbookOptions() excelize.Options {
	// Raw values: a product id of 16 digits would come as 1.00002E+15.
	return excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzipped}
}

// openWorkbook makes a page of each worksheet. The pages end with b.close.
func (b *book) openWorkbook(data []byte) error {
	if err := checkPackage(data); err != nil {
		return err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), workbookOptions())
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return tooLarge(err)
		}
		return damaged(err)
	}
	b.kind, b.raw = kindWorkbook, data
	b.close = func() { f.Close() }
	for _, name := range f.GetSheetList() {
		visible, err := f.GetSheetVisible(name)
		b.pages = append(b.pages, page{name: name, hidden: err == nil && !visible, rows: workbookRows(f, name)})
	}
	if len(b.pages) == 0 {
		b.close()
		return damaged(nil)
	}
	return nil
}

// workbookRows yields the rows of a sheet, hidden ones too: a filter that was
// left on does not take products off the shop.
func workbookRows(f *excelize.File, sheet string) rowSeq {
	return func(yield func(row, error) bool) {
		rows, err := f.Rows(sheet)
		if err != nil {
			yield(row{}, noTitleColumn(nil)) // a chart sheet, for one
			return
		}
		defer rows.Close()
		r := row{}
		for rows.Next() {
			r.number++
			if r.cells, err = rows.Columns(); err != nil {
				yield(row{}, damaged(err))
				return
			}
			if !yield(r, nil) {
				return
			}
		}
		if err := rows.Error(); err != nil {
			yield(row{}, damaged(err))
		}
	}
}

// checkPackage refuses what is no workbook, with the cure for what it is
// instead, and worksheets that break off, which excelize would read as shorter.
func checkPackage(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damaged(err)
	}
	if len(z.File) > maxParts {
		return tooLarge(nil)
	}
	var size uint64
	var parts []string
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		parts = append(parts, name)
		if size += f.UncompressedSize64; size > maxUnzipped || f.UncompressedSize64 > maxUnzipped {
			return tooLarge(nil)
		}
	}
	all := "\n" + strings.Join(parts, "\n") + "\n"
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
	for i, f := range z.File {
		if strings.HasPrefix(parts[i], "xl/worksheets/") && strings.HasSuffix(parts[i], ".xml") {
			if err := checkEnd(f); err != nil {
				return damaged(err)
			}
		}
	}
	return nil
}

// checkEnd inflates a part and makes sure that it ends as a worksheet does.
func checkEnd(f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	var tail tailWriter
	if _, err := io.Copy(&tail, r); err != nil {
		return err
	}
	end := strings.TrimRight(string(tail), " \t\r\n\x00")
	if len(end) > 0 && !strings.HasSuffix(end, ">") {
		return io.ErrUnexpectedEOF
	}
	if i := strings.LastIndexByte(end, '<'); i >= 0 && !strings.Contains(end[i:], "sheet") && !strings.HasSuffix(end, "-->") {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// tailWriter keeps the last bytes that were written to it.
type tailWriter []byte

func (t *tailWriter) Write(p []byte) (int, error) {
	const keep = 256
	*t = append(*t, p[max(0, len(p)-keep):]...)
	*t = append((*t)[:0], (*t)[max(0, len(*t)-keep):]...)
	return len(p), nil
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
