package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// marks are the results of a table by row. The texts are made when they are
// written, so that a large table does not hold them all at once.
type marks struct {
	results []lint.Result
	byRow   map[int]int32 // index in results, or below zero that of a skip
	skipped []Skip
	shift   int // rows by which the copy is moved down
	carried map[int]carried
}

// carried is what a person wrote beside the results of an earlier run.
type carried struct {
	accept, remark string
	suggestion     string // in place of ours, unless empty
}

// marks returns the results by row. It is an error if one is of another table.
func (t *Table) marks(results []lint.Result) (*marks, error) {
	m := &marks{results: results, skipped: t.Skipped, byRow: make(map[int]int32, len(results)+len(t.Skipped))}
	for i, s := range t.Skipped {
		m.byRow[s.Row] = int32(-1 - i)
	}
	known := make(map[int]bool, len(t.Titles))
	for _, title := range t.Titles {
		known[title.Source.Row] = true
	}
	for i := range results {
		r := &results[i]
		if r.Source.File != t.File || r.Source.Sheet != t.Sheet || !known[r.Source.Row] {
			return nil, &Error{Code: CodeOutput, File: t.File, Sheet: t.Sheet, Row: r.Source.Row,
				Problem: Text{ZH: fmt.Sprintf("结果「%s」不属于这个表格", r.ID), EN: fmt.Sprintf("result %q is not of this table", r.ID)}}
		}
		m.byRow[r.Source.Row] = int32(i)
	}
	return m, nil
}

// row returns the new cells of a row of the copy, in the order of
// checkedHeaders, or nil where it has none.
func (m *marks) row(number int) []string {
	number -= m.shift
	i, ok := m.byRow[number]
	if !ok {
		return nil
	}
	c := m.carried[number]
	if i < 0 {
		return []string{unchecked, m.skipped[-1-i].Reason.ZH, "", "", c.remark}
	}
	cells := mark(&m.results[i])
	cells[3], cells[4] = c.accept, c.remark
	if c.suggestion != "" {
		cells[2] = c.suggestion
	}
	return cells
}

// result returns the result in a row of the copy, or nil.
func (m *marks) result(number int) *lint.Result {
	if i, ok := m.byRow[number-m.shift]; ok && i >= 0 {
		return &m.results[i]
	}
	return nil
}

// rows returns the numbers of the rows of the copy that have results.
func (m *marks) rows() []int {
	rows := make([]int, 0, len(m.results))
	for row, i := range m.byRow {
		if i >= 0 {
			rows = append(rows, row+m.shift)
		}
	}
	slices.Sort(rows)
	return rows
}

func mark(r *lint.Result) []string {
	var problems []string
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Shown() {
			problems = append(problems, f.Rule+" "+f.Message)
		}
	}
	return []string{verdicts[r.Worst()], strings.Join(problems, "\n"), proposed(r), "", ""}
}

// proposed returns the title that a result proposes, or nothing.
func proposed(r *lint.Result) string {
	if r.Suggestion == nil {
		return ""
	}
	return r.Suggestion.Title
}
