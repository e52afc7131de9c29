package sheet

import (
	"fmt"
	"strings"
)

// didYouMean returns a clause that names the candidate nearest to what was
// asked for, or nothing where none is near.
func didYouMean(asked string, candidates []string) Text {
	best, least := "", 1<<30
	key := []rune(headerKey(asked))
	for _, c := range candidates {
		k := []rune(headerKey(c))
		if len(k) == 0 || len(k) > 40 || len(key) > 40 {
			continue
		}
		// At most half of the longer one may differ: 名称 finds 商品名称.
		if d := distance(key, k); d < least && 2*d <= max(len(key), len(k)) {
			best, least = strings.TrimSpace(c), d
		}
	}
	if best == "" {
		return Text{}
	}
	return Text{fmt.Sprintf("。是不是「%s」？", best), fmt.Sprintf("; did you mean %q?", best)}
}

// distance is the number of runes to insert, remove or change.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
