package lint

import (
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

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
		word := strings.Contains("宽长高厚深装", t.Folded) || (shard(t) || t.Len() == 1 && ascii(t.Folded) && t.Kind != dict.Mark && i+1 < j) && w.ends(j)
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

// dropOtherSizes leaves the sizes of each measure that stand in the last part of
// the title to name one: there stands which variant is sold, 22L 15L款.
func (w *rewrite) dropOtherSizes() {
	said := map[string]int{} // where the last size of each measure stands
	for i := len(w.pieces) - 1; i >= 0; i-- {
		c := &w.pieces[i]
		if c.dropped || w.goods.set || w.joined(i) && !w.noted(i) {
			continue
		}
		for _, unit := range units(c) {
			if last, ok := said[unit]; !ok {
				said[unit] = i
			} else if last != i && strings.ContainsFunc(string(w.Runes[c.End:w.pieces[last].Start]), unicode.IsSpace) {
				w.drop(i, "")
			}
		}
	}
}

// units returns what the numbers of a size count: 厘米 and 米 of 1厘米宽*20米长,
// and the kind of a size of paper, A5, or of clothes.
func units(c *piece) []string {
	if paper := strings.TrimRight(c.folded, "3456"); len(c.folded) == 2 && (paper == "a" || paper == "b") {
		return []string{"paper"}
	}
	if c.kind == dict.Form && c.len() == 2 && strings.HasSuffix(c.folded, "号") {
		return []string{"号"} // 大号
	}
	if c.kind != dict.Spec || c.canonical == "count" && !strings.HasSuffix(c.folded, "人") || strings.HasSuffix(c.folded, "版") {
		return nil
	}
	var units []string
	for _, part := range strings.FieldsFunc(c.folded, func(r rune) bool { return strings.ContainsRune("0123456789.*/~-:+", r) }) {
		units = append(units, strings.TrimPrefix(strings.TrimRight(part, "宽长高厚深"), "英"))
	}
	return units
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
