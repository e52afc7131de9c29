package lint

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

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
		if length += t.Len(); length > 5 || !text.Han([]rune(t.Folded)[0]) || t.Kind == dict.Colour {
			return 0
		}
		ends := k+1 >= len(w.Terms) || !w.Adjacent(k) || w.Terms[k+1].Folded != "版"
		if strings.HasSuffix(t.Folded, "版") || ends && strings.Contains(string(w.Runes), t.Text+"版") {
			return k - j + 1 // 荣耀20青春 beside 荣耀20青春版
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
