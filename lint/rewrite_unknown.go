package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// chooseUnknown decides of the words that no table lists. One in the name of the
// goods stays, and so does one that opens the title, as brands and series do,
// and a short one among words that are known: the order of the title is kept,
// so it says what it said there. Talk goes, and so do single characters and
// Latin letters that stand for nothing.
func (w *rewrite) chooseUnknown() {
	for i := 0; i < len(w.pieces); {
		if !w.unknown(i) {
			i++
			continue
		}
		j := i + 1
		for j < len(w.pieces) && w.unknown(j) && w.fastened(j-1, j) {
			j++
		}
		w.judge(i, j)
		i = j
	}
}

func (w *rewrite) unknown(i int) bool {
	c := &w.pieces[i]
	return !c.dropped && !c.core && !c.known && c.kind == dict.Other
}

// judge decides of the run of unknown pieces [i, j) that stand fastened to
// each other: all stay or all go.
func (w *rewrite) judge(i, j int) {
	length := w.pieces[j-1].End - w.pieces[i].Start
	latin := ascii(w.pieces[i].folded)
	switch {
	case w.goods.set:
		return
	case strings.ContainsAny(w.pieces[i].folded[:1], "0123456789") && !latin || bareDigits(w.pieces[i].text), w.halting(i, j):
	case j <= w.core && w.leads(j-1) && length <= 6:
		return // the name of the goods: 墩 in 墩饽饽
	case w.trails(i, j):
	case w.opens(i) && length >= 2 && length <= 12 && (latin || length <= 6):
		for k := i; k < j; k++ {
			w.pieces[k].kind = dict.Series
		}
		return
	case !latin && length >= 2 && length <= 5 && (w.besideFact(i, j) || w.ordinary(i, j)):
		return
	}
	for k := i; k < j; k++ {
		w.drop(k, "")
	}
}

// trails reports whether the unknown pieces are what sellers put behind a phrase:
// a known word with a stray character, 家用味, or the name of the shop before a
// gap, which is no word of the language.
func (w *rewrite) trails(i, j int) bool {
	c := &w.pieces[i]
	r := []rune(c.folded)
	for n := len(r) - 1; n >= 2 && n >= len(r)-2 && j == i+1; n-- {
		if slices.ContainsFunc(w.lex.Lookup(string(r[:n])), func(e *dict.Entry) bool { return !slices.Contains(substances, e.Kind) }) {
			return true
		}
	}
	length := w.pieces[j-1].End - c.Start
	gap := j >= len(w.pieces) || !w.fastened(j-1, j) || w.pieces[j].kind == dict.Mark
	return gap && length <= 3 && i > w.core && w.lex.General(string([]rune(w.lex.Folder.FoldString(w.Text(text.Span{Start: c.Start, End: w.pieces[j-1].End}))))) == 0
}

// substances are the kinds of words that begin names of their own: 粉红莲.
var substances = []text.Kind{dict.Colour, dict.Material, dict.Origin, dict.Flavour, dict.Form, dict.Brand}

func (w *rewrite) kept(i int) bool { return i >= 0 && i < len(w.pieces) && !w.pieces[i].dropped }

// besideFact reports whether a fact stands fastened to the pieces [i, j), and
// the title does not shout: what stands alone between exclamations is talk.
func (w *rewrite) besideFact(i, j int) bool {
	if strings.ContainsAny(string(w.Runes), "！!？?~～") {
		return false
	}
	fact := func(k int) bool {
		return w.kept(k) && (w.pieces[k].core || w.pieces[k].kind.Attribute() || w.pieces[k].kind == dict.Category || w.pieces[k].kind == dict.Brand)
	}
	return w.fastened(i-1, i) && fact(i-1) || w.fastened(j-1, j) && fact(j)
}

// ordinary reports whether the pieces [i, j) are words of ordinary language that
// stand in a title of facts.
func (w *rewrite) ordinary(i, j int) bool {
	for k := i; k < j; k++ {
		if w.pieces[k].len() < 2 || w.lex.General(w.pieces[k].folded) == 0 {
			return false
		}
	}
	return !strings.ContainsAny(string(w.Runes), "！!？?~～") && (w.fastened(i-1, i) || w.fastened(j-1, j))
}

// halting reports whether a word among the pieces [i, j) shows that they are
// talk and no name.
func (w *rewrite) halting(i, j int) bool {
	for k := i; k < j; k++ {
		folded := w.pieces[k].folded
		if class := builtinTalk()[folded]; class != "" && class != dict.Verse && class != dict.Verb || strings.Contains(particles, folded) || strings.Contains(folded, "的") {
			return true
		}
	}
	return false
}
