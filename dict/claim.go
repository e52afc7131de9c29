package dict

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Claim is a phrase that one rule objects to, or lets pass.
type Claim struct {
	Phrase string
	Rule   string   // WX601
	Level  string   // error, warning, info; allow: the phrase is innocent and hides the shorter ones in it
	Only   []string // steps of category paths within which the row holds; empty means everywhere
	Unless []string // steps of category paths within which it does not hold
	Swap   string   // a neutral word that may stand instead
	Source string
}

var claimColumns = []string{"phrase", "rule", "level", "only", "unless", "swap", "source"}

// Claims are the phrases that rules object to. They are read-only once loaded
// and safe for concurrent use.
type Claims struct {
	phrases map[string][]Claim
	longest map[rune]int // first rune → runes of the longest phrase
}

// BuiltinClaims loads the phrases that are built into the program.
func BuiltinClaims() (*Claims, error) {
	f, err := data.Open("data/claims.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readClaims(f, "claims.tsv")
}

func readClaims(r io.Reader, file string) (*Claims, error) {
	l := &Claims{phrases: map[string][]Claim{}, longest: map[rune]int{}}
	return l, ReadTable(r, file, claimColumns, l.add)
}

// add reads one row of claims.tsv. A # in the phrase stands for a number from
// 1 to 99 or 一 to 十.
func (l *Claims) add(_ int, c []string) error {
	if c[0] == "" || c[6] == "" {
		return fmt.Errorf("a phrase and its source are wanted")
	}
	switch c[2] {
	case "error", "warning", "info", "allow":
	default:
		return fmt.Errorf("the level is %q, want error, warning, info or allow", c[2])
	}
	claim := Claim{Rule: c[1], Level: c[2], Only: Values(c[3]), Unless: Values(c[4]), Swap: c[5], Source: c[6]}
	for _, phrase := range spellOut(c[0]) {
		one := claim
		one.Phrase = phrase
		l.phrases[phrase] = append(l.phrases[phrase], one)
		r := []rune(phrase)
		l.longest[r[0]] = max(l.longest[r[0]], len(r))
	}
	return nil
}

// spellOut returns the phrases that a phrase with # stands for.
func spellOut(phrase string) []string {
	if !strings.Contains(phrase, "#") {
		return []string{phrase}
	}
	var all []string
	for n := 1; n < 100; n++ {
		all = append(all, strings.ReplaceAll(phrase, "#", fmt.Sprint(n)))
	}
	for _, n := range "一二三四五六七八九十两几" {
		all = append(all, strings.ReplaceAll(phrase, "#", string(n)))
	}
	return all
}

// Walk calls found for every phrase that begins at the start of the folded
// runes, shortest first, with its length in runes and the rows that hold it.
func (l *Claims) Walk(folded []rune, found func(length int, claims []Claim)) {
	if len(folded) == 0 {
		return
	}
	longest := min(l.longest[folded[0]], len(folded))
	for n := 1; n <= longest; n++ {
		if c := l.phrases[string(folded[:n])]; c != nil {
			found(n, c)
		}
	}
}

// Holds reports whether the row holds for goods of the category, which may be
// nil.
func (c *Claim) Holds(category *Node) bool {
	within := func(names []string) bool {
		return category != nil && slices.ContainsFunc(strings.Split(category.Path, ">"), func(step string) bool { return slices.Contains(names, step) })
	}
	return (len(c.Only) == 0 || within(c.Only)) && !within(c.Unless)
}
