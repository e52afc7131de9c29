package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// markHosts marks the brands and models that tell what an accessory fits, and
// leaves each name once: the brand before the first of its models.
func (w *rewrite) markHosts() {
	if !w.goods.accessory {
		return
	}
	any := false
	for i := range w.pieces {
		c := &w.pieces[i]
		if !c.dropped && !c.core && c.kind == dict.Brand && w.hosted(c) {
			c.host, any = true, true
		}
	}
	named := false
	for i := range w.pieces {
		c := &w.pieces[i]
		behind := i > 0 && w.pieces[i-1].host && w.pieces[i-1].End+1 >= c.Start
		named = named || c.host
		if any && c.kind == dict.Model && strings.Trim(c.folded, "0123456789.") == "" && strings.Contains(c.folded, ".") {
			w.drop(i, "") // inches
		}
		if any && !c.dropped && (c.kind == dict.Model && !w.articleNumber(i) && (named || c.len() > 3) || (c.kind == dict.Model || c.kind == dict.Series) && behind) {
			c.host = true
		}
	}
	w.goods.accessory = any
	for i := range w.pieces {
		if c := &w.pieces[i]; any && c.kind == dict.Brand && !c.host && !w.ownBrand(c) && !w.opens(i) {
			w.drop(i, "")
		}
	}
	w.dropRepeatedHosts()
}

// readModels makes models of the words that name models of phones and stand for
// themselves, xsmax.
func (w *rewrite) readModels() {
	for i := range w.pieces {
		if c := &w.pieces[i]; w.goods.accessory && (c.kind == dict.Other || c.kind == dict.Form) && ascii(c.folded) && modelWords(c.folded) {
			c.kind, c.known = dict.Model, true
		}
	}
}

// articleNumber reports whether the model i is the number of the goods and no
// device: one with a hyphen, or one in the trailing note that does not open it.
func (w *rewrite) articleNumber(i int) bool {
	c := &w.pieces[i]
	return strings.Contains(c.folded, "-") || w.noted(i) && w.SKUNote().Start != c.Start && !(i > 0 && w.pieces[i-1].kind == dict.Brand)
}

// modelWords reports whether s is made of the words that name models of phones:
// xsmax.
func modelWords(s string) bool {
	for s != "" {
		n := len(s)
		for _, m := range []string{"plus", "pro", "max", "mini", "ultra", "lite", "play", "note", "air", "xs", "xr", "se", "x"} {
			if rest, ok := strings.CutPrefix(s, m); ok {
				s = strings.TrimLeft(rest, " ")
				break
			}
		}
		if len(s) == n {
			return false
		}
	}
	return true
}

// noted reports whether piece i stands in the trailing SKU note.
func (w *rewrite) noted(i int) bool {
	note := w.SKUNote()
	return note.Len() > 0 && note.Contains(w.pieces[i].Span)
}

// hosted reports whether a brand, with or without its model, names what an
// accessory fits and not who made it: a maker of devices other than the row's
// own brand.
func (w *rewrite) hosted(c *piece) bool {
	for i := range w.Terms {
		t := &w.Terms[i]
		if t.Kind == dict.Brand && c.Contains(t.Span) && t.Entry != nil && !w.own(t.Folded, t.Canonical) {
			return w.maker(t) || i > 0 && w.Terms[i-1].GrammarRole() == "for"
		}
	}
	return false
}

// maker reports whether t names a maker of devices, or a device.
func (w *rewrite) maker(t *text.Term) bool {
	if t.Entry == nil {
		return false
	}
	for _, name := range []string{t.Folded, t.Canonical, t.Entry.Attr("parent")} {
		if e := w.lex.As(name, dict.Brand); e != nil && e.Has("device") {
			return true
		}
	}
	return false
}

// dropRepeatedHosts drops a maker that is named again for its next model, and a
// model that is named again.
func (w *rewrite) dropRepeatedHosts() {
	house := ""                 // the maker named last
	models := map[string]bool{} // of all makers
	var waiting []int           // names of the maker that no model follows yet
	follows := false
	for i := range w.pieces {
		c := &w.pieces[i]
		if !c.host && c.dropped && c.kind == dict.Model && len(waiting) > 0 && w.pieces[i-1].host {
			for _, k := range waiting {
				w.drop(k, w.stacked(w.pieces[k].Span)) // its model was named before
			}
			waiting = nil
		}
		if !c.host || c.dropped {
			continue
		}
		if c.kind != dict.Brand {
			name := squeezed(c.folded)
			if !slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return !models[part] }) {
				w.drop(i, w.stacked(c.Span))
				for _, k := range waiting {
					w.drop(k, w.stacked(w.pieces[k].Span))
				}
				waiting = nil
				continue
			}
			for _, part := range append(strings.Split(name, "/"), name) {
				models[part] = true
			}
			waiting, follows = nil, true
			continue
		}
		if c.folded == house || c.canonical == house && follows {
			w.drop(i, w.stacked(c.Span))
			continue
		}
		house, waiting, follows = c.folded, append(waiting, i), false
		if ascii(c.folded) {
			house = c.canonical
		}
	}
}

// putHosts writes what an accessory fits: 适用 and the names of devices in the
// order of the title, slashes between the models.
func (w *rewrite) putHosts(out *line, order []int) {
	if i := slices.IndexFunc(w.pieces, func(c piece) bool { return c.folded == "适用" }); i >= 0 {
		w.put(out, i)
	} else {
		out.mark("适用")
	}
	var hosts []int
	for _, i := range order {
		if w.pieces[i].host {
			hosts = append(hosts, i)
		}
	}
	last := -1
	for n, i := range hosts {
		leads := n+1 < len(hosts) && w.pieces[hosts[n+1]].kind != dict.Brand // 荣耀 of 华为荣耀20
		if last >= 0 && (w.pieces[last].kind != dict.Brand || w.pieces[i].kind == dict.Brand && !(leads && w.fastened(last, i)) && !sameHouse(&w.pieces[last], &w.pieces[i])) {
			out.mark("/")
		}
		w.put(out, i)
		last = i
	}
}

// sameHouse reports whether two names belong to one maker: 华为荣耀, 苹果iPhone.
func sameHouse(a, b *piece) bool {
	if a.canonical == b.canonical || a.entry == nil || b.entry == nil {
		return a.canonical == b.canonical
	}
	return a.entry.Attr("parent") == b.canonical || b.entry.Attr("parent") == a.canonical
}

// madeForMaker reports whether the title says that the goods fit the devices of
// a maker: 适用华为.
func (w *rewrite) madeForMaker() bool {
	for i := range w.Terms {
		if t := &w.Terms[i]; t.GrammarRole() == "for" {
			for j := i + 1; j < len(w.Terms) && j <= i+3; j++ {
				if o := &w.Terms[j]; o.Kind == dict.Brand && (w.maker(o) || j == i+1 && !w.own(o.Folded, o.Canonical)) {
					return true
				}
			}
		}
	}
	return false
}
