package text

import "github.com/titlelint/titlelint/dict"

// guessBrand takes an unknown word for a brand where brands stand: at the very
// head of the title or as the whole of a 【】 there. The guess is marked by
// Known being false and accuses nobody.
func (p *Parsed) guessBrand() {
	for i := range p.Terms {
		if p.Terms[i].Kind == dict.Brand {
			return
		}
	}
	i := 0
	if len(p.Terms) > 2 && p.Terms[0].Folded == "【" {
		if p.Terms[2].Folded != "】" {
			return
		}
		i = 1
	}
	if i >= len(p.Terms) {
		return
	}
	t := &p.Terms[i]
	if t.Known || t.Kind != dict.Other || !latinOnly(t.Folded) || len(t.Folded) < 2 || p.lexicon.General(t.Folded) > 0 {
		return
	}
	t.Kind = dict.Brand
}
