package xlsx

import (
	"bytes"
	"slices"
	"strconv"
)

// worksheetOrder is the order of the elements in a worksheet, by ECMA-376.
var worksheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
	"protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
	"conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
	"colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
	"picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}

// head copies what stands before the rows.
func (s *sheetEditor) head() error {
	var all []byte
	for s.scanner.next() {
		if s.kind == tokStart && s.depth+btoi(s.empty) == 2 && string(s.name) == "sheetData" {
			// A root that is closed again makes a document of it.
			tag := bytes.Clone(s.raw)
			if !bytes.HasSuffix(s.open[:s.begin1()], []byte("worksheet")) {
				return doubt("no worksheet")
			}
			n, err := parseNode(append(all, "</"+string(s.open[:s.begin1()])+">"...))
			if err != nil {
				return err
			}
			s.prefix = n.prefix()
			if err := s.editHead(n); err != nil {
				return err
			}
			n.close, n.after = nil, nil
			s.out.Write(n.bytes())
			s.out.Write(tag)
			return nil
		}
		if all = append(all, s.raw...); len(all) > maxSmall {
			return ErrTooLarge
		}
	}
	if s.err == nil {
		return doubt("a worksheet without rows")
	}
	return s.err
}

// begin1 returns the end of the root's name among the open elements.
func (s *sheetEditor) begin1() int {
	if len(s.begin) > 1 {
		return s.begin[1]
	}
	return len(s.open)
}

func (s *sheetEditor) editHead(n *node) error {
	if i := n.index("dimension"); i >= 0 && s.LastRow > 0 && s.Wide > 0 {
		n.kids[i].raw = setAttr(n.kids[i].raw, "ref", "A1:"+ColumnLetters(s.Wide-1)+strconv.Itoa(s.LastRow))
	}
	if len(s.Columns) == 0 {
		return nil
	}
	err := n.edit(worksheetOrder, "cols", func(cols *node) { cols.kids = editColumns(cols.kids, s.prefix, s.Columns) })
	if i := n.index("cols"); err == nil && i >= 0 {
		if cols, _ := parseNode(n.kids[i].raw); cols != nil && cols.count("col") == 0 {
			n.kids = slices.Delete(n.kids, i, i+1) // it may not be empty
		}
	}
	return err
}

// editColumns cuts the ranges of columns at the new ones and puts these in.
func editColumns(cols []kid, prefix string, add []EditColumn) (all []kid) {
	type column struct {
		min int
		raw []byte
	}
	var list []column
	for _, k := range cols {
		if k.name != "col" {
			continue
		}
		lo, _ := attr(tagAttrs(k.raw), "min")
		hi, _ := attr(tagAttrs(k.raw), "max")
		from, _ := parseInt([]byte(lo))
		to, _ := parseInt([]byte(hi))
		cut := func(a, b int) {
			if a <= b {
				raw := setAttr(setAttr(k.raw, "min", strconv.Itoa(a)), "max", strconv.Itoa(b))
				list = append(list, column{a, raw})
			}
		}
		for _, c := range add {
			if n := c.Index + 1; n >= from && n <= to {
				cut(from, n-1)
				from = n + 1
			}
		}
		cut(from, to)
	}
	for _, c := range add {
		if c.Width == 0 {
			continue
		}
		n := strconv.Itoa(c.Index + 1)
		raw := `<col min="` + n + `" max="` + n + `" width="` + strconv.FormatFloat(c.Width, 'f', -1, 64) + `"`
		if c.Style > 0 {
			raw += ` style="` + strconv.Itoa(c.Style) + `"`
		}
		if c.Hidden {
			raw += ` hidden="1"`
		}
		list = append(list, column{c.Index + 1, prefixed(prefix, raw+` customWidth="1"/>`)})
	}
	slices.SortStableFunc(list, func(a, b column) int { return a.min - b.min })
	for _, c := range list {
		all = append(all, kid{"col", c.raw})
	}
	return all
}
