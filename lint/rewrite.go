package lint

import (
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// suggest proposes a title for a result with findings.
//
// It invents nothing: a suggestion holds the title's own words, its category's
// and its brand's, plain twins of refused characters, the plain words that
// WX401 and WX402 name, and 适用 before what an accessory fits. It is clean
// (no error, no warning) and stable: rewriting it proposes nothing. What it
// cannot make clean it does not propose; where a fact is wanted it says which.
func (l *Linter) suggest(r *Result, p *text.Parsed) {
	if !curable(r.Findings) {
		return
	}
	r.Suggestion = l.rewrite(r, p)
	s := r.Suggestion
	if s == nil || s.Title == "" {
		return
	}
	again, q := l.check(Title{Text: s.Title, Category: r.Category, Brand: r.Brand})
	s.Clean = true
	if !curable(again.Findings) {
		return
	}
	// Something worth knowing is left. It may stay where a second rewrite would
	// not know better; a suggestion that calls for the next one helps nobody.
	if next := l.rewrite(&again, q); next != nil && next.Title != s.Title {
		r.Suggestion = nil
	}
}

// beyond are the rules that no other wording cures: they speak of the goods,
// the other columns or the other rows.
var beyond = []string{"WX004", "WX702", "WX801", "WX802"}

// curable reports whether another wording may help, and may be offered: a
// better title would launder goods that may not be sold (WX703).
func curable(findings []Finding) bool {
	worth := false
	for _, f := range findings {
		if f.Waived {
			continue
		}
		if f.Rule == "WX703" {
			return false
		}
		worth = worth || f.Shown() && !slices.Contains(beyond, f.Rule)
	}
	return worth
}

// rewrite is the work on one suggestion.
type rewrite struct {
	*text.Parsed // of the restored title
	linter       *Linter
	original     *Result
	restored     *Result // the original where nothing had to be restored
	swaps        []swap
	lex          *dict.Lexicon
	goods        goods
	pieces       []piece
	core         int  // the piece that names the goods; -1 where none does
	light        bool // the faults are those of characters: the words stay
}

// attempts bounds how often a layout is mended after the linter read it.
const attempts = 8

// slight are the rules whose findings touch characters or single words, so
// that the rest of the title may stay as it is.
var slight = []string{"WX002", "WX201", "WX106", "WX202", "WX203", "WX401", "WX402", "WX501", "WX502", "WX503", "WX601", "WX602", "WX603", "WX701"}

func (l *Linter) rewrite(r *Result, p *text.Parsed) *Suggestion {
	w := &rewrite{linter: l, original: r, restored: r, Parsed: p, lex: l.options.Lexicon}
	w.restore()
	if slices.ContainsFunc(w.restored.Findings, func(f Finding) bool { return f.Rule == "WX703" && !f.Waived }) {
		return nil
	}
	w.light = len(w.Runes) <= maxLength && !slices.ContainsFunc(w.original.Findings, func(f Finding) bool { return f.Shown() && !slices.Contains(slight, f.Rule) })
	s := w.propose()
	if s == nil && w.light {
		w.light = false
		s = w.propose() // fewer words may do
	}
	if s == nil || s.Title == r.Text {
		return nil
	}
	return s
}

// propose returns a suggestion, or nil.
func (w *rewrite) propose() *Suggestion {
	w.pieces, w.goods = nil, goods{}
	w.read()
	w.choose()
	if m := w.missing(); m != nil {
		return &Suggestion{Kept: []string{}, Moved: []string{}, Dropped: []Dropped{}, Replaced: []Replacement{}, Missing: m}
	}
	return w.mend()
}

// mend lays the pieces out, has the linter read the result and drops what it
// objects to, until it is clean. It returns nil where that does not come to an
// end: better no suggestion than one that is refused too.
func (w *rewrite) mend() *Suggestion {
	for range attempts {
		out := w.layout()
		if out == nil {
			break
		}
		again, _ := w.linter.check(Title{Text: out.String(), Category: w.original.Category, Brand: w.original.Brand})
		if again.Worst() < Warning && (!w.dropFlagged(&again, out, Info)) {
			if w.facts() < 2 || w.gutted() {
				break
			}
			return w.account(out)
		}
		if again.Worst() >= Warning && !w.dropFlagged(&again, out, Warning) {
			break
		}
	}
	return nil
}

// dropFlagged drops the pieces that findings of at least that severity mark in
// the proposed title, and reports whether it dropped any.
func (w *rewrite) dropFlagged(again *Result, out *line, least Severity) bool {
	dropped := false
	for _, f := range again.Findings {
		if !f.Shown() || f.Severity < least || slices.Contains(beyond, f.Rule) {
			continue
		}
		marked := w.marked(f, out)
		if f.Rule == "WX301" && len(marked) > 1 {
			marked = slices.DeleteFunc(marked, func(i int) bool { return i == marked[0] }) // one of them may stay
		}
		for _, i := range marked {
			if w.goods.set && w.pieces[i].kind == dict.Category {
				continue // a set is never broken into one of its goods
			}
			w.drop(i, f.Rule)
			dropped = true
		}
	}
	return dropped
}

// marked returns the pieces that a finding marks in the proposed title, but
// for those that every title needs.
func (w *rewrite) marked(f Finding, out *line) []int {
	var marked []int
	for _, at := range out.at {
		if at.piece < 0 || w.pieces[at.piece].core {
			continue
		}
		if slices.ContainsFunc(f.Spans, func(q Quote) bool { return q.Overlaps(at.Span) }) {
			marked = append(marked, at.piece)
		}
	}
	return marked
}

func firm(findings []Finding, rule string) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == rule })
}
