package lint

import (
	"slices"
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
	stated    bool // a name of the brand that the head of the title gives in two scripts
	residual  bool // what is left of a dropped name of the goods: 铁皮 of 铁皮柜
	dropped   bool
	rule      string // that made it drop; "" where it repeats or says nothing
}

// term returns the piece as a product noun, for comparison with those of the
// title.
func (c *piece) term() *text.Term {
	return &text.Term{Folded: c.folded, Canonical: c.canonical, Entry: c.entry, Kind: dict.Category}
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
		if last := &w.Terms[i+n-1]; kind == dict.Category {
			c.entry, c.canonical, c.role = last.Entry, last.Canonical, last.Role
		}
		if i == 0 && n == w.twinAt(i, main) {
			w.pieces = append(w.pieces, w.twins(i, i+n)...)
		} else if kind == dict.Brand && w.Terms[i].Folded != "【" {
			w.pieces = append(w.pieces, w.partNames(c)...)
		} else {
			w.pieces = append(w.pieces, c)
		}
		i += n
	}
	w.findCore()
}

// findCore remembers where the main noun stands.
func (w *rewrite) findCore() {
	w.core = slices.IndexFunc(w.pieces, func(c piece) bool { return c.core })
}

// split adds term i as a piece, or as two where it holds a fact and a word
// that goes: 秋冬 in 秋冬新款.
func (w *rewrite) split(i int, core bool) {
	t := &w.Terms[i]
	c := piece{Span: t.Span, text: t.Text, folded: t.Folded, canonical: t.Canonical, kind: t.Kind, entry: t.Entry, role: t.Role, known: t.Known, core: core}
	if t.Folded == "子女" && i > 0 && w.Adjacent(i-1) && w.Terms[i-1].Kind == dict.Category {
		if e := w.lex.As("女", dict.Audience); e != nil {
			w.pieces = append(w.pieces, w.part(c, 0, 1, nil), w.part(c, 1, 2, e)) // 鞋子女
			return
		}
	}
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

// partNames parts a name into the names of the maker and the model: 荣耀20 into
// 荣耀 and 20, Acne Studios Steffey into the house and the series.
func (w *rewrite) partNames(c piece) []piece {
	var out []piece
	at := c.Start
	for i := range w.Terms {
		t := &w.Terms[i]
		if t.Kind != dict.Brand || t.Entry == nil || t.Start != at || t.End > c.End {
			continue
		}
		out = append(out, piece{Span: t.Span, text: t.Text, folded: t.Folded, canonical: t.Canonical, kind: dict.Brand, entry: t.Entry, known: true})
		for at = t.End; at < c.End && unicode.IsSpace(w.Runes[at]); at++ {
		}
	}
	if at == c.Start {
		return []piece{c} // the row's own, or two houses
	}
	if at < c.End {
		c.Span = text.Span{Start: at, End: c.End}
		c.text = strings.Join(strings.FieldsFunc(w.Text(c.Span), unicode.IsSpace), " ")
		c.folded = w.lex.Folder.FoldString(c.text)
		c.canonical, c.kind = c.folded, dict.Series
		if strings.ContainsAny(c.text, "0123456789") || len(c.text) <= 3 {
			c.kind = dict.Model
		}
		out = append(out, c)
	}
	return out
}

// twins parts the stretch of a brand in two scripts into the two names and the
// marks.
func (w *rewrite) twins(i, j int) []piece {
	var out []piece
	for k := i; k < j; k++ {
		t := &w.Terms[k]
		if t.Kind == dict.Mark {
			out = append(out, piece{Span: t.Span, text: t.Text, folded: t.Folded, canonical: t.Folded, kind: dict.Mark, known: true})
			continue
		}
		from := k
		for k+1 < j && w.Terms[k+1].Kind != dict.Mark && ascii(w.Terms[k+1].Folded) == ascii(t.Folded) {
			k++
		}
		c := w.join(from, k+1, dict.Brand)
		c.canonical = w.Terms[i].Canonical // both names are one brand
		if from == k {
			c.entry = t.Entry
		}
		c.stated, c.known = true, true
		out = append(out, c)
	}
	return out
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
	known := kind != dict.Other && !(kind == dict.Brand && w.Terms[i].Kind == dict.Brand && !w.Terms[i].Known) && kind != dict.Series
	return piece{Span: s, text: written, folded: folded, canonical: folded, kind: kind, known: known}
}

// bracketed returns the brand that stands between the brackets i and j-1 as a
// piece; the layout writes its own brackets.
func (w *rewrite) bracketed(i, j int) piece {
	c := w.join(i+1, j-1, dict.Brand)
	c.Span = text.Span{Start: w.Terms[i].Start, End: w.Terms[j-1].End}
	c.entry, c.canonical = w.Terms[i+1].Entry, w.Terms[i+1].Canonical
	return c
}
