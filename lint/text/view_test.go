package text

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/titlelint/titlelint/dict"
)

func builtin(t testing.TB) *dict.Lexicon {
	t.Helper()
	l, err := dict.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestFoldedView(t *testing.T) {
	l := builtin(t)
	for _, c := range []struct{ title, want string }{
		{"ＡＢＣ連衣裙", "abc连衣裙"},
		{"得\u007f力\u200b笔", "得力笔"},
		{"❤\ufe0f款", "❤款"},
		{"Size M", "size m"},
		{"", ""},
	} {
		v := folded(sourceOf(c.title).runes, &l.Folder)
		assert.Equal(t, c.want, string(v.Runes), c.title)
	}
}

func TestStrippedView(t *testing.T) {
	l := builtin(t)
	v := stripped(sourceOf("美/白 + 补·水").runes, &l.Folder)
	assert.Equal(t, "美白补水", string(v.Runes))
	assert.Equal(t, Span{0, 3}, v.Original(0, 2))
	assert.Equal(t, Span{6, 9}, v.Original(2, 4))
}

func TestInvalidUTF8IsOneRuneAByte(t *testing.T) {
	assert.Equal(t, []rune{'a', 0xfffd, 0xfffd, '茶'}, sourceOf("a\xff\xfe茶").runes)
}

// Every rune of a view maps to a rune of the original that folds to it, and
// the map never goes back.
func FuzzViews(f *testing.F) {
	for _, s := range []string{"得\u007f力同款Ａ4", "美/白", "\xff茶", "❤️款"} {
		f.Add(s)
	}
	l := builtin(f)
	f.Fuzz(func(t *testing.T, title string) {
		original := sourceOf(title).runes
		if len(original) != utf8.RuneCountInString(title) {
			t.Fatalf("%d runes of %q", len(original), title)
		}
		for _, v := range []View{folded(original, &l.Folder), stripped(original, &l.Folder)} {
			last := -1
			for i, r := range v.Runes {
				s := v.Original(i, i+1)
				if s.Len() != 1 || s.Start <= last || l.Folder.Fold(original[s.Start]) != r {
					t.Fatalf("rune %d of %q maps to %v", i, title, s)
				}
				last = s.Start
			}
		}
	})
}
