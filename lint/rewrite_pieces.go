package lint

import (
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// piece is a stretch of the title that stays, moves or goes as one.
type piece struct {
	text.Span // in the restored title
	text      string
	folded    string
	canonical string
	kind      text.Kind
	entry     *dict.Entry
	role      text.Role
	known     bool // its meaning is known, from the lexicon or from its form
	core      bool // names the goods
	host      bool // tells what the goods fit: a brand, a model, a device
	glued     bool // a suffix of the piece before it
	residual  bool // what is left of a dropped name of the goods: 铁皮 of 铁皮柜
	dropped   bool
	rule      string // that made it drop; "" where it repeats or says nothing
}

func (c *piece) grammar() string {
	if c.entry == nil {
		return ""
	}
	return c.entry.Attr("role")
}

func (c *piece) len() int { return len([]rune(c.text)) }

// read cuts the restored title into pieces: its terms, of which those are one
// piece that mean something only together.
func (w *rewrite) read() {
	w.core = -1
	main := -1
	if len(w.Core) > 0 {
		main = w.Core[0]
	}
	for i := 0; i < len(w.Terms); {
		n, kind := w.together(i, main)
		if n == 0 {
			w.split(i, i == main)
			i++
			continue
		}
		c := w.join(i, i+n, kind)
		if w.Terms[i].Folded == "【" {
			c = w.bracketed(i, i+n)
		}
		w.pieces = append(w.pieces, c)
		i += n
	}
	for i := range w.pieces {
		if w.pieces[i].core {
			w.core = i
		}
	}
}

// split adds term i as a piece, or as two where it holds a fact and a word
// that goes: 秋冬 in 秋冬新款.
func (w *rewrite) split(i int, core bool) {
	t := &w.Terms[i]
	c := piece{Span: t.Span, text: t.Text, folded: t.Folded, canonical: t.Canonical, kind: t.Kind, entry: t.Entry, role: t.Role, known: t.Known, core: core}
	if weightless(t.Kind) && t.Len() >= 4 {
		head := string([]rune(t.Folded)[:2])
		if e := w.lex.As(head, dict.Season); e != nil {
			w.pieces = append(w.pieces, w.part(c, 0, 2, e), w.part(c, 2, t.Len(), t.Entry))
			return
		}
	}
	if last := t.Len() - 1; weightless(t.Kind) && last >= 2 && (strings.HasSuffix(t.Folded, "女") || strings.HasSuffix(t.Folded, "男")) {
		if e := w.lex.As(t.Folded[len(t.Folded)-len("女"):], dict.Audience); e != nil {
			w.pieces = append(w.pieces, w.part(c, 0, last, t.Entry), w.part(c, last, last+1, e)) // 新款女
			return
		}
	}
	w.pieces = append(w.pieces, c)
}

// part returns the runes [from, to) of a piece as a piece of its own with the
// meaning of e.
func (w *rewrite) part(c piece, from, to int, e *dict.Entry) piece {
	r := []rune(c.text)
	c.Span = text.Span{Start: c.Start + from, End: c.Start + to}
	c.text = string(r[from:to])
	c.folded = string([]rune(c.folded)[from:to])
	c.canonical = c.folded
	c.role, c.core = text.NoRole, false
	if e != nil {
		c.kind, c.entry, c.known, c.canonical = e.Kind, e, true, e.Canonical
	} else {
		c.kind, c.entry, c.known = dict.Other, nil, false
	}
	return c
}

// join returns the terms [i, j) as one piece.
func (w *rewrite) join(i, j int, kind text.Kind) piece {
	s := text.Span{Start: w.Terms[i].Start, End: w.Terms[j-1].End}
	written := strings.Join(strings.FieldsFunc(w.Text(s), unicode.IsSpace), " ")
	folded := w.lex.Folder.FoldString(written)
	return piece{Span: s, text: written, folded: folded, canonical: folded, kind: kind, known: true}
}

// bracketed returns the brand that stands between the brackets i and j-1 as a
// piece; the layout writes its own brackets.
func (w *rewrite) bracketed(i, j int) piece {
	c := w.join(i+1, j-1, dict.Brand)
	c.Span = text.Span{Start: w.Terms[i].Start, End: w.Terms[j-1].End}
	c.entry, c.canonical = w.Terms[i+1].Entry, w.Terms[i+1].Canonical
	return c
}
