// Package nearest finds the word that a misspelt one was meant to be.
package nearest

// Word returns the candidate nearest to what was asked for, or "" where none
// is near: at most half of the longer word may differ.
func Word(asked string, candidates []string) string {
	best, least := "", 1<<30
	a := []rune(asked)
	for _, c := range candidates {
		b := []rune(c)
		if len(b) == 0 || len(b) > 40 || len(a) > 40 {
			continue
		}
		if d := distance(a, b); d < least && 2*d <= max(len(a), len(b)) {
			best, least = c, d
		}
	}
	return best
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
