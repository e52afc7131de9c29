package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// choose decides of every piece whether it stays, and says of those that go
// which rule wants it. Where only characters or single words are at fault the
// rest stays as it was written.
func (w *rewrite) choose() {
	w.longerNames()
	w.chooseNoun()
	w.know()
	if w.goods.accessory || w.stacks() {
		w.light = false
	}
	w.dropOffences()
	w.dropRidden()
	w.dropWeightless()
	w.dropTalk()
	if w.light {
		w.dropSecondNames()
		w.dropAddress()
		w.dropNames()
		w.dropOrphans()
		w.clean()
		return
	}
	w.dropMarks()
	w.dropNote()
	w.chooseNouns()
	w.chooseUnknown()
	w.dropRepeats()
	w.dropSingles()
	w.dropCounts()
	w.markHosts()
	w.dropOrphans()
	w.thin()
}

func (w *rewrite) drop(i int, rule string) {
	if c := &w.pieces[i]; !c.dropped && !c.core {
		c.dropped, c.rule = true, rule
	}
}

// chooseNoun settles the noun that names the goods: of the names that the parse
// holds for the same goods as its main one, the one that the title repeats again
// and again, else the one that stands first, since that moves least. What is offended, fresh
// food among other goods, what only comes along and a wider word for another
// name give way. Where no name is left, the category's own stands in.
func (w *rewrite) chooseNoun() {
	best, worth := -1, 0
	if len(w.Core) > 0 {
		main := &w.Terms[w.Core[0]]
		for _, t := range w.Core {
			i := slices.IndexFunc(w.pieces, func(c piece) bool { return c.Span == w.Terms[t].Span })
			if i < 0 || !w.SameGoods(main, &w.Terms[t]) && !w.yields(w.Core[0]) && !w.soldBefore(t) {
				continue
			}
			if n := w.nounWorth(t); n > worth || n == worth && best >= 0 && n > 0 && w.pieces[i].Start < w.pieces[best].Start {
				best, worth = i, n
			}
		}
	}
	if w.core >= 0 {
		w.pieces[w.core].core = false
	}
	w.core = best
	if best >= 0 {
		w.pieces[best].core = true
		return
	}
	if noun, e := w.categoryNoun(); e != nil {
		end := len(w.Runes)
		w.pieces = append(w.pieces, piece{Span: text.Span{Start: end, End: end}, text: noun, folded: noun, canonical: e.Canonical,
			kind: dict.Category, entry: e, role: text.Subject, known: true, core: true})
		w.core = len(w.pieces) - 1
	}
}

// yields reports whether the noun t gives way to the names of other goods.
func (w *rewrite) yields(t int) bool {
	return w.aside(t) || w.RawFood(&w.Terms[t])
}

// aside reports whether noun t only comes along: behind a + or in the trailing
// note.
func (w *rewrite) aside(t int) bool {
	note := w.SKUNote()
	for j := t - 1; j >= 0 && w.Adjacent(j); j-- {
		if w.Terms[j].Folded == "+" {
			return true
		}
	}
	return note.Len() > 0 && note.Contains(w.Terms[t].Span)
}

// nounWorth ranks noun t as the name of the goods; 0 where it is unfit.
func (w *rewrite) nounWorth(t int) int {
	term := &w.Terms[t]
	if w.mars(w.offence(term.Span)) || t != w.Core[0] && w.Adjacent(t) && w.Terms[t+1].Folded == w.Terms[w.Core[0]].Folded && !sameEnd(term.Folded, w.Terms[t+1].Folded) {
		return 0 // 耳机 of 耳机海绵套
	}
	n, times := 10, 0
	for _, o := range w.Core {
		other := &w.Terms[o]
		if other.Folded == term.Folded {
			if times++; times == 3 {
				n += 10
			}
		} else if strings.HasSuffix(other.Folded, term.Folded) {
			n -= 5 // 背包 beside 双肩背包
		}
	}
	if w.Category != nil && w.InCategory(term) {
		n += 40
	}
	if w.soldBefore(t) {
		n += 20
	}
	switch {
	case w.offence(term.Span) != "":
		n = 1
	case w.yields(t) || term.Has("broad"):
		n = 2
	}
	return max(n, 1)
}

// soldBefore reports whether noun t is what the title sold before it was made
// plain.
func (w *rewrite) soldBefore(t int) bool {
	return w.restored != w.original && len(w.original.Core) > 0 && w.Terms[t].Text == w.original.Core[0]
}

// sameEnd reports whether two nouns end in the same character, as names of the
// same goods do.
func sameEnd(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return x[len(x)-1] == y[len(y)-1]
}

// mars reports whether the offence makes the noun itself unfit: that a brand or
// a person is ridden on does not, though the finding may span the noun.
func (w *rewrite) mars(rule string) bool {
	return rule != "" && rule != "WX501" && rule != "WX502" && rule != "WX202"
}

// structural are the rules whose findings do not say that the marked words
// must go: what they object to is mended by the choice and order of the pieces.
var structural = []string{"WX001", "WX002", "WX003", "WX004", "WX101", "WX102", "WX103", "WX105", "WX106", "WX201", "WX301", "WX702", "WX801", "WX802"}

// offence returns the rule whose finding wants the stretch gone, or "".
func (w *rewrite) offence(s text.Span) string {
	for _, f := range w.restored.Findings {
		if slices.Contains(structural, f.Rule) || f.Waived || f.Rule == "WX501" && f.Severity == Info {
			continue
		}
		if f.Rule == "WX402" || f.Rule == "WX104" && f.AbsorbedBy != "" {
			continue
		}
		if slices.ContainsFunc(f.Spans, func(q Quote) bool { return q.Overlaps(s) }) {
			return f.Rule
		}
	}
	return ""
}

// dropOffences drops what findings mark, and with a brand, a person or a
// figure its other mentions.
func (w *rewrite) dropOffences() {
	gone := map[string]string{}
	for i := range w.pieces {
		c := &w.pieces[i]
		rule := w.offence(c.Span)
		if rule == "" || c.kind == dict.Mark && rule != "WX202" {
			continue
		}
		if c.kind == dict.Brand && w.ownBrand(c) {
			continue
		}
		w.drop(i, rule)
		if c.kind == dict.Brand || c.kind == dict.Person || c.kind == dict.IP {
			gone[c.canonical] = rule
		}
	}
	for i := range w.pieces {
		if rule := gone[w.pieces[i].canonical]; rule != "" {
			w.drop(i, rule)
		}
	}
}

// dropNote drops from a trailing SKU note what tells no fact.
func (w *rewrite) dropNote() {
	note := w.SKUNote()
	for i := range w.pieces {
		c := &w.pieces[i]
		if note.Len() == 0 || !note.Contains(c.Span) || c.Len() == 0 {
			continue
		}
		switch c.kind {
		case dict.Spec, dict.Colour, dict.Model, dict.Material, dict.Form, dict.Flavour, dict.Brand:
		default:
			if !bareDigits(c.text) {
				w.drop(i, "")
			}
		}
	}
}

func bareDigits(s string) bool { return strings.Trim(s, "0123456789") == "" && s != "" }

// dropWeightless drops praise, sales words, grammar that leads nowhere, and
// what comes along for free.
func (w *rewrite) dropWeightless() {
	for i := range w.pieces {
		c := &w.pieces[i]
		switch {
		case weightless(c.kind):
			w.drop(i, "")
			w.dropPrice(i)
		case leftover(c.folded) == dict.Empty, leftover(c.folded) == dict.Address:
			w.drop(i, "")
		case leftover(c.folded) == dict.Variant:
			w.drop(i, "")
		case w.light:
		case c.kind == dict.Spec && (c.canonical == "money" || strings.HasSuffix(c.folded, "元") || w.counted(i)):
			w.drop(i, "")
		case c.grammar() == "gift":
			w.dropOn(i)
		case c.grammar() == "for" && !w.goods.accessory, c.grammar() == "fits":
		case w.goods.set && (c.kind == dict.Unit || c.entry != nil && c.entry.Has("head")):
			// 瓶 of 大红瓶: the words stay together here
		case c.grammar() != "", c.entry != nil && c.kind == dict.Other && !c.core, c.kind == dict.Unit:
			w.drop(i, "")
		case c.kind == dict.Place && c.entry != nil && c.entry.Attr("kind") == "part" && !w.leads(i):
			w.drop(i, "")
		}
	}
}

// stacks reports whether the title names the goods so often that it reads badly
// even where no finding says so.
func (w *rewrite) stacks() bool {
	if w.core < 0 {
		return false
	}
	names := map[string]bool{}
	for _, t := range w.Core {
		if term := &w.Terms[t]; w.SameGoods(term, &text.Term{Folded: w.pieces[w.core].folded, Canonical: w.pieces[w.core].canonical, Entry: w.pieces[w.core].entry}) {
			names[term.Folded] = true
		}
	}
	return len(names) > 2
}

// dropRidden drops a brand that the title only rides on, though the word that
// says so stands behind the noun: 格力取暖器同款.
func (w *rewrite) dropRidden() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.kind != dict.Brand || c.dropped || w.ownBrand(c) || !w.opens(i) {
			continue
		}
		for j := i + 1; j < len(w.pieces) && j < i+9; j++ {
			if o := &w.pieces[j]; o.grammar() == "rides" && o.folded == "同款" && w.pieces[j-1].kind == dict.Category {
				w.drop(i, "WX501")
			}
		}
	}
}

// dropTalk drops the stretches between marks and gaps of which a part goes and
// the rest states nothing: 仅199, 闪购福利.
func (w *rewrite) dropTalk() {
	for i := 0; i < len(w.pieces); {
		if w.pieces[i].kind == dict.Mark {
			i++
			continue
		}
		j := i + 1
		for j < len(w.pieces) && w.pieces[j].kind != dict.Mark && w.fastened(j-1, j) {
			j++
		}
		states, gone, bare := false, false, j == i+1 && bareDigits(w.pieces[i].text) && w.pieces[i].len() < 3
		for k := i; k < j; k++ {
			switch c := &w.pieces[k]; {
			case c.dropped:
				gone = true
			case c.kind == dict.Spec:
				states = states || c.canonical != "count" && c.canonical != "money" && strings.Trim(c.text, "0123456789./-~") != ""
			case c.core, c.kind.Attribute(), c.kind == dict.Category, c.kind == dict.Brand, c.kind == dict.Model && c.len() > 2 && !bareDigits(c.text), c.kind == dict.Colour, c.kind == dict.Series:
				states = true
			}
		}
		if !states && (gone || bare) {
			for k := i; k < j; k++ {
				w.drop(k, "")
			}
		}
		i = j
	}
}

// dropAddress drops the clauses that speak to the reader.
func (w *rewrite) dropAddress() {
	for i := 0; i < len(w.pieces); {
		j := i + 1
		for j < len(w.pieces) && w.pieces[j].kind != dict.Mark {
			j++
		}
		core, speaks := false, false
		for k := i; k < j; k++ {
			core = core || w.pieces[k].core
			speaks = speaks || !w.pieces[k].known && strings.ContainsAny(w.pieces[k].folded, "你我您她他这吧啊呢吗哦啦")
		}
		if speaks && !core {
			for k := i; k < j; k++ {
				w.drop(k, "")
			}
		}
		i = j
	}
}

// dropSecondNames drops other names of the goods that stand for themselves.
func (w *rewrite) dropSecondNames() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if w.core >= 0 && c.kind == dict.Category && !c.core && i > w.core && w.sameGoods(c, &w.pieces[w.core]) && !w.fastened(i-1, i) && !w.fastened(i, i+1) && !w.goods.set {
			w.drop(i, "WX301")
		}
	}
}

// dropNames drops a brand that is named again in the same script.
func (w *rewrite) dropNames() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.kind != dict.Brand || c.entry == nil {
			continue
		}
		if slices.ContainsFunc(w.pieces[:i], func(o piece) bool {
			return !o.dropped && o.kind == dict.Brand && o.folded == c.folded && (i+1 == len(w.pieces) || w.pieces[i+1].kind != dict.Model)
		}) {
			w.drop(i, "")
		}
	}
}

// dropOrphans drops what a dropped word leaves behind: single characters that
// were fastened to it, words such as 同款 and 适用 without what they speak of, and
// whom 专供 spoke to.
func (w *rewrite) dropOrphans() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped {
			if leftover(c.folded) == dict.Address && i > 0 && w.fastened(i-1, i) && (!w.fastened(i-2, i-1) || w.pieces[i-1].kind == dict.Audience) && !w.pieces[i-1].core {
				w.drop(i-1, "")
			}
			continue
		}
		alone := !(w.kept(i-1) && w.fastened(i-1, i) && w.pieces[i-1].kind != dict.Mark) && !(w.kept(i+1) && w.fastened(i, i+1) && w.pieces[i+1].kind != dict.Mark)
		switch {
		case c.kind == dict.Mark || c.core || c.host:
		case c.grammar() == "for":
			if !w.leadsOn(i) {
				w.drop(i, "")
			}
		case c.grammar() == "rides":
			w.drop(i, "")
		case c.grammar() == "fits":
			if o := i - 1; !w.light && (!w.kept(o) || !w.fastened(o, i) || w.pieces[o].kind == dict.Brand || w.pieces[o].kind == dict.Model || w.pieces[o].kind == dict.Category) {
				w.drop(i, "")
			}
		case alone && !w.light && !w.goods.set && !c.known && c.kind == dict.Other:
			w.drop(i, "") // 饭菜 behind the names that went
		case c.len() == 1 && alone && text.Han([]rune(c.folded)[0]) && c.kind != dict.Audience && c.kind != dict.Colour && c.kind != dict.Season:
			w.drop(i, "")
		}
	}
}

// leadsOn reports whether something is kept of what the grammar word i leads to.
func (w *rewrite) leadsOn(i int) bool {
	for j := i + 1; j < len(w.pieces) && w.fastened(j-1, j) && w.pieces[j].kind != dict.Mark; j++ {
		if !w.pieces[j].dropped {
			return true
		}
	}
	return false
}

// dropPrice drops the numbers behind a word of prices: 柜价900/1500.
func (w *rewrite) dropPrice(i int) {
	for j := i + 1; j < len(w.pieces) && w.fastened(j-1, j) && strings.Trim(w.pieces[j].folded, "0123456789./-~:：元起") == ""; j++ {
		w.drop(j, "")
	}
}

// dropMarks drops the marks: the layout sets its own.
func (w *rewrite) dropMarks() {
	for i := range w.pieces {
		if w.pieces[i].kind == dict.Mark {
			w.drop(i, "")
		}
	}
}

// dropCounts drops the counts and sizes of what is gone: 1根 of 灯管1根. Those
// of another name of the goods count the goods.
func (w *rewrite) dropCounts() {
	for i := range len(w.pieces) - 1 {
		c, o := &w.pieces[i], &w.pieces[i+1]
		if (c.kind == dict.Spec && c.canonical == "count" || c.kind == dict.Model && c.len() < 3 && !w.goods.fits) && w.fastened(i, i+1) && o.dropped && o.kind != dict.Mark && !weightless(o.kind) && !(o.kind == dict.Category && w.core >= 0 && w.sameGoods(o, &w.pieces[w.core])) {
			w.drop(i, o.rule) // 4T of 4T硬盘
		}
	}
	for i := 1; i < len(w.pieces); i++ {
		c, o := &w.pieces[i], &w.pieces[i-1]
		if c.kind == dict.Spec && w.fastened(i-1, i) && o.dropped && o.kind == dict.Category && !(w.core >= 0 && w.sameGoods(o, &w.pieces[w.core])) {
			w.drop(i, o.rule)
		}
	}
}

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

// partPhrases makes spaces of full stops and exclamation marks, and of commas
// where they are few.
func (w *rewrite) partPhrases() {
	commas := 0
	for i := range w.pieces {
		if c := &w.pieces[i]; !c.dropped && strings.Contains(",，", c.text) {
			commas++
		}
	}
	for i := range w.pieces {
		if c := &w.pieces[i]; c.kind == dict.Mark && (strings.Contains("。！!；;|｜~～、", c.text) && c.text != "、" || commas+w.gaps() <= maxSpaces && strings.Contains(",，", c.text)) {
			w.drop(i, "")
		}
	}
}

// gaps returns how many spaces stand between the kept pieces.
func (w *rewrite) gaps() int {
	n, last := 0, -1
	for i := range w.pieces {
		if w.pieces[i].dropped {
			continue
		}
		if last >= 0 && !w.fastened(last, i) {
			n++
		}
		last = i
	}
	return n
}

// cleanNames drops the brackets around the second name of a brand, 魅可(MAC),
// and those that would make a brand of other words.
func (w *rewrite) cleanNames() {
	names := w.headBrand()
	for i := range w.pieces {
		c := &w.pieces[i]
		between := len(names) > 1 && i > names[0] && !slices.ContainsFunc(w.pieces[names[len(names)-1]+1:max(i, names[len(names)-1]+1)], func(o piece) bool { return !o.dropped && o.kind != dict.Mark })
		if c.kind == dict.Mark && (between || c.text == "【" || c.text == "】") {
			w.drop(i, "")
		}
	}
}

// clean drops the marks that lead nowhere once the words beside them are gone.
func (w *rewrite) clean() {
	w.cleanNames()
	w.partPhrases()
	const openers, closers = "(（[【《", ")）]】》"
	for again := true; again; {
		again = false
		last := -1
		for i := range w.pieces {
			c := &w.pieces[i]
			if c.dropped {
				continue
			}
			if c.kind == dict.Mark {
				opener, closer := strings.Contains(openers, c.text), strings.Contains(closers, c.text)
				var gone []int
				switch {
				case closer && last >= 0 && strings.Contains(openers, w.pieces[last].text):
					gone = []int{last, i}
				case last < 0 && !opener, last >= 0 && w.pieces[last].kind == dict.Mark && !opener && !closer && !strings.Contains(closers, w.pieces[last].text):
					gone = []int{i}
				}
				for _, k := range gone {
					w.pieces[k].dropped, again = true, true
				}
			}
			if !c.dropped {
				last = i
			}
		}
		if last >= 0 && w.pieces[last].kind == dict.Mark && !strings.Contains(closers, w.pieces[last].text) {
			w.pieces[last].dropped, again = true, true
		}
	}
}

// counted reports whether specification i counts what is left or what it
// saves, 仅剩8套, or is a part of a date.
func (w *rewrite) counted(i int) bool {
	c := &w.pieces[i]
	if w.fastened(i-1, i) {
		switch w.pieces[i-1].folded {
		case "仅", "仅剩", "剩", "只剩", "不到", "买", "满", "减", "省", "价", "官价", "专柜", "超", "第":
			return true
		}
	}
	return strings.HasSuffix(c.folded, "月") && strings.Trim(c.folded, "0123456789月") == "" || strings.HasSuffix(c.folded, "日")
}

// dropOn drops piece i and what stands fastened to it.
func (w *rewrite) dropOn(i int) {
	w.drop(i, "")
	for j := i + 1; j < len(w.pieces) && w.pieces[j].kind != dict.Mark && w.fastened(j-1, j); j++ {
		w.drop(j, "")
	}
}

// fastened reports whether nothing stands between the pieces i and j.
func (w *rewrite) fastened(i, j int) bool {
	return i >= 0 && j < len(w.pieces) && w.pieces[i].End == w.pieces[j].Start
}
