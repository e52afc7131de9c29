package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// extensions maps the content type of a workbook's main part to the only
// extension under which Excel opens it.
var extensions = []struct{ contentType, ext string }{
	{"sheet.macroEnabled.main+xml", ".xlsm"},
	{"template.macroEnabled.main+xml", ".xltm"},
	{"spreadsheetml.template.main+xml", ".xltx"},
}

func workbookExtension(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ".xlsx"
	}
	for _, f := range z.File {
		if !strings.EqualFold(f.Name, "[Content_Types].xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			break
		}
		types, _ := io.ReadAll(io.LimitReader(r, 1<<24))
		r.Close()
		for _, e := range extensions {
			if bytes.Contains(types, []byte(e.contentType)) {
				return e.ext
			}
		}
	}
	return ".xlsx"
}
