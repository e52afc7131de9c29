package sheet

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxSpan bounds colspan, so that a few bytes cannot ask for endless cells.
const maxSpan = 1000

// openHTML makes a page of each table. Rows count within their table; a table
// in a cell is a page of its own and not part of the cell's text.
func (b *book) openHTML() error {
	b.kind = kindHTML
	root, err := html.Parse(strings.NewReader(b.text))
	if err != nil {
		return damaged(err)
	}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Table {
			b.pages = append(b.pages, page{rows: htmlRows(n)})
		}
	}
	if len(b.pages) == 0 {
		return &Error{Code: CodeUnsupported,
			Problem: Text{ZH: "这是网页，里面没有表格", EN: "this is a web page without a table"},
			Cure:    Text{ZH: "请重新导出；如果打开后是登录页，请先登录再下载", EN: "export it again; if it shows a login page, log in first"}}
	}
	return nil
}

func htmlRows(table *html.Node) rowSeq {
	return func(yield func(row, error) bool) {
		down := map[int]int{} // rows that a rowspan still covers, by column
		r := row{}
		for tr := range within(table, atom.Tr) {
			r.number++
			r.cells = nil
			for td := range tr.ChildNodes() {
				if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
					continue
				}
				for down[len(r.cells)] > 0 {
					down[len(r.cells)]--
					r.cells = append(r.cells, "")
				}
				col := len(r.cells)
				r.cells = append(r.cells, htmlText(td))
				for i := 1; i < span(td, "colspan"); i++ {
					r.cells = append(r.cells, "")
				}
				if rows := span(td, "rowspan"); rows > 1 {
					for i := col; i < len(r.cells); i++ {
						down[i] = rows - 1
					}
				}
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// within yields the nodes of one kind below n, but not those of inner tables.
func within(n *html.Node, kind atom.Atom) func(func(*html.Node) bool) {
	var walk func(n *html.Node, yield func(*html.Node) bool) bool
	walk = func(n *html.Node, yield func(*html.Node) bool) bool {
		for c := range n.ChildNodes() {
			if c.DataAtom == kind && !yield(c) {
				return false
			}
			if c.DataAtom != atom.Table && !walk(c, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(*html.Node) bool) { walk(n, yield) }
}

func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attribute(n, key)))
	if err != nil {
		return 1
	}
	return min(max(v, 1), maxSpan)
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// htmlText returns the text of a cell as a browser shows it: white space
// collapsed, a line for each <br>. Excel keeps all digits of a number in x:num.
func htmlText(td *html.Node) string {
	if v := attribute(td, "x:num"); v != "" {
		return v
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(strings.Map(func(r rune) rune {
					if r == '\n' || r == '\r' || r == '\t' {
						return ' '
					}
					return r
				}, c.Data))
			case c.DataAtom == atom.Br:
				b.WriteByte('\n')
			case c.DataAtom != atom.Table && c.DataAtom != atom.Script && c.DataAtom != atom.Style:
				walk(c)
			}
		}
	}
	walk(td)
	var out []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		out = append(out, strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\u00A0' }), " "))
	}
	return strings.Trim(strings.Join(out, "\n"), "\n")
}
