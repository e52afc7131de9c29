// Command mkshot draws what a command printed on a terminal as
// examples/screenshot.svg. The lines come from stdin:
//
//	go build -o /tmp/titlelint ./cmd/titlelint
//	/tmp/titlelint check --lang zh --color always examples/store-export.xlsx |
//		go run ./examples/internal/mkshot 'titlelint check examples/store-export.xlsx' C9 C12 C34
//
// It draws the findings of the cells that are named and the summary at the end,
// as they came; a line with … stands for the others.
package main

import (
	"fmt"
	"html"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/width"
)

const (
	out    = "examples/screenshot.svg"
	column = 8.4 // width of a terminal column, in pixels
	line   = 21.0
	margin = 16.0
)

// elided stands for what is not drawn.
const elided = "\x1b[2m…\x1b[0m"

// colors paint the ANSI codes that lint/report uses.
var colors = map[string]string{"1": "#ffffff", "2": "#8b949e", "31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "36": "#79c0ff"}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: mkshot COMMAND CELL... < output")
		os.Exit(2)
	}
	if err := draw(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "mkshot:", err)
		os.Exit(1)
	}
}

func draw(command string, named []string) error {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	blocks := strings.Split(strings.TrimSpace(string(input)), "\n\n")
	lines := []string{"\x1b[32m$\x1b[0m " + command}
	for i, block := range blocks {
		first, _, _ := strings.Cut(ansi.ReplaceAllString(block, ""), "\n")
		wanted := i == len(blocks)-1 || slices.ContainsFunc(named, func(cell string) bool { return strings.Contains(first+" ", "!"+cell+" ") })
		switch {
		case wanted:
			lines = append(append(lines, strings.Split(block, "\n")...), "")
		case lines[len(lines)-1] != elided:
			lines = append(lines, elided)
		}
	}
	widest := 0
	for _, l := range lines {
		widest = max(widest, columns(ansi.ReplaceAllString(l, "")))
	}
	var b strings.Builder
	w, height := float64(widest)*column+2*margin, float64(len(lines))*line+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" font-family="ui-monospace, 'Sarasa Mono SC', 'Noto Sans Mono CJK SC', Menlo, Consolas, 'PingFang SC', 'Microsoft YaHei', monospace" font-size="14" xml:space="preserve">`+"\n", w, height, w, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>`+"\n")
	for i, l := range lines {
		text(&b, l, margin+float64(i)*line+line*0.75)
	}
	b.WriteString("</svg>\n")
	return os.WriteFile(out, []byte(b.String()), 0o666)
}

var ansi = regexp.MustCompile("\x1b\\[(\\d+)m")

// text draws a line. Every wide character and every stretch of narrow ones is
// placed at its column, so that underlines fit whatever fonts the reader has.
func text(b *strings.Builder, l string, y float64) {
	x, color := 0, "#c9d1d9"
	for l != "" {
		if at := ansi.FindStringSubmatchIndex(l); at != nil && at[0] == 0 {
			if color = colors[l[at[2]:at[3]]]; color == "" {
				color = "#c9d1d9"
			}
			l = l[at[1]:]
			continue
		}
		n, wide := 0, 0
		for i, r := range l {
			if i == 0 {
				wide = cells(r)
			}
			if r == '\x1b' || cells(r) != wide {
				break
			}
			n = i + len(string(r))
		}
		piece := l[:n]
		l = l[n:]
		took := columns(piece)
		if strings.TrimSpace(piece) != "" {
			fmt.Fprintf(b, `<text y="%.1f" fill="%s"`, y, color)
			if wide == 2 {
				b.WriteString(` font-size="16">`)
				for i, r := range []rune(piece) {
					fmt.Fprintf(b, `<tspan x="%.1f">%c</tspan>`, margin+float64(x+2*i)*column, r)
				}
			} else {
				fmt.Fprintf(b, ` x="%.1f" textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s`, margin+float64(x)*column, float64(took)*column, html.EscapeString(piece))
			}
			b.WriteString("</text>\n")
		}
		x += took
	}
}

func columns(s string) (n int) {
	for _, r := range s {
		n += cells(r)
	}
	return n
}

func cells(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
