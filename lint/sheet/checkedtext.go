package sheet

import (
	"io"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

func writeAll(content []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}
}

// markedText returns the table as delimited text with the marks at its right.
func (t *Table) markedText(ext string, marks *marks) ([]byte, error) {
	delim, eol := byte(','), "\r\n"
	if ext == ".tsv" {
		delim = '\t'
	}
	if t.book.kind == kindDelimited && (ext != ".tsv" || t.book.delim == '\t') {
		delim = t.book.delim
	}
	var b strings.Builder
	b.Grow(len(t.book.text) + 64*len(marks.byRow))
	for r, err := range t.wholeRows() {
		if err != nil {
			return nil, err
		}
		end := eol
		// Old Mac line ends would turn into data beside the \n in our cells.
		if r.rec != nil && delim == t.book.delim && r.rec.scan.eol == '\n' {
			end = r.rec.copy(&b)
		} else {
			for i, c := range r.cells {
				if i > 0 {
					b.WriteByte(delim)
				}
				b.WriteString(quote(c, delim))
			}
		}
		if cells := t.added(r.number, marks); cells != nil {
			for range t.width - len(r.cells) {
				b.WriteByte(delim)
			}
			for _, c := range cells {
				b.WriteByte(delim)
				b.WriteString(quote(neutral(c), delim))
			}
		}
		b.WriteString(end)
	}
	return encode(b.String(), t.book.encoding), nil
}

// added returns the new cells of a row; none for rows above the header and for
// rows that are blank.
func (t *Table) added(number int, marks *marks) []string {
	if number == t.HeaderRow || number == headerOfOwn {
		return checkedHeaders[:textMarks]
	}
	if m := marks.row(number); m != nil {
		return m[:textMarks]
	}
	return nil
}

// textMarks is how many of our columns a text file gets.
const textMarks = 3

// headerOfOwn is the number of the header that wholeRows puts above inputs
// that have none.
const headerOfOwn = 0

// jsonColumns are the columns of a table made of JSON lines.
var jsonColumns = []string{"商品ID", "商品名称", "短标题", "商品类目", "品牌"}

// wholeRows yields all rows of the page that was read, the ones above the
// header too. Inputs without a header row get one, with the number headerOfOwn.
func (t *Table) wholeRows() rowSeq {
	header := make([]string, t.width)
	for _, c := range t.Columns {
		header[c.index] = map[Role]string{RoleTitle: "商品名称", RoleID: "商品ID", RoleCategory: "商品类目", RoleBrand: "品牌",
			RoleShort: "短标题", RoleStatus: "状态"}[c.Role]
	}
	data := t.page.rows
	switch t.book.kind {
	case kindLines:
		header = []string{"商品名称"}
		data = t.titleRows(func(x lint.Title) []string { return []string{x.Text} })
	case kindJSON:
		header = jsonColumns
		data = t.titleRows(func(x lint.Title) []string { return []string{x.ID, x.Text, x.ShortText, x.Category, x.Brand} })
	}
	if t.HeaderRow > 0 {
		return data
	}
	return func(yield func(row, error) bool) {
		if !yield(row{number: headerOfOwn, cells: header}, nil) {
			return
		}
		data(yield)
	}
}

func (t *Table) titleRows(cells func(lint.Title) []string) rowSeq {
	return func(yield func(row, error) bool) {
		for _, x := range t.Titles {
			if !yield(row{number: x.Source.Row, cells: cells(x)}, nil) {
				return
			}
		}
	}
}

// copy writes the record as it stands in its file and returns its line end,
// or \r\n where it is the last one without. A field that is not well quoted is
// quoted again, since not every reader would read it as we did.
func (r *csvRecord) copy(b *strings.Builder) (eol string) {
	if !slices.ContainsFunc(r.fields, func(f csvField) bool { return !f.strict }) {
		b.WriteString(r.scan.text[r.start:r.end])
	} else {
		for i, f := range r.fields {
			if i > 0 {
				b.WriteByte(r.scan.delim)
			}
			if f.strict {
				b.WriteString(r.raw(i))
			} else {
				b.WriteString(quote(r.value(i), r.scan.delim))
			}
		}
	}
	if eol = r.scan.text[r.end:r.next]; eol == "" {
		eol = "\r\n"
	}
	return eol
}

// quote returns s as a CSV field.
func quote(s string, delim byte) string {
	if !strings.ContainsAny(s, "\"\r\n") && strings.IndexByte(s, delim) < 0 {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// neutral returns s so that no spreadsheet takes it for a formula. The wide
// signs count too: East Asian versions of Excel read them as the narrow ones.
func neutral(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r\n") {
		return "'" + s
	}
	for _, wide := range []string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, wide) {
			return "'" + s
		}
	}
	return s
}
