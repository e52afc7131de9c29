package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// suggest proposes a title for a result with findings. It invents nothing: a
// suggestion holds the title's own words, its category's and its brand's, and
// plain twins of refused characters.
func (l *Linter) suggest(r *Result, p *text.Parsed) {
	if r.Worst() == 0 || firm(r.Findings, "WX703") {
		return // a better title would launder goods that may not be sold
	}
	w := &rewrite{linter: l, result: r, Parsed: p, s: &Suggestion{Kept: []string{}, Moved: []string{}, Dropped: []Dropped{}, Replaced: []Replacement{}, Missing: []Missing{}}}
	w.collect()
	r.Suggestion = w.s
	if len(w.s.Missing) > 0 {
		return
	}
	title := w.assemble()
	if title == "" || title == r.Text {
		r.Suggestion = nil
		return
	}
	again, _ := l.check(Title{Text: title, Category: r.Category, Brand: r.Brand})
	if again.Worst() == Error {
		r.Suggestion = nil // better none than one that is refused too
		return
	}
	w.s.Title, w.s.Clean = title, again.Worst() < Warning
}

func firm(findings []Finding, rule string) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == rule })
}

// rewrite is the work on one suggestion.
type rewrite struct {
	*text.Parsed
	linter *Linter
	result *Result
	s      *Suggestion
	core   string
	pieces []piece
}

// piece is a word that the suggestion keeps.
type piece struct {
	text string
	kind text.Kind
	term int
}

// collect chooses the pieces to keep and says why the others go.
func (w *rewrite) collect() {
	if len(w.Core) == 0 {
		w.s.Missing = append(w.s.Missing, Missing{Kind: "category", Candidates: w.categoryNouns()})
		return
	}
	main := w.Core[0]
	seen := map[string]bool{}
	for i := range w.Terms {
		t := &w.Terms[i]
		if t.Kind == dict.Mark {
			continue
		}
		if rule := w.offends(t, i == main); rule != "" {
			w.s.Dropped = append(w.s.Dropped, Dropped{t.Text, rule})
			continue
		}
		if i == main {
			w.core = w.plain(t)
			seen[t.Canonical] = true
			w.pieces = append(w.pieces, piece{w.core, dict.Category, i})
			continue
		}
		switch {
		case weightless(t.Kind), t.GrammarRole() != "", t.Role == text.Gift, t.Role == text.Component:
			w.s.Dropped = append(w.s.Dropped, Dropped{t.Text, ""})
			continue
		case t.Role == text.Subject && w.SameGoods(t, &w.Terms[main]), seen[t.Canonical] && t.Kind != dict.Spec:
			w.s.Dropped = append(w.s.Dropped, Dropped{t.Text, "WX301"})
			continue
		}
		seen[t.Canonical] = true
		w.pieces = append(w.pieces, piece{w.plain(t), t.Kind, i})
	}
	facts := 0
	for _, c := range w.pieces {
		if c.kind.Attribute() {
			facts++
		}
	}
	if facts == 0 {
		w.s.Missing = append(w.s.Missing, Missing{Kind: "attribute", Candidates: []string{}})
	}
}

// offends returns the rule whose finding marks the term, or "". The main noun
// stays: a group of stacked names keeps one.
func (w *rewrite) offends(t *text.Term, main bool) string {
	for _, f := range w.result.Findings {
		if f.Rule == "WX301" || f.Rule == "WX002" || f.Rule == "WX201" || f.Rule == "WX001" || main {
			continue
		}
		for _, s := range f.Spans {
			if s.Overlaps(t.Span) {
				return f.Rule
			}
		}
	}
	return ""
}

// plain returns the term with legal characters only, and notes what it replaced.
func (w *rewrite) plain(t *text.Term) string {
	var b strings.Builder
	for _, r := range t.Text {
		if Legal(r) {
			b.WriteRune(r)
			continue
		}
		twin, _ := w.linter.options.Lexicon.Twin(r)
		b.WriteString(twin.To)
		if twin.To != "" {
			w.s.Replaced = append(w.s.Replaced, Replacement{string(r), twin.To, "WX002"})
		}
	}
	return b.String()
}

func (w *rewrite) categoryNouns() []string {
	if w.Category != nil && w.Category.Leaf {
		if n := leafNoun(w.Category.Name); n != "" {
			return []string{n}
		}
	}
	return []string{}
}

// leafNoun returns the first of the nouns in the name of a leaf category: 剃
// from 剃/脱毛器 would be none, so a first part shorter than two characters
// gives way to the last.
func leafNoun(name string) string {
	name, _, _ = strings.Cut(name, "（")
	name, _, _ = strings.Cut(name, "(")
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '、' })
	for _, p := range parts {
		if len([]rune(p)) >= 2 && !strings.HasPrefix(p, "其它") && !strings.HasPrefix(p, "其他") {
			return p
		}
	}
	return ""
}
