package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// nameGroup writes brand, what leads to the noun, the noun, and whom it is for.
func (w *rewrite) nameGroup(out *line, placed []bool, p plan) {
	w.putBrand(out, placed)
	if p.lead {
		w.putHosts(out, placed)
	}
	tail := w.tail(placed)
	for _, i := range w.lead(out.len(), placed, p) {
		w.put(out, i)
		placed[i] = true
	}
	w.put(out, w.core)
	placed[w.core] = true
	for _, i := range tail {
		w.put(out, i)
		placed[i] = true
	}
	if !p.lead && w.goods.accessory {
		out.space()
		w.putHosts(out, placed)
	}
}

// putBrand writes the brand that made the goods, in all its names; a brand
// that carries its model (小米8) needs no brackets.
func (w *rewrite) putBrand(out *line, placed []bool) {
	var names []int
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind != dict.Brand || c.dropped || c.host {
			continue
		}
		if c.entry != nil && !w.ownBrand(c) && !w.opens(i) && (c.entry.Has("ambiguous") || slices.Contains(makers, c.canonical) || slices.Contains(makers, c.folded)) {
			continue // 樱花, 小米通用: it did not make the goods
		}
		if len(names) > 0 && c.entry != nil && w.pieces[names[0]].entry != nil && c.canonical != w.pieces[names[0]].canonical && !w.fastened(names[len(names)-1], i) {
			continue // another house: no name of this brand
		}
		names = append(names, i)
		placed[i] = true
	}
	if len(names) == 0 && w.missingBrand() != "" {
		out.mark("【" + w.missingBrand() + "】")
	}
	var plain, models []int
	for _, i := range names {
		if strings.ContainsAny(w.pieces[i].text, "0123456789") && w.pieces[i].entry == nil {
			models = append(models, i)
		} else {
			plain = append(plain, i)
		}
	}
	if len(plain) > 0 && len(models) == 0 && (w.pieces[plain[0]].known || w.ownBrand(&w.pieces[plain[0]])) {
		out.mark("【")
		for _, i := range plain {
			w.put(out, i)
		}
		out.mark("】")
	} else {
		for _, i := range append(plain, models...) {
			w.put(out, i)
		}
	}
	for i := range w.pieces {
		if c := &w.pieces[i]; c.kind == dict.Series && !c.dropped && !placed[i] {
			w.put(out, i)
			placed[i] = true
		}
	}
}

// opens reports whether nothing but what goes and other brands stands before
// piece i.
func (w *rewrite) opens(i int) bool {
	for j := range i {
		if c := &w.pieces[j]; !c.dropped && c.kind != dict.Brand && c.kind != dict.Series && c.kind != dict.Model && c.kind != dict.Season && c.kind != dict.Origin && c.kind != dict.Spec {
			return false
		}
	}
	return true
}

// missingBrand returns the brand of the row's column where the linter says
// that the title should name it.
func (w *rewrite) missingBrand() string {
	if !firm(w.restored.Findings, "WX106") {
		return ""
	}
	name, _, _ := strings.Cut(strings.TrimSpace(w.original.Brand), "/")
	name, _, _ = strings.Cut(name, "（")
	name, _, _ = strings.Cut(name, "(")
	for _, r := range name {
		if !Legal(r) {
			return ""
		}
	}
	return strings.TrimSpace(name)
}

// putHosts writes what an accessory fits: 适用 and the names of devices.
func (w *rewrite) putHosts(out *line, placed []bool) {
	if !w.goods.accessory {
		return
	}
	var hosts []int
	for i := range w.pieces {
		if c := &w.pieces[i]; c.host && !c.dropped && !placed[i] {
			hosts = append(hosts, i)
		}
	}
	if len(hosts) == 0 {
		return
	}
	// names without a model first, the Chinese one before the Latin one
	rank := func(i int) int {
		switch c := &w.pieces[i]; {
		case c.kind == dict.Category:
			return 3
		case c.kind == dict.Model || strings.ContainsAny(c.text, "0123456789"):
			return 2
		case ascii(c.folded):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(hosts, func(a, b int) int { return rank(a) - rank(b) })
	if i := slices.IndexFunc(w.pieces, func(c piece) bool { return c.folded == "适用" }); i >= 0 {
		w.put(out, i)
	} else {
		out.mark("适用")
	}
	for k, i := range hosts {
		if k > 0 && rank(hosts[k-1]) == 2 && rank(i) == 2 {
			out.mark("/")
		}
		w.put(out, i)
		placed[i] = true
	}
}

// tail returns what follows the noun at once: the word for a set, and one short
// word for people where the goods are worn.
func (w *rewrite) tail(placed []bool) []int {
	var tail []int
	for i := w.core + 1; i < len(w.pieces) && w.fastened(i-1, i); i++ {
		if c := &w.pieces[i]; !c.dropped && setWord(c) {
			tail = append(tail, i)
			placed[i] = true
			continue
		}
		break
	}
	people := 0
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind == dict.Audience && !c.dropped && !placed[i] && !(i < w.core && w.leadsToCore(i)) && c.len() <= 3 && (w.goods.wearable() || c.len() == 1) {
			placed[i] = true
			tail = append(tail, i)
			if people += c.len(); people >= 3 {
				break
			}
		}
	}
	slices.SortStableFunc(tail, func(a, b int) int { return manFirst(w.pieces[a].folded) - manFirst(w.pieces[b].folded) })
	return tail
}

// manFirst orders 男 before 女, as everybody writes it.
func manFirst(word string) int {
	switch word {
	case "男":
		return 1
	case "女":
		return 2
	}
	return 0
}

// lead returns what stands before the noun, at most leadRoom characters with
// the noun and what stands already: season and origin, what stood before the
// noun in the title, and, near the noun, form and material.
func (w *rewrite) lead(used int, placed []bool, p plan) []int {
	var near []int // the name of the goods itself: never parted from the noun
	i := w.core - 1
	for ; i >= 0 && w.fastened(i, i+1) && w.beforeCore(i); i-- {
		if !w.pieces[i].dropped && !placed[i] {
			near = append([]int{i}, near...)
		}
	}
	room := max(leadRoom-used-w.pieces[w.core].len(), 7) // a long brand must not leave the noun bare
	for _, n := range near {
		room -= w.pieces[n].len()
	}
	if !p.lead {
		return near
	}
	take := func(i int) bool {
		c := &w.pieces[i]
		if c.dropped || placed[i] || c.len() > room || slices.Contains(near, i) {
			return false
		}
		room -= c.len()
		return true
	}
	var seasons, stood, pulled []int
	for j := range w.pieces {
		if k := w.pieces[j].kind; (k == dict.Season && strings.ContainsAny(w.pieces[j].text, "春夏秋冬季") || k == dict.Origin && j < w.core) && take(j) {
			seasons = append(seasons, j)
		}
	}
	for ; i >= 0 && w.fastened(i, i+1) && w.leading(i); i-- {
		if slices.Contains(seasons, i) {
			continue
		}
		if !take(i) {
			break
		}
		stood = append([]int{i}, stood...)
	}
	for _, k := range w.pullKinds() {
		for j := range w.pieces {
			if c := &w.pieces[j]; c.kind == k && len(pulled) < 2 && c.len() >= 2 && c.len() <= 4 && !w.noted(j) && !slices.Contains(stood, j) && take(j) {
				pulled = append(pulled, j)
				break
			}
		}
	}
	if n := len(stood); n > 0 && w.pieces[stood[n-1]].len() == 1 && w.pieces[stood[n-1]].kind == dict.Audience {
		near = append([]int{stood[n-1]}, near...) // 猫 before 洗澡笼
		stood = stood[:n-1]
	}
	slices.SortFunc(pulled, func(a, b int) int { return pullRank(w.pieces[a].kind) - pullRank(w.pieces[b].kind) })
	if len(near) > 0 {
		return slices.Concat(seasons, pulled, stood, near) // what stood there may be half of a name: 小太阳
	}
	return slices.Concat(seasons, stood, pulled, near)
}

// leading reports whether piece i may stand in a chain before the noun.
func (w *rewrite) leading(i int) bool {
	switch c := &w.pieces[i]; c.kind {
	case dict.Style, dict.Form, dict.Material, dict.Function, dict.Season, dict.Origin, dict.Flavour, dict.Audience, dict.Scene, dict.Use, dict.Colour:
		return !c.dropped
	}
	return false
}

// pullKinds are the kinds that stand best before the noun wherever they stood.
func (w *rewrite) pullKinds() []text.Kind {
	if w.goods.food() || w.goods.cosmetic() {
		return nil
	}
	return []text.Kind{dict.Material, dict.Form}
}

// noted reports whether piece i stands in the trailing SKU note.
func (w *rewrite) noted(i int) bool {
	note := w.SKUNote()
	return note.Len() > 0 && note.Contains(w.pieces[i].Span)
}

func pullRank(k text.Kind) int {
	return slices.Index([]text.Kind{dict.Style, dict.Form, dict.Material}, k)
}
