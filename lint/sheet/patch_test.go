package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	_ "image/png" // excelize measures pictures
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/titlelint/titlelint/lint"
	"github.com/xuri/excelize/v2"
)

var pixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82")

// everything makes a workbook with all that a copy must not lose.
func everything(t *testing.T) string {
	return workbook(t, goods, func(f *excelize.File) {
		must := func(err error) { require.NoError(t, err) }
		must(f.AddPictureFromBytes("Sheet1", "F2", &excelize.Picture{Extension: ".png", File: pixel, Format: &excelize.GraphicOptions{}}))
		dv := excelize.NewDataValidation(true)
		dv.Sqref = "C5:C100"
		must(dv.SetDropList([]string{"无品牌", "某某"}))
		must(f.AddDataValidation("Sheet1", dv))
		style, err := f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"00FF00"}}})
		must(err)
		must(f.SetConditionalFormat("Sheet1", "B6:B7", []excelize.ConditionalFormatOptions{{Type: "duplicate", Criteria: "=", Format: &style}}))
		must(f.AddComment("Sheet1", excelize.Comment{Cell: "B6", Author: "她", Paragraph: []excelize.RichTextRun{{Text: "主推"}}}))
		must(f.SetPanes("Sheet1", &excelize.Panes{Freeze: true, YSplit: 4, TopLeftCell: "A5", ActivePane: "bottomLeft"}))
		must(f.SetDefinedName(&excelize.DefinedName{Name: "标题", RefersTo: "Sheet1!$B$6:$B$7"}))
		must(f.MergeCell("Sheet1", "A1", "D1"))
		must(f.SetColWidth("Sheet1", "A", "XFD", 11))
		must(f.AutoFilter("Sheet1", "A4:D7", nil))
		must(f.SetCellHyperLink("Sheet1", "A6", "https://example.com/", "External"))
		must(f.ProtectSheet("Sheet1", &excelize.SheetProtectionOptions{Password: "x", SelectLockedCells: true}))
		must(f.ProtectWorkbook(&excelize.WorkbookProtectionOptions{LockStructure: true}))
		_, err = f.NewSheet("汇总")
		must(err)
		must(f.SetSheetRow("汇总", "A1", &[]any{"月", "销量"}))
		must(f.SetSheetRow("汇总", "A2", &[]any{"一月", 3}))
		must(f.AddChart("汇总", "D1", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "汇总!$B$1", Categories: "汇总!$A$2", Values: "汇总!$B$2"}}}))
		must(f.AddPivotTable(&excelize.PivotTableOptions{DataRange: "汇总!A1:B2", PivotTableRange: "汇总!H1:J9", Rows: []excelize.PivotTableField{{Data: "月"}}, Data: []excelize.PivotTableField{{Data: "销量"}}}))
	})
}

func zipParts(t testing.TB, data []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		_, twice := parts[f.Name]
		require.False(t, twice, "%s stands twice", f.Name)
		parts[f.Name] = string(b)
	}
	return parts
}

// check reads the workbook at path and writes its marked copy.
func check(t *testing.T, path string, results func(*Table) []lint.Result) (*Table, string) {
	t.Helper()
	table, err := Read(path, Options{})
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "检查"+filepath.Ext(path))
	require.NoError(t, table.WriteChecked(out, results(table)))
	requireValid(t, out)
	return table, out
}

// requireValid makes sure that all XML is well-formed, that all relations have
// targets and types, and that the elements of worksheets stand in order.
func requireValid(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	parts := zipParts(t, data)
	for name, content := range parts {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(content))
		depth, last := 0, -1
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err, name)
			switch e := tok.(type) {
			case xml.StartElement:
				if depth == 1 && strings.HasPrefix(name, "xl/worksheets/") && !strings.Contains(name, "_rels") {
					at := slices.Index(ecmaOrder, e.Name.Local)
					require.GreaterOrEqual(t, at, last, "%s: <%s> at the wrong place", name, e.Name.Local)
					last = at
				}
				if e.Name.Local == "Relationship" {
					requireTarget(t, parts, name, e)
				}
				depth++
			case xml.EndElement:
				depth--
			}
		}
	}
}

func requireTarget(t *testing.T, parts map[string]string, rels string, e xml.StartElement) {
	t.Helper()
	a := map[string]string{}
	for _, x := range e.Attr {
		a[x.Name.Local] = x.Value
	}
	if a["TargetMode"] == "External" {
		return
	}
	target := strings.TrimPrefix(a["Target"], "/")
	if !strings.HasPrefix(a["Target"], "/") {
		rels = strings.ReplaceAll(rels, `\`, "/")
		target = filepath.Join(filepath.Dir(filepath.Dir(rels)), a["Target"])
	}
	for name := range parts {
		if strings.EqualFold(strings.ReplaceAll(name, `\`, "/"), target) {
			return
		}
	}
	require.Fail(t, "no "+target, rels)
}

// ecmaOrder is CT_Worksheet of ECMA-376, written down apart from the code.
var ecmaOrder = strings.Fields(`sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
	autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions
	pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing
	legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst`)

func TestPatchKeepsTheRest(t *testing.T) {
	in := everything(t)
	before, err := os.ReadFile(in)
	require.NoError(t, err)
	_, out := check(t, in, faulty)
	after, err := os.ReadFile(out)
	require.NoError(t, err)
	was, is := zipParts(t, before), zipParts(t, after)
	var changed []string
	for name, content := range was {
		require.Contains(t, is, name)
		if is[name] != content {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	assert.Equal(t, []string{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/styles.xml",
		"xl/workbook.xml", "xl/worksheets/sheet1.xml"}, changed)
	raw := func(data []byte) map[string][]byte {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		require.NoError(t, err)
		m := map[string][]byte{}
		for _, f := range z.File {
			r, err := f.OpenRaw()
			require.NoError(t, err)
			m[f.Name], err = io.ReadAll(r)
			require.NoError(t, err)
		}
		return m
	}
	packedWas, packedIs := raw(before), raw(after)
	for name := range was {
		if !slices.Contains(changed, name) {
			assert.Equal(t, packedWas[name], packedIs[name], "%s is copied as it was packed", name)
		}
	}
	sheet := is["xl/worksheets/sheet1.xml"]
	for _, has := range []string{`<pane `, `sqref="C5:C100"`, `<mergeCell ref="A1:D1"`, `type="duplicateValues"`, `sqref="H5:H8"><formula1>"是,否"</formula1>`,
		`INDEX(_titlelint_result,ROW())=&quot;错误&quot;`, `<sheetProtection`, `<dataValidations count="2">`} {
		assert.Contains(t, sheet, has)
	}
	assert.Contains(t, is["xl/comments1.xml"], "主推")
	assert.Contains(t, is["xl/comments1.xml"], `ref="B7"`)
	assert.Equal(t, 1, strings.Count(is["xl/comments1.xml"], `ref="B6"`))
	for _, name := range []string{"汇总 (2)", "问题明细", "规则说明", `name="_titlelint" `, `state="veryHidden"`, `>'Sheet1'!$E:$E<`} {
		assert.Contains(t, is["xl/workbook.xml"], name)
	}

	f, err := excelize.OpenFile(out, workbookOptions())
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"Sheet1", "汇总", "汇总 (2)", "问题明细", "规则说明", "_titlelint"}, f.GetSheetList())
	comments, err := f.GetComments("Sheet1")
	require.NoError(t, err)
	assert.Len(t, comments, 2)
	styles, err := f.GetCellStyle("Sheet1", "B6")
	require.NoError(t, err)
	assert.Zero(t, styles, "the title cells are not touched")
	rows, err := f.GetRows("问题明细")
	require.NoError(t, err)
	assert.Equal(t, []string{"B6", "加厚羊毛大衣女中长款", "警告", "WX301", "“大衣”重复"}, rows[1])
	linked, target, err := f.GetCellHyperLink("问题明细", "A2")
	require.NoError(t, err)
	assert.True(t, linked)
	assert.Equal(t, "'Sheet1'!B6", target)
}

// edit changes cells of the first sheet with excelize, as a person would.
func edit(t *testing.T, path string, cells map[string]string, more ...func(*excelize.File)) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer f.Close()
	for cell, text := range cells {
		require.NoError(t, f.SetCellStr(f.GetSheetName(0), cell, text))
	}
	for _, m := range more {
		m(f)
	}
	out := filepath.Join(t.TempDir(), "改过"+filepath.Ext(path))
	require.NoError(t, f.SaveAs(out))
	return out
}

func fromRow(rows [][]string, row, column int) []string {
	var cells []string
	for i := column; i < column+5; i++ {
		cells = append(cells, cell(rows[row-1], i))
	}
	return cells
}

func TestCheckingAgain(t *testing.T) {
	proposes := func(s string) func(*Table) []lint.Result {
		return func(table *Table) []lint.Result {
			results := faulty(table)
			for i := range results {
				results[i].Suggestion = &lint.Suggestion{Title: s}
			}
			return results
		}
	}
	rows := append(slices.Clone(goods), []any{"3", "三号雨衣", "某某"}, []any{"4", "四号雨衣", "某某"})
	first, out := check(t, workbook(t, rows), proposes("一稿"))
	// 6: accepted. 7: edited only. 8: a remark on a skipped row. 9: accepted, then the title changed. 10: a remark.
	out = edit(t, out, map[string]string{"H6": "是", "G7": "我的标题", "I8": "看看", "H9": "是", "I9": "旧", "B9": "三号雨鞋", "I10": "等货"})
	table, again := check(t, out, proposes("二稿"))
	assert.Equal(t, first.Columns, table.Columns)
	assert.Equal(t, 4, table.width)
	got := rowsOf(t, again)
	assert.Equal(t, checkedHeaders, got[3][4:])
	assert.Equal(t, []string{"一稿", "是", ""}, fromRow(got, 6, 4)[2:])
	assert.Equal(t, []string{"我的标题", "", ""}, fromRow(got, 7, 4)[2:])
	assert.Equal(t, []string{"未检查", "合计行", "", "", "看看"}, fromRow(got, 8, 4))
	assert.Equal(t, []string{"二稿", "", ""}, fromRow(got, 9, 4)[2:])
	assert.Equal(t, []string{"二稿", "", "等货"}, fromRow(got, 10, 4)[2:])

	// No second set of anything, however often it runs.
	third, more := check(t, again, proposes("三稿"))
	assert.Equal(t, 4, third.width)
	data, err := os.ReadFile(more)
	require.NoError(t, err)
	parts := zipParts(t, data)
	sheet := parts["xl/worksheets/sheet1.xml"]
	assert.Equal(t, 2, strings.Count(sheet, "<conditionalFormatting"))
	assert.Equal(t, 1, strings.Count(sheet, "<dataValidation "))
	assert.Equal(t, 9, strings.Count(parts["xl/workbook.xml"], `name="_titlelint_`))
	assert.Equal(t, 5, strings.Count(parts["xl/workbook.xml"], "<sheet "))
	f, err := excelize.OpenFile(more)
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"Sheet1", "汇总", "问题明细", "规则说明", "_titlelint"}, f.GetSheetList())
	comments, err := f.GetComments("Sheet1")
	require.NoError(t, err)
	assert.Len(t, comments, 4)

	// She may move our columns: the names follow, as in Excel.
	moved := edit(t, out, nil, func(f *excelize.File) { require.NoError(t, f.InsertCols("Sheet1", "C", 1)) })
	table, again = check(t, moved, proposes("二稿"))
	assert.Equal(t, 5, table.width)
	assert.Equal(t, checkedHeaders, rowsOf(t, again)[3][5:])
	assert.Equal(t, []string{"一稿", "是", ""}, fromRow(rowsOf(t, again), 6, 5)[2:])
}

// Her own columns and sheets of our names are hers.
func TestNothingOfHersIsTaken(t *testing.T) {
	in := workbook(t, [][]any{{"商品名称", "检查结果", "建议标题"}, {"一号雨衣", "我写的", "别动"}}, func(f *excelize.File) {
		_, err := f.NewSheet("问题明细")
		require.NoError(t, err)
		require.NoError(t, f.SetCellStr("问题明细", "A1", "她的"))
	})
	_, out := check(t, in, faulty)
	_, out = check(t, out, faulty)
	rows := rowsOf(t, out)
	assert.Equal(t, append([]string{"一号雨衣", "我写的", "别动"}, marked...), rows[1])
	f, err := excelize.OpenFile(out)
	require.NoError(t, err)
	defer f.Close()
	v, err := f.GetCellValue("问题明细", "A1")
	require.NoError(t, err)
	assert.Equal(t, "她的", v)
	assert.Contains(t, f.GetSheetList(), "问题明细 (2)")
}
