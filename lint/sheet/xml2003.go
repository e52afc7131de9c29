package sheet

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// xlMaxColumns and xlMaxRows are Excel's limits.
const (
	xlMaxColumns = 16384
	xlMaxRows    = 1048576
)

// openXML makes a page of each worksheet of an XML Spreadsheet 2003. The
// whole text is read once here, so that a broken file is an error and no
// shorter table.
func (b *book) openXML() error {
	b.kind = kindXML
	d := xmlDecoder(b.text)
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return damaged(err)
		}
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "Worksheet" {
			b.pages = append(b.pages, page{name: xmlAttr(e, "Name"), rows: xmlRows(b.text, len(b.pages))})
		}
	}
	if len(b.pages) == 0 {
		return damaged(nil)
	}
	return nil
}

func xmlDecoder(text string) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(text))
	// The text is decoded already, whatever its declaration says.
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// xmlRows yields the rows of the sheet with the given number from 0.
func xmlRows(text string, sheet int) rowSeq {
	return func(yield func(row, error) bool) {
		d := xmlDecoder(text)
		r, current, col, inData, inComment := row{}, -1, 0, false, false
		var value strings.Builder
		for {
			tok, err := d.Token()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(row{}, damaged(err))
				return
			}
			switch e := tok.(type) {
			case xml.StartElement:
				if e.Name.Local == "Worksheet" {
					current++
				}
				if current != sheet {
					continue
				}
				index, _ := strconv.Atoi(xmlAttr(e, "Index")) // from 1; 0 is none
				switch e.Name.Local {
				case "Row":
					r.number++
					if index > r.number && index <= xlMaxRows {
						r.number = index
					}
					r.cells, col = nil, 0
				case "Cell":
					if index > col && index <= xlMaxColumns {
						col = index - 1
					}
					for len(r.cells) <= col && col < xlMaxColumns {
						r.cells = append(r.cells, "")
					}
					merged, _ := strconv.Atoi(xmlAttr(e, "MergeAcross"))
					value.Reset()
					col += 1 + min(max(merged, 0), xlMaxColumns)
				case "Comment": // has Data of its own
					inComment = true
				case "Data":
					inData = !inComment
				}
			case xml.CharData:
				if inData {
					value.Write(e)
				}
			case xml.EndElement:
				if current != sheet {
					continue
				}
				switch e.Name.Local {
				case "Comment":
					inComment = false
				case "Data":
					inData = false
				case "Cell":
					if len(r.cells) > 0 {
						r.cells[len(r.cells)-1] = value.String()
					}
				case "Row":
					if !yield(r, nil) {
						return
					}
				case "Worksheet":
					return
				}
			}
		}
	}
}
