package xlsx

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Tail is what stands behind the rows of a worksheet.
type Tail struct{ n *node }

var cfPriority = regexp.MustCompile(`priority="(\d+)"`)

// Condition is a rule of a conditional format: cells that fulfil the formula
// get the format.
type Condition struct {
	Formula string
	Format  int // number of a dxf
}

// AddConditions adds a conditional format for the cells of ref, behind all
// others.
func (t *Tail) AddConditions(ref string, conditions []Condition) {
	last := 0
	for _, k := range t.n.kids {
		if k.name != "conditionalFormatting" && k.name != "extLst" {
			continue
		}
		for _, m := range cfPriority.FindAllSubmatch(k.raw, -1) {
			n, _ := parseInt(m[1])
			last = max(last, n)
		}
	}
	var b strings.Builder
	b.WriteString(`<conditionalFormatting sqref="` + ref + `">`)
	for i, c := range conditions {
		b.WriteString(`<cfRule type="expression" dxfId="` + strconv.Itoa(c.Format) + `" priority="` + strconv.Itoa(last+i+1) + `"><formula>` +
			string(appendEscaped(nil, c.Formula)) + `</formula></cfRule>`)
	}
	b.WriteString(`</conditionalFormatting>`)
	t.insert("conditionalFormatting", b.String())
}

// RemoveConditions takes the conditional formats away whose formulas hold mark.
func (t *Tail) RemoveConditions(mark string) {
	t.n.kids = slices.DeleteFunc(t.n.kids, func(k kid) bool {
		return k.name == "conditionalFormatting" && bytes.Contains(k.raw, []byte(mark))
	})
}

// AddList lets the cells of ref take one of the words only.
func (t *Tail) AddList(ref string, words []string) error {
	return t.n.edit(worksheetOrder, "dataValidations", func(l *node) {
		l.add("dataValidation", prefixed(t.n.prefix(), `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="`+ref+`"><formula1>"`+
			strings.Join(words, ",")+`"</formula1></dataValidation>`))
		l.setCount("dataValidation")
	})
}

// RemoveLists takes the validations away that concern cells of the columns
// only.
func (t *Tail) RemoveLists(columns []int) error {
	i := t.n.index("dataValidations")
	if i < 0 {
		return nil
	}
	l, err := parseNode(t.n.kids[i].raw)
	if err != nil {
		return err
	}
	before := len(l.kids)
	l.kids = slices.DeleteFunc(l.kids, func(k kid) bool {
		ref, _ := attr(tagAttrs(firstTag(k.raw)), "sqref")
		return k.name == "dataValidation" && insideColumns(ref, columns)
	})
	switch {
	case len(l.kids) == before:
		return nil
	case l.count("dataValidation") == 0:
		t.n.kids = slices.Delete(t.n.kids, i, i+1)
		return nil
	}
	l.setCount("dataValidation")
	t.n.kids[i].raw = l.bytes()
	return nil
}

// firstTag returns the start tag of an element. A > in a value of an attribute
// ends it too early, which leaves that attribute out.
func firstTag(raw []byte) []byte { return raw[:bytes.IndexByte(raw, '>')+1] }

// insideColumns reports whether all cells of a list of ranges are in the columns.
func insideColumns(ref string, columns []int) bool {
	for _, r := range strings.Fields(ref) {
		first, last, _ := strings.Cut(r, ":")
		a, _, ok := parseColumn([]byte(first))
		b := a
		if last != "" {
			b, _, _ = parseColumn([]byte(last))
		}
		for c := a; c <= b; c++ {
			if !ok || !slices.Contains(columns, c) {
				return false
			}
		}
	}
	return ref != ""
}

func (t *Tail) insert(name, fragment string) {
	t.n.insert(worksheetOrder, name, prefixed(t.n.prefix(), fragment))
}
