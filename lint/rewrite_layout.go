package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// layouts returns the ways to lay the pieces out, best first.
//
// A title that reads well once the offending words are gone keeps its order:
// no machine orders words better than the person who wrote them. Sets and
// books keep it always, since what they list must not be torn apart.
func (w *rewrite) layouts() []func(*rewrite) *line {
	order := w.linter.options.Order
	if order != "" && order != OrderFormula {
		return []func(*rewrite) *line{(*rewrite).rebuild}
	}
	if w.goods.set || w.goods.book {
		return []func(*rewrite) *line{(*rewrite).trim}
	}
	if w.keepsOrder() {
		return []func(*rewrite) *line{(*rewrite).trim, (*rewrite).rebuild}
	}
	return []func(*rewrite) *line{(*rewrite).rebuild, (*rewrite).trim}
}

// plan says where the kinds go. The first group holds the noun; what is not
// named here goes with the facts.
type plan struct {
	facts  []text.Kind // second group
	scenes []text.Kind // third group
	specs  []text.Kind // last group
	lead   bool        // facts may stand before the noun
}

var plans = map[Order]plan{
	OrderFormula: {
		facts:  []text.Kind{dict.Flavour, dict.Series, dict.Style, dict.Form, dict.Material, dict.Function, dict.Season, dict.Origin, dict.Category, dict.Other, dict.Person, dict.IP},
		scenes: []text.Kind{dict.Use, dict.Scene, dict.Place, dict.Audience},
		specs:  []text.Kind{dict.Spec, dict.Colour, dict.Model},
		lead:   true,
	},
	OrderManual: {
		facts:  []text.Kind{dict.Flavour, dict.Series, dict.Material, dict.Function, dict.Style, dict.Form, dict.Category, dict.Other, dict.Person, dict.IP},
		scenes: []text.Kind{dict.Season, dict.Origin, dict.Use, dict.Scene, dict.Place, dict.Audience},
		specs:  []text.Kind{dict.Model, dict.Colour, dict.Spec},
	},
	OrderStrict: {
		facts:  []text.Kind{dict.Material, dict.Function, dict.Flavour, dict.Series, dict.Style, dict.Form, dict.Season, dict.Origin, dict.Category, dict.Other, dict.Person, dict.IP},
		scenes: []text.Kind{dict.Use, dict.Scene, dict.Place, dict.Audience},
		specs:  []text.Kind{dict.Spec, dict.Colour, dict.Model},
	},
}

// leadRoom is how many characters may stand before the end of the noun: search
// and the small screen show little more.
const leadRoom = 16

// dropOrder is what a title that is too long loses, first to last; the last of
// a kind goes first. A size, a capacity, a count and a model stay.
var dropOrder = []text.Kind{dict.Other, dict.Place, dict.Style, dict.Use, dict.Scene, dict.Form, dict.Function, dict.Season, dict.Audience, dict.Origin, dict.Category, dict.Colour, dict.Series, dict.Flavour, dict.Material}

// rebuild lays the pieces out in groups, in the order of the options, and
// drops what exceeds the length limit. It returns nil where that is not enough.
func (w *rewrite) rebuild() *line { return w.fitting((*rewrite).groups) }

// fitting drops pieces in dropOrder until the layout is short enough.
func (w *rewrite) fitting(lay func(*rewrite) *line) *line {
	for _, k := range dropOrder {
		for {
			out := lay(w)
			if out.len() <= maxLength {
				return out
			}
			last := -1
			for i := range w.pieces {
				if c := &w.pieces[i]; c.kind == k && !c.dropped && !c.core && !c.host && !w.beforeCore(i) {
					last = i
				}
			}
			if last < 0 {
				break
			}
			w.drop(last, "WX001")
		}
	}
	if out := lay(w); out.len() <= maxLength {
		return out
	}
	return nil
}

// beforeCore reports whether piece i belongs to the name of the goods: a noun
// or a word that no table lists, right before it.
func (w *rewrite) beforeCore(i int) bool {
	c := &w.pieces[i]
	return i < w.core && (c.role == text.Modifier || !c.known) && w.leadsToCore(i)
}

// groups lays out the four groups.
func (w *rewrite) groups() *line {
	order := w.linter.options.Order
	if order == "" {
		order = OrderFormula
	}
	p := plans[order]
	out := &line{}
	placed := make([]bool, len(w.pieces))
	w.nameGroup(out, placed, p)
	for g, kinds := range [][]text.Kind{p.facts, p.scenes, p.specs} {
		var group []int
		for i := range w.pieces {
			if c := &w.pieces[i]; !c.dropped && !placed[i] && slices.Contains(kinds, c.kind) {
				group = append(group, i)
			}
		}
		if order != OrderFormula || g == 2 {
			slices.SortStableFunc(group, func(a, b int) int {
				if n := slices.Index(kinds, w.pieces[a].kind) - slices.Index(kinds, w.pieces[b].kind); n != 0 || w.pieces[a].kind != dict.Spec {
					return n
				}
				return strings.Compare(w.measure(a), w.measure(b))
			})
		}
		length := 0
		for _, i := range group {
			length += w.pieces[i].len()
		}
		if g != 1 || length > 2 {
			out.space()
		}
		for n, i := range group {
			if g == 2 && n > 0 {
				w.partSpecs(out, group[n-1], i)
			}
			w.put(out, i)
			placed[i] = true
		}
	}
	return out.trimmed()
}

// measure returns the class of what a specification measures; counts come last.
func (w *rewrite) measure(i int) string {
	c := &w.pieces[i]
	if c.canonical == c.folded || c.canonical == "" {
		return "other"
	}
	if c.canonical == "count" {
		return "~count"
	}
	return c.canonical
}

// partSpecs parts the specifications i and j: alternatives of one measure by a
// slash, others by a space as long as there are spaces to spend.
func (w *rewrite) partSpecs(out *line, i, j int) {
	a, b := &w.pieces[i], &w.pieces[j]
	switch {
	case a.kind == dict.Spec && b.kind == dict.Spec && w.measure(i) == w.measure(j) && w.measure(i) != "other":
		out.mark("/")
	case strings.Count(string(out.runes), " ") < 3:
		out.space()
	}
}

// put writes piece i.
func (w *rewrite) put(out *line, i int) { out.add(i, w.pieces[i].text) }

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
		if c := &w.pieces[i]; c.kind == dict.Brand && !c.dropped && !c.host {
			names = append(names, i)
			placed[i] = true
		}
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
	out.mark("适用")
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
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind == dict.Audience && !c.dropped && !placed[i] && !(i < w.core && w.leadsToCore(i)) && c.len() <= 3 && (w.goods.wearable() || c.len() == 1) {
			placed[i] = true
			tail = append(tail, i)
			if c.folded != "男" && c.folded != "女" {
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
