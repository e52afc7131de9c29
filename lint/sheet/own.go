package sheet

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// ownPrefix begins the hidden names by which our columns and sheets are known
// again in a workbook, wherever they were moved and whatever they are called
// by then. A header or a sheet that only reads like ours is never taken for it.
const ownPrefix = "_titlelint_"

// The names of our columns, in their order from the left, and of our sheets,
// in the order of their tabs.
var (
	ownColumns = []string{"result", "problems", "suggestion", "accept", "remark"}
	ownSheets  = []string{"summary", "findings", "rules", "state"}
)

// ownMarks says what of a workbook an earlier run added.
type ownMarks struct {
	sheet   string         // the sheet that was checked
	columns map[string]int // by the name without its prefix; from 0
	sheets  map[string]string
}

func findOwn(w *xlsx.Workbook) ownMarks {
	own := ownMarks{columns: map[string]int{}, sheets: map[string]string{}}
	for _, n := range w.Names {
		name, ok := strings.CutPrefix(n.Name, ownPrefix)
		if !ok || !n.Hidden {
			continue
		}
		sheet, column, ok := n.Column()
		switch {
		case !ok: // she deleted it
		case slices.Contains(ownColumns, name):
			own.sheet, own.columns[name] = sheet, column
		case slices.Contains(ownSheets, name):
			own.sheets[name] = sheet
		}
	}
	return own
}

// in returns our columns in the sheet of that name.
func (o ownMarks) in(sheet string) (columns []int) {
	if o.sheet != sheet {
		return nil
	}
	for _, c := range o.columns {
		columns = append(columns, c)
	}
	return columns
}

// isSheet reports whether an earlier run added the sheet of that name.
func (o ownMarks) isSheet(name string) bool {
	for _, s := range o.sheets {
		if s == name {
			return true
		}
	}
	return false
}
