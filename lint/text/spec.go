package text

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// A specification is numbers with units, read as one word: 20寸, 1.5m,
// 500ml*2瓶, 30*42cm, 3-6-12个月, 4gb+64gb, 1:1.

// specLength returns the length of the specification that begins at the start
// of the folded runes, or 0. class is that of its first unit that is no count.
func specLength(runes []rune, l *dict.Lexicon) (length int, class string) {
	i, units, numbers := 0, 0, 0
	for {
		n := numberLength(runes[i:])
		if n == 0 {
			break
		}
		numbers++
		i += n
		length = i
		u, c := unitLength(runes[i:], l)
		if u > 0 {
			units++
			if class == "" || class == "count" {
				class = c // 1l*15瓶 tells a volume
			}
			i += u
			// 2个/份: a unit over a unit
			if i+1 < len(runes) && runes[i] == '/' {
				if u2, _ := unitLength(runes[i+1:], l); u2 > 0 && !digitAt(runes, i+1) {
					i += 1 + u2
				}
			}
			length = i
		}
		if i+1 < len(runes) && strings.ContainsRune("*x×-~～/:+", runes[i]) && digitAt(runes, i+1) {
			i++
			continue
		}
		break
	}
	switch {
	case numbers == 0:
		return 0, ""
	case units == 0 && numbers == 1:
		return 0, "" // a bare number means nothing by itself
	case length < len(runes) && units == 0 && latin(runes[length]):
		return 0, "" // a model such as 50-60hz2
	}
	return length, class
}

func digitAt(runes []rune, i int) bool { return i < len(runes) && digit(runes[i]) }

// numberLength returns the length of the number at the start of runes: digits,
// one point with digits behind it, one trailing 多 or half.
func numberLength(runes []rune) int {
	i := 0
	for i < len(runes) && digit(runes[i]) {
		i++
	}
	if i > 0 && i+1 < len(runes) && runes[i] == '.' && digit(runes[i+1]) {
		for i++; i < len(runes) && digit(runes[i]); i++ {
		}
	}
	return i
}

// unitLength returns the length of the longest unit at the start of runes and
// the class of what it measures. A Latin unit must not run on into a word.
func unitLength(runes []rune, l *dict.Lexicon) (length int, class string) {
	l.Walk(runes, func(n int, entries []*dict.Entry) {
		for _, e := range entries {
			if e.Kind != dict.Unit {
				continue
			}
			if latin(runes[n-1]) && n < len(runes) && alnum(runes[n]) && !(runes[n] == 'x' && digitAt(runes, n+1)) {
				continue
			}
			length, class = n, e.Attr("class")
		}
	})
	return length, class
}
