package sheet

import (
	"archive/zip"
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Parts that we do not know come through byte for byte: WPS keeps pictures in
// cells in xl/cellimages.xml, Excel keeps threaded comments and their authors
// in parts of their own.
func TestUnknownPartsComeThrough(t *testing.T) {
	data, err := os.ReadFile(workbook(t, goods))
	require.NoError(t, err)
	parts := zipParts(t, data)
	foreign := map[string]string{
		"xl/cellimages.xml":                        `<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
		"xl/_rels/cellimages.xml.rels":             `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
		"xl/media/image1.png":                      "\x89PNG\r\n\x1a\n\x00not really a picture",
		"xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>`,
		"xl/persons/person.xml":                    `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>`,
	}
	var names []string
	for name, content := range foreign {
		parts[name] = content
	}
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	parts["[Content_Types].xml"] = strings.Replace(parts["[Content_Types].xml"], "</Types>",
		`<Default Extension="png" ContentType="image/png"/>`+
			`<Override PartName="/xl/cellimages.xml" ContentType="application/vnd.wps-officedocument.cellimage+xml"/>`+
			`<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>`+
			`<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>`, 1)
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, name := range names {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(parts[name]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())

	_, out := check(t, writeFile(t, "图片.xlsx", packed.Bytes()), faulty)
	marked, err := os.ReadFile(out)
	require.NoError(t, err)
	got := zipParts(t, marked)
	for name, content := range foreign {
		assert.Equal(t, content, got[name], name)
	}
	for _, kind := range []string{"cellimage+xml", "threadedcomments+xml", "person+xml"} {
		assert.Contains(t, got["[Content_Types].xml"], kind)
	}
}
