package lint

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// ShortTitle proposes a short title of at most 20 characters from the words of
// t: the brand, a season or a form, the product noun and one function or
// material. It returns "" where the title names no goods, or goods that may not
// be sold.
func (l *Linter) ShortTitle(t Title) string {
	r, p := l.check(t)
	w := &rewrite{linter: l, original: &r, restored: &r, Parsed: p, lex: l.options.Lexicon}
	w.restore()
	if firm(r.Findings, "WX703") || firm(w.restored.Findings, "WX703") {
		return ""
	}
	w.read()
	w.choose()
	if w.core < 0 || len(w.undecided()) > 0 {
		return ""
	}
	short := w.short()
	again, _ := l.check(Title{Text: short, Category: t.Category, Brand: t.Brand})
	if len([]rune(short)) > maxShort || again.Worst() == Error && !firm(again.Findings, "WX001") {
		return ""
	}
	return short
}

// short takes words in the order of their worth while they fit, and writes
// them in the order of a title.
func (w *rewrite) short() string {
	room := maxShort - w.pieces[w.core].len()
	var near []int // what belongs to the name of the goods comes first
	for i := w.core - 1; i >= 0 && w.fastened(i, i+1) && (w.leads(i) && (w.pieces[i].role == text.Modifier || !w.pieces[i].known) || w.pieces[i].kind == dict.Material || w.pieces[i].kind == dict.Flavour) && w.pieces[i].len() <= room; i-- {
		if !w.pieces[i].dropped {
			room -= w.pieces[i].len()
			near = append([]int{i}, near...)
		}
	}
	take := func(kinds ...text.Kind) int {
		for i := range w.pieces {
			c := &w.pieces[i]
			if !c.dropped && !c.core && !c.host && !slices.Contains(near, i) && slices.Contains(kinds, c.kind) && c.len() < room {
				room -= c.len()
				return i
			}
		}
		return -1
	}
	brand := take(dict.Brand)
	season := take(dict.Season, dict.Form, dict.Flavour)
	function := -1
	if room > 1 {
		room-- // the space before it
		function = take(dict.Function, dict.Material, dict.Use, dict.Scene, dict.Style)
	}
	out := &line{}
	for _, i := range slices.Concat([]int{brand, season}, near, []int{w.core}) {
		if i >= 0 {
			w.put(out, i)
		}
	}
	if function >= 0 && out.len()+1+w.pieces[function].len() <= maxShort {
		out.space()
		w.put(out, function)
	}
	return out.trimmed().String()
}
