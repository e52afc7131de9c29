package text

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

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
			var b strings.Builder
			for j := start; j <= i; j++ {
				b.WriteString(p.Terms[j].Folded)
			}
			if e := p.lexicon.As(b.String(), dict.Category); e != nil && e.Has("phrase") {
				t.become(e) // 运动套装 names goods, 套装 does not
				break
			}
		}
	}
}
