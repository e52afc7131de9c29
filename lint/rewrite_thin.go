package lint

import (
	"github.com/titlelint/titlelint/dict"
)

// attributeRoom is how many characters the words behind the name may take, and
// the words that no table ranks.
const attributeRoom = 24

// maxStyles is how many words of style stand behind the name.
const maxStyles = 2

// thin drops the weakest words of a title that still says too much to read
// well: style before use, use before function.
func (w *rewrite) thin() {
	length := func() int {
		n := 0
		for i := range w.pieces {
			if c := &w.pieces[i]; !c.dropped && !c.core && !c.host && !w.leads(i) && !specLike(c) && c.kind != dict.Brand {
				n += c.len()
			}
		}
		return n
	}
	styles, origins := 0, 0
	for i := range w.pieces {
		if c := &w.pieces[i]; c.kind == dict.Origin && !c.dropped {
			if origins++; origins > 1 && !w.leads(i) && !w.fastened(i-1, i) && i > w.core {
				w.drop(i, "WX301") // they name where it is sold
			}
		}
		if c := &w.pieces[i]; c.kind == dict.Style && !c.dropped && !w.leads(i) {
			if styles++; styles > maxStyles {
				w.drop(i, "WX301") // they contradict each other
			}
		}
	}
	for _, k := range dropOrder {
		for i := len(w.pieces) - 1; i >= 0 && length() > attributeRoom; i-- {
			if c := &w.pieces[i]; c.kind == k && !c.host && !w.leads(i) {
				w.drop(i, "WX301")
			}
		}
	}
}
