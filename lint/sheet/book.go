package sheet

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// kind is what a file is, whatever its name says.
type kind int

const (
	kindWorkbook  kind = iota + 1 // zipped Office XML
	kindDelimited                 // CSV and TSV
	kindHTML
	kindXML // XML Spreadsheet 2003
	kindLines
	kindJSON // JSON lines
)

// book is an input with its pages: worksheets, or tables of a web page, or the
// one table of a text. Plain text and JSON lines have no pages.
type book struct {
	kind     kind
	name     string // of the file, as given
	encoding string
	raw      []byte // of a workbook
	workbook *xlsx.Workbook
	own      ownMarks             // in the workbook
	previous map[int]previousMark // beside these marks, by row
	text     string               // of all others, decoded
	delim    byte
	pages    []page
	close    func() // releases temporary files; pages of a workbook end here
}

// page is one table.
type page struct {
	name   string
	hidden bool
	rows   rowSeq
	some   func(columns []int) rowSeq // rows with fewer cells, which cost less; may be nil
}

// only returns the rows with the cells that a table of that layout needs.
func (p page) only(l layout) rowSeq {
	if p.some == nil {
		return p.rows
	}
	return p.some(slices.Sorted(maps.Values(l.cols)))
}

// guideWords mark sheets that explain or sum up, though they may quote titles.
var guideWords = []string{"说明", "示例", "样例", "须知", "注意", "汇总", "统计", "明细表头", "问题明细", "字典", "guide", "readme", "instruction", "summary"}

// order ranks pages: visible tables, visible guides, hidden ones.
func (p page) order() int {
	if p.hidden {
		return 2
	}
	name := strings.ToLower(p.name)
	if slices.ContainsFunc(guideWords, func(w string) bool { return strings.Contains(name, w) }) {
		return 1
	}
	return 0
}

// find returns the page that want names, or numbers from 1.
func (b *book) find(want string) (page, error) {
	var names []string
	for _, p := range b.pages {
		if strings.EqualFold(strings.TrimSpace(p.name), strings.TrimSpace(want)) {
			return p, nil
		}
		names = append(names, p.name)
	}
	if n, err := strconv.Atoi(want); err == nil && n >= 1 && n <= len(b.pages) {
		return b.pages[n-1], nil
	}
	near, all := didYouMean(want, names), strings.Join(names, "、")
	if strings.Trim(all, "、") == "" {
		return page{}, &Error{Code: CodeSheet,
			Problem: Text{ZH: fmt.Sprintf("没有工作表「%s」：这种文件不分工作表", want), EN: fmt.Sprintf("there is no sheet %q: this kind of file has no sheets", want)},
			Cure:    Text{ZH: "请去掉工作表设置", EN: "leave the sheet setting out"}}
	}
	return page{}, &Error{Code: CodeSheet,
		Problem: Text{ZH: fmt.Sprintf("没有工作表「%s」", want), EN: fmt.Sprintf("there is no sheet %q", want)},
		Cure:    Text{ZH: "现有工作表：" + all + near.ZH, EN: "the sheets are: " + all + near.EN}}
}

// blank reports whether data holds nothing but spaces and byte order marks. It
// looks at bytes, since the encoding is not known yet.
func blank(data []byte) bool {
	for _, b := range data {
		if strings.IndexByte(" \t\r\n\xEF\xBB\xBF\xFE\xFF\x00", b) < 0 {
			return false
		}
	}
	return true
}

// open tells what data is and makes its pages.
func open(data []byte, name string, o Options) (*book, error) {
	b := &book{name: name, close: func() {}}
	switch {
	case len(data) <= 4096 && blank(data):
		return nil, &Error{Code: CodeEmpty,
			Problem: Text{ZH: "文件是空的", EN: "the file is empty"},
			Cure:    Text{ZH: "请重新导出，并确认下载完整", EN: "export it again and make sure that the download is complete"}}
	case strings.HasPrefix(string(data[:min(len(data), 4)]), "PK\x03\x04"):
		return b, b.openWorkbook(data)
	case strings.HasPrefix(string(data[:min(len(data), 8)]), "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return nil, refuseOLE(data)
	}
	for magic, what := range notText {
		if strings.HasPrefix(string(data[:min(len(data), 8)]), magic) {
			return nil, unsupported(what)
		}
	}
	var err error
	if b.text, b.encoding, err = decode(data); err != nil {
		return nil, err
	}
	head := strings.ToLower(strings.TrimSpace(b.text[:min(len(b.text), 2048)]))
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case ext == ".txt" && !looksLikeTable(b.text, o):
		b.kind = kindLines
	case ext == ".jsonl" || ext == ".ndjson" || ext == ".json":
		b.kind = kindJSON
	case strings.HasPrefix(head, "<?xml") && strings.Contains(head, "urn:schemas-microsoft-com:office:spreadsheet"):
		return b, b.openXML()
	case isHTML(head):
		return b, b.openHTML()
	case isDelimitedExt(ext):
		return b, b.openDelimited(ext, o)
	case strings.HasPrefix(head, "{"):
		b.kind = kindJSON
	case ext == ".txt", o.Columns[RoleTitle] != "", looksLikeTable(b.text, o):
		return b, b.openDelimited(ext, o)
	default:
		b.kind = kindLines
	}
	return b, nil
}

// notText maps the first bytes of kinds of file that people do hand over.
var notText = map[string]string{
	"%PDF":               "PDF",
	"\x89PNG":            "PNG",
	"\xFF\xD8\xFF":       "JPEG",
	"Rar!":               "RAR",
	"7z\xBC\xAF\x27\x1C": "7z",
	"\x1F\x8B":           "gzip",
	"PK\x05\x06":         "ZIP",
}

func unsupported(what string) *Error {
	return &Error{Code: CodeUnsupported,
		Problem: Text{ZH: "不支持这种文件（" + what + "）", EN: "this kind of file is not read (" + what + ")"},
		Cure:    Text{ZH: "请提供 .xlsx、.csv、.txt 或 .jsonl；压缩包请先解压", EN: "give .xlsx, .csv, .txt or .jsonl; unpack archives first"}}
}

// isDelimitedExt: a .xls or .xlsx that is text at this point is CSV under the
// name that makes Excel open it.
func isDelimitedExt(ext string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".tab", ".xls", ".xlsx", ".xlsm", ".et"}, ext)
}

func isHTML(head string) bool {
	for _, tag := range []string{"<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div", "<?xml", "<!--"} {
		if strings.HasPrefix(head, tag) {
			return strings.Contains(head, "<t") || strings.Contains(head, "html") || strings.Contains(head, "<meta")
		}
	}
	return false
}

// refuseOLE tells the two kinds of compound file apart by a stream name, which
// stands in the directory as UTF-16.
func refuseOLE(data []byte) *Error {
	if strings.Contains(string(data), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00") {
		return &Error{Code: CodeEncrypted,
			Problem: Text{ZH: "这个工作簿设了打开密码", EN: "this workbook is protected by a password"},
			Cure:    Text{ZH: "请用 Excel/WPS 打开，取消密码（文件→信息→保护工作簿→用密码进行加密，清空）后保存再试", EN: "open it in Excel, remove the password (File, Info, Protect Workbook) and save it"}}
	}
	return &Error{Code: CodeOldExcel,
		Problem: Text{ZH: "这是旧版 Excel 二进制文件（.xls），暂不支持", EN: "this is an old binary Excel file (.xls), which is not read"},
		Cure:    Text{ZH: "请用 Excel/WPS 打开，另存为 .xlsx 后再试", EN: "open it in Excel or WPS and save it as .xlsx"}}
}
