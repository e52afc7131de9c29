package sheet

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func readText(t *testing.T, name, text string) *Table {
	t.Helper()
	table, err := ReadFrom(strings.NewReader(text), name, Options{})
	require.NoError(t, err)
	return table
}

func texts(table *Table) (s []string) {
	for _, x := range table.Titles {
		s = append(s, x.Text)
	}
	return s
}

func ids(table *Table) (s []string) {
	for _, x := range table.Titles {
		s = append(s, x.ID)
	}
	return s
}

func chosen(table *Table) map[Role]string {
	m := map[Role]string{}
	for _, c := range table.Columns {
		m[c.Role] = c.Letter + " " + c.Header
	}
	return m
}

// writeFile puts content into a new file and returns its path.
func writeFile(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, content, 0o644))
	return path
}

// workbook makes a workbook of one sheet from rows and returns its path.
func workbook(t *testing.T, rows [][]any, more ...func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, r := range rows {
		require.NoError(t, f.SetSheetRow("Sheet1", cellName(0, i+1), &r))
	}
	for _, m := range more {
		m(f)
	}
	path := filepath.Join(t.TempDir(), "商品.xlsx")
	require.NoError(t, f.SaveAs(path))
	return path
}

func utf16Bytes(s string, order binary.AppendByteOrder, bom bool) (b []byte) {
	if bom {
		b = order.AppendUint16(b, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestEncodings(t *testing.T) {
	const text = "商品ID,商品名称\r\n1,法式方领连衣裙夏季收腰\r\n2,😀加厚羊毛大衣\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	for _, c := range []struct {
		encoding string
		data     []byte
	}{
		{encUTF8, []byte(text)},
		{encUTF8BOM, []byte("\xEF\xBB\xBF" + text)},
		{encGB18030, []byte(gb)},
		{encUTF16LE, utf16Bytes(text, binary.LittleEndian, true)},
		{encUTF16BE, utf16Bytes(text, binary.BigEndian, true)},
		{encUTF16LE, utf16Bytes(text, binary.LittleEndian, false)},
		{encUTF16BE, utf16Bytes(text, binary.BigEndian, false)},
	} {
		t.Run(c.encoding, func(t *testing.T) {
			table, err := Read(writeFile(t, "a.csv", c.data), Options{})
			require.NoError(t, err)
			assert.Equal(t, c.encoding, table.Encoding)
			assert.Equal(t, []string{"法式方领连衣裙夏季收腰", "😀加厚羊毛大衣"}, texts(table))
			assert.Equal(t, "B3", table.Titles[1].Source.Cell)
			line, column := table.Titles[1].Source.At(1)
			assert.Equal(t, []int{3, 4}, []int{line, column})
		})
	}
}

func TestBrokenUTF8(t *testing.T) {
	table := readText(t, "a.csv", "商品名称\n"+strings.Repeat("加厚羊毛大衣女中长款\n", 20)+"断\xE8\xA3\n")
	assert.Equal(t, encUTF8, table.Encoding)
	assert.Equal(t, "断\uFFFD\uFFFD", table.Titles[20].Text)
}

func TestDelimiters(t *testing.T) {
	for name, text := range map[string]string{
		"a.csv":       "商品ID;商品名称;品牌\n1;棉麻,衬衫;无品牌\n",
		"b.csv":       "sep=;\r\n商品ID;商品名称;品牌\n1;棉麻,衬衫;无品牌\n",
		"c.csv":       "商品ID\t商品名称\t品牌\n1\t棉麻,衬衫\t无品牌\n",
		"d.tsv":       "商品ID\t商品名称\t品牌\n1\t棉麻,衬衫\t无品牌\n",
		"unicode.txt": "商品ID\t商品名称\t品牌\n1\t棉麻,衬衫\t无品牌\n",
		"":            "商品ID,商品名称,品牌\n1,\"棉麻,衬衫\",无品牌\n",
		"old.xls":     "商品ID,商品名称,品牌\n1,\"棉麻,衬衫\",无品牌\n",
	} {
		t.Run(name, func(t *testing.T) {
			table := readText(t, name, text)
			require.Len(t, table.Titles, 1)
			assert.Equal(t, "棉麻,衬衫", table.Titles[0].Text)
			assert.Equal(t, "无品牌", table.Titles[0].Brand)
			assert.Equal(t, "1", table.Titles[0].ID)
		})
	}
}

func TestPlainText(t *testing.T) {
	for _, name := range []string{"a.txt", ""} {
		table := readText(t, name, "\uFEFF法式方领连衣裙\r\n\r\n  \n加厚,羊毛大衣\n")
		assert.Equal(t, []string{"法式方领连衣裙", "加厚,羊毛大衣"}, texts(table))
		assert.Equal(t, 4, table.Titles[1].Source.Line)
		assert.Equal(t, 4, table.Titles[1].Source.Row)
		assert.Empty(t, table.Columns)
	}
	assert.Equal(t, []string{"stdin:1", "stdin:4"}, ids(readText(t, "", "一二\n\n\n三四\n")))
	assert.Equal(t, []string{"a.txt:1"}, ids(readText(t, "some/dir/a.txt", "一二\n")))
	assert.Equal(t, []string{"你好"}, texts(readText(t, "a.txt", "\xC4\xE3\xBA\xC3")), "GB18030 of which no byte is UTF-8")
}

func TestTaobaoAssistant(t *testing.T) {
	text := "version 1.00\r\ntitle\tcid\tdescription\touter_id\r\n宝贝名称\t宝贝类目\t宝贝描述\t商家编码\r\n" +
		"\"儿童雨衣连体\"\t50010850\t\"<p>一\r\n二</p>\"\tk1\r\n\"保温饭盒\"\"双层\"\"\"\t50010851\t\"\"\tk2\r\n"
	table, err := ReadFrom(strings.NewReader(string(utf16Bytes(text, binary.LittleEndian, true))), "t.csv", Options{})
	require.NoError(t, err)
	assert.Equal(t, 3, table.HeaderRow)
	assert.Equal(t, []string{"儿童雨衣连体", "保温饭盒\"双层\""}, texts(table))
	assert.Equal(t, []string{"k1", "k2"}, ids(table))
	assert.Equal(t, "50010851", table.Titles[1].Category)
	assert.Equal(t, 5, table.Titles[1].Source.Row)
	assert.Equal(t, 6, table.Titles[1].Source.Line, "a line break inside a cell is a line of the file")
	for _, x := range table.Titles {
		assertPlaced(t, text, x, standsCSV)
	}
}

func TestHTMLAndXML(t *testing.T) {
	html := `<html><head><meta charset="gbk"></head><body><table><tr><td>导出说明</td></tr></table>
	<table><tr><th>商品ID</th><th colspan=2>规格</th><th>商品名称</th></tr>
	<tr><td x:num="1000017345900000">1.00002E+15</td><td>a</td><td>b</td><td> 法式 &amp;
	方领<br>连衣裙 </td></tr><tr><td rowspan=2>7</td><td></td><td></td><td>雨衣</td></tr><tr><td></td><td></td><td>雨鞋</td></tr></table></body></html>`
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(html)
	require.NoError(t, err)
	table := readText(t, "导出.xls", gb)
	assert.Equal(t, []string{"法式 & 方领\n连衣裙", "雨衣", "雨鞋"}, texts(table))
	assert.Equal(t, []string{"1000017345900000", "7", "导出.xls:4"}, ids(table))
	assert.Equal(t, "D2", table.Titles[0].Source.Cell)

	xml := `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
	<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
	<Worksheet ss:Name="说明"><Table><Row><Cell><Data ss:Type="String">别看我</Data></Cell></Row></Table></Worksheet>
	<Worksheet ss:Name="商品"><Table><Row ss:Index="3"><Cell><Data ss:Type="String">商品ID</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">商品名称</Data></Cell></Row>
	<Row><Cell ss:MergeAcross="2"><Data ss:Type="Number">12</Data></Cell><Cell><Data ss:Type="String">雨衣 &lt;加厚&gt;</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row></Table></Worksheet></Workbook>`
	table = readText(t, "导出.xls", xml)
	assert.Equal(t, "商品", table.Sheet)
	assert.Equal(t, []string{"雨衣 <加厚>"}, texts(table))
	assert.Equal(t, []string{"12"}, ids(table))
	assert.Equal(t, "D4", table.Titles[0].Source.Cell)
}

func TestSkippedRows(t *testing.T) {
	table := readText(t, "a.csv", strings.Join([]string{
		"商品批量上传模板,,,", "填写说明：带 * 为必填,,,", ",,,",
		"*商家编码,*商品名称（必填）,品牌（选填）,备注",
		"示例：A001,示例：法式方领连衣裙,无品牌,",
		"必填,必填,选填,",
		"k1,加厚羊毛大衣,,示例图见详情",
		",,,",
		"k2,,无品牌,", "注：以上价格含税,,,",
		"*商家编码,*商品名称（必填）,品牌（选填）,备注",
		"注射器式宠物喂药器,注射器式宠物喂药器,,",
		"k3,TOTAL 全合成机油 4L,TOTAL,",
		"k4,例：外墙挂钩,,",
		"小计,3 件,,", "合计,12,,", "合计：,,,",
	}, "\n"))
	assert.Equal(t, 4, table.HeaderRow)
	assert.Equal(t, []string{"加厚羊毛大衣", "注射器式宠物喂药器", "TOTAL 全合成机油 4L"}, texts(table))
	var got []string
	for _, s := range table.Skipped {
		got = append(got, cellName(0, s.Row)[1:]+" "+s.Code)
		assert.NotEmpty(t, s.Reason.ZH)
		assert.NotEmpty(t, s.Reason.EN)
	}
	assert.Equal(t, []string{"5 example", "6 note", "9 blank-title", "10 note", "11 header", "14 example", "15 total", "16 total", "17 total"}, got)
}

func TestTotalIsABrand(t *testing.T) {
	table := readText(t, "a.csv", "商品名称,价格\nTotal 道达尔机油,1\n示例,2\n合计,3\n")
	assert.Equal(t, []string{"Total 道达尔机油"}, texts(table))
	assert.Len(t, table.Skipped, 2)
}

func TestReadIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("100,000 rows")
	}
	var b strings.Builder
	b.WriteString("商品ID,商品名称,商品类目,品牌\n")
	for range 100_000 {
		b.WriteString("1000017345900000,\"加厚\"\"羊毛\"\"大衣女中长款\",服饰内衣>女装>大衣,无品牌\n")
	}
	table := readText(t, "a.csv", b.String())
	assert.Len(t, table.Titles, 100_000)
}
