package xlsx

import (
	"bufio"
	"io"
	"iter"
	"strconv"
)

// NewSheet is the content of a sheet of texts and numbers.
type NewSheet struct {
	Widths []float64
	Freeze int // rows at the top that stay when scrolling
	Filter bool
	Rows   iter.Seq[[]NewCell]
	Chart  *Chart
}

// NewCell is a cell of a new sheet. Text is taken as text whatever it looks
// like, unless Number is set.
type NewCell struct {
	Text   string
	Number bool
	Style  int
	Link   string // a reference within the workbook, such as '商品'!C2
}

func (n *NewSheet) write(w io.Writer, main, rel, drawing string) error {
	out := bufio.NewWriterSize(w, 64<<10)
	out.WriteString(xmlHead + `<worksheet xmlns="` + main + `"><sheetViews><sheetView workbookViewId="0"`)
	if n.Freeze > 0 {
		r := strconv.Itoa(n.Freeze)
		out.WriteString(`><pane ySplit="` + r + `" topLeftCell="A` + strconv.Itoa(n.Freeze+1) + `" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`)
	} else {
		out.WriteString(`/></sheetViews>`)
	}
	out.WriteString(`<sheetFormatPr defaultRowHeight="15"/>`)
	if len(n.Widths) > 0 {
		out.WriteString("<cols>")
		for i, width := range n.Widths {
			c := strconv.Itoa(i + 1)
			out.WriteString(`<col min="` + c + `" max="` + c + `" width="` + strconv.FormatFloat(width, 'f', -1, 64) + `" customWidth="1"/>`)
		}
		out.WriteString("</cols>")
	}
	out.WriteString("<sheetData>")
	var buf, links []byte
	row := 0
	for cells := range n.Rows {
		row++
		buf = append(strconv.AppendInt(append(buf[:0], `<row r="`...), int64(row), 10), `">`...)
		for i, c := range cells {
			style := strconv.Itoa(c.Style)
			switch {
			case c.Text == "" && c.Style == 0:
			case c.Number:
				buf = append(buf, `<c r="`+ColumnLetters(i)+strconv.Itoa(row)+`" s="`+style+`"><v>`+c.Text+`</v></c>`...)
			default:
				buf = appendCell(buf, "", i, row, style, c.Text)
			}
			if c.Link != "" {
				links = append(links, `<hyperlink ref="`+ColumnLetters(i)+strconv.Itoa(row)+`" location="`...)
				links = append(appendEscaped(links, c.Link), `"/>`...)
			}
		}
		out.Write(append(buf, "</row>"...))
	}
	out.WriteString("</sheetData>")
	if n.Filter && row > 0 {
		out.WriteString(`<autoFilter ref="A` + strconv.Itoa(max(1, n.Freeze)) + `:` + ColumnLetters(len(n.Widths)-1) + strconv.Itoa(row) + `"/>`)
	}
	if len(links) > 0 {
		out.WriteString("<hyperlinks>")
		out.Write(links)
		out.WriteString("</hyperlinks>")
	}
	if drawing != "" {
		out.WriteString(`<drawing xmlns:r="` + rel + `" r:id="` + drawing + `"/>`)
	}
	out.WriteString("</worksheet>")
	return out.Flush()
}
