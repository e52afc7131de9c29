package lint_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
)

// testdata/guard/titles.tsv holds 500 titles of our own with what the platform
// objects to, judged by meaning: codes; WX401|WX501 where either is right; in
// parentheses what is a matter of taste and does not count; - for clean.
//
// A change to the rules or the dictionary shows here which findings it adds and
// removes. When the report is as it should be:
//
//	go test ./lint -run Guard -update
const (
	guardTitles = "titles.tsv"
	guardGolden = "findings.golden"

	// Raise these with the rules; a change that goes below them makes the
	// tool worse.
	precisionFloor = 0.74
	recallFloor    = 0.86
)

// guard is a labelled title with what the linter finds in it.
type guard struct {
	lint.Result
	firm  [][]string // each label: the rules that answer it
	taste []string   // rules that do not count
	core  []string   // the product nouns, any of which may be named first
}

var guards = sync.OnceValues(func() ([]guard, error) {
	data, err := os.ReadFile(filepath.Join("testdata", "guard", guardTitles))
	if err != nil {
		return nil, err
	}
	var all []guard
	var titles []lint.Title
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(c) != 8 {
			return nil, fmt.Errorf("%s:%d: %d columns, not 8", guardTitles, i+2, len(c))
		}
		var g guard
		for _, code := range strings.Fields(c[4]) {
			if soft, ok := strings.CutPrefix(code, "("); ok {
				g.taste = append(g.taste, strings.Split(strings.TrimSuffix(soft, ")"), "|")...)
			} else if code != "-" {
				g.firm = append(g.firm, strings.Split(code, "|"))
			}
		}
		if c[5] != "-" {
			g.core = strings.Split(c[5], ";")
		}
		all = append(all, g)
		titles = append(titles, lint.Title{ID: c[0], Text: c[1], Category: c[2], Brand: c[3]})
	}
	results, err := builtin().CheckAll(context.Background(), titles, nil)
	for i := range results {
		all[i].Result = results[i]
	}
	return all, err
})

// wants reports whether a label of g asks for the rule, firmly or as a matter
// of taste.
func (g guard) wants(rule string) bool {
	return slices.Contains(g.taste, rule) || slices.ContainsFunc(g.firm, func(l []string) bool { return slices.Contains(l, rule) })
}

// names reports whether the linter takes one of the nouns for the main one,
// with or without the words before it.
func (g guard) names() bool {
	return len(g.Core) > 0 && slices.ContainsFunc(g.core, func(noun string) bool {
		return strings.HasSuffix(noun, g.Core[0]) || strings.HasSuffix(g.Core[0], noun)
	})
}

// finds reports whether the rule has a finding in g, even one that another
// rule tells better.
func (g guard) finds(rule string) bool {
	return slices.ContainsFunc(g.Findings, func(f lint.Finding) bool { return f.Rule == rule })
}

// quotes returns what the findings of the rule mark, for people.
func (g guard) quotes(rule string) string {
	var b strings.Builder
	for _, f := range g.Findings {
		for _, s := range f.Spans {
			if f.Rule == rule {
				b.WriteString("「" + s.Text + "」")
			}
		}
	}
	return b.String()
}

func TestGuardFindings(t *testing.T) {
	all, err := guards()
	require.NoError(t, err)
	path := filepath.Join("testdata", "guard", guardGolden)
	if *update {
		var b strings.Builder
		for _, g := range all {
			fmt.Fprintln(&b, strings.Join(append([]string{g.ID}, shown(g.Result)...), " "))
		}
		require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o666))
	}
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	golden := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if c := strings.Fields(line); len(c) > 0 {
			golden[c[0]] = c[1:]
		}
	}
	var changes []string
	change := func(right bool, what, rule string, g guard) {
		verdict := map[bool]string{true: "better", false: "WORSE"}[right]
		changes = append(changes, fmt.Sprintf("%s %s %s %s %s %s", verdict, what, rule, g.ID, g.Text, g.quotes(rule)))
	}
	for _, g := range all {
		was, is := golden[g.ID], shown(g.Result)
		for _, rule := range is {
			if !slices.Contains(was, rule) {
				change(g.wants(rule), "gained", rule, g)
			}
		}
		for _, rule := range was {
			if !slices.Contains(is, rule) {
				change(!g.wants(rule) || g.finds(rule), "lost", rule, g)
			}
		}
	}
	slices.Sort(changes)
	if len(changes) > 0 {
		t.Errorf("findings that come and go:\n%s\ngo test ./lint -run Guard -update accepts them", strings.Join(changes, "\n"))
	}
}

// TestGuardScore measures the findings against the labels; -v prints the
// figures of each rule and what it gets wrong.
func TestGuardScore(t *testing.T) {
	all, err := guards()
	require.NoError(t, err)
	type tally struct{ right, wrong, missed int }
	rules := map[string]*tally{}
	for _, r := range lint.Builtin() {
		rules[r.Code] = &tally{}
	}
	var errors []string
	var clean, alarmed, accused, cores, named int
	for _, g := range all {
		if len(g.firm)+len(g.taste) == 0 {
			clean++
			if g.Worst() > 0 {
				alarmed++
			}
			if g.Worst() == lint.Error {
				accused++
			}
		}
		if len(g.core) > 0 {
			cores++
			if g.names() {
				named++
			} else {
				errors = append(errors, fmt.Sprintf("core noun %q for %s: %s %s", g.Core, g.core, g.ID, g.Text))
			}
		}
		for _, label := range g.firm {
			if i := slices.IndexFunc(label, g.finds); i >= 0 {
				rules[label[i]].right++
				continue
			}
			rules[label[0]].missed++
			errors = append(errors, fmt.Sprintf("%s missed %s %s", label[0], g.ID, g.Text))
		}
		for _, rule := range shown(g.Result) {
			if !g.wants(rule) {
				rules[rule].wrong++
				errors = append(errors, fmt.Sprintf("%s wrong  %s %s %s", rule, g.ID, g.Text, g.quotes(rule)))
			}
		}
	}
	var sum tally
	ratio := func(a, b int) float64 { return float64(a) / max(1, float64(a+b)) }
	row := func(name string, n tally) string {
		return fmt.Sprintf("%s precision %.3f recall %.3f  right %d wrong %d missed %d\n", name, ratio(n.right, n.wrong), ratio(n.right, n.missed), n.right, n.wrong, n.missed)
	}
	var table strings.Builder
	for _, code := range slices.Sorted(maps.Keys(rules)) {
		n := *rules[code]
		sum = tally{sum.right + n.right, sum.wrong + n.wrong, sum.missed + n.missed}
		if n != (tally{}) {
			table.WriteString(row(code, n))
		}
	}
	slices.Sort(errors)
	t.Logf("\n%s%s%d clean titles: %d with a finding, %d with an error\n%d core nouns: %d right\n%s",
		&table, row("all  ", sum), clean, alarmed, accused, cores, named, strings.Join(errors, "\n"))
	assert.GreaterOrEqual(t, ratio(sum.right, sum.wrong), precisionFloor, "precision")
	assert.GreaterOrEqual(t, ratio(sum.right, sum.missed), recallFloor, "recall")
}
