package lint_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
)

// newLinter returns a linter for the year in which the tests were written.
func newLinter(t *testing.T, o lint.Options) *lint.Linter {
	t.Helper()
	if o.Year == 0 {
		o.Year = 2026
	}
	l, err := lint.New(o)
	require.NoError(t, err)
	return l
}

func shown(r lint.Result) []string {
	var codes []string
	for _, f := range r.Findings {
		if f.Shown() && !slices.Contains(codes, f.Rule) {
			codes = append(codes, f.Rule)
		}
	}
	return codes
}

func titleOf(e lint.Example) lint.Title {
	return lint.Title{Text: e.Title, ShortText: e.ShortText, Category: e.Category, Brand: e.Brand}
}

// The bad examples of a rule over all titles fire it on each of them, the good
// ones on none.
func TestExamplesTogether(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, rule := range lint.Builtin() {
		if rule.CheckAll == nil {
			continue
		}
		run := func(examples []lint.Example) []lint.Result {
			var titles []lint.Title
			for i, e := range examples {
				x := titleOf(e)
				x.ID = strconv.Itoa(i)
				titles = append(titles, x)
			}
			results, err := l.CheckAll(context.Background(), titles, nil)
			require.NoError(t, err)
			return results
		}
		for _, r := range run(rule.Bad) {
			assert.Equal(t, []string{rule.Code}, shown(r), r.Text)
		}
		for _, r := range run(rule.Good) {
			assert.Empty(t, shown(r), r.Text)
		}
	}
}

// Each bad example of a rule fires it and nothing else; each good one fires
// nothing.
func TestExamples(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, rule := range lint.Builtin() {
		if rule.Check == nil {
			continue
		}
		for _, e := range rule.Bad {
			assert.Equal(t, []string{rule.Code}, shown(l.Check(titleOf(e))), "bad: %s", e.Title)
		}
		for _, e := range rule.Good {
			assert.Empty(t, shown(l.Check(titleOf(e))), "good for %s: %s", rule.Code, e.Title)
		}
	}
}

// Every rule says all that the outputs show of it.
func TestRulesAreDocumented(t *testing.T) {
	rules := lint.Builtin()
	assert.True(t, slices.IsSortedFunc(rules, func(a, b lint.Rule) int { return strings.Compare(a.Code, b.Code) }), "rules are sorted by code")
	for _, r := range rules {
		assert.Regexp(t, `^WX\d{3}$`, r.Code)
		assert.Regexp(t, `^[a-z-]+$`, r.Name)
		assert.NotEmpty(t, r.Doc.Sources, r.Code)
		assert.NotEmpty(t, r.Bad, r.Code)
		assert.NotEmpty(t, r.Good, r.Code)
		for _, text := range []lint.Text{r.Doc.Title, r.Doc.What, r.Doc.Why, r.Doc.How, r.Doc.Cost} {
			assert.NotEmpty(t, text.ZH, r.Code)
			assert.NotEmpty(t, text.EN, r.Code)
		}
	}
}
