package text

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// assignRoles says of every product noun what it does in the title.
func (p *Parsed) assignRoles() {
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind != dict.Category {
			continue
		}
		t.Role = Subject
		switch {
		case p.madeFor(i):
			t.Role = Host
		case p.led(i, "gift"):
			t.Role = Gift
		case p.led(i, "with"):
			t.Role = Component
		case t.Has("component") && p.brandAndModel():
			t.Role = Component
		case p.modifies(i):
			t.Role = Modifier
		}
	}
	// A title whose nouns are all hosts or pieces sells the last of them.
	for i := range p.Terms {
		if p.Terms[i].Role == Subject {
			return
		}
	}
	for i := len(p.Terms) - 1; i >= 0; i-- {
		if t := &p.Terms[i]; t.Role != NoRole && t.Role != Gift && !(t.Has("component") && t.Role == Component) {
			t.Role = Subject
			return
		}
	}
}

// brandAndModel reports whether the title names a brand with a model, so that
// 3GB内存 tells a feature of it.
func (p *Parsed) brandAndModel() bool {
	brand, model := false, false
	for i := range p.Terms {
		brand = brand || p.Terms[i].Kind == dict.Brand
		model = model || p.Terms[i].Kind == dict.Model || p.Terms[i].Kind == dict.Spec
	}
	return brand && model
}

// madeFor reports whether the noun i is what the goods are made for: a word
// such as 适用 leads to it, or 通用 follows it, or the noun after it is an
// accessory of it.
func (p *Parsed) madeFor(i int) bool {
	if p.led(i, "for") {
		return true
	}
	return p.Adjacent(i) && p.Terms[i+1].GrammarRole() == "fits"
}

// led reports whether a grammar word of that role leads to term i: directly,
// or over brands, models and properties, with no mark and no noun between.
func (p *Parsed) led(i int, role string) bool {
	for j := i - 1; j >= 0 && i-j <= 4; j-- {
		t := &p.Terms[j]
		if t.GrammarRole() == role {
			return true
		}
		if t.Kind == dict.Mark && t.Folded != "/" && t.Folded != "、" || t.Kind == dict.Category && role != "for" {
			return false
		}
		if role != "for" && !p.Adjacent(j) {
			return false
		}
	}
	return false
}

// GrammarRole returns what a grammar word does: for, fits, gift, with, rides …
func (t *Term) GrammarRole() string {
	if t.Entry == nil {
		return ""
	}
	return t.Entry.Attr("role")
}

// modifies reports whether the noun i belongs to the noun right behind it:
// 手机 in 手机支架. Two names of the same goods side by side do not.
func (p *Parsed) modifies(i int) bool {
	if !p.Adjacent(i) || p.Terms[i+1].Kind != dict.Category {
		return false
	}
	a, b := &p.Terms[i], &p.Terms[i+1]
	return !p.Related(a, b) && lastRune(a.Folded) != lastRune(b.Folded)
}

// Related reports whether two product nouns may name the same goods: one
// standard word, one a kind of the other, or one leaf of the tree.
func (p *Parsed) Related(a, b *Term) bool {
	if a.Canonical == b.Canonical || p.kindOf(a.Canonical, b.Canonical) || p.kindOf(b.Canonical, a.Canonical) {
		return true
	}
	if uses(p.lexicon, b.Canonical, a.Canonical) || uses(p.lexicon, a.Canonical, b.Canonical) {
		return false
	}
	return p.shareLeaf(a, b)
}

// kindOf reports whether noun is a kind of wider, over at most four steps.
func (p *Parsed) kindOf(noun, wider string) bool {
	for range 4 {
		e := p.lexicon.As(noun, dict.Category)
		if e == nil {
			return false
		}
		noun = e.Attr("is")
		if noun == wider && noun != "" {
			return true
		}
	}
	return false
}

func uses(l *dict.Lexicon, accessory, host string) bool {
	return slices.Contains(l.MadeFor(accessory), host)
}

// SameGoods reports whether two product nouns in one title are names of the
// same goods, so that the one stacks on the other: they are related, or they
// are kinds of one thing and no part, host or gift of each other.
func (p *Parsed) SameGoods(a, b *Term) bool {
	if p.Related(a, b) {
		return true
	}
	if uses(p.lexicon, b.Canonical, a.Canonical) || uses(p.lexicon, a.Canonical, b.Canonical) {
		return false
	}
	// kinds of one thing: 板鞋 and 小白鞋; heads of one character agree for
	// nouns that no table lists: 凭证盒 and 收纳盒
	if a.Entry != nil && b.Entry != nil {
		if x := a.Entry.Attr("is"); x != "" && x == b.Entry.Attr("is") {
			return true
		}
	}
	if lastRune(a.Folded) == lastRune(b.Folded) {
		return true
	}
	return a.Entry != nil && b.Entry != nil && p.siblings(a.Entry, b.Entry)
}

// siblings reports whether two nouns stand in neighbouring categories: under
// one parent.
func (p *Parsed) siblings(a, b *dict.Entry) bool {
	for _, x := range p.lexicon.Nodes(a) {
		for _, y := range p.lexicon.Nodes(b) {
			if x.Parent == y.Parent && x.Parent != 0 {
				return true
			}
		}
	}
	return false
}

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}

func (p *Parsed) shareLeaf(a, b *Term) bool {
	if a.Entry == nil || b.Entry == nil {
		return false
	}
	theirs := dict.Values(b.Entry.Attr("in"))
	for _, id := range dict.Values(a.Entry.Attr("in")) {
		if slices.Contains(theirs, id) {
			return true
		}
	}
	return false
}

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

// piece reports whether t is a single Chinese character that means nothing by
// itself, so that it must belong to the word beside it.
func piece(t *Term) bool { return !t.Known && t.Len() == 1 && Han([]rune(t.Folded)[0]) }

func (p *Parsed) sameTop(a, b *Term) bool {
	if a.Entry == nil || b.Entry == nil {
		return false
	}
	x, y := p.lexicon.Nodes(a.Entry), p.lexicon.Nodes(b.Entry)
	return len(x) > 0 && len(y) > 0 && x[0].Top() == y[0].Top()
}

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

func (p *Parsed) inCategory(e *dict.Entry) bool {
	for _, node := range p.lexicon.Nodes(e) {
		if p.lexicon.Tree.Within(p.Category, node) || p.lexicon.Tree.Within(node, p.Category) {
			return true
		}
	}
	return false
}
