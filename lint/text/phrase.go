package text

import "github.com/titlelint/titlelint/dict"

// readPhrases gives a noun the meaning of the phrase that it ends, where the
// lexicon lists one: 支架 in 车载支架 is no phone stand. The term stays the bare
// noun, as people mark it.
func (p *Parsed) readPhrases() {
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind != dict.Category && t.Kind != dict.Container {
			continue
		}
		start := i
		for start > 0 && p.Adjacent(start-1) && i-start < 3 {
			start--
		}
		for ; start < i; start++ {
			if e := p.spelled(start, i).As(dict.Category); e != nil && e.Has("phrase") {
				p.become(t, e) // 运动套装 names goods, 套装 does not
				break
			}
		}
	}
}

// spelled returns the word that the terms from first to last spell together.
func (p *Parsed) spelled(first, last int) dict.Word {
	path := p.lexicon.Path()
	for i := first; i <= last; i++ {
		if !path.Go(p.Terms[i].Folded) {
			return dict.Word{}
		}
	}
	return path.Word()
}
