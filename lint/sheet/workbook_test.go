package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// repack copies the zip at path with each part passed through change.
func repack(t *testing.T, path string, change func(name string, part []byte) []byte) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		p, err := w.Create(f.Name)
		require.NoError(t, err)
		_, err = p.Write(change(f.Name, part))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

var goods = [][]any{
	{"商品批量上传模板"}, {"填写说明：带 * 为必填"}, nil,
	{"商品编码(平台)", "*商品名称（必填）", "品牌", "备注"},
	{"示例：A001", "示例：法式方领连衣裙", "无品牌"},
	{1000017345900037, "加厚羊毛大衣女中长款", "某某", 12.5},
	{"0012", "双层保温饭盒", "无品牌"},
	{"合计", 2},
}

func TestWorkbook(t *testing.T) {
	path := workbook(t, goods)
	table, err := Read(path, Options{})
	require.NoError(t, err)
	assert.Equal(t, "Sheet1", table.Sheet)
	assert.Equal(t, 4, table.HeaderRow)
	assert.Equal(t, []string{"加厚羊毛大衣女中长款", "双层保温饭盒"}, texts(table))
	assert.Equal(t, []string{"1000017345900037", "0012"}, ids(table))
	src := table.Titles[0].Source
	assert.Equal(t, "B6", src.Cell)
	assert.Equal(t, "Sheet1", src.Sheet)
	assert.Equal(t, path, src.File)
	assert.Zero(t, src.Line)
	assert.Len(t, table.Skipped, 2)
}

func TestWorkbookVariants(t *testing.T) {
	path := workbook(t, goods)
	dimension := regexp.MustCompile(`<dimension ref="[^"]*"`)
	shared := regexp.MustCompile(`<c r="B6"[^>]*>.*?</c>`)
	for _, c := range []struct {
		shows  string
		change func([]byte) []byte
	}{
		{`<dimension ref="A1"`, func(part []byte) []byte {
			return dimension.ReplaceAll(part, []byte(`<dimension ref="A1"`))
		}},
		{`t="inlineStr"`, func(part []byte) []byte {
			return shared.ReplaceAll(part, []byte(`<c r="B6" t="inlineStr"><is><t>加厚羊毛大衣女中长款</t></is></c>`))
		}},
		{"<v>1.000017345900037E+15</v>", func(part []byte) []byte {
			return bytes.ReplaceAll(part, []byte("<v>1000017345900037</v>"), []byte("<v>1.000017345900037E+15</v>"))
		}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			changed := repack(t, path, func(name string, part []byte) []byte {
				if name != "xl/worksheets/sheet1.xml" {
					return part
				}
				part = c.change(part)
				require.Contains(t, string(part), c.shows)
				return part
			})
			table, err := ReadFrom(bytes.NewReader(changed), "a.xlsx", Options{})
			require.NoError(t, err)
			assert.Equal(t, []string{"加厚羊毛大衣女中长款", "双层保温饭盒"}, texts(table))
			assert.Equal(t, []string{"1000017345900037", "0012"}, ids(table))
		})
	}
}

func TestSheets(t *testing.T) {
	add := func(name string, rows ...[]any) func(*excelize.File) {
		return func(f *excelize.File) {
			_, err := f.NewSheet(name)
			require.NoError(t, err)
			for i, r := range rows {
				require.NoError(t, f.SetSheetRow(name, cellName(0, i+1), &r))
			}
		}
	}
	hide := func(f *excelize.File) { require.NoError(t, f.SetSheetVisible("旧商品", false)) }
	header := []any{"商品名称"}
	path := workbook(t, nil, add("填写说明", header, []any{"这样写：某某"}), add("旧商品", header, []any{"旧雨衣"}),
		add("空的", header), add("商品", header, []any{"雨衣"}), add("第二批", header, []any{"雨鞋"}), hide)
	table, err := Read(path, Options{})
	require.NoError(t, err)
	assert.Equal(t, "商品", table.Sheet)
	assert.Equal(t, []string{"第二批", "填写说明", "旧商品"}, table.OtherSheets)

	for want, title := range map[string]string{"旧商品": "旧雨衣", "6": "雨鞋"} {
		table, err = Read(path, Options{Sheet: want})
		require.NoError(t, err)
		assert.Equal(t, []string{title}, texts(table))
	}
	_, err = Read(path, Options{Sheet: "第一批"})
	assert.Equal(t, CodeSheet, codeOf(t, err))
	assert.Contains(t, err.Error(), "现有工作表：Sheet1、填写说明、旧商品、空的、商品、第二批。是不是「第二批」？")
	_, err = Read(path, Options{Sheet: "空的"})
	assert.Equal(t, CodeNoTitles, codeOf(t, err))
}

func TestReadErrors(t *testing.T) {
	xlsx, err := os.ReadFile(workbook(t, goods))
	require.NoError(t, err)
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	var encrypted bytes.Buffer
	sealed := excelize.NewFile()
	require.NoError(t, sealed.Write(&encrypted, excelize.Options{Password: "x"}))
	cut := repack(t, workbook(t, goods), func(name string, part []byte) []byte {
		if strings.HasPrefix(name, "xl/worksheets/") {
			return part[:len(part)/2]
		}
		return part
	})
	zipped := func(name string) string {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		_, err := w.Create(name)
		require.NoError(t, err)
		require.NoError(t, w.Close())
		return b.String()
	}
	for _, c := range []struct{ name, content, code, says string }{
		{"empty.csv", "", CodeEmpty, "文件是空的"},
		{"bom.csv", "\xEF\xBB\xBF\r\n", CodeEmpty, "文件是空的"},
		{"none.csv", "日期,销量\n1,2\n", CodeNoTitleColumn, "现有列：A 日期、B 销量"},
		{"bare.csv", "商品名称\n", CodeNoTitles, "没有读到任何商品标题"},
		{"skipped.csv", "商品名称,价\n示例：雨衣,1\n", CodeNoTitles, "跳过了 1 行，如第 2 行：示例行"},
		{"cut.xlsx", string(xlsx[:len(xlsx)/2]), CodeDamaged, "没有下载完整"},
		{"part.xlsx", string(cut), CodeDamaged, "没有下载完整"},
		{"old.xls", ole, CodeOldExcel, "另存为 .xlsx"},
		{"locked.xlsx", encrypted.String(), CodeEncrypted, "取消密码"},
		{"a.ods", zipped("content.xml"), CodeUnsupported, "另存或导出为 .xlsx"},
		{"a.xlsb", zipped("xl/workbook.bin"), CodeUnsupported, "另存为 .xlsx"},
		{"a.zip", zipped("a.csv"), CodeUnsupported, "先解压"},
		{"a.pdf", "%PDF-1.7\n", CodeUnsupported, "PDF"},
		{"a.csv", strings.Repeat("\x01\x02\x03\x00\x81", 100), CodeEncoding, "编码"},
		{"quote.csv", "商品名称\n\"雨衣\n", CodeQuote, "quote.csv：第 2 行：有一个双引号没有配对"},
		{"login.xls", "<html><body>请登录</body></html>", CodeUnsupported, "没有表格"},
		{"a.jsonl", "{\"title\":\"雨衣\"}\n{\"title\":", CodeJSON, "第 2 行"},
		{"sheet.csv", "商品名称\n雨衣\n", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := writeFile(t, c.name, []byte(c.content))
			_, err := Read(path, Options{})
			if c.code == "" {
				require.NoError(t, err)
				return
			}
			assert.Equal(t, c.code, codeOf(t, err))
			assert.Contains(t, err.Error(), c.says)
			assert.True(t, strings.HasPrefix(err.Error(), path), err.Error())
		})
	}
	_, err = Read("nowhere.csv", Options{})
	assert.Equal(t, CodeUnreadable, codeOf(t, err))
	assert.ErrorIs(t, err, os.ErrNotExist)
	_, err = Read(t.TempDir(), Options{})
	assert.Equal(t, CodeUnreadable, codeOf(t, err))
}

func TestWholeNumber(t *testing.T) {
	for in, want := range map[string]string{
		"1.0000173459E+15": "1000017345900000", "1E+15": "1000000000000000", "1000017345900037": "1000017345900037",
		"1.5E+00": "1.5E+00", "A1E+15": "A1E+15", "1E15": "1E15", "0012": "0012", "": "", "1.23E+99": "123" + strings.Repeat("0", 97),
	} {
		assert.Equal(t, want, wholeNumber(in))
	}
}
