package text

import (
	"cmp"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// subject is a noun that may name what is sold.
type subject struct {
	noun
	term   int
	agrees int // other subjects that may name the same goods
	extra  bool
	score  float64
}

// chooseCore orders the subjects, the main one first, by what speaks for each:
// see the weights below. It also says which of them are published: see Named.
func (p *Parsed) chooseCore() {
	var room [12]subject // most titles have fewer
	all := p.subjects(room[:0])
	for i := range all {
		for j := range i {
			if sameGoods(all[i].noun, all[j].noun) {
				all[i].agrees++
				all[j].agrees++
			}
		}
		p.beyondFood = p.beyondFood || all[i].Top != "" && !fresh(all[i].Top)
	}
	for i := range all {
		all[i].score = p.subjectScore(&all[i])
	}
	slices.SortStableFunc(all, func(a, b subject) int { return cmp.Compare(b.score, a.score) })
	if len(all) == 0 {
		return
	}
	both := make([]int, 2*len(all))
	p.Core, p.named = both[:0:len(all)], both[len(all):len(all)]
	for i := range all {
		p.Core = append(p.Core, all[i].term)
		if all[0].score-all[i].score <= onPar || sameGoods(all[0].noun, all[i].noun) {
			p.named = append(p.named, all[i].term)
		}
	}
}

// subjects appends the subjects to all, in the order of the title.
func (p *Parsed) subjects(all []subject) []subject {
	extra := false // behind a plus or in a bracket that is not the title's first: what comes along, or a note
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Role == Subject {
			all = append(all, subject{noun: p.noun(t), term: i, extra: extra})
		}
		if i == 0 {
			continue
		}
		switch t.Folded {
		case "+", "(", "（", "【", "[":
			extra = true
		case ")", "）", "】", "]":
			extra = false
		}
	}
	return all
}

// Named returns the terms that name what is sold as the formats publish them,
// the main one first: those of Core that are other names of the main one, or
// speak for themselves about as strongly.
func (p *Parsed) Named() []int { return p.named }

// What speaks for a product noun as the name of what is sold. The weights of a
// conditional logit over the subjects of a title, fitted on 2,900 titles of JD
// in which people had marked the main goods, and rounded; 1,041 others and our
// own labels of other shops' titles served as the check.
const (
	agreement     = 1.0  // for each other subject that may name the same goods
	inCategory    = 4.0  // the row's category holds it; not fitted: the row decides
	usedWith      = 1.8  // it is made for other goods: those are named beside it, it is not named beside them
	longNoun      = 1.5  // three characters or more
	behindTrait   = 0.8  // a property stands right before it
	beforeSpec    = 0.8  // a size or a count follows
	beforeLoose   = -0.5 // a word that says nothing of goods follows
	beforeNoun    = -0.9 // another noun follows
	towardsTheEnd = -1.7 // at the end of the title, less before it
	unlisted      = -1.4 // the lexicon does not have it
	cutBefore     = -1.1 // a stray character stands right before it: a longer word that no table lists
	cutBehind     = -1.5 // and right behind it: 橡皮渣
	asExtra       = -2.1 // behind a plus or in a later bracket
	ordinary      = -0.5 // an ordinary word too
	asScent       = -0.6 // fresh food among other goods: what they smell or taste of, in several notes at times

	onPar = 0.5 // a difference of scores that decides nothing
)

func (p *Parsed) subjectScore(s *subject) float64 {
	i := s.term
	t := &p.Terms[i]
	score := towardsTheEnd * float64(t.Start) / float64(len(p.Runes))
	if fresh(s.Top) && p.beyondFood {
		score += asScent
	} else {
		score += agreement * float64(s.agrees)
	}
	if p.InCategory(t) {
		score += inCategory
	}
	if t.Has("accessory") || s.HasHosts() {
		score += usedWith
	}
	if t.Len() >= 3 {
		score += longNoun
	}
	if !t.Known {
		score += unlisted
	}
	if s.extra {
		score += asExtra
	}
	if t.Has("ambiguous") {
		score += ordinary
	}
	if i > 0 && p.Adjacent(i-1) {
		switch before := &p.Terms[i-1]; {
		case piece(before):
			score += cutBefore
		case before.Kind.Attribute():
			score += behindTrait
		}
	}
	if i+1 < len(p.Terms) && p.Adjacent(i) {
		switch next := &p.Terms[i+1]; {
		case piece(next):
			score += cutBehind
		case next.Kind == dict.Category:
			score += beforeNoun
		case next.Kind == dict.Spec:
			score += beforeSpec
		case next.Kind == dict.Promo || next.Kind == dict.Hype || next.Kind == dict.Other:
			score += beforeLoose
		}
	}
	return score
}

// RawFood reports whether the noun is fresh food or a plant while the title
// names goods of another sort: 葡萄柚 is the scent of a 香水.
func (p *Parsed) RawFood(t *Term) bool { return p.beyondFood && fresh(p.top(t)) }

// fresh reports whether goods of a top category are fresh food or plants.
func fresh(top string) bool { return top == "生鲜" || top == "农资园艺" }

// top returns the name of the top category of a noun, "" where it has none.
func (p *Parsed) top(t *Term) string {
	if t.Entry == nil {
		return ""
	}
	return p.lexicon.Noun(t.Entry, t.Entry.Canonical).Top
}

// piece reports whether t is a single Chinese character that means nothing by
// itself, so that it must belong to the word beside it.
func piece(t *Term) bool { return !t.Known && t.Len() == 1 && Han(firstRune(t.Folded)) }

// CutShort reports whether a stray character stands right behind term i, so that
// the term may be the beginning of a longer word that no table lists: 橡皮 of
// 橡皮渣.
func (p *Parsed) CutShort(i int) bool { return p.Adjacent(i) && piece(&p.Terms[i+1]) }

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
