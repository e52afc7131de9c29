package lint

import (
	"slices"
	"strings"
	"unicode"
)

// account tells what became of every piece of the original title: each
// character that is no space stands in exactly one list.
func (w *rewrite) account(out *line) *Suggestion {
	s := &Suggestion{Title: out.String(), Clean: true, Kept: []string{}, Moved: []string{}, Dropped: []Dropped{}, Replaced: []Replacement{}, Missing: []Missing{}}
	var order []int
	stands := map[int]bool{}
	for _, at := range out.at {
		stands[at.piece] = true
		if w.pieces[at.piece].Len() > 0 {
			order = append(order, at.piece)
		}
	}
	stay := ascending(order)
	var gone strings.Builder // neighbours that go for one reason
	rule := ""
	flush := func() {
		if text := strings.Join(strings.Fields(gone.String()), " "); text != "" {
			s.Dropped = append(s.Dropped, Dropped{text, rule})
		}
		gone.Reset()
	}
	goes := func(text, why string) {
		if why != rule {
			flush()
			rule = why
		}
		gone.WriteString(text)
	}
	w.stretches(func(from string, i int, sw *swap) {
		why := ""
		if i >= 0 {
			why = w.pieces[i].rule
		}
		switch {
		case sw != nil && (!stands[i] || strings.TrimSpace(sw.to) == ""):
			if why == "" {
				why = sw.rule
			}
			goes(sw.from, why)
		case !stands[i]:
			goes(from, why)
		case sw != nil:
			flush()
			s.Replaced = append(s.Replaced, Replacement{sw.from, sw.to, sw.rule})
		default:
			flush()
			if from = strings.TrimSpace(from); from == "" {
				return
			}
			if slices.Contains(stay, i) {
				s.Kept = append(s.Kept, from)
			} else {
				s.Moved = append(s.Moved, from)
			}
		}
	})
	flush()
	return s
}

// stretches calls yield for the stretches of the restored title from left to
// right: each lies in one piece (-1 for none) and is either the original's own
// or a swap.
func (w *rewrite) stretches(yield func(text string, piece int, sw *swap)) {
	pieceAt := func(i int) int {
		return slices.IndexFunc(w.pieces, func(c piece) bool { return c.Start <= i && i < c.End })
	}
	swaps := w.swaps
	emit := func(from, to int) {
		for from < to {
			p := pieceAt(from)
			end := from + 1
			for end < to && pieceAt(end) == p {
				end++
			}
			yield(string(w.Runes[from:end]), p, nil)
			from = end
		}
	}
	at := 0
	for k := range swaps {
		emit(at, swaps[k].Start)
		p := -1
		if swaps[k].Len() > 0 && strings.TrimFunc(swaps[k].to, unicode.IsSpace) != "" {
			p = pieceAt(swaps[k].Start)
		}
		yield("", p, &swaps[k])
		at = swaps[k].End
	}
	emit(at, len(w.Runes))
}

// ascending returns the members of a longest rising run of numbers: what still
// stands in the order of the title.
func ascending(numbers []int) []int {
	var best []int
	length := make([]int, len(numbers))
	before := make([]int, len(numbers))
	last := -1
	for i := range numbers {
		length[i], before[i] = 1, -1
		for j := range i {
			if numbers[j] < numbers[i] && length[j]+1 > length[i] {
				length[i], before[i] = length[j]+1, j
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	for ; last >= 0; last = before[last] {
		best = append(best, numbers[last])
	}
	return best
}
