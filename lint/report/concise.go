package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/titlelint/titlelint/lint"
)

// Concise writes a line for each finding to be shown, as editors read them:
// file:line:col: severity code message. Workbooks have no lines: there the
// row stands for the line, and the column counts the runes of the title.
func Concise(w io.Writer, results []lint.Result) error {
	b := bufio.NewWriter(w)
	for _, r := range results {
		for _, f := range r.Findings {
			if !f.Shown() {
				continue
			}
			start := 0
			if len(f.Spans) > 0 {
				start = f.Spans[0].Start
			}
			line, column := r.Source.At(start)
			if line == 0 {
				line, column = r.Source.Row, start+1
			}
			name := r.Source.File
			if name == "" {
				name = "-"
			}
			fmt.Fprintf(b, "%s:%d:%d: %s %s %s\n", name, line, column, f.Severity, f.Rule, f.Message)
		}
	}
	return b.Flush()
}
