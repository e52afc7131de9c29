package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// one is the part of the sheet that repack changes.
const one = "xl/worksheets/sheet1.xml"

// changedSheet returns the workbook of goods with its sheet passed through change.
func changedSheet(t *testing.T, change func(string) string) []byte {
	t.Helper()
	return repack(t, workbook(t, goods), func(name string, part []byte) []byte {
		if name != one {
			return part
		}
		out := change(string(part))
		require.NotEqual(t, string(part), out, "nothing changed")
		return []byte(out)
	})
}

func replace(pattern, with string) func(string) string {
	re := regexp.MustCompile(pattern)
	return func(s string) string { return re.ReplaceAllString(s, with) }
}

// renamed returns the workbook with the names of its parts changed.
func renamed(t *testing.T, name func(string) string) []byte {
	t.Helper()
	data, err := os.ReadFile(workbook(t, goods))
	require.NoError(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for part, content := range zipParts(t, data) {
		w, err := z.Create(name(part))
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return out.Bytes()
}

var tags = regexp.MustCompile(`<(/?)([a-zA-Z]+)`)

// prefixedSheet writes every element of the main namespace with x: before it,
// as the OpenXML SDK does.
func prefixedSheet(s string) string {
	s = strings.Replace(s, `xmlns="http://schemas.openxmlformats.org/spreadsheetml`, `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml`, 1)
	s = regexp.MustCompile(`xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"([^>]*)xmlns:x="[^"]*"`).ReplaceAllString(s, `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"$1`)
	return tags.ReplaceAllString(s, "<${1}x:$2")
}

func utf16Part(s string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// Workbooks as no program should write them and many do. Each is read,
// marked, marked again and cleaned; the titles stay the same all the way.
func TestMessyWorkbooks(t *testing.T) {
	titles := []string{"加厚羊毛大衣女中长款", "双层保温饭盒"}
	both := func(s string) func(string) string {
		return func(string) string {
			return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + s + `</worksheet>`
		}
	}
	inline := func(ref, s string) string { return `<c` + ref + ` t="inlineStr"><is>` + s + `</is></c>` }
	plain := func(s string) string { return inline("", "<t>"+s+"</t>") }
	body := `<row>` + plain("商品ID") + plain("商品名称") + `</row><row>` + plain("1") + plain(titles[0]) + `</row><row>` + plain("2") + plain(titles[1]) + `</row>`
	for name, make := range map[string]func(t *testing.T) []byte{
		"wrong dimension": func(t *testing.T) []byte {
			return changedSheet(t, replace(`<dimension ref="[^"]*"`, `<dimension ref="A1:B2"`))
		},
		"no dimension": func(t *testing.T) []byte { return changedSheet(t, replace(`<dimension[^>]*/?>(</dimension>)?`, ``)) },
		"prefixed":     func(t *testing.T) []byte { return changedSheet(t, prefixedSheet) },
		"without references": func(t *testing.T) []byte {
			return changedSheet(t, both(`<sheetData>`+body+`</sheetData>`))
		},
		"with comments and layout": func(t *testing.T) []byte {
			return changedSheet(t, both("<!-- a -->\n<sheetData>\n <!-- <row> -->"+strings.ReplaceAll(body, "<c ", "\n  <c ")+"\n</sheetData>\n<?x y?>"))
		},
		"CDATA, entities and rich text": func(t *testing.T) []byte {
			return changedSheet(t, both(`<sheetData><row r="1">`+inline(` r="B1"`, "<t><![CDATA[商品名称]]></t>")+`</row><row r="2">`+
				inline(` r="B2"`, "<r><rPr><b/></rPr><t>&#21152;厚</t></r><r><t>羊毛大衣女中长款</t></r><rPh sb='0' eb='1'><t>x</t></rPh>")+`</row><row r="9">`+
				inline(` r="B9"`, "<t>双层保温饭盒</t>")+`</row></sheetData>`))
		},
		"a row twice": func(t *testing.T) []byte {
			return changedSheet(t, func(s string) string {
				return strings.Replace(s, `<row r="7"`, `<row r="6"></row><row r="7"`, 1)
			})
		},
		"a formula as title": func(t *testing.T) []byte {
			return changedSheet(t, replace(`<c r="B6"[^>]*>.*?</c>`, `<c r="B6" t="str"><f>"加厚"&amp;"羊毛大衣女中长款"</f><v>加厚羊毛大衣女中长款</v></c>`))
		},
		"backslashes in the zip": func(t *testing.T) []byte {
			return renamed(t, func(s string) string { return strings.ReplaceAll(s, "/", `\`) })
		},
		"other case in the zip": func(t *testing.T) []byte {
			return renamed(t, func(s string) string {
				return strings.NewReplacer("sharedStrings", "SharedStrings", "[Content_Types]", "[content_types]").Replace(s)
			})
		},
		"single quotes": func(t *testing.T) []byte {
			return changedSheet(t, replace(`([a-zA-Z:]+)="([^"]*)"`, `$1='$2'`))
		},
		"all in one column range": func(t *testing.T) []byte {
			return changedSheet(t, replace(`<sheetData>`, `<cols><col min="1" max="16384" width="9" style="0"/></cols><sheetData>`))
		},
		"spans": func(t *testing.T) []byte {
			return changedSheet(t, replace(`<row r="(\d+)"`, `<row r="$1" spans="1:4" `))
		},
		"styled empty cells at the right": func(t *testing.T) []byte {
			return changedSheet(t, replace(`</row>`, `</row>`+"\n"))
		},
		"an extension list": func(t *testing.T) []byte {
			return changedSheet(t, replace(`</worksheet>`, `<extLst><ext uri="{x}"><x14:a xmlns:x14="urn:x" priority="7"/></ext></extLst></worksheet>`))
		},
		"an unknown attribute and element": func(t *testing.T) []byte {
			return changedSheet(t, func(s string) string {
				return strings.Replace(s, `<c r="B6"`, `<c z:y="1" xmlns:z="urn:z" cm="1" r="B6"`, 1)
			})
		},
		"a foreign element in a cell": func(t *testing.T) []byte {
			return changedSheet(t, replace(`(<c r="B6"[^>]*>.*?)</c>`, `$1<extLst><ext uri="x"/></extLst></c>`))
		},
		"a byte order mark": func(t *testing.T) []byte { return changedSheet(t, func(s string) string { return "\uFEFF" + s }) },
		"numbers in exponents": func(t *testing.T) []byte {
			return changedSheet(t, replace(`<v>1000017345900037</v>`, `<v>1.000017345900037E+15</v>`))
		},
		"a hidden, filtered row": func(t *testing.T) []byte { return changedSheet(t, replace(`<row r="6"`, `<row r="6" hidden="1"`)) },
		"strict": func(t *testing.T) []byte {
			return repack(t, workbook(t, goods), func(name string, part []byte) []byte {
				part = bytes.ReplaceAll(part, []byte("http://schemas.openxmlformats.org/spreadsheetml/2006/main"), []byte("http://purl.oclc.org/ooxml/spreadsheetml/main"))
				return bytes.ReplaceAll(part, []byte("http://schemas.openxmlformats.org/officeDocument/2006/relationships"), []byte("http://purl.oclc.org/ooxml/officeDocument/relationships"))
			})
		},
		"dates of 1904": func(t *testing.T) []byte {
			return repack(t, workbook(t, goods), func(name string, part []byte) []byte {
				if name == "xl/workbook.xml" {
					return bytes.Replace(part, []byte("<workbookPr"), []byte(`<workbookPr date1904="true"`), 1)
				}
				return part
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := make(t)
			path := writeFile(t, "乱.xlsx", data)
			table, err := Read(path, Options{})
			require.NoError(t, err)
			assert.Equal(t, titles, texts(table))
			f, err := excelize.OpenReader(bytes.NewReader(data), workbookOptions())
			require.NoError(t, err)
			rows, err := f.GetRows(f.GetSheetName(0))
			require.NoError(t, err)
			require.NoError(t, f.Close())
			for _, x := range table.Titles {
				assert.Equal(t, x.Text, rows[x.Source.Row-1][table.titleColumn()])
			}
			_, out := check(t, path, faulty)
			again, out := check(t, out, faulty)
			assert.Equal(t, titles, texts(again))
			assert.Equal(t, table.width, again.width)
			got := rowsOf(t, out)
			for _, x := range again.Titles {
				assert.Equal(t, marked, got[x.Source.Row-1][table.width:])
			}
			_, clean := applied(t, out)
			assert.Equal(t, titles, texts(mustRead(t, clean)))
		})
	}
}

// A sheet in UTF-16, which neither reader takes, is told from a good one.
func TestUTF16Sheet(t *testing.T) {
	data := repack(t, workbook(t, goods), func(name string, part []byte) []byte {
		if name == one {
			return utf16Part(string(part))
		}
		return part
	})
	_, err := ReadFrom(bytes.NewReader(data), "a.xlsx", Options{})
	assert.Equal(t, CodeDamaged, codeOf(t, err))
}

// Limits end in an error that says so, before memory is used up.
func TestWorkbookLimits(t *testing.T) {
	deep := changedSheet(t, replace(`</worksheet>`, strings.Repeat("<a>", 500)+strings.Repeat("</a>", 500)+`</worksheet>`))
	_, err := ReadFrom(bytes.NewReader(deep), "a.xlsx", Options{})
	assert.Equal(t, CodeTooLarge, codeOf(t, err))

	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for i := range 50_001 {
		_, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint("xl/worksheets/", i, ".xml")})
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	_, err = ReadFrom(bytes.NewReader(many.Bytes()), "a.xlsx", Options{})
	assert.Equal(t, CodeTooLarge, codeOf(t, err))

	// A part that says it is 3 GB.
	data := changedSheet(t, func(s string) string { return s + " " })
	i := bytes.LastIndex(data, []byte(one))
	binary.LittleEndian.PutUint32(data[i-46+24:], 3<<30)
	_, err = ReadFrom(bytes.NewReader(data), "a.xlsx", Options{})
	assert.Equal(t, CodeTooLarge, codeOf(t, err))

	bomb := changedSheet(t, func(s string) string {
		return `<!DOCTYPE a [<!ENTITY x "` + strings.Repeat("x", 1000) + `">]>` + s
	})
	_, err = ReadFrom(bytes.NewReader(bomb), "a.xlsx", Options{})
	if err != nil {
		codeOf(t, err)
	}
}

func TestMacroWorkbookKeepsItsKind(t *testing.T) {
	data := repack(t, workbook(t, goods, func(f *excelize.File) {
		require.NoError(t, f.AddVBAProject(append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...)))
	}), func(name string, part []byte) []byte {
		return bytes.Replace(part, []byte("spreadsheetml.sheet.main+xml"), []byte("sheet.macroEnabled.main+xml"), 1)
	})
	data = bytes.ReplaceAll(data, []byte("application/vnd.openxmlformats-officedocument.sheet.macro"), []byte("application/vnd.ms-excel.sheet.macro"))
	path := writeFile(t, "宏.xlsm", data)
	_, out := check(t, path, faulty)
	assert.Equal(t, ".xlsm", filepath.Ext(out))
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	was := zipParts(t, data)
	assert.Equal(t, was["xl/vbaProject.bin"], zipParts(t, got)["xl/vbaProject.bin"])
	table := mustRead(t, path)
	assert.Equal(t, CodeOutput, codeOf(t, table.WriteChecked(filepath.Join(t.TempDir(), "a.xlsx"), nil)))
}

func TestSignatureIsDroppedAndSaid(t *testing.T) {
	path := workbook(t, goods)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	parts := zipParts(t, data)
	parts["_rels/.rels"] = strings.Replace(parts["_rels/.rels"], "</Relationships>",
		`<Relationship Id="sig" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`, 1)
	parts["_xmlsignatures/origin.sigs"], parts["_xmlsignatures/sig1.xml"] = "", "<Signature/>"
	for name, content := range parts {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	table, marked := check(t, writeFile(t, "签.xlsx", out.Bytes()), faulty)
	require.Len(t, table.Notices, 1)
	assert.Contains(t, table.Notices[0].ZH, "数字签名")
	got, err := os.ReadFile(marked)
	require.NoError(t, err)
	for name, part := range zipParts(t, got) {
		assert.NotContains(t, name, "_xmlsignatures")
		assert.NotContains(t, part, "digital-signature")
	}
}

// The exports beside the repository, where they are, come through unharmed.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("../../../shared/samples/*.xlsx")
	require.NoError(t, err)
	for _, path := range files {
		if strings.Contains(path, "truncated") {
			_, err := Read(path, Options{})
			assert.Equal(t, CodeDamaged, codeOf(t, err))
			continue
		}
		table, out := check(t, path, faulty)
		assert.NotEmpty(t, table.Titles)
		assert.Empty(t, table.Notices)
		again, _ := check(t, out, faulty)
		assert.Equal(t, texts(table), texts(again))
		_, clean := applied(t, out)
		assert.Equal(t, rowsOf(t, path), rowsOf(t, clean))
	}
}
