package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// maker writes worksheets as many programs write them, all at once.
type maker struct {
	*rand.Rand
	prefix  string // of the elements
	ns      string
	shared  []string // the si elements
	strange bool     // shapes that package xlsx is not sure of
}

func (m *maker) chance(of float64) bool { return m.Float64() < of }

func (m *maker) el(name, attrs, content string) string {
	if content == "" && m.chance(0.5) {
		return "<" + m.prefix + name + attrs + "/>"
	}
	return "<" + m.prefix + name + attrs + ">" + content + "</" + m.prefix + name + ">"
}

var pieces = []string{"雨衣", "a", " ", "&amp;", "&#20013;", "&#x4E2D;", "&lt;b&gt;", "\n", "\r\n", "\r", "\t", "_x000D_", "_x005F_", "_xD83D_", "_x12", "<![CDATA[x<y]]&gt;]]>",
	"<!-- c -->", "😀", "１", "&#13;", "'", "&quot;", "]]", "=", "<?pi x?>", "-1.5E+10", "0012"}

func (m *maker) text() string {
	var b strings.Builder
	for range m.IntN(4) {
		b.WriteString(pieces[m.IntN(len(pieces))])
	}
	return b.String()
}

func (m *maker) item() string {
	space := ""
	if m.chance(0.3) {
		space = ` xml:space="preserve"`
	}
	var s string
	switch m.IntN(4) {
	case 0:
		for range m.IntN(3) {
			run := ""
			if m.chance(0.5) {
				run = m.el("rPr", "", m.el("b", "", "")+m.el("sz", ` val="9"`, ""))
			}
			s += m.el("r", "", run+m.el("t", space, m.text()))
		}
	case 1:
	default:
		s = m.el("t", space, m.text())
	}
	if m.strange && m.chance(0.1) {
		s += m.el([]string{"t", "r", "x"}[m.IntN(3)], "", m.text())
	}
	if m.chance(0.2) {
		s += m.el("rPh", ` sb="0" eb="1"`, m.el("t", "", "よみ")) + m.el("phoneticPr", ` fontId="1"`, "")
	}
	return s
}

func (m *maker) cell(ref string) string {
	attrs := ref
	if m.chance(0.3) {
		attrs += fmt.Sprintf(` s="%d"`, m.IntN(3))
	}
	formula := ""
	if m.chance(0.1) {
		formula = m.el("f", []string{"", ` t="shared" si="0"`, ` t="array" ref="A1"`}[m.IntN(3)], []string{"", "A1*2", "&quot;a&quot;"}[m.IntN(3)])
	}
	kind := []string{"s", "inlineStr", "str", "b", "e", "d", "n", ""}[m.IntN(8)]
	if kind != "" {
		t := ` t="` + kind + `"`
		if m.chance(0.2) {
			t = ` t = '` + kind + "' "
		}
		attrs += t
	}
	if m.strange && m.chance(0.05) {
		attrs += []string{` t="z"`, ` s="x"`, ` x:r="A9"`}[m.IntN(3)]
	}
	v := func(s string) string { return formula + m.el("v", "", s) }
	content := formula
	switch kind {
	case "s":
		m.shared = append(m.shared, m.el("si", "", m.item()))
		n := fmt.Sprint(m.IntN(len(m.shared) + btoi(m.chance(0.05))))
		if m.chance(0.1) {
			n = " " + n + "\n"
		}
		content = v(n)
	case "inlineStr":
		content += m.el("is", "", m.item())
	case "str":
		content = v(m.text())
	case "b":
		content = v(fmt.Sprint(m.IntN(2)))
	case "e":
		content = v("#DIV/0!")
	case "d":
		content = v("2026-11-02T09:00:00")
	default:
		content = v([]string{"1", "1.5", "1.000017345900037E+15", "46330.5", "", "-0"}[m.IntN(6)])
	}
	if m.chance(0.1) {
		content = ""
	}
	if m.strange && m.chance(0.05) {
		content += []string{m.el("extLst", "", m.el("c", "", "")), m.el("v", "", "9"), "text"}[m.IntN(3)]
	}
	return m.el("c", attrs, content)
}

func (m *maker) sheet() string {
	var b strings.Builder
	colon := strings.TrimSuffix(m.prefix, ":")
	xmlns := `xmlns`
	if colon != "" {
		xmlns += ":" + colon
	}
	fmt.Fprintf(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<%sworksheet %s=%q xmlns:x='urn:x'>", m.prefix, xmlns, m.ns)
	b.WriteString(m.el("dimension", ` ref="A1"`, "") + m.el("cols", "", m.el("col", ` min="1" max="3" width="9"`, "")))
	b.WriteString("<" + m.prefix + "sheetData>")
	number, refs := 0, m.chance(0.7)
	for range m.IntN(30) {
		attrs := ""
		number++
		if m.chance(0.8) || number > 1 && m.chance(0.2) {
			number += m.IntN(2) * m.IntN(5)
			attrs = fmt.Sprintf(` r="%d" spans="1:9" ht="15"`, number)
		}
		if m.strange && m.chance(0.05) {
			number = max(1, number-2)
			attrs = fmt.Sprintf(` r="%d"`, number)
		}
		var cells string
		column := -1
		for range m.IntN(8) {
			ref := ""
			column++
			if refs || m.chance(0.3) {
				column += m.IntN(2) * m.IntN(30)
				ref = fmt.Sprintf(` r="%s%d"`, ColumnLetters(column), number)
			}
			if m.strange && m.chance(0.03) {
				column = max(0, column-2)
				ref = []string{fmt.Sprintf(` r="%s%d"`, ColumnLetters(column), number), ` r="$B$2"`, ` r="b1"`}[m.IntN(3)]
			}
			cells += m.cell(ref)
			if m.chance(0.1) {
				cells += "\n  "
			}
		}
		b.WriteString(m.el("row", attrs, cells))
	}
	b.WriteString("</" + m.prefix + "sheetData>" + m.el("mergeCells", ` count="1"`, m.el("mergeCell", ` ref="A1:B2"`, "")))
	fmt.Fprintf(&b, "</%sworksheet>", m.prefix)
	return b.String()
}

const (
	transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictMain   = "http://purl.oclc.org/ooxml/spreadsheetml/main"
)

// pack makes a workbook of one sheet.
func pack(t testing.TB, sheet, shared string, rename func(string) string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + transitional + `" xmlns:r="` + rel + `"><workbookPr date1904="1"/><sheets><sheet name="商品 &amp; 1" sheetId="1" r:id="x1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x1" Type="` + rel + `/worksheet" Target="worksheets/sheet7.xml"/><Relationship Id="x2" Type="` + rel + `/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`},
		{"xl/worksheets/sheet7.xml", sheet},
		{"xl/sharedStrings.xml", shared},
	}
	for _, p := range parts {
		w, err := z.Create(rename(p[0]))
		require.NoError(t, err)
		_, err = w.Write([]byte(p[1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return out.Bytes()
}

func asIs(s string) string { return s }

// readCells returns all cells by name, the formulas without value among them.
func readCells(data []byte) (map[string]string, error) {
	w, err := Open(data)
	if err != nil {
		return nil, err
	}
	if len(w.Sheets) == 0 {
		return nil, errors.New("no sheet")
	}
	cells := map[string]string{}
	for r, err := range w.Rows(w.Sheets[0]) {
		if err != nil {
			return cells, err
		}
		for _, c := range r.Cells {
			cells[ColumnLetters(c.Column)+fmt.Sprint(r.Number)] = string(c.Text())
		}
	}
	return cells, nil
}

func excelizeCells(data []byte) (map[string]string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return nil, err
	}
	cells := map[string]string{}
	for n := 1; rows.Next(); n++ {
		row, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for i, c := range row {
			if c != "" {
				cells[ColumnLetters(i)+fmt.Sprint(n)] = c
			}
		}
	}
	return cells, rows.Error()
}

func withoutEmpty(cells map[string]string) map[string]string {
	for k, v := range cells {
		if v == "" {
			delete(cells, k)
		}
	}
	return cells
}

// What package xlsx reads without a doubt is what excelize reads, cell by cell.
func TestRowsAgreeWithExcelize(t *testing.T) {
	doubts := 0
	const seeds = 1500
	for seed := range uint64(seeds) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 6)), ns: transitional, strange: seed%4 == 0}
		if m.chance(0.3) {
			m.prefix = []string{"x:", "ns0:"}[m.IntN(2)]
		}
		if m.chance(0.2) {
			m.ns = strictMain
		}
		rename := asIs
		if m.chance(0.1) {
			rename = func(s string) string { return strings.ReplaceAll(s, "/", `\`) }
		}
		sheet := m.sheet()
		xmlns := "xmlns"
		if m.prefix != "" {
			xmlns += ":" + strings.TrimSuffix(m.prefix, ":")
		}
		shared := fmt.Sprintf("<%ssst %s=%q uniqueCount=\"%d\">%s</%ssst>", m.prefix, xmlns, m.ns, len(m.shared), strings.Join(m.shared, "\n"), m.prefix)
		data := pack(t, sheet, shared, rename)
		got, err := readCells(data)
		if m.strange && errors.Is(err, ErrDoubt) {
			doubts++
			continue
		}
		require.NoError(t, err, "seed %d: %s", seed, sheet)
		want, err := excelizeCells(data)
		require.NoError(t, err)
		require.Equal(t, want, withoutEmpty(got), "seed %d: %s %s", seed, sheet, shared)
	}
	assert.Greater(t, doubts, seeds/20, "the strange ones are strange")
}

func wellFormed(s []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(s))
	for {
		if _, err := d.Token(); err != nil {
			return err == io.EOF
		}
	}
}

// FuzzRows: no input makes the reader panic, and what it reads of well-formed
// parts without a doubt is what excelize reads.
func FuzzRows(f *testing.F) {
	for seed := range uint64(40) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 7)), ns: transitional, strange: seed%2 == 0}
		sheet := m.sheet()
		f.Add(sheet, `<sst xmlns="`+transitional+`">`+strings.Join(m.shared, "")+`</sst>`)
	}
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		data := pack(t, sheet, shared, asIs)
		got, err := readCells(data)
		if err != nil || !wellFormed([]byte(sheet)) || !wellFormed([]byte(shared)) {
			return
		}
		want, err := excelizeCells(data)
		if err != nil {
			return // it insists on namespaces
		}
		assert.Equal(t, want, withoutEmpty(got))
	})
}

// FuzzScan: the tokens are the input, byte for byte.
func FuzzScan(f *testing.F) {
	f.Add("<?xml version='1.0'?><a><!-- > --><b c='>'/><![CDATA[<]]>x</a>\n")
	f.Fuzz(func(t *testing.T, in string) {
		s := newScanner(iotestOneByte{strings.NewReader(in)})
		var raw []byte
		for s.next() {
			raw = append(raw, s.raw...)
		}
		if s.err == nil {
			assert.Equal(t, in, string(raw))
		} else {
			assert.True(t, strings.HasPrefix(in, string(raw)))
		}
	})
}

type iotestOneByte struct{ r io.Reader }

func (o iotestOneByte) Read(p []byte) (int, error) { return o.r.Read(p[:1]) }
