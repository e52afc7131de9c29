package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// swap is a stretch of the restored title that stands for another one of the
// original.
type swap struct {
	text.Span        // in the restored title; may be empty
	from, to  string // to holds a space where a mark stood between words
	rule      string
}

// restore makes the title plain before it is taken apart: characters that the
// API refuses become their twins, and disguised words of the goods their plain
// form. The pieces, and all that is decided of them, belong to the plain title.
//
// A plain word that itself breaks a rule is found then as any other word would
// be. A brand is never restored unless it is the row's own.
func (w *rewrite) restore() {
	edits := w.plainEdits()
	if len(edits) == 0 {
		return
	}
	var b strings.Builder
	at, length := 0, 0
	write := func(s string) { b.WriteString(s); length += len([]rune(s)) }
	for _, e := range edits {
		write(string(w.Runes[at:e.Start]))
		start := length
		write(e.Text)
		w.swaps = append(w.swaps, swap{text.Span{Start: start, End: length}, string(w.Runes[e.Start:e.End]), e.Text, e.rule})
		at = e.End
	}
	write(string(w.Runes[at:]))
	restored, p := w.linter.check(Title{Text: b.String(), Category: w.original.Category, Brand: w.original.Brand})
	w.restored, w.Parsed = &restored, p
}

type ruledEdit struct {
	Edit
	rule string
}

// plainEdits returns the edits that make the title plain, in rising order and
// without overlap; a restored word goes before its single characters.
func (w *rewrite) plainEdits() []ruledEdit {
	var edits []ruledEdit
	for _, rules := range [][]string{{"WX401", "WX402"}, {"WX002"}} {
		for _, f := range w.original.Findings {
			if !slices.Contains(rules, f.Rule) || f.AbsorbedBy != "" && f.Rule != "WX002" {
				continue
			}
			for _, e := range f.Fix.Edits {
				if slices.ContainsFunc(edits, func(x ruledEdit) bool { return x.Overlaps(e.Span) }) {
					continue
				}
				if f.Rule == "WX401" && !w.restorable(e.Text) {
					continue
				}
				if e.Text == "" && f.Rule == "WX002" && w.parts(e.Span) {
					e.Text = " "
				}
				edits = append(edits, ruledEdit{e, f.Rule})
			}
		}
	}
	slices.SortFunc(edits, func(a, b ruledEdit) int { return a.Start - b.Start })
	return edits
}

// restorable reports whether the plain word of a disguise may stand in a
// suggestion: a word of the goods, or the row's own brand.
func (w *rewrite) restorable(plain string) bool {
	if plain == "" {
		return false
	}
	folded := w.lex.Folder.FoldString(plain)
	if e := w.lex.As(folded, dict.Brand); e != nil {
		return w.Brand != "" && (strings.Contains(w.Brand, folded) || strings.Contains(folded, w.Brand))
	}
	return w.lex.As(folded, dict.Person) == nil && w.lex.As(folded, dict.IP) == nil
}

// parts reports whether the removed stretch took room, so that the words
// beside it do not run together.
func (w *rewrite) parts(s text.Span) bool {
	return slices.ContainsFunc(w.Runes[s.Start:s.End], func(r rune) bool { return !text.Invisible(r) })
}
