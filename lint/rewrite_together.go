package lint

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// together returns the number of terms from i on that mean something only
// together, and what they are; 0 where term i stands for itself. The main noun
// is never part of such a stretch.
func (w *rewrite) together(i, main int) (n int, kind text.Kind) {
	t := &w.Terms[i]
	if i == main {
		return 0, 0
	}
	if n := w.statedBrand(i, main); n > 0 {
		return n, dict.Brand
	}
	if w.longerName(i, main) {
		return 2, dict.Series
	}
	if n := w.twinAt(i, main); n > 0 {
		return n, dict.Brand
	}
	if n := w.joint(i, main); n > 0 {
		return n, dict.Brand
	}
	switch {
	case t.Folded == "《":
		return w.untilMark(i, "》"), dict.Series
	case t.Kind == dict.Colour && i+1 < len(w.Terms) && i+1 != main && w.Adjacent(i) && w.Terms[i+1].Len() == 1 && strings.Contains("灰白黑红蓝绿粉紫黄金银棕", w.Terms[i+1].Folded):
		return 2, dict.Colour
	case t.Folded == "【":
		j := i + 1
		for j < len(w.Terms) && w.Terms[j].Kind == dict.Brand && w.Terms[j].Canonical == w.Terms[i+1].Canonical {
			j++
		}
		if j > i+1 && j < len(w.Terms) && w.Terms[j].Folded == "】" {
			return j - i + 1, dict.Brand
		}
	case t.Kind == dict.Brand && ascii(t.Folded) && t.Len() <= 3 && !w.maker(t) && i+1 < len(w.Terms) && i+1 != main && w.Adjacent(i) && strings.ContainsAny(w.Terms[i+1].Folded[:1], "0123456789"):
		return 2, dict.Model // gp of gp328d
	case t.Kind == dict.Brand && w.compatible(i) > 0:
		return w.compatible(i), dict.Function
	case t.Kind == dict.Brand:
		if n := w.named(i, main); n > 1 {
			return n, dict.Brand
		}
	case w.modelRun(i, main) > 1:
		return w.modelRun(i, main), dict.Model
	case leftover(t.Folded) == dict.Measure && i+1 < len(w.Terms) && w.Adjacent(i) && w.Terms[i+1].Kind == dict.Spec:
		return 2, dict.Spec
	case (t.Folded == "男款" || t.Folded == "男") && i+1 < len(w.Terms) && w.Adjacent(i) && (w.Terms[i+1].Folded == "女款" || w.Terms[i+1].Folded == "女"):
		return 2, dict.Audience
	case t.GrammarRole() == "with" && strings.Contains("带有含内置附带", t.Folded):
		return w.follow(i, main, 7), dict.Function
	case t.GrammarRole() == "for" && w.leadsToFact(i, main):
		return w.follow(i, main, 9), dict.Audience
	}
	if n := w.latinName(i, main); n > 1 {
		return n, dict.Series
	}
	if n, kind := w.fused(i, main); n > 0 {
		return n, kind
	}
	if n := w.measured(i, main); n > 1 {
		return n, dict.Spec
	}
	return 0, 0
}

// measured returns the number of terms from i on that state one measurement
// with its words: 1厘米宽*20米长, 120卡袋, 100w-300w.
func (w *rewrite) measured(i, main int) int {
	if w.Terms[i].Kind != dict.Spec && !bareNumber(&w.Terms[i]) {
		return 0
	}
	if n := w.countedWord(i, main); n > 0 {
		return n
	}
	if n := w.listed(i, main); n > 0 {
		return n
	}
	n := 1
	for j := i + 1; j < len(w.Terms) && j != main && w.Adjacent(j-1); j++ {
		t := &w.Terms[j]
		joint := t.Kind == dict.Mark && strings.Contains("*x~-/", t.Folded) && j+1 < len(w.Terms) && j+1 != main && w.Adjacent(j) && w.Terms[j+1].Kind == dict.Spec
		word := strings.Contains("宽长高厚深", t.Folded) || shard(t) && w.ends(j)
		if !joint && !word && !(t.Kind == dict.Spec && w.Terms[j-1].Kind == dict.Mark) {
			break
		}
		n = j - i + 1
		if joint {
			n--
		}
	}
	return n
}

// longerName reports whether the brand i and the single character behind it are
// another name: 二哈猫.
func (w *rewrite) longerName(i, main int) bool {
	t := &w.Terms[i]
	if i+1 >= len(w.Terms) || i+1 == main || !w.Adjacent(i) || t.Kind != dict.Brand || ascii(t.Folded) || w.maker(t) || w.own(t.Folded, t.Canonical) || i > 0 && w.Terms[i-1].Kind == dict.Brand {
		return false
	}
	next := &w.Terms[i+1]
	ends := i+2 >= len(w.Terms) || !w.Adjacent(i+1) || ascii(w.Terms[i+2].Folded)
	return next.Len() == 1 && text.Han([]rune(next.Folded)[0]) && next.Folded != "男" && next.Folded != "女" && ends
}

// twinAt returns the number of terms that state a brand at the head of the
// title in two scripts, of which the lexicon may know neither: 雷客/skyrocker,
// 卡其鹿（KAQILU）, philco飞歌. The closing bracket is one of them.
func (w *rewrite) twinAt(i, main int) int {
	if i != 0 {
		return 0
	}
	j := w.nameAt(0, main)
	if j == 0 || j >= len(w.Terms) || j == main || !w.Adjacent(j-1) {
		return 0
	}
	mark := w.Terms[j].Folded
	if w.Terms[j].Kind != dict.Mark {
		if w.Terms[j].Kind == dict.Brand && !ascii(mark) && ascii(w.Terms[0].Folded) && !w.Terms[0].Known && !w.maker(&w.Terms[j]) {
			return j + 1
		}
		return 0
	}
	n := w.nameAt(j+1, main)
	if n == 0 || ascii(w.Terms[0].Folded) == ascii(w.Terms[j+1].Folded) {
		return 0
	}
	switch end := j + 1 + n; {
	case mark == "/" && (ascii(w.Terms[0].Folded) || end == len(w.Terms) || !w.Adjacent(end-1) || w.Terms[end].Kind == dict.Mark || ascii(w.Terms[j+1].Folded)):
		return end
	case (mark == "(" || mark == "（") && end < len(w.Terms) && (w.Terms[end].Folded == ")" || w.Terms[end].Folded == "）"):
		return end + 1
	}
	return 0
}

// nameAt returns the number of terms from i on that may be the name of a brand
// in one script.
func (w *rewrite) nameAt(i, main int) int {
	length, j := 0, i
	for ; j < len(w.Terms) && j != main && w.Terms[j].Kind != dict.Mark && (j == i || w.Adjacent(j-1)) && ascii(w.Terms[j].Folded) == ascii(w.Terms[i].Folded); j++ {
		t := &w.Terms[j]
		if t.GrammarRole() != "" || strings.ContainsAny(t.Folded, "0123456789") {
			return 0
		}
		if t.Kind != dict.Brand && t.Kind != dict.Other && (t.Len() > 1 || length > 1) {
			break
		}
		length += w.Terms[j].Len()
	}
	if length < 2 || !ascii(w.Terms[i].Folded) && length > 5 {
		return 0
	}
	return j - i
}

// joint returns the number of terms from i on that name the two houses of a
// joint product: ader x camper.
func (w *rewrite) joint(i, main int) int {
	if i+2 >= len(w.Terms) || w.Terms[i+1].Folded != "x" || i+2 == main || !ascii(w.Terms[i].Folded) || !ascii(w.Terms[i+2].Folded) || w.Terms[i].Len() < 2 || w.Terms[i+2].Len() < 2 {
		return 0
	}
	if w.Terms[i].Kind != dict.Brand && w.Terms[i+2].Kind != dict.Brand {
		return 0
	}
	return 3
}

// listed returns the number of terms of a list of sizes that share a unit:
// 19,22,24寸.
func (w *rewrite) listed(i, main int) int {
	for j := i; bareNumber(&w.Terms[j]) && w.Terms[j].Len() <= 3 && j+2 < len(w.Terms) && j+2 != main && w.Adjacent(j) && w.Adjacent(j+1) && strings.Contains(",，、/", w.Terms[j+1].Folded); j += 2 {
		if w.Terms[j+2].Kind == dict.Spec {
			return j + 3 - i
		}
	}
	return 0
}

// countedWord returns the number of terms of a number with what it counts or
// numbers, which no table lists: 9孔, 4万首歌曲, 86型.
func (w *rewrite) countedWord(i, main int) int {
	if !bareNumber(&w.Terms[i]) {
		return 0
	}
	j, length := i+1, 0
	for ; j < len(w.Terms) && j != main && w.Adjacent(j-1) && !w.Terms[j].Known && w.Terms[j].Kind == dict.Other && text.Han([]rune(w.Terms[j].Folded)[0]) && !strings.Contains(particles, w.Terms[j].Folded); j++ {
		if length += w.Terms[j].Len(); suffix(&w.Terms[j]) {
			j++
			break
		}
	}
	if length == 0 || length > 5 {
		return 0
	}
	return j - i
}

// latinName returns the number of terms from i on that make a name of several
// Latin words: Air Force, of which one says nothing.
func (w *rewrite) latinName(i, main int) int {
	word := func(j int) bool {
		t := &w.Terms[j]
		return j != main && !t.Known && t.Kind == dict.Other && ascii(t.Folded) && t.Len() > 1 && !bareDigits(t.Folded)
	}
	n := 0
	for j := i; j < len(w.Terms) && word(j) && (j == i || w.gap(j-1, j) <= 1); j++ {
		n++
	}
	return n
}

// modelRun returns the number of terms from i on that make one model or item
// number: MY-CD5026P, mini1/2/3.
func (w *rewrite) modelRun(i, main int) int {
	letter, digits := false, false
	last := i
	for j := i; j < len(w.Terms) && j != main && (j == i || w.Adjacent(j-1)); j++ {
		t := &w.Terms[j]
		joint := t.Folded == "-" || t.Folded == "/" && letter
		switch {
		case t.Kind == dict.Mark && (!joint || j == i):
			return w.modelLength(i, last, letter && digits)
		case joint:
			continue
		case !ascii(t.Folded), t.Kind == dict.Brand, t.Kind == dict.Spec && !(j > i && strings.Trim(t.Folded, "0123456789/") == ""):
			return w.modelLength(i, last, letter && digits)
		}
		letter = letter || strings.ContainsFunc(t.Folded, func(r rune) bool { return latin(r) })
		digits = digits || strings.ContainsAny(t.Folded, "0123456789")
		last = j
	}
	return w.modelLength(i, last, letter && digits)
}

func (w *rewrite) modelLength(i, last int, mixed bool) int {
	if !mixed {
		return 0
	}
	return last - i + 1
}

// statedBrand returns the number of terms from i on that spell the brand of the
// row, where it is no term of its own.
func (w *rewrite) statedBrand(i, main int) int {
	if w.Brand == "" || w.Terms[i].Kind == dict.Brand || !strings.HasPrefix(w.Brand, w.Terms[i].Folded) {
		return 0
	}
	name := ""
	for j := i; j < len(w.Terms) && j != main && len(name) < len(w.Brand) && (j == i || w.Adjacent(j-1)); j++ {
		if name += w.Terms[j].Folded; name == w.Brand {
			return j - i + 1
		}
	}
	return 0
}

// compatible returns the number of terms from the brand i to a word such as
// 通用 that says that the goods work with the brands between: 小米华为通用.
func (w *rewrite) compatible(i int) int {
	for j := i + 1; j < len(w.Terms) && j-i <= 4 && w.Adjacent(j-1); j++ {
		t := &w.Terms[j]
		if t.Folded == "通用" {
			return j - i + 1
		}
		if t.Kind != dict.Brand {
			return 0
		}
	}
	return 0
}

// untilMark returns the number of terms from i to the next closing mark.
func (w *rewrite) untilMark(i int, shut string) int {
	for j := i + 1; j < len(w.Terms); j++ {
		if w.Terms[j].Folded == shut {
			return j - i + 1
		}
	}
	return 0
}

// named returns the number of terms that make a name together with the brand
// i: its model and what Latin stands between, as in Apple iPhone 11 Pro or 小米 8.
func (w *rewrite) named(i, main int) int {
	j := i + 1
	last := i
	for ; j < len(w.Terms) && j != main; j++ {
		t := &w.Terms[j]
		if j > i+1 || !w.Adjacent(i) {
			if w.gap(j-1, j) > 1 {
				break
			}
		}
		same := t.Kind == dict.Brand && t.Entry != nil && w.Terms[i].Entry != nil && t.Canonical == w.Terms[i].Canonical && ascii(t.Folded) && ascii(w.Terms[i].Folded)
		if n := w.seriesAt(j, main); n > 0 {
			j += n
			last = j
			continue
		}
		if t.Folded == "/" && j+1 < len(w.Terms) && j+1 != main && w.Adjacent(j-1) && w.Adjacent(j) && last > i && ascii(w.Terms[j+1].Folded) {
			continue
		}
		if t.Len() == 1 && latin(rune(t.Folded[0])) && w.Adjacent(j-1) && t.Kind == dict.Other && !(j+1 < len(w.Terms) && w.Terms[j+1].Kind == dict.Brand) {
			last = j // 苹果x
			continue
		}
		if n := w.edition(j, main); n > 0 && last > i {
			j += n - 1
			last = j
			continue
		}
		if t.Kind == dict.Spec && w.Adjacent(j-1) && (strings.Trim(t.Folded, "0123456789") == "x" || strings.Trim(t.Folded, "0123456789/") == "") {
			last = j // 荣耀9x, 苹果6/7
			continue
		}
		if t.Kind == dict.Model || bareNumber(t) || same || !t.Known && t.Kind == dict.Other && ascii(t.Folded) && t.Len() > 1 {
			last = j
			continue
		}
		break
	}
	return last - i + 1
}

// edition returns the number of terms from j on that make an edition of the
// model right before: 青春版 in 荣耀20青春版.
func (w *rewrite) edition(j, main int) int {
	if !strings.ContainsAny(w.Terms[j-1].Folded, "0123456789") {
		return 0
	}
	length := 0
	for k := j; k < len(w.Terms) && k != main && w.Adjacent(k-1); k++ {
		t := &w.Terms[k]
		if length += t.Len(); length > 5 || !text.Han([]rune(t.Folded)[0]) {
			return 0
		}
		if strings.HasSuffix(t.Folded, "版") {
			return k - j + 1
		}
	}
	return 0
}

// seriesAt returns the number of terms from j on that their number makes the
// name of a model, without the number: 畅享 in 畅享9.
func (w *rewrite) seriesAt(j, main int) int {
	n, length := 0, 0
	for j+n < len(w.Terms) && j+n != main && length < 2 {
		t := &w.Terms[j+n]
		if t.Known || t.Kind != dict.Other || ascii(t.Folded) || !w.Adjacent(j+n) {
			return 0
		}
		length += t.Len()
		n++
	}
	if length == 2 && j+n < len(w.Terms) && j+n != main && (w.Terms[j+n].Kind == dict.Model || bareNumber(&w.Terms[j+n])) {
		return n
	}
	return 0
}

// gap returns the number of runes between the terms i and j.
func (w *rewrite) gap(i, j int) int { return w.Terms[j].Start - w.Terms[i].End }

// follow returns the number of terms from the grammar word i to the end of
// what it leads to: at most limit runes that nothing parts.
func (w *rewrite) follow(i, main, limit int) int {
	j := i
	for j+1 < len(w.Terms) && j+1 != main && w.Adjacent(j) && w.Terms[j+1].Kind != dict.Mark && w.Terms[j+1].End-w.Terms[i].Start <= limit {
		j++
		if k := w.Terms[j].Kind; k == dict.Category || k.Attribute() || k == dict.Audience {
			break
		}
	}
	if j == i || !w.Terms[j].Known || weightless(w.Terms[j].Kind) {
		return 0
	}
	return j - i + 1
}

// leadsToFact reports whether the word for "fit for" leads to people or uses,
// 适合敏感肌, and not to a brand or a device.
func (w *rewrite) leadsToFact(i, main int) bool {
	if i+1 >= len(w.Terms) || i+1 == main || !w.Adjacent(i) {
		return false
	}
	k := w.Terms[i+1].Kind
	return k == dict.Audience || k == dict.Use || k == dict.Scene || k == dict.Season
}

// bareNumber reports whether t is digits without a unit.
func bareNumber(t *text.Term) bool {
	if t.Kind == dict.Mark || t.Folded == "" {
		return false
	}
	for _, r := range t.Folded {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func ascii(s string) bool {
	for _, r := range s {
		if r >= 0x80 {
			return false
		}
	}
	return s != ""
}
