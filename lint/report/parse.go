package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/text"
)

// Term is a term of a title in the format of parse.
type Term struct {
	Text      string `json:"text"`
	Kind      string `json:"kind"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Canonical string `json:"canonical"`
	Known     bool   `json:"known"`
}

// Parsed is a title in the format of parse.
type Parsed struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Core  []string `json:"core"`
	Terms []Term   `json:"terms"`
}

// ParsedLine returns the terms of a title for programs. Marks are no terms
// there.
func ParsedLine(t lint.Title, p *text.Parsed) Parsed {
	out := Parsed{ID: t.ID, Title: t.Text, Core: []string{}, Terms: []Term{}}
	for _, i := range p.Named() {
		out.Core = append(out.Core, p.Terms[i].Text)
	}
	for i := range p.Terms {
		x := &p.Terms[i]
		if x.Kind == dict.Mark {
			continue
		}
		out.Terms = append(out.Terms, Term{x.Text, x.Kind.Public(), x.Start, x.End, x.Canonical, x.Known})
	}
	return out
}

// kindColors paint the terms of parse.
var kindColors = map[text.Kind]string{
	dict.Brand: "35", dict.Category: green, dict.Material: cyan, dict.Function: cyan, dict.Audience: yellow,
	dict.Scene: yellow, dict.Season: yellow, dict.Promo: faint, dict.Hype: faint, dict.Mark: faint,
}

// Terms writes a title as its terms with their kinds, the core noun marked by *.
func Terms(w io.Writer, p *text.Parsed, s Style) {
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind == dict.Mark {
			fmt.Fprint(w, s.paint(faint, t.Text), " ")
			continue
		}
		mark := ""
		if slices.Index(p.Core, i) == 0 {
			mark = "*"
		}
		unknown := ""
		if !t.Known {
			unknown = "?"
		}
		fmt.Fprintf(w, "%s%s%s ", s.paint(kindColors[t.Kind], t.Text+mark), s.paint(faint, "/"+t.Kind.Public()), unknown)
	}
	fmt.Fprintln(w)
}
