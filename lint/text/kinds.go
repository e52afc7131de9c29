package text

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// preference orders the kinds of a word that has several, before its place in
// the title is looked at.
var preference = []Kind{
	dict.Person, dict.IP, dict.Brand, dict.Category, dict.Container, dict.Vague, dict.Hot, dict.Flavour, dict.Material,
	dict.Audience, dict.Season, dict.Function, dict.Form, dict.Style, dict.Scene, dict.Use, dict.Colour, dict.Origin, dict.Series,
	dict.Place, dict.Promo, dict.Hype, dict.Other,
}

// ranks holds the place of each kind in preference; kinds that are not in it
// are unranked.
var ranks = func() (ranks [256]uint8) {
	for k := range ranks {
		ranks[k] = unranked
	}
	for i, k := range preference {
		ranks[k] = uint8(i)
	}
	return ranks
}()

const unranked = 255

// pick returns the entry whose kind is preferred; nil where there is none, or
// only a unit, which means nothing without its number, or a phrase, which is
// read by its parts.
func pick(entries []*dict.Entry) *dict.Entry {
	var best *dict.Entry
	rank := uint8(unranked)
	for _, e := range entries {
		if r := ranks[e.Kind]; r < rank && !e.Has("phrase") {
			best, rank = e, r
		}
	}
	return best
}

// become gives term t the meaning of an entry.
func (p *Parsed) become(t *Term, e *dict.Entry) {
	t.Kind, t.Canonical, t.Entry, t.Known = e.Kind, e.Canonical, e, true
	p.keys |= e.Keys()
}

// attribute returns the entry of a product noun as a word that states a
// property, or nil.
func (p *Parsed) attribute(t *Term) *dict.Entry {
	if t.Entry != nil && !t.property {
		return nil
	}
	return property(p.lexicon.Lookup(t.Folded))
}

func property(entries []*dict.Entry) *dict.Entry {
	var found *dict.Entry
	for _, e := range entries {
		if (e.Kind.Attribute() || e.Kind == dict.Colour) && (found == nil || ranks[e.Kind] < ranks[found.Kind]) {
			found = e
		}
	}
	return found
}

// resolveSingles drops the meaning of single characters where they are pieces
// of words that no table lists: 红 is a colour by itself, 纸 a material before a
// noun, and neither in 红运 or 纸上.
func (p *Parsed) resolveSingles() {
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Len() != 1 || t.Kind != dict.Colour && t.Kind != dict.Material {
			continue
		}
		free := (i == 0 || !p.Adjacent(i-1) || p.Terms[i-1].Kind == dict.Mark) &&
			(i+1 == len(p.Terms) || !p.Adjacent(i) || p.Terms[i+1].Kind == dict.Mark)
		noun := p.Adjacent(i) && p.Terms[i+1].Kind == dict.Category
		if !(free && t.Kind == dict.Colour || noun && t.Kind == dict.Material) {
			*t = Term{Span: t.Span, Text: t.Text, Folded: t.Folded, Canonical: t.Folded}
		}
	}
}

// resolveKinds settles the words that are product nouns and properties both:
// 草莓 is a flavour before 蛋糕 and the goods where no other noun follows.
func (p *Parsed) resolveKinds() {
	plain := 0 // product nouns that are nothing else
	for i := range p.Terms {
		if t := &p.Terms[i]; t.Kind == dict.Category && !t.Has("ambiguous") && !t.Has("empty") && p.attribute(t) == nil {
			plain++
		}
	}
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind != dict.Category || t.Entry == nil {
			continue
		}
		before := p.Adjacent(i) && p.Terms[i+1].Kind == dict.Category
		if !before && plain == 0 {
			continue
		}
		if attr := p.attribute(t); attr != nil && (before || !p.otherName(i)) {
			p.become(t, attr)
		}
	}
}

// otherName reports whether another word of the title is certain to name the same
// goods as noun i: 软壳 beside 手机壳 is no mere property.
func (p *Parsed) otherName(i int) bool {
	for j := range p.Terms {
		t := &p.Terms[j]
		if j != i && t.Kind == dict.Category && t.Folded != p.Terms[i].Folded && p.attribute(t) == nil && p.SameNoun(&p.Terms[i], t) {
			return true
		}
	}
	return false
}

// resolveNames settles the words that are names and ordinary words both: 苹果
// is a brand beside 手机, in the brand column, or before its Latin twin; 白鹿 is
// a person right before 同款.
func (p *Parsed) resolveNames() {
	if !p.keys.May("ambiguous") && !p.keys.May("context") {
		return
	}
	for i := range p.Terms {
		t := &p.Terms[i]
		switch {
		case !t.Has("ambiguous") && !t.Has("context"):
			continue
		case t.Kind == dict.Brand && p.brandContext(i):
			continue
		case (t.Kind == dict.Person || t.Kind == dict.IP) && i+1 < len(p.Terms) && p.Terms[i+1].GrammarRole() == "rides":
			continue
		case t.Kind != dict.Brand && t.Kind != dict.Person && t.Kind != dict.IP:
			continue
		}
		var others []*dict.Entry
		for _, e := range p.lexicon.Lookup(t.Folded) {
			if e.Kind != t.Kind {
				others = append(others, e)
			}
		}
		if e := pick(others); e != nil {
			p.become(t, e)
		} else {
			*t = Term{Span: t.Span, Text: t.Text, Folded: t.Folded, Canonical: t.Folded}
		}
	}
}

// brandReach is how many terms away another one still tells that a word is a
// brand: farther than any title goes that a shop may publish.
const brandReach = 100

// brandContext reports whether the place of term i makes an ambiguous word a
// brand.
func (p *Parsed) brandContext(i int) bool {
	t := &p.Terms[i]
	if p.Brand != "" && (strings.Contains(p.Brand, t.Folded) || p.sameBrand(p.Brand, t.Canonical)) {
		return true
	}
	from, to := max(i-brandReach, 0), min(i+brandReach, len(p.Terms))
	for j := from; j < to; j++ {
		o := &p.Terms[j]
		if j != i && o.Kind == dict.Brand && o.Folded != t.Folded && (o.Canonical == t.Canonical || o.Entry.Attr("parent") == t.Canonical) {
			return true // its Latin or Chinese twin, or a brand of its house, stands in the title too
		}
	}
	for _, word := range dict.Values(t.Entry.Attr("with")) {
		for j := from; j < to; j++ {
			if j != i && (p.Terms[j].Folded == word || strings.HasSuffix(p.Terms[j].Folded, word)) {
				return true
			}
		}
	}
	if i+1 < len(p.Terms) {
		next := &p.Terms[i+1]
		if p.Adjacent(i) && alnum(firstRune(next.Folded)) && next.Kind != dict.Spec || next.GrammarRole() == "rides" || next.Folded == "品牌" {
			return true
		}
	}
	return !t.Has("with") && p.atHead(i) && p.sellsNear(t.Entry)
}

// atHead reports whether term i opens the title, but for a bracket.
func (p *Parsed) atHead(i int) bool {
	return i == 0 || i == 1 && p.Terms[0].Kind == dict.Mark
}

// sellsNear reports whether a product noun of the title stands in one of the
// top categories that the brand belongs to.
func (p *Parsed) sellsNear(brand *dict.Entry) bool {
	near := dict.Values(brand.Attr("near"))
	for i := range p.Terms {
		if t := &p.Terms[i]; t.Kind == dict.Category && t.Entry != nil && !t.Has("ambiguous") {
			for _, n := range p.lexicon.Nodes(t.Entry) {
				if slices.Contains(near, n.Top()) {
					return true
				}
			}
		}
	}
	return false
}

// sameBrand reports whether the stated brand is a form of the canonical one.
func (p *Parsed) sameBrand(stated, canonical string) bool {
	e := p.lexicon.As(stated, dict.Brand)
	return e != nil && e.Canonical == canonical
}

// statedBrand returns what a brand column says, folded; "" where it says that
// there is none. 2100000000 is the platform's id for 无品牌.
func statedBrand(column string, f *dict.Folder) string {
	b := f.FoldString(strings.TrimSpace(column))
	switch b {
	case "无品牌", "无", "其他", "其它", "2100000000", "-", "/", "none", "no brand":
		return ""
	}
	return b
}
