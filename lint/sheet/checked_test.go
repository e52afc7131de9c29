package sheet

import (
	"encoding/binary"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/titlelint/titlelint/lint"
	"github.com/xuri/excelize/v2"
)

// faulty gives every title a warning, an absorbed error and a suggestion that
// would be a formula.
func faulty(table *Table) (results []lint.Result) {
	for _, x := range table.Titles {
		results = append(results, lint.Result{Title: x, Suggestion: &lint.Suggestion{Title: "=1+1"}, Findings: []lint.Finding{
			{Rule: "WX301", Severity: lint.Warning, Message: "“大衣”重复"},
			{Rule: "WX201", Severity: lint.Error, Message: "藏起来的", AbsorbedBy: "WX301"},
			{Rule: "WX104", Severity: lint.Info, Message: "缺少属性"},
		}})
	}
	return results
}

func rowsOf(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(path, workbookOptions())
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	require.NoError(t, err)
	return rows
}

var marked = []string{"警告", "WX301 “大衣”重复\nWX104 缺少属性", "=1+1"}

func TestCheckedWorkbook(t *testing.T) {
	in := workbook(t, goods, func(f *excelize.File) {
		require.NoError(t, f.SetCellFormula("Sheet1", "D7", "=D6*2"))
		require.NoError(t, f.SetColVisible("Sheet1", "F", false))
	})
	before, err := os.ReadFile(in)
	require.NoError(t, err)
	table, err := Read(in, Options{})
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "检查.xlsx")
	results := faulty(table)
	results[1].Findings = nil
	results[1].Suggestion = nil
	require.NoError(t, table.WriteChecked(out, results))

	was, is := rowsOf(t, in), rowsOf(t, out)
	require.Len(t, is, len(was))
	for i, row := range was {
		for j, c := range row {
			assert.Equal(t, c, is[i][j], cellName(j, i+1))
		}
	}
	assert.Equal(t, checkedHeaders, is[3][4:])
	assert.Equal(t, []string{"未检查", "示例行"}, is[4][4:])
	assert.Equal(t, marked, is[5][4:])
	assert.Equal(t, "通过", is[6][4])
	assert.Equal(t, []string{"未检查", "合计行"}, is[7][4:])

	f, err := excelize.OpenFile(out)
	require.NoError(t, err)
	defer f.Close()
	formula, err := f.GetCellFormula("Sheet1", "D7")
	require.NoError(t, err)
	assert.Equal(t, "D6*2", strings.TrimPrefix(formula, "="))
	formula, err = f.GetCellFormula("Sheet1", "G6")
	require.NoError(t, err)
	assert.Empty(t, formula, "a suggestion never becomes a formula")
	kind, err := f.GetCellType("Sheet1", "G6")
	require.NoError(t, err)
	assert.Contains(t, []excelize.CellType{excelize.CellTypeSharedString, excelize.CellTypeInlineString}, kind)
	visible, err := f.GetColVisible("Sheet1", "F")
	require.NoError(t, err)
	assert.True(t, visible)

	after, err := os.ReadFile(in)
	require.NoError(t, err)
	assert.Equal(t, before, after)
	again, err := Read(out, Options{})
	require.NoError(t, err)
	assert.Equal(t, texts(table), texts(again))
	assert.Equal(t, ids(table), ids(again))
}

func TestCheckedCSV(t *testing.T) {
	const text = "导出时间;2026\r\n商品ID;商品名称;备注\r\n\t1000017345900037;\"羊毛\"\"软\"\"\r\n大衣\";5\"屏\r\n2;雨衣\r\n\r\n合计;;3\r\n4;\"加厚\"大衣;x;多一格"
	table, err := ReadFrom(strings.NewReader(text), "a.csv", Options{})
	require.NoError(t, err)
	assert.Equal(t, "1000017345900037", table.Titles[0].ID)
	out := filepath.Join(t.TempDir(), "b.csv")
	require.NoError(t, table.WriteChecked(out, faulty(table)))
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	const cells = ";警告;\"WX301 “大衣”重复\nWX104 缺少属性\";'=1+1\r\n"
	assert.Equal(t, "\uFEFF导出时间;2026\r\n商品ID;商品名称;备注;;检查结果;问题;建议标题\r\n"+
		"\t1000017345900037;\"羊毛\"\"软\"\"\r\n大衣\";\"5\"\"屏\";"+cells+
		"2;雨衣;;"+cells+"\r\n合计;;3;;未检查;合计行;\r\n4;加厚大衣;x;多一格"+cells, string(got))

	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(got), "\uFEFF")))
	r.Comma, r.FieldsPerRecord = ';', -1
	_, err = r.ReadAll()
	assert.NoError(t, err, "the quoting is valid even where the input's was not")
	again, err := Read(out, Options{})
	require.NoError(t, err)
	assert.Equal(t, texts(table), texts(again))
}

func TestCheckedKinds(t *testing.T) {
	taobao := string(utf16Bytes("version 1.00\r\ntitle\touter_id\r\n宝贝名称\t商家编码\r\n大衣\tk1\r\n", binary.LittleEndian, true))
	for _, c := range []struct {
		name, text, ext string
		row             int
		want            []string // of that row in the output
	}{
		{"a.txt", "雨衣\n\n大衣\n", ".xlsx", 2, append([]string{"雨衣"}, marked...)},
		{"a.txt", "雨衣\n大衣\n", ".csv", 2, append([]string{"雨衣"}, marked[0], marked[1], "'=1+1")},
		{"a.jsonl", `{"id":"k1","title":"大衣","brand":"某某"}`, ".xlsx", 2, append([]string{"k1", "大衣", "", "", "某某"}, marked...)},
		{"a.csv", "x,,\n商品ID,商品名称\n0012,大衣\n", ".xlsx", 3, append([]string{"0012", "大衣", ""}, marked...)},
		{"a.xls", "<table><tr><td>商品名称</td></tr><tr><td>大衣</td></tr></table>", ".xlsx", 2, append([]string{"大衣"}, marked...)},
		{"a.tsv", "商品ID\t商品名称\n1\t大衣\n", ".tsv", 2, []string{"1", "大衣", marked[0], marked[1], "'=1+1"}},
		{"a.csv", "商品ID,商品名称\n1,\"大,衣\"\n", ".tsv", 2, []string{"1", "大,衣", marked[0], marked[1], "'=1+1"}},
		{"mac.csv", "商品ID,商品名称\r1,\"大\r衣\"\r2,雨衣", ".csv", 3, []string{"2", "雨衣", marked[0], marked[1], "'=1+1"}},
		{"a.csv", taobao, ".csv", 4, []string{"大衣", "k1", marked[0], marked[1], "'=1+1"}},
	} {
		t.Run(c.name+" to "+c.ext, func(t *testing.T) {
			table := readText(t, c.name, c.text)
			out := filepath.Join(t.TempDir(), "out"+c.ext)
			require.NoError(t, table.WriteChecked(out, faulty(table)))
			var rows [][]string
			if c.ext == ".xlsx" {
				rows = rowsOf(t, out)
			} else {
				data, err := os.ReadFile(out)
				require.NoError(t, err)
				text, encoding, err := decode(data)
				require.NoError(t, err)
				if table.Encoding == encUTF16LE {
					assert.Equal(t, encUTF16LE, encoding)
				} else {
					assert.Equal(t, encUTF8BOM, encoding)
				}
				delim := byte(',')
				if c.ext == ".tsv" || table.book.delim == '\t' {
					delim = '\t'
				}
				rows, err = scanAll(text, delim)
				require.NoError(t, err)
			}
			assert.Equal(t, c.want, rows[c.row-1])
			again, err := Read(out, Options{})
			require.NoError(t, err)
			assert.Equal(t, texts(table), texts(again))
		})
	}
}

func TestNeutral(t *testing.T) {
	for in, want := range map[string]string{
		"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\ta": "'\ta", "\ra": "'\ra", "\na": "'\na", "＝1": "'＝1", "＠a": "'＠a",
		"": "", "大衣=1": "大衣=1", "'=1": "'=1", "5-6岁": "5-6岁",
	} {
		assert.Equal(t, want, neutral(in))
	}
}

func TestWriteCheckedRefuses(t *testing.T) {
	in := workbook(t, goods)
	table, err := Read(in, Options{})
	require.NoError(t, err)
	dir := t.TempDir()
	link := filepath.Join(dir, "link.xlsx")
	require.NoError(t, os.Symlink(in, link))
	for path, says := range map[string]string{
		in: "例如 商品-检查结果.xlsx", link: "输出和输入是同一个文件", filepath.Join(dir, "a.csv"): "扩展名改为 .xlsx",
		filepath.Join(dir, "a.xlsm"): "扩展名改为 .xlsx", filepath.Join(dir, "no", "a.xlsx"): "请先建好文件夹", filepath.Join(dir, "a"): "扩展名",
	} {
		err := table.WriteChecked(path, faulty(table))
		assert.Equal(t, CodeOutput, codeOf(t, err), path)
		assert.Contains(t, err.Error(), says)
	}
	text := readText(t, "a.csv", "商品名称\n雨衣\n")
	assert.Equal(t, CodeOutput, codeOf(t, text.WriteChecked(filepath.Join(dir, "a.pdf"), nil)))
	assert.ErrorContains(t, text.WriteChecked(filepath.Join(dir, "a.csv"), faulty(table)), "不属于这个表格")
	long := readText(t, "a.csv", "商品名称,描述\n雨衣,"+strings.Repeat("长", xlMaxChars+1)+"\n")
	assert.Equal(t, CodeTooLarge, codeOf(t, long.WriteChecked(filepath.Join(dir, "a.xlsx"), nil)))
	require.NoError(t, long.WriteChecked(filepath.Join(dir, "a.csv"), nil))
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 2, "the link and a.csv, no temporary file")
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	require.NoError(t, os.WriteFile(path, []byte("old"), 0o600))
	broken := errors.New("broken")
	err := WriteFile(path, func(w io.Writer) error {
		_, _ = w.Write([]byte("half of it"))
		return broken
	})
	assert.ErrorIs(t, err, broken)
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content))

	require.NoError(t, WriteFile(path, writeAll([]byte("new"))))
	content, err = os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "new", string(content))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1)
	var e *Error
	assert.ErrorAs(t, WriteFile(dir, writeAll(nil)), &e)
}

// FuzzRead: whatever text is handed over, reading and marking it does not
// panic, errors say what to do, and the copy holds the same titles.
func FuzzRead(f *testing.F) {
	for i, seed := range []string{"商品名称,品牌\n雨衣,\"无\n\"\n", "雨衣\n大衣", `{"title":"雨衣"}`, "sep=;\n标题;id\n=a;b",
		"<table><tr><td colspan=3>商品名称<td>x<tr><td rowspan=2>雨衣<table><tr><td>标题</table>",
		`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="a"><Row Index="2"><Cell Index="3"><Data>标题</Data></Cell></Row><Row><Cell/><Cell/><Cell><Data>雨衣</Data></Cell></Row></Worksheet></Workbook>`,
		"\xFF\xFEh\x00\x07\x68"} {
		f.Add(seed, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, ext uint8) {
		name := "a" + []string{".csv", ".txt", ".jsonl", ".tsv", ".xls", "", ".html"}[ext%7]
		table, err := ReadFrom(strings.NewReader(text), name, Options{})
		if err != nil {
			codeOf(t, err)
			require.Contains(t, err.Error(), name)
			return
		}
		marks, err := table.marks(faulty(table))
		require.NoError(t, err)
		out, err := table.markedText(".csv", marks)
		require.NoError(t, err)
		if table.book.kind != kindDelimited {
			return // a line may say anything, 合计 or a header too
		}
		again, err := ReadFrom(strings.NewReader(string(out)), "b.csv", Options{})
		require.NoError(t, err)
		require.Len(t, again.Titles, len(table.Titles))
		_, _, _, err = table.newWorkbook()
		if err != nil {
			codeOf(t, err)
		}
	})
}

func TestCheckedName(t *testing.T) {
	for name, want := range map[string]string{
		"goods.csv": "goods-检查结果.csv", "a/goods.TSV": "goods-检查结果.tsv", "goods.txt": "goods-检查结果.xlsx", "": "stdin-检查结果.xlsx",
	} {
		table, err := ReadFrom(strings.NewReader("商品名称\n雨衣\n"), name, Options{})
		require.NoError(t, err)
		if name == "" || strings.HasSuffix(name, ".txt") {
			table, err = ReadFrom(strings.NewReader("雨衣\n雨鞋\n"), name, Options{})
			require.NoError(t, err)
		}
		assert.Equal(t, want, table.CheckedName())
	}
	path := workbook(t, goods)
	table, err := Read(path, Options{})
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(table.CheckedName(), "-检查结果.xlsx"))
	assert.True(t, table.IsInput(path))
	assert.False(t, table.IsInput(filepath.Join(t.TempDir(), "other.xlsx")))
}

func TestDidYouMean(t *testing.T) {
	for asked, want := range map[string]string{
		"商品名": "*商品名称（必填）", "名称": "*商品名称（必填）", "品 牌": "品牌", "BRAND": "brand", "价格": "", "": "",
	} {
		near := didYouMean(asked, []string{"", "*商品名称（必填）", "品牌", "brand", "总库存"})
		if want == "" {
			assert.Empty(t, near.ZH, asked)
			continue
		}
		assert.Equal(t, "。是不是「"+want+"」？", near.ZH)
	}
}
