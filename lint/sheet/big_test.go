package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// bigWorkbook packs an export of that many rows and 20 columns, ten of them
// texts in the table of shared strings, as Excel and the platform write it.
func bigWorkbook(t testing.TB, rows int) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(name, content string) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(w, content)
		require.NoError(t, err)
	}
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	part("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="`+types+`sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+types+`worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="`+types+`sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="`+types+`styles+xml"/></Types>`)
	part("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+office+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	part("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+office+`"><sheets><sheet name="商品列表" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+office+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="`+office+`/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="`+office+`/styles" Target="styles.xml"/></Relationships>`)
	part("xl/styles.xml", `<styleSheet xmlns="`+main+`"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`)
	var shared, cells strings.Builder
	n := 0
	index := map[string]int{}
	text := func(s string) int {
		i, ok := index[s]
		if !ok {
			i = n
			n++
			index[s] = i
			fmt.Fprintf(&shared, "<si><t>%s</t></si>", s)
		}
		return i
	}
	headers := []string{"商品ID", "SPU编码", "商品名称", "副标题", "价格(元)", "最高价(元)", "总库存", "总销量", "总订单数", "总曝光量", "状态",
		"上架时间", "编辑时间", "品牌", "SKU数", "商品类目", "类目ID", "发货方式", "主图", "销售渠道"}
	kinds := []string{"轻薄羽绒服", "法式连衣裙", "保温饭盒", "儿童雨衣", "无线鼠标", "猫抓板", "机油滤芯", "护眼台灯"}
	cells.WriteString(`<row r="1" spans="1:20">`)
	for i, h := range headers {
		fmt.Fprintf(&cells, `<c r="%s" t="s"><v>%d</v></c>`, cellName(i, 1), text(h))
	}
	cells.WriteString("</row>")
	for r := 2; r <= rows+1; r++ {
		kind := kinds[r%len(kinds)]
		fmt.Fprintf(&cells, `<row r="%d" spans="1:20">`, r)
		for c := range headers {
			name := cellName(c, r)
			s := ""
			switch c {
			case 0:
				s = strconv.Itoa(1000017345900000 + r*37)
			case 1:
				s = fmt.Sprintf("SPU%06d", r)
			case 2:
				s = fmt.Sprintf("某牌%s加厚款%d号 %d 件装", kind, r%977, r)
			case 3:
				s = "日常通勤"
			case 10:
				s = "销售中"
			case 13:
				s = "某牌" + strconv.Itoa(r%50)
			case 15:
				s = "居家&gt;日用&gt;" + kind
			case 17:
				s = "快递发货"
			case 18:
				s = fmt.Sprintf("https://example.com/i/%d.jpg", r)
			case 19:
				s = "微信小店"
			case 11, 12:
				fmt.Fprintf(&cells, `<c r="%s" s="1"><v>%d.%04d</v></c>`, name, 46000+r%300, r%10000)
				continue
			default:
				fmt.Fprintf(&cells, `<c r="%s"><v>%d</v></c>`, name, (r*(c+7))%5000)
				continue
			}
			fmt.Fprintf(&cells, `<c r="%s" t="s"><v>%d</v></c>`, name, text(s))
		}
		cells.WriteString("</row>")
	}
	part("xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="`+main+`"><dimension ref="A1:T`+strconv.Itoa(rows+1)+`"/><sheetData>`+cells.String()+`</sheetData></worksheet>`)
	part("xl/sharedStrings.xml", fmt.Sprintf(`<sst xmlns="`+main+`" count="%d" uniqueCount="%d">`, n, n)+shared.String()+"</sst>")
	require.NoError(t, z.Close())
	return out.Bytes()
}

// inflate unpacks the sheet and its strings, which is the least that reading costs.
func inflate(t testing.TB, data []byte) (size int64) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/") || strings.HasPrefix(f.Name, "xl/shared") {
			r, err := f.Open()
			require.NoError(t, err)
			n, err := io.Copy(io.Discard, r)
			require.NoError(t, err)
			size += n
		}
	}
	return size
}

// peak runs f and returns its time and the memory that the process held at most
// beyond what it held before.
func peak(f func()) (time.Duration, int) {
	// All that the runtime holds, which is what the system sees of it.
	held := func() uint64 {
		s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		metrics.Read(s)
		return s[0].Value.Uint64() - s[1].Value.Uint64()
	}
	debug.FreeOSMemory()
	base, most := held(), uint64(0)
	done, ended := make(chan bool), make(chan bool)
	go func() {
		defer close(ended)
		for {
			most = max(most, held())
			select {
			case <-done:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	start := time.Now()
	f()
	took := time.Since(start)
	close(done)
	<-ended
	return took, int(most-min(most, base)) >> 20
}

// TestBig measures what the round trip of a large export costs, beside what it
// costs excelize, when TITLELINT_BIG says how many rows.
func TestBig(t *testing.T) {
	rows, _ := strconv.Atoi(os.Getenv("TITLELINT_BIG"))
	if rows == 0 {
		t.Skip("TITLELINT_BIG is not set")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out.xlsx")
	data := bigWorkbook(t, rows)
	require.NoError(t, os.WriteFile(in, data, 0o600))
	var size int64
	bare, _ := peak(func() { size = inflate(t, data) })
	say := func(what string, took time.Duration, mb int) {
		t.Logf("%-34s %6.2f s  %4.1f × inflating  %5d MB", what, took.Seconds(), took.Seconds()/bare.Seconds(), mb)
	}
	t.Logf("%d rows × 20 columns, %d MB packed, %d MB unpacked", rows, len(data)>>20, size>>20)
	var table *Table
	for range 2 { // the best of three, on a busy machine
		again, _ := peak(func() { inflate(t, data) })
		bare = min(bare, again)
	}
	took, mb := peak(func() {
		var err error
		table, err = Read(in, Options{})
		require.NoError(t, err)
	})
	for range 2 {
		again, _ := peak(func() {
			_, err := Read(in, Options{})
			require.NoError(t, err)
		})
		took = min(took, again)
	}
	data = nil
	say("inflating the parts", bare, 0)
	say("read", took, mb)
	require.Len(t, table.Titles, rows)
	results := faulty(table)
	for i := range results {
		if i%3 == 0 {
			results[i].Findings, results[i].Suggestion = nil, nil
		}
	}
	if os.Getenv("READONLY") != "" {
		return
	}
	took, mb = peak(func() { require.NoError(t, table.WriteChecked(out, results)) })
	say("write the marked copy", took, mb)
	if os.Getenv("TITLELINT_BIG_ORACLE") == "" {
		return
	}
	took, mb = peak(func() {
		f, err := excelize.OpenFile(in, workbookOptions())
		require.NoError(t, err)
		defer f.Close()
		rows, err := f.Rows(f.GetSheetName(0))
		require.NoError(t, err)
		for rows.Next() {
			_, err := rows.Columns()
			require.NoError(t, err)
		}
	})
	say("excelize: read", took, mb)
	took, mb = peak(func() {
		f, err := excelize.OpenFile(in, workbookOptions())
		require.NoError(t, err)
		defer f.Close()
		for r := 2; r <= rows+1; r++ {
			require.NoError(t, f.SetCellStr(f.GetSheetName(0), cellName(20, r), "通过"))
		}
		require.NoError(t, f.SaveAs(out))
	})
	say("excelize: open, edit, save", took, mb)
}

func BenchmarkInflate(b *testing.B) {
	data := bigWorkbook(b, 20_000)
	for b.Loop() {
		inflate(b, data)
	}
}

func BenchmarkRead(b *testing.B) {
	data := bigWorkbook(b, 20_000)
	for b.Loop() {
		_, err := ReadFrom(bytes.NewReader(data), "a.xlsx", Options{})
		require.NoError(b, err)
	}
}
