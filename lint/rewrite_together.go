package lint

import (
	"slices"
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
	case t.Kind == dict.Brand && w.compatible(i) > 0:
		return w.compatible(i), dict.Function
	case t.Kind == dict.Brand:
		if n := w.named(i, main); n > 1 {
			return n, dict.Brand
		}
	case w.modelRun(i, main) > 1:
		return w.modelRun(i, main), dict.Model
	case slices.Contains(measures, t.Folded) && i+1 < len(w.Terms) && w.Adjacent(i) && w.Terms[i+1].Kind == dict.Spec:
		return 2, dict.Spec
	case (t.Folded == "男款" || t.Folded == "男") && i+1 < len(w.Terms) && w.Adjacent(i) && (w.Terms[i+1].Folded == "女款" || w.Terms[i+1].Folded == "女"):
		return 2, dict.Audience
	case t.GrammarRole() == "with" && strings.Contains("带有含内置附带", t.Folded):
		return w.follow(i, main, 7), dict.Function
	case t.GrammarRole() == "for" && w.leadsToFact(i, main):
		return w.follow(i, main, 9), dict.Audience
	case !t.Known && t.Kind == dict.Other && t.Len() == 1 && strings.Contains(prefixes, t.Folded):
		return w.prefixed(i, main)
	case bareNumber(t):
		if i+1 < len(w.Terms) && i+1 != main && w.Adjacent(i) && w.Terms[i+1].Kind != dict.Mark && w.Terms[i+1].Kind != dict.Category && w.Terms[i+1].Len() == 1 && text.Han([]rune(w.Terms[i+1].Folded)[0]) {
			return 2, dict.Spec // 9 孔: a measure that no table lists
		}
	}
	return 0, 0
}

// measures name what a number with a unit behind them measures.
var measures = strings.Fields("拉力 承重 直径 长度 高度 宽度 厚度 容量 功率 内径 外径 净含量 身高 体重 续航 电压 口径 浓度")

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
		if t.Kind == dict.Model || bareNumber(t) || same || !t.Known && t.Kind == dict.Other && ascii(t.Folded) && t.Len() > 1 {
			last = j
			continue
		}
		break
	}
	return last - i + 1
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

// prefixes are the single characters that turn or count what follows: without
// them 无手柄 would say 手柄.
const prefixes = "不无非未免防抗双单两三四五六八多全半可易耐去除零低高"

// prefixed returns the length of a word whose first character turns the rest:
// with a known word, or with one or two characters that stand alone.
func (w *rewrite) prefixed(i, main int) (int, text.Kind) {
	if i+1 >= len(w.Terms) || i+1 == main || !w.Adjacent(i) {
		return 0, 0
	}
	next := &w.Terms[i+1]
	if next.GrammarRole() != "" && next.GrammarRole() != "with" {
		return 0, 0
	}
	if (next.Folded == "添加" || next.Folded == "含" || next.Folded == "加" || next.Folded == "有") && i+2 < len(w.Terms) && i+2 != main && w.Adjacent(i+1) && w.Terms[i+2].Kind != dict.Mark {
		return 3, dict.Function // 未添加蔗糖
	}
	if next.Known && next.Len() >= 2 && next.Len() <= 4 && next.Kind != dict.Mark && next.Kind != dict.Brand {
		if weightless(next.Kind) {
			return 0, 0
		}
		if next.Kind.Attribute() {
			return 2, next.Kind
		}
		return 2, dict.Form
	}
	j := i + 1
	for j < len(w.Terms) && j != main && w.Adjacent(j-1) && !w.Terms[j].Known && w.Terms[j].Kind == dict.Other && !ascii(w.Terms[j].Folded) {
		j++
	}
	length := w.Terms[j-1].End - w.Terms[i].Start
	ends := j == len(w.Terms) || !w.Adjacent(j-1) || w.Terms[j].Kind == dict.Mark || w.Terms[j].Known
	if j > i+1 && ends && length >= 2 && length <= 4 && strings.Contains("不无免防抗双未", w.Terms[i].Folded) {
		return j - i, dict.Function
	}
	return 0, 0
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
