package dict

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Claim is a phrase that one rule objects to, or lets pass.
type Claim struct {
	Phrase string
	Rule   string   // WX601
	Level  string   // error, warning, info; allow: the phrase is innocent and hides the shorter ones of its rule in it
	Only   []string // steps of category paths within which the row holds; empty means everywhere
	Unless []string // steps of category paths within which it does not hold
	Swap   string   // a neutral word that may stand instead
	Source string
}

var (
	claimColumns = []string{"phrase", "rule", "level", "only", "unless", "swap", "source"}
	groupColumns = []string{"group", "steps", "source"}
)

// Claims are the phrases that rules object to. They are read-only once loaded
// and safe for concurrent use.
//
// An N in a phrase stands for a number in digits or Chinese numerals, … for up
// to six letters, digits or Chinese characters, (a|b) for either.
type Claims struct {
	plain    map[string][]Claim
	longest  map[rune]int // first rune → runes of the longest plain phrase
	patterns map[rune][]pattern
	groups   map[string][]string // @fashion → steps of category paths
	rows     []claimRow
}

// pattern is a phrase with wildcards.
type pattern struct {
	runes []rune
	claim Claim
}

type claimRow struct {
	line  int
	claim Claim
}

// BuiltinClaims loads the phrases that are built into the program.
func BuiltinClaims() (*Claims, error) {
	groups, err := data.Open("data/groups.tsv")
	if err != nil {
		return nil, err
	}
	defer groups.Close()
	claims, err := data.Open("data/claims.tsv")
	if err != nil {
		return nil, err
	}
	defer claims.Close()
	return readClaims(claims, groups)
}

func readClaims(claims, groups io.Reader) (*Claims, error) {
	l := &Claims{plain: map[string][]Claim{}, longest: map[rune]int{}, patterns: map[rune][]pattern{}, groups: map[string][]string{}}
	err := ReadTable(groups, "groups.tsv", groupColumns, func(_ int, c []string) error {
		l.groups[c[0]] = Values(c[1])
		return nil
	})
	if err != nil {
		return nil, err
	}
	return l, ReadTable(claims, "claims.tsv", claimColumns, l.add)
}

// add reads one row of claims.tsv.
func (l *Claims) add(line int, c []string) error {
	if c[0] == "" || c[6] == "" {
		return fmt.Errorf("a phrase and its source are wanted")
	}
	switch c[2] {
	case "error", "warning", "info", "allow":
	default:
		return fmt.Errorf("the level is %q, want error, warning, info or allow", c[2])
	}
	claim := Claim{Phrase: c[0], Rule: c[1], Level: c[2], Swap: c[5], Source: c[6]}
	var err error
	if claim.Only, err = l.steps(c[3]); err != nil {
		return err
	}
	if claim.Unless, err = l.steps(c[4]); err != nil {
		return err
	}
	for _, claim.Phrase = range spellOut(c[0]) {
		l.rows = append(l.rows, claimRow{line, claim})
		r := []rune(claim.Phrase)
		if strings.ContainsAny(claim.Phrase, "N…") {
			l.patterns[r[0]] = append(l.patterns[r[0]], pattern{r, claim})
			continue
		}
		l.plain[claim.Phrase] = append(l.plain[claim.Phrase], claim)
		l.longest[r[0]] = max(l.longest[r[0]], len(r))
	}
	return nil
}

// spellOut returns the phrases that a phrase with alternatives stands for.
func spellOut(phrase string) []string {
	before, rest, found := strings.Cut(phrase, "(")
	choice, after, closed := strings.Cut(rest, ")")
	if !found || !closed {
		return []string{phrase}
	}
	var all []string
	for _, tail := range spellOut(after) {
		for word := range strings.SplitSeq(choice, "|") {
			all = append(all, before+word+tail)
		}
	}
	return all
}

// steps returns the steps of category paths that a cell lists, with the
// members of the groups in it.
func (l *Claims) steps(cell string) ([]string, error) {
	var steps []string
	for _, s := range Values(cell) {
		if !strings.HasPrefix(s, "@") {
			steps = append(steps, s)
			continue
		}
		members, ok := l.groups[s]
		if !ok {
			return nil, fmt.Errorf("unknown group %q", s)
		}
		steps = append(steps, members...)
	}
	return steps, nil
}

// Walk calls found for every phrase that begins at the rune at of the folded
// text, with its length in runes and the rows that hold it.
func (l *Claims) Walk(folded []rune, at int, found func(length int, claims []Claim)) {
	f := folded[at:]
	if len(f) == 0 {
		return
	}
	for n := 1; n <= min(l.longest[f[0]], len(f)); n++ {
		if c := l.plain[string(f[:n])]; c != nil {
			found(n, c)
		}
	}
	try := func(patterns []pattern) {
		for i := range patterns {
			if n := match(patterns[i].runes, f); n > 0 {
				found(n, []Claim{patterns[i].claim})
			}
		}
	}
	try(l.patterns[f[0]])
	if numeral(f[0]) && (at == 0 || !numeral(folded[at-1])) {
		try(l.patterns['N'])
	}
}

// gap is the most runes that … stands for.
const gap = 6

// match returns how many runes of f the pattern matches from its start, 0
// where it does not.
func match(pattern, f []rune) int {
	i := 0
	for k, want := range pattern {
		switch want {
		case 'N':
			n := 0
			for i+n < len(f) && n < 5 && numeral(f[i+n]) {
				n++
			}
			if n == 0 {
				return 0
			}
			i += n
		case '…':
			for skip := 0; skip <= gap && i+skip < len(f); skip++ {
				if n := match(pattern[k+1:], f[i+skip:]); n > 0 {
					return i + skip + n
				}
				if !unicode.IsLetter(f[i+skip]) && !unicode.IsNumber(f[i+skip]) {
					return 0
				}
			}
			return 0
		default:
			if i >= len(f) || f[i] != want {
				return 0
			}
			i++
		}
	}
	return i
}

// numeral reports whether r is a digit or a Chinese numeral.
func numeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '两', '几', '半':
		return true
	}
	return '0' <= r && r <= '9'
}

// Holds reports whether the row holds for goods of any of the categories.
func (c *Claim) Holds(categories []*Node) bool {
	within := func(names []string) bool {
		return slices.ContainsFunc(categories, func(n *Node) bool { return n.Under(names) })
	}
	return (len(c.Only) == 0 || within(c.Only)) && !within(c.Unless)
}

// Under reports whether one of the names is a step of the path of n.
func (n *Node) Under(names []string) bool {
	return len(names) > 0 && slices.ContainsFunc(strings.Split(n.Path, ">"), func(step string) bool { return slices.Contains(names, step) })
}

// Verify returns the rows that can never match a folded title, that stand
// twice, or that name a category that the tree does not know.
func (l *Claims) Verify(lexicon *Lexicon) []error {
	var wrong []error
	seen := map[string]bool{}
	for _, r := range l.rows {
		report := func(format string, args ...any) {
			wrong = append(wrong, &TableError{"claims.tsv", r.line, fmt.Errorf(format, args...)})
		}
		c := r.claim
		plain := strings.NewReplacer("N", "1", "…", "", "%", "", ":", "").Replace(c.Phrase)
		if why := lexicon.unmatchable(&Entry{Term: plain}); why != "" {
			report("%q can never match: %s", c.Phrase, why)
		}
		key := strings.Join([]string{c.Phrase, c.Rule, strings.Join(c.Only, ",")}, "\t")
		if seen[key] {
			report("%q stands twice for %s", c.Phrase, c.Rule)
		}
		seen[key] = true
		for _, step := range slices.Concat(c.Only, c.Unless) {
			if len(lexicon.Tree.byName(step)) == 0 {
				report("%q names the category %q, which the tree does not know", c.Phrase, step)
			}
		}
	}
	return wrong
}
