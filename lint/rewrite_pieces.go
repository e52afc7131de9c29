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

// together returns the number of terms from i on that mean something only
// together, and what they are; 0 where term i stands for itself. The main noun
// is never part of such a stretch.
func (w *rewrite) together(i, main int) (n int, kind text.Kind) {
	t := &w.Terms[i]
	if i == main {
		return 0, 0
	}
	switch {
	case t.Folded == "《":
		return w.untilMark(i, "》"), dict.Series
	case t.Folded == "【":
		j := i + 1
		for j < len(w.Terms) && w.Terms[j].Kind == dict.Brand && w.Terms[j].Canonical == w.Terms[i+1].Canonical {
			j++
		}
		if j > i+1 && j < len(w.Terms) && w.Terms[j].Folded == "】" {
			return j - i + 1, dict.Brand
		}
	case t.Kind == dict.Brand:
		if n := w.named(i, main); n > 1 {
			return n, dict.Brand
		}
	case w.modelRun(i, main) > 1:
		return w.modelRun(i, main), dict.Model
	case slices.Contains(measures, t.Folded) && i+1 < len(w.Terms) && w.Adjacent(i) && w.Terms[i+1].Kind == dict.Spec:
		return 2, dict.Spec
	case (t.Folded == "男款" || t.Folded == "男") && i+1 < len(w.Terms) && w.Adjacent(i) && (w.Terms[i+1].Folded == "女款" || w.Terms[i+1].Folded == "女"):
		return 2, dict.Audience
	case t.GrammarRole() == "with" && strings.Contains("带有含内置附带", t.Folded):
		return w.follow(i, main, 7), dict.Form
	case t.GrammarRole() == "for" && w.leadsToFact(i, main):
		return w.follow(i, main, 9), dict.Audience
	case !t.Known && t.Kind == dict.Other && t.Len() == 1 && strings.Contains(prefixes, t.Folded):
		return w.prefixed(i, main)
	case bareNumber(t):
		if i+1 < len(w.Terms) && i+1 != main && w.Adjacent(i) && w.Terms[i+1].Kind != dict.Mark && w.Terms[i+1].Kind != dict.Category && w.Terms[i+1].Len() == 1 && text.Han([]rune(w.Terms[i+1].Folded)[0]) {
			return 2, dict.Spec // 9 孔: a measure that no table lists
		}
	}
	return 0, 0
}

// measures name what a number with a unit behind them measures.
var measures = strings.Fields("拉力 承重 直径 长度 高度 宽度 厚度 容量 功率 内径 外径 净含量 身高 体重 续航 电压 口径 浓度")

// modelRun returns the number of terms from i on that make one model or item
// number: MY-CD5026P, mini1/2/3.
func (w *rewrite) modelRun(i, main int) int {
	letter, digits := false, false
	last := i
	for j := i; j < len(w.Terms) && j != main && (j == i || w.Adjacent(j-1)); j++ {
		t := &w.Terms[j]
		joint := t.Folded == "-" || t.Folded == "/" && letter
		switch {
		case t.Kind == dict.Mark && (!joint || j == i):
			return w.modelLength(i, last, letter && digits)
		case joint:
			continue
		case !ascii(t.Folded), t.Kind == dict.Brand, t.Kind == dict.Spec && !(j > i && strings.Trim(t.Folded, "0123456789/") == ""):
			return w.modelLength(i, last, letter && digits)
		}
		letter = letter || strings.ContainsFunc(t.Folded, func(r rune) bool { return latin(r) })
		digits = digits || strings.ContainsAny(t.Folded, "0123456789")
		last = j
	}
	return w.modelLength(i, last, letter && digits)
}

func (w *rewrite) modelLength(i, last int, mixed bool) int {
	if !mixed {
		return 0
	}
	return last - i + 1
}

// untilMark returns the number of terms from i to the next closing mark.
func (w *rewrite) untilMark(i int, shut string) int {
	for j := i + 1; j < len(w.Terms); j++ {
		if w.Terms[j].Folded == shut {
			return j - i + 1
		}
	}
	return 0
}

// named returns the number of terms that make a name together with the brand
// i: its model and what Latin stands between, as in Apple iPhone 11 Pro or 小米 8.
func (w *rewrite) named(i, main int) int {
	j := i + 1
	last := i
	for ; j < len(w.Terms) && j != main; j++ {
		t := &w.Terms[j]
		if j > i+1 || !w.Adjacent(i) {
			if w.gap(j-1, j) > 1 {
				break
			}
		}
		same := t.Kind == dict.Brand && t.Entry != nil && w.Terms[i].Entry != nil && t.Canonical == w.Terms[i].Canonical && ascii(t.Folded) && ascii(w.Terms[i].Folded)
		if w.seriesAt(j, main) {
			last = j + 1
			j++
			continue
		}
		if t.Kind == dict.Model || bareNumber(t) || same || !t.Known && t.Kind == dict.Other && ascii(t.Folded) && t.Len() > 1 {
			last = j
			continue
		}
		break
	}
	return last - i + 1
}

// seriesAt reports whether term j is a word that its number makes the name of a
// model: 畅享 9.
func (w *rewrite) seriesAt(j, main int) bool {
	t := &w.Terms[j]
	return j+1 < len(w.Terms) && j+1 != main && w.Adjacent(j) && !t.Known && t.Kind == dict.Other && t.Len() == 2 && !ascii(t.Folded) &&
		(w.Terms[j+1].Kind == dict.Model || bareNumber(&w.Terms[j+1]))
}

// gap returns the number of runes between the terms i and j.
func (w *rewrite) gap(i, j int) int { return w.Terms[j].Start - w.Terms[i].End }

// follow returns the number of terms from the grammar word i to the end of
// what it leads to: at most limit runes that nothing parts.
func (w *rewrite) follow(i, main, limit int) int {
	j := i
	for j+1 < len(w.Terms) && j+1 != main && w.Adjacent(j) && w.Terms[j+1].Kind != dict.Mark && w.Terms[j+1].End-w.Terms[i].Start <= limit {
		j++
		if k := w.Terms[j].Kind; k == dict.Category || k.Attribute() || k == dict.Audience {
			break
		}
	}
	if j == i || !w.Terms[j].Known {
		return 0
	}
	return j - i + 1
}

// leadsToFact reports whether the word for "fit for" leads to people or uses,
// 适合敏感肌, and not to a brand or a device.
func (w *rewrite) leadsToFact(i, main int) bool {
	if i+1 >= len(w.Terms) || i+1 == main || !w.Adjacent(i) {
		return false
	}
	k := w.Terms[i+1].Kind
	return k == dict.Audience || k == dict.Use || k == dict.Scene || k == dict.Season
}

// prefixes are the single characters that turn or count what follows: without
// them 无手柄 would say 手柄.
const prefixes = "不无非未免防抗双单两三四五六八多全半可易耐去除零低高"

// prefixed returns the length of a word whose first character turns the rest:
// with a known word, or with one or two characters that stand alone.
func (w *rewrite) prefixed(i, main int) (int, text.Kind) {
	if i+1 >= len(w.Terms) || i+1 == main || !w.Adjacent(i) {
		return 0, 0
	}
	next := &w.Terms[i+1]
	if next.Known && next.Len() >= 2 && next.Len() <= 4 && next.Kind != dict.Mark && next.Kind != dict.Brand {
		if weightless(next.Kind) {
			return 0, 0
		}
		if next.Kind.Attribute() {
			return 2, next.Kind
		}
		return 2, dict.Form
	}
	j := i + 1
	for j < len(w.Terms) && j != main && w.Adjacent(j-1) && !w.Terms[j].Known && w.Terms[j].Kind == dict.Other && !ascii(w.Terms[j].Folded) {
		j++
	}
	length := w.Terms[j-1].End - w.Terms[i].Start
	ends := j == len(w.Terms) || !w.Adjacent(j-1) || w.Terms[j].Kind == dict.Mark || w.Terms[j].Known
	if j > i+1 && ends && length >= 2 && length <= 4 && strings.Contains("不无免防抗双", w.Terms[i].Folded) {
		return j - i, dict.Function
	}
	return 0, 0
}

// bareNumber reports whether t is digits without a unit.
func bareNumber(t *text.Term) bool {
	if t.Kind == dict.Mark || t.Folded == "" {
		return false
	}
	for _, r := range t.Folded {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func ascii(s string) bool {
	for _, r := range s {
		if r >= 0x80 {
			return false
		}
	}
	return s != ""
}
