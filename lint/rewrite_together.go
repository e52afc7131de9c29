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
	case t.Kind == dict.Colour && i+1 < len(w.Terms) && i+1 != main && w.Adjacent(i) && w.Terms[i+1].Len() == 1 && strings.Contains(shades, w.Terms[i+1].Folded):
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
		return 1 + max(1, w.modelRun(i+1, main)), dict.Model // gp of gp328d-1
	case t.Kind == dict.Brand && w.compatible(i) > 0:
		return w.compatible(i), dict.Function
	case t.Kind == dict.Brand:
		if n := w.named(i, main); n > 1 {
			return n, dict.Brand
		}
	case w.modelRun(i, main) > 0:
		n := w.modelRun(i, main)
		if i+n < len(w.Terms) && i+n != main {
			n += w.edition(i+n, main) // 真我Q3pro狂欢版
		}
		if n > 1 {
			return n, dict.Model
		}
	case leftover(t.Folded) == dict.Measure && i+1 < len(w.Terms) && w.Adjacent(i) && w.Terms[i+1].Kind == dict.Spec:
		return 2, dict.Spec
	case !t.Known && ascii(t.Folded) && t.Len() <= 4 && !strings.ContainsAny(t.Folded, "0123456789") && i+1 < len(w.Terms) && i+1 != main && w.Adjacent(i) && strings.Contains("面领型尖形端", w.Terms[i+1].Folded):
		return 2, dict.Form // ABC面
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
		case !ascii(t.Folded), t.Kind == dict.Brand, t.Kind == dict.Spec && !(j > i && (strings.Trim(t.Folded, "0123456789/") == "" || letter && w.Terms[j-1].Folded == "-")):
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

func ascii(s string) bool {
	for _, r := range s {
		if r >= 0x80 {
			return false
		}
	}
	return s != ""
}
