package dict

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDisguises(t *testing.T) {
	d, err := BuiltinDisguises()
	require.NoError(t, err)
	assert.Greater(t, len(d.Protected), 800)
	assert.Equal(t, Glyph{Plain: 'a', How: "fullwidth"}, d.Glyphs['Ａ'])
	assert.Equal(t, Glyph{Plain: '马', How: "radical"}, d.Glyphs['⻢'])

	ridden, seen := 0, map[string]bool{}
	for _, p := range d.Protected {
		if p.Ridden {
			ridden++
		}
		if p.Word != "" {
			assert.False(t, seen[p.Word], "%s stands twice", p.Word)
			seen[p.Word] = true
		}
		assert.NotEmpty(t, p.Sectors, p.Word)
	}
	assert.Greater(t, ridden, 350)

	for r, looks := range d.Lookalikes {
		assert.NotContains(t, looks, r)
		for _, l := range looks {
			assert.Contains(t, d.Lookalikes[l], r, "%c looks like %c", l, r)
		}
	}
	for r, ways := range d.Parts {
		for _, way := range ways {
			assert.GreaterOrEqual(t, utf8.RuneCountInString(way), 2, "parts of %c", r)
		}
	}
}

// No word is honest and protected at once.
func TestHonestWordsAreNotProtected(t *testing.T) {
	d, err := BuiltinDisguises()
	require.NoError(t, err)
	for _, p := range d.Protected {
		if p.Word != "" {
			assert.False(t, d.Honest[p.Word], p.Word)
		}
	}
}

// A wrong form is no ordinary word; what it stands for is a product noun.
func TestMisspellings(t *testing.T) {
	l, err := Builtin()
	require.NoError(t, err)
	m, err := BuiltinMisspellings()
	require.NoError(t, err)
	for _, all := range m {
		for _, x := range all {
			assert.NotNil(t, l.As(x.Right, Category), "%s for %s", x.Right, string(x.Wrong))
			assert.Equal(t, l.Folder.FoldString(string(x.Wrong)), string(x.Wrong), "titles are read folded")
		}
	}
	x, ok := m.Longest([]rune("羊绒杉女"))
	assert.True(t, ok)
	assert.Equal(t, "羊绒衫", x.Right)
}
