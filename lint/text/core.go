package text

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// chooseCore orders the subjects, the main one first: the one that the
// category column names, else the one that most other nouns agree with, that
// says most, and that stands last.
func (p *Parsed) chooseCore() {
	type scored struct {
		term  int
		score float64
	}
	var all []scored
	for i := range p.Terms {
		if p.Terms[i].Role == Subject {
			all = append(all, scored{i, p.subjectScore(i)})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	for _, s := range all {
		p.Core = append(p.Core, s.term)
	}
}

func (p *Parsed) subjectScore(i int) float64 {
	t := &p.Terms[i]
	score := 0.0
	for j := range p.Terms {
		o := &p.Terms[j]
		if j == i || o.Role != Subject {
			continue
		}
		switch {
		case uses(p.lexicon, o.Canonical, t.Canonical):
			score -= 1.5 // the other is made for this one
		case p.Related(t, o):
			score += 0.5
		case p.sameTop(t, o):
			score += 0.2
		}
	}
	if p.InCategory(t) {
		score += 4
	}
	if p.extra(i) {
		score -= 0.7
	}
	if p.RawFood(t) {
		score -= 0.6
	}
	if t.Has("broad") {
		score -= 0.7
	}
	if t.Has("ambiguous") {
		score -= 1
	}
	if !t.Known {
		score -= 0.4
	}
	if len([]rune(t.Folded)) >= 3 {
		score += 0.2
	}
	if i+1 < len(p.Terms) && p.Adjacent(i) && piece(&p.Terms[i+1]) {
		score -= 0.6 // 橡皮渣: a longer word that no table lists
	}
	if i > 0 && p.Adjacent(i-1) && piece(&p.Terms[i-1]) {
		score -= 0.2
	}
	return score
}

// extra reports whether noun i stands behind a plus or in a bracket that is not
// the title's first: what comes along, or a note.
func (p *Parsed) extra(i int) bool {
	for j := i - 1; j > 0; j-- {
		switch p.Terms[j].Folded {
		case "+", "(", "（", "【", "[":
			return true
		case ")", "）", "】", "]":
			return false
		}
	}
	return false
}

// RawFood reports whether the noun is fresh food or a plant while the title
// names goods of another sort: 葡萄柚 is the scent of a 香水.
func (p *Parsed) RawFood(t *Term) bool {
	fresh := func(t *Term) bool { top := p.top(t); return top == "生鲜" || top == "农资园艺" }
	if !fresh(t) {
		return false
	}
	for i := range p.Terms {
		if o := &p.Terms[i]; o.Role == Subject && p.top(o) != "" && !fresh(o) {
			return true
		}
	}
	return false
}

// top returns the name of the top category of a noun, "" where it has none.
func (p *Parsed) top(t *Term) string {
	if t.Entry == nil {
		return ""
	}
	if nodes := p.lexicon.Nodes(t.Entry); len(nodes) > 0 {
		return nodes[0].Top()
	}
	return ""
}

// piece reports whether t is a single Chinese character that means nothing by
// itself, so that it must belong to the word beside it.
func piece(t *Term) bool { return !t.Known && t.Len() == 1 && Han([]rune(t.Folded)[0]) }

func (p *Parsed) sameTop(a, b *Term) bool { return p.top(a) != "" && p.top(a) == p.top(b) }

// InCategory reports whether the noun belongs to the category that the row
// names, or the name of the category says it in words.
func (p *Parsed) InCategory(t *Term) bool {
	if p.Category == nil {
		return false
	}
	for _, part := range strings.Split(p.Category.Name, "/") {
		if strings.HasSuffix(part, t.Folded) || strings.HasSuffix(t.Folded, part) {
			return true
		}
	}
	return t.Entry != nil && p.inCategory(t.Entry)
}

// inCategory reports whether a category of the noun is the row's or below it,
// or holds it. A wide category counts only where the noun has no leaf.
func (p *Parsed) inCategory(e *dict.Entry) bool {
	nodes := p.lexicon.Nodes(e)
	leaf := slices.ContainsFunc(nodes, func(n *dict.Node) bool { return n.Leaf })
	return slices.ContainsFunc(nodes, func(n *dict.Node) bool {
		return p.lexicon.Tree.Within(n, p.Category) || !leaf && p.lexicon.Tree.Within(p.Category, n)
	})
}
