package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/titlelint/titlelint/lint/sheet"
)

// describe says on stderr what was read, so that a wrong guess is seen.
func (r *run) describe(t *sheet.Table) {
	out := r.Stderr
	if r.flags.columns {
		out = r.Stdout
	} else if r.flags.quiet || r.flags.format != "text" {
		return
	}
	name := inputName(t.File)
	if t.Sheet != "" {
		name += r.say(" 工作表「", " sheet ") + t.Sheet + r.say("」", "")
	}
	var columns []string
	for _, c := range t.Columns {
		columns = append(columns, c.Letter+" "+c.Header)
	}
	fmt.Fprintf(out, r.say("%s：%d 个标题", "%s: %d titles"), name, len(t.Titles))
	if len(columns) > 0 {
		fmt.Fprintf(out, r.say("；列：%s", "; columns: %s"), strings.Join(columns, r.say("、", ", ")))
	}
	fmt.Fprintln(out)
	if len(t.OtherSheets) > 0 {
		fmt.Fprintf(out, r.say("  没有检查的工作表：%s；要检查哪个，就加 --sheet 表名\n", "  sheets not checked: %s; name one with --sheet\n"),
			strings.Join(t.OtherSheets, r.say("、", ", ")))
	}
	skipped := map[string]int{}
	var order []string
	for _, s := range t.Skipped {
		reason := s.Reason.In(r.language())
		if skipped[reason] == 0 {
			order = append(order, reason)
		}
		skipped[reason]++
	}
	for _, reason := range order {
		fmt.Fprintf(out, r.say("  跳过 %d 行：%s\n", "  skipped %d rows: %s\n"), skipped[reason], reason)
	}
}

// barFrom is the number of titles from which a progress bar is worth its place.
const barFrom = 5000

// progress returns what draws a bar on a terminal, or nil where there is no
// terminal or the work is short.
func (r *run) progress(total int) func(done int) {
	if total < barFrom || r.flags.quiet || !isTerminal(r.Stderr) {
		return nil
	}
	start := time.Now()
	return func(done int) {
		rate := float64(done) / max(time.Since(start).Seconds(), 1e-3)
		const width = 30
		full := width * done / total
		left := time.Duration(float64(total-done) / rate * float64(time.Second)).Round(time.Second)
		fmt.Fprintf(r.Stderr, r.say("\r[%s%s] %d/%d  %.0f 行/秒  还要 %s ", "\r[%s%s] %d/%d  %.0f rows/s  %s left "),
			strings.Repeat("#", full), strings.Repeat(".", width-full), done, total, rate, left)
		if done == total {
			fmt.Fprint(r.Stderr, "\r\x1b[K")
		}
	}
}
