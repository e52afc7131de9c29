package lint

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
)

func allowing(t *testing.T, rows ...string) (*Linter, error) {
	t.Helper()
	lexicon, err := dict.Builtin()
	require.NoError(t, err)
	table := "term\tkind\tcanonical\tattributes\tsource\n" + strings.Join(rows, "\n") + "\n"
	require.NoError(t, lexicon.AddWords(strings.NewReader(table), "words.tsv"))
	return New(Options{Lexicon: lexicon})
}

func shown(r Result) []string {
	var codes []string
	for _, f := range r.Findings {
		if f.Shown() {
			codes = append(codes, f.Rule)
		}
	}
	return codes
}

func TestAllowedPhrases(t *testing.T) {
	tests := []struct {
		name, row, title string
		want             []string
	}{
		{"no phrase", "北岸\tbrand\t\t\town", "顶级小院蓝印花布桌布 手工", []string{"WX601"}},
		{"a phrase around the finding", "顶级小院\tallow\t\t\t商标 2021-08", "顶级小院蓝印花布桌布 手工", nil},
		{"in other letters", "頂級小院\tallow\t\t\t商标 2021-08", "顶级小院蓝印花布桌布 手工", nil},
		{"the rule that it names", "顶级小院\tallow\t\trules=WX601\t商标 2021-08", "顶级小院蓝印花布桌布 手工", nil},
		{"the rule by its name", "顶级小院\tallow\t\trules=absolute-claim\t商标 2021-08", "顶级小院蓝印花布桌布 手工", nil},
		{"another rule", "顶级小院\tallow\t\trules=WX602\t商标 2021-08", "顶级小院蓝印花布桌布 手工", []string{"WX601"}},
		{"the finding stands elsewhere", "顶级小院\tallow\t\t\t商标 2021-08", "顶级蓝印花布桌布 手工 顶级小院", []string{"WX601"}},
		{"shorter than the finding", "顶\tallow\t\t\t商标 2021-08", "顶级小院蓝印花布桌布 手工", []string{"WX601"}},
		{"what the API refuses", "棉麻☆桌布\tallow\t\t\town", "棉麻☆桌布 手工", []string{"WX002"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, err := allowing(t, test.row)
			require.NoError(t, err)
			assert.Equal(t, test.want, shown(l.Check(Title{Text: test.title})))
		})
	}
}

func TestAllowedPhraseErrors(t *testing.T) {
	_, err := allowing(t, "顶级小院\tallow\t\trules=WX999\t证书")
	assert.ErrorContains(t, err, `the phrase "顶级小院" of the shop's words: unknown rule "WX999"`)
	_, err = allowing(t, "顶级小院\tallow\t\trules=WX002\t证书")
	assert.ErrorContains(t, err, "allows WX002, which the platform's API does not")
}

// A finding that is waived absorbs no other: what it hid is shown.
func TestAllowedPhraseAbsorbsNothing(t *testing.T) {
	const title = "顶❤级小院蓝印花布桌布 手工"
	free, err := allowing(t, "北岸\tbrand\t\t\town")
	require.NoError(t, err)
	allowed, err := allowing(t, "顶❤级小院\tallow\t\trules=WX401\t商标 2021-08")
	require.NoError(t, err)
	assert.Contains(t, shown(free.Check(Title{Text: title})), "WX401")
	assert.NotContains(t, shown(allowed.Check(Title{Text: title})), "WX401")
	assert.Contains(t, shown(allowed.Check(Title{Text: title})), "WX002")
}
