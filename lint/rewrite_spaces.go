package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// maxSpaces is how many spaces a suggestion has: more than four groups of words
// are no title but a list.
const maxSpaces = 3

// between returns the mark that joins the pieces i and j in the title and must
// stay: + in a set, / in a list, – in a range.
func (w *rewrite) between(i, j int) string {
	if j != i+2 || w.pieces[i+1].kind != dict.Mark || !w.pieces[i+1].dropped || !w.fastened(i, i+1) || !w.fastened(i+1, j) {
		return ""
	}
	switch m := w.pieces[i+1].text; m {
	case "+", "/", "&", "、", "%", "*", "-", "~":
		a, b := &w.pieces[i], &w.pieces[j]
		if (m == "-" || m == "~") && !(a.kind == dict.Spec && b.kind == dict.Spec) || m == "/" && a.kind != b.kind && !(specLike(a) && specLike(b)) {
			return ""
		}
		return m
	}
	return ""
}

// alternative returns the slash that parts two sizes of one measure, or the
// hyphen of a range.
func (w *rewrite) alternative(i, j int) string {
	a, b := &w.pieces[i], &w.pieces[j]
	if a.kind == dict.Spec && b.kind == dict.Spec && a.canonical != "count" && measure(a) != "" && measure(a) == measure(b) {
		if strings.ContainsAny(string(w.Runes[min(a.End, b.Start):max(a.End, b.Start)]), "-~") {
			return "-" // 100W(含)-300W
		}
		return "/"
	}
	return ""
}

// measure returns the unit of a specification, "" where it has none.
func measure(c *piece) string {
	u := strings.TrimLeft(c.folded, "0123456789.-~/*x:")
	if u == c.folded {
		return ""
	}
	return strings.TrimPrefix(u, "英") // 英寸
}

// spaces returns the places in order before which a space stands: where one
// stood, or a mark or a dropped word parted the pieces, at most maxSpaces. The
// end of the name and the beginning of the specifications count most.
func (w *rewrite) spaces(order []int, groups []group) []int {
	type place struct{ at, worth int }
	var places []place
	for n := 1; n < len(order); n++ {
		i, j := order[n-1], order[n]
		a, b := &w.pieces[i], &w.pieces[j]
		if w.light || w.goods.set || w.goods.book {
			if !w.fastened(i, j) && a.kind != dict.Mark && b.kind != dict.Mark {
				places = append(places, place{n, 1})
			}
			continue
		}
		if j == i+1 && w.fastened(i, j) && (groups[i] == groups[j] || groups[j] == inName) && !a.core {
			continue
		}
		worth := 1
		switch {
		case groups[i] == inHead:
			continue
		case groups[i] == inName && groups[j] > inName:
			worth = 9
		case groups[i] != groups[j] && groups[j] == inSpecs:
			worth = 8
		case groups[i] == inName:
			worth = 0
		case groups[i] == inSpecs && a.kind != b.kind:
			worth = 3
		default:
			gap := string(w.Runes[min(a.End, b.Start):max(a.End, b.Start)])
			if strings.ContainsAny(gap, " 　,，|｜;；。！!~～【】()（）[]") {
				worth = 5
			}
			if a.kind == dict.Other || b.kind == dict.Other || i > j {
				worth++
			}
		}
		if worth > 0 {
			places = append(places, place{n, worth})
		}
	}
	if !w.light {
		slices.SortStableFunc(places, func(a, b place) int { return b.worth - a.worth })
		places = places[:min(maxSpaces, len(places))]
	}
	var chosen []int
	for _, p := range places {
		chosen = append(chosen, p.at)
	}
	return chosen
}
