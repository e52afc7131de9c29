package xlsx

import (
	"slices"
	"strconv"
	"strings"
)

var stylesOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}

// maxStyles is how many formats of cells a workbook may have.
const maxStyles = 64_000

// AddStyles adds formats to a list of the styles: a font to fonts, an xf to
// cellXfs, a dxf to dxfs, as elements without a prefix. It returns the number
// of each. Formats that are there already are taken.
func (p *Patch) AddStyles(list string, formats ...string) ([]int, error) {
	rels, err := p.relations(p.part)
	if err != nil {
		return nil, err
	}
	part := ""
	for _, r := range rels {
		if r.is("styles") && p.Has(r.Target) {
			part = r.Target
		}
	}
	if part == "" {
		return nil, doubt("a workbook without styles")
	}
	n, err := p.node(part)
	if err != nil {
		return nil, err
	}
	name := map[string]string{"fonts": "font", "cellXfs": "xf", "dxfs": "dxf"}[list]
	var numbers []int
	err = n.edit(stylesOrder, list, func(l *node) {
		for _, f := range formats {
			numbers = append(numbers, l.appendKid(name, prefixed(n.prefix(), f)))
		}
		l.setCount(name)
	})
	if err == nil && slices.Max(numbers) >= maxStyles {
		err = doubt("too many formats")
	}
	p.set(part, n.bytes())
	return numbers, err
}

// Fill returns a dxf that colours the ground and the characters of cells.
func Fill(ground, characters string) string {
	return `<dxf><font><color rgb="FF` + characters + `"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF` + ground +
		`"/><bgColor rgb="FF` + ground + `"/></patternFill></fill></dxf>`
}

// Format returns an xf for cells that hold text: aligned to the top, or not
// locked when the sheet is protected.
func Format(wrap, center, unlocked bool, font int) string {
	var b strings.Builder
	b.WriteString(`<xf numFmtId="49" fontId="` + strconv.Itoa(font) + `" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"`)
	if center {
		b.WriteString(` horizontal="center"`)
	}
	if wrap {
		b.WriteString(` wrapText="1"`)
	}
	b.WriteString("/>")
	if unlocked {
		b.WriteString(`<protection locked="0"/>`)
	}
	b.WriteString("</xf>")
	return b.String()
}
