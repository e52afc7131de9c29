package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// goods tells what the layout of a title depends on.
type goods struct {
	top       string // name of the top category, "" where it is not known
	accessory bool   // made for a device that the title names by brand or model
	fits      bool   // of a sort that is made for devices, whether or not one is named
	set       bool   // sold together: A+B, 三件套
	book      bool
}

// know finds out what kind of goods the title sells.
func (w *rewrite) know() {
	if w.Category != nil {
		w.goods.top = w.Category.Top()
	}
	g := &w.goods
	if w.core >= 0 {
		e := w.pieces[w.core].entry
		if e != nil && g.top == "" {
			if nodes := w.lex.Nodes(e); len(nodes) > 0 {
				g.top = nodes[0].Top()
			}
		}
		g.accessory = w.fitsDevices(w.pieces[w.core].canonical) || w.startsWithDevice(w.pieces[w.core].folded) || g.top == "汽车" // what is sold for cars
		for i := range w.core {
			c := &w.pieces[i]
			g.accessory = g.accessory || c.role == text.Modifier && w.device(c.canonical) && w.leads(i)
		}
		g.accessory = g.accessory && !w.ownDevice()
		g.fits = g.accessory
	}
	note := w.SKUNote()
	for i := range w.Terms {
		t := &w.Terms[i]
		if note.Len() > 0 && note.Contains(t.Span) {
			break
		}
		if t.Kind == dict.Mark && w.trailing(i) {
			continue
		}
		g.set = g.set || t.Has("set") && !w.added(i) && t.Role != text.Gift && t.Role != text.Component || t.Kind == dict.Mark && t.Folded == "+" && w.nounBeside(i, -1) && w.nounBeside(i, 1)
	}
	g.accessory = g.accessory || w.core >= 0 && w.madeForMaker() && !w.factoryMade()
	g.book = g.top == "图书" || slices.ContainsFunc(w.pieces, func(c piece) bool { return strings.HasPrefix(c.text, "《") })
}

// ownDevice reports whether the goods are a device of the maker that the title
// names, or made by it as 原装 says: 苹果笔记本电脑 fits nothing.
func (w *rewrite) ownDevice() bool {
	c := &w.pieces[w.core]
	if w.device(c.canonical) || w.device(c.folded) {
		return true
	}
	return w.factoryMade()
}

// factoryMade reports whether the title says that the maker of the device made
// the goods too.
func (w *rewrite) factoryMade() bool {
	return slices.ContainsFunc(w.Terms, func(t text.Term) bool { return t.Folded == "原装" || t.Folded == "原厂" })
}

// trailing reports whether term i stands in the part behind the last space,
// and the goods are named before it: a + there tells what comes with a variant.
func (w *rewrite) trailing(i int) bool {
	if w.core < 0 || w.Terms[i].Start < w.pieces[w.core].End {
		return false
	}
	return !strings.ContainsAny(strings.TrimSpace(string(w.Runes[w.Terms[i].End:])), " 　")
}

// nounBeside reports whether the words fastened to the mark i on that side hold
// a product noun: those of a set do, 面霜50g+眼霜.
func (w *rewrite) nounBeside(i, step int) bool {
	for j := i + step; j >= 0 && j < len(w.Terms) && w.Terms[j].Kind != dict.Mark && w.Adjacent(min(j, j-step)); j += step {
		t := &w.Terms[j]
		if t.Kind == dict.Category && t.Role == text.Subject {
			return w.core >= 0 && (t.Span == w.pieces[w.core].Span || step > 0)
		}
		if step < 0 && t.Kind != dict.Spec {
			return false // 白色+支架: what comes with the variant
		}
	}
	return false
}

// device reports whether a product noun names a device whose maker its
// accessories name.
func (w *rewrite) device(noun string) bool {
	e := w.lex.As(noun, dict.Category)
	return e != nil && e.Has("device")
}

// startsWithDevice reports whether the noun begins with the name of a device:
// 手机 in 手机挂绳.
func (w *rewrite) startsWithDevice(noun string) bool {
	r := []rune(noun)
	for n := 2; n < len(r); n++ {
		if w.device(string(r[:n])) {
			return true
		}
	}
	return false
}

func (w *rewrite) fitsDevices(noun string) bool {
	return slices.ContainsFunc(w.lex.MadeFor(noun), w.device)
}

// setWord reports whether a piece says that goods are sold together, and so
// stands right behind the noun.
func setWord(c *piece) bool {
	return c.kind == dict.Container || c.entry != nil && c.entry.Has("set")
}

// wearable reports whether the goods are worn, so that whom they are for
// belongs to their name: 皮裤女.
func (g *goods) wearable() bool {
	return g.top == "服饰内衣" || g.top == "鞋靴" || g.top == "箱包皮具" || g.top == "珠宝首饰" || g.top == "钟表"
}

// sameGoods reports whether two nouns name the same goods.
func (w *rewrite) sameGoods(a, b *piece) bool {
	return w.SameGoods(a.term(), b.term())
}
