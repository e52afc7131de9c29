package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// layout says where the header of a table is and what its columns mean.
type layout struct {
	header int // number of the header row, 0 where there is none
	cells  []string
	cols   map[Role]int // from 0

	titleKey string // of the header of the titles, by headerKey
}

// columns returns the chosen columns in the order of Roles.
func (l layout) columns() []Column {
	var cs []Column
	for _, r := range Roles() {
		i, ok := l.cols[r]
		if !ok {
			continue
		}
		c := Column{Role: r, Letter: letter(i), index: i}
		if i < len(l.cells) {
			c.Header = strings.TrimSpace(l.cells[i])
		}
		cs = append(cs, c)
	}
	return cs
}

// findLayout looks for the header in the first rows. Where it finds no title
// column, the error lists the headers of the fullest of these rows.
func findLayout(rows rowSeq, o Options) (layout, error) {
	var top []layout
	for r, err := range rows {
		if err != nil {
			return layout{}, err
		}
		if r.number > headerRows {
			break
		}
		cells := slices.Clone(r.cells)
		top = append(top, layout{header: r.number, cells: cells, cols: guess(cells)})
	}
	l, err := pickHeader(top, o)
	if err != nil {
		return layout{}, err
	}
	l.cols = cloneCols(l.cols)
	for _, role := range Roles() {
		want, ok := o.Columns[role]
		if !ok || want == "" {
			continue
		}
		i, ok := l.find(want)
		if !ok {
			return layout{}, noSuchColumn(role, want, l.cells)
		}
		for other, j := range l.cols {
			if _, fixed := o.Columns[other]; j == i && !fixed {
				delete(l.cols, other)
			}
		}
		l.cols[role] = i
	}
	l.titleKey = headerKey(cell(l.cells, l.cols[RoleTitle]))
	return l, nil
}

// pickHeader returns the header row among the top rows: the one that names the
// title and the most roles. Where the next row names the title too, that one
// is the header: Taobao's assistant writes English keys above Chinese headers.
func pickHeader(top []layout, o Options) (layout, error) {
	want := o.Columns[RoleTitle]
	best := -1
	for i, l := range top {
		_, named := l.cols[RoleTitle]
		if want != "" {
			named = indexHeader(l.cells, want) >= 0
		}
		if named && (best < 0 || len(l.cols) > len(top[best].cols)) {
			best = i
		}
	}
	for best >= 0 && best+1 < len(top) && top[best+1].header == top[best].header+1 {
		if _, again := top[best+1].cols[RoleTitle]; !again || want != "" {
			break
		}
		best++
	}
	if best >= 0 {
		return top[best], nil
	}
	fullest := layout{}
	for _, l := range top {
		if filled(l.cells) > filled(fullest.cells) {
			fullest = l
		}
	}
	if want == "" {
		return layout{}, noTitleColumn(fullest.cells)
	}
	// The title is given by letter: other known headers show the header row.
	known := layout{cols: map[Role]int{}}
	for _, l := range top {
		if len(l.cols) > len(known.cols) {
			known = l
		}
	}
	if known.header == 0 {
		known.cells = fullest.cells
		if i, ok := columnIndex(want); !ok || i >= len(fullest.cells) {
			return layout{}, noSuchColumn(RoleTitle, want, fullest.cells)
		}
		// No header: name the width only, the cells are data.
		known.cells = make([]string, len(fullest.cells))
	}
	return known, nil
}

// find returns the column that want names by header or by letter.
func (l layout) find(want string) (int, bool) {
	if i := indexHeader(l.cells, want); i >= 0 {
		return i, true
	}
	i, ok := columnIndex(want)
	return i, ok && i < len(l.cells)
}

func indexHeader(cells []string, want string) int {
	key := headerKey(want)
	return slices.IndexFunc(cells, func(c string) bool { return key != "" && len(c) < 400 && headerKey(c) == key })
}

// columnIndex reads a column letter, A to XFD, as an index from 0.
func columnIndex(letter string) (int, bool) {
	n, err := excelize.ColumnNameToNumber(strings.TrimSpace(letter))
	return n - 1, err == nil
}

// letter is the inverse of columnIndex.
func letter(index int) string {
	s, _ := excelize.ColumnNumberToName(index + 1)
	return s
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

func cloneCols(cols map[Role]int) map[Role]int {
	c := make(map[Role]int, len(cols))
	for r, i := range cols {
		c[r] = i
	}
	return c
}

// checkRoles refuses a role that does not exist.
func checkRoles(o Options) error {
	var names []string
	for _, r := range Roles() {
		names = append(names, string(r))
	}
	var unknown []string
	for role := range o.Columns {
		if !slices.Contains(names, string(role)) {
			unknown = append(unknown, string(role))
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	all := strings.Join(names, ", ")
	return &Error{Code: CodeColumn,
		Problem: Text{ZH: fmt.Sprintf("没有叫「%s」的列用途", unknown[0]), EN: fmt.Sprintf("there is no column role %q", unknown[0])},
		Cure:    Text{ZH: "可用的有 " + all + didYouMean(unknown[0], names).ZH, EN: "use one of " + all + didYouMean(unknown[0], names).EN}}
}

func noTitleColumn(cells []string) *Error {
	list := listHeaders(cells)
	return &Error{Code: CodeNoTitleColumn,
		Problem: Text{ZH: fmt.Sprintf("前 %d 行里找不到标题列（现有列：%s）", headerRows, list.ZH),
			EN: fmt.Sprintf("no title column within the first %d rows (columns there are: %s)", headerRows, list.EN)},
		Cure: Text{ZH: "请把标题列的表头改成「商品名称」，或用 --title-column 写明标题列的表头或列号（设置文件里是 columns 的 title）",
			EN: "name the header of the title column 商品名称, or give its header or letter by --title-column (columns: title in the configuration)"}}
}

func noSuchColumn(role Role, want string, cells []string) *Error {
	list, near := listHeaders(cells), didYouMean(want, cells)
	return &Error{Code: CodeColumn,
		Problem: Text{ZH: fmt.Sprintf("列设置 %s：没有叫「%s」的列", role, want), EN: fmt.Sprintf("column setting %s: there is no column %q", role, want)},
		Cure:    Text{ZH: "现有列：" + list.ZH + near.ZH, EN: "the columns are: " + list.EN + near.EN}}
}

// listHeaders names the filled cells with their letters, the first twenty.
func listHeaders(cells []string) Text {
	var names []string
	for i, c := range cells {
		if c = strings.Join(strings.Fields(c), " "); c == "" {
			continue
		}
		if len(names) == 20 {
			names = append(names, "…")
			break
		}
		if rs := []rune(c); len(rs) > 20 {
			c = string(rs[:20]) + "…"
		}
		names = append(names, letter(i)+" "+c)
	}
	if len(names) == 0 {
		return Text{ZH: "没有", EN: "none"}
	}
	return Text{ZH: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
}
