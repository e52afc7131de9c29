package text

import (
	"github.com/titlelint/titlelint/dict"
)

// assignRoles says of every product noun what it does in the title.
func (p *Parsed) assignRoles() {
	p.bareHead()
	feature := p.keys.May("component") && p.brandAndModel()
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind != dict.Category || t.Has("empty") {
			continue // 厨房用品 names nothing that is sold
		}
		t.Role = Subject
		switch {
		case p.madeFor(i):
			t.Role = Host
		case p.led(i, "gift"), p.comesAlong(i):
			t.Role = Gift
		case p.led(i, "with"):
			t.Role = Component
		case feature && t.Has("component") && !p.behindBrand(i):
			t.Role = Component
		case p.modifies(i):
			t.Role = Modifier
		}
	}
	p.demoteParts()
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

// bareHead takes a single character that names a kind of goods, 伞 or 床, for
// the product noun where the title has no other.
func (p *Parsed) bareHead() {
	if !p.keys.May("head") {
		return
	}
	last := -1
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind == dict.Category && !t.Has("empty") {
			return
		}
		free := (i+1 == len(p.Terms) || !p.Adjacent(i) || p.Terms[i+1].Known) && (i == 0 || !p.Adjacent(i-1) || p.Terms[i-1].Kind == dict.Mark || p.Terms[i-1].Known && p.Terms[i-1].Kind != dict.Brand)
		if head(t) && free {
			last = i
		}
	}
	if last >= 0 {
		p.Terms[last].Kind, p.Terms[last].Known = dict.Category, false
	}
}

// comesAlong reports whether the noun i is one more gift: behind + after a
// gift, or behind 同款 after a plus, as in A+同款挂绳.
func (p *Parsed) comesAlong(i int) bool {
	plus := false
	for j := i - 1; j >= 0 && i-j <= 6; j-- {
		t := &p.Terms[j]
		switch {
		case t.Folded == "+":
			if i-j <= 3 && p.Terms[j+1].Folded == "同款" {
				return true
			}
			plus = true
		case t.Role == Gift && plus:
			return true
		case t.Kind == dict.Mark || t.Kind == dict.Category && !plus:
			return false
		}
	}
	return false
}

// demoteParts makes components of the nouns that are parts of most goods, 拉链
// and 肩带, where the title names something else too.
func (p *Parsed) demoteParts() {
	if !p.keys.May("component") {
		return
	}
	whole := false
	for i := range p.Terms {
		whole = whole || p.Terms[i].Role == Subject && !p.Terms[i].Has("component")
	}
	for i := range p.Terms {
		if t := &p.Terms[i]; whole && t.Role == Subject && t.Has("component") {
			t.Role = Component
		}
	}
}

// behindBrand reports whether a brand stands right before term i: 松下相机 is no
// camera of a phone.
func (p *Parsed) behindBrand(i int) bool { return p.Adjacent(i-1) && p.Terms[i-1].Kind == dict.Brand }

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
	if !p.keys.May("role") {
		return false
	}
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
	if !p.Adjacent(i) {
		return false
	}
	if p.Terms[i+1].Folded == "款" {
		return true // 床单款: a version of something else
	}
	if p.Terms[i+1].Kind != dict.Category {
		return false
	}
	a, b := &p.Terms[i], &p.Terms[i+1]
	return lastRune(a.Folded) != lastRune(b.Folded) && !p.Related(a, b)
}
