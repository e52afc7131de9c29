package dict

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
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
	groups map[string][]string // @fashion → steps of category paths
	rows   []claimRow
	starts map[rune]*start
}

// claimRow is one row of the table; its phrase may hold alternatives.
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
	l := &Claims{groups: map[string][]string{}, starts: map[rune]*start{}}
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
	for _, r := range firstRunes(c[0]) {
		if l.starts[r] == nil {
			l.starts[r] = &start{}
		}
		l.starts[r].rows = append(l.starts[r].rows, len(l.rows))
	}
	l.rows = append(l.rows, claimRow{line, claim})
	return nil
}

// firstRunes returns the runes that the phrases of a row begin with, each once.
func firstRunes(phrase string) []rune {
	if !strings.HasPrefix(phrase, "(") {
		r, _ := utf8.DecodeRuneInString(phrase)
		return []rune{r}
	}
	var first []rune
	for _, one := range spellOut(phrase) {
		if r, _ := utf8.DecodeRuneInString(one); !slices.Contains(first, r) {
			first = append(first, r)
		}
	}
	return first
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
		for _, phrase := range spellOut(c.Phrase) {
			plain := strings.NewReplacer("N", "1", "…", "", "%", "", ":", "").Replace(phrase)
			if why := lexicon.unmatchable(&Entry{Term: plain}); why != "" {
				report("%q can never match: %s", phrase, why)
			}
			key := strings.Join([]string{phrase, c.Rule, strings.Join(c.Only, ",")}, "\t")
			if seen[key] {
				report("%q stands twice for %s", phrase, c.Rule)
			}
			seen[key] = true
		}
		for _, step := range slices.Concat(c.Only, c.Unless) {
			if len(lexicon.Tree.byName(step)) == 0 {
				report("%q names the category %q, which the tree does not know", c.Phrase, step)
			}
		}
	}
	return wrong
}
