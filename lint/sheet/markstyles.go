package sheet

import (
	"cmp"
	"maps"
	"slices"

	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// colouredVerdicts are the results that have a colour. The first three colour
// the title too.
var colouredVerdicts = []string{"错误", "警告", "提示", "通过", unchecked}

// fills are their colours, those of Excel's own styles for bad, neutral and
// good cells.
var fills = [][2]string{{"FFC7CE", "9C0006"}, {"FFEB9C", "7F6000"}, {"DDEBF7", "1F4E78"}, {"C6EFCE", "006100"}, {"EDEDED", "595959"}}

// markStyles are the numbers of our formats in a workbook.
type markStyles struct {
	column             []int // of the cells in each of our columns
	fills              []int // of conditional formats, as colouredVerdicts
	text, header, link int   // of our sheets
}

func addMarkStyles(p *xlsx.Patch) (s markStyles, err error) {
	var dxfs []string
	for _, c := range fills {
		dxfs = append(dxfs, xlsx.Fill(c[0], c[1]))
	}
	if s.fills, err = p.AddStyles("dxfs", dxfs...); err != nil {
		return s, err
	}
	fonts, err := p.AddStyles("fonts", `<font><b/><sz val="11"/></font>`, `<font><u/><sz val="11"/><color rgb="FF0563C1"/></font>`)
	if err != nil {
		return s, err
	}
	// What she is to fill in stays open in a protected sheet.
	xfs, err := p.AddStyles("cellXfs", xlsx.Format(false, true, false, 0), xlsx.Format(true, false, false, 0), xlsx.Format(true, false, true, 0),
		xlsx.Format(false, true, true, 0), xlsx.Format(false, false, false, fonts[0]), xlsx.Format(false, false, false, fonts[1]))
	if err != nil {
		return s, err
	}
	s.column = []int{xfs[0], xfs[1], xfs[2], xfs[3], xfs[2]}
	s.text, s.header, s.link = xfs[1], xfs[4], xfs[5]
	return s, nil
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
