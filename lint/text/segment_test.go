package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
)

// cutBy returns the ends of the words that s cuts the stretch into, and the
// entry that each has first of all.
func cutBy(s Segmenter, stretch []rune) (ends []int, entries []*dict.Entry) {
	s.Segment(stretch, func(_, end int, w dict.Word) { ends, entries = append(ends, end), append(entries, pick(w.Entries())) })
	return ends, entries
}

// sameCuts fails where the lexicon cuts a title otherwise than gse, folded as
// the parser folds it and as it stands.
func sameCuts(t *testing.T, l *dict.Lexicon, g *GSE, title string) {
	t.Helper()
	runes := sourceOf(title).runes
	for _, stretch := range [][]rune{folded(runes, &l.Folder).Runes, runes} {
		ends, entries := cutBy(l, stretch)
		wantEnds, wantEntries := cutBy(g, stretch)
		if !slices.Equal(ends, wantEnds) {
			t.Fatalf("%q is cut at %v, by gse at %v", string(stretch), ends, wantEnds)
		}
		if !slices.Equal(entries, wantEntries) {
			t.Fatalf("%q is cut into %v, should be %v", string(stretch), entries, wantEntries)
		}
	}
}

func loadGSE(t testing.TB, l *dict.Lexicon) *GSE {
	t.Helper()
	g, err := NewGSE(l)
	require.NoError(t, err)
	return g
}

func TestWalkCutsAsGSE(t *testing.T) {
	l := builtin(t)
	g := loadGSE(t, l)
	n := 20000
	if testing.Short() {
		n = 2000
	}
	for _, title := range madeTitles(l, n, 1) {
		sameCuts(t, l, g, title)
	}
	titles, others := benchTitles(t)
	for _, title := range append(titles, others...) {
		sameCuts(t, l, g, title)
	}
}

// The words of a shop change the weight of all others, as they do in gse.
func TestWalkCutsAsGSEWithOwnWords(t *testing.T) {
	l := builtin(t)
	table := "term\tkind\tcanonical\tattributes\tsource\n" +
		"女装大\tcategory\t\t\town\n" + // cuts through 大码
		"abc茶\tcategory\t\t\town\n" +
		"ABCD\tbrand\t\t\town\n" +
		"连衣裙\tcategory\t\tphrase\town\n" + // no word to cut into any more
		"的\tother\t\t\town\n" +
		"夏季连衣裙\tcategory\t\tphrase\town\n" +
		"夏季连衣裙\tother\t\t\town\n"
	for range 500 { // so many that the sum matters
		table += "的" + strings.Repeat("丶", 1+len(table)%7) + "\tother\t\t\town\n"
	}
	require.NoError(t, l.AddWords(strings.NewReader(table), "own.tsv"))
	g := loadGSE(t, l)
	for _, title := range []string{"女装大码", "abc茶", "abc 茶", "xabc茶", "ABCDE", "abcd", "夏季连衣裙", "连衣裙夏季", "我的丶丶丶茶"} {
		sameCuts(t, l, g, title)
	}
	for _, title := range madeTitles(l, 3000, 2) {
		sameCuts(t, l, g, title)
	}
	ends, _ := cutBy(l, []rune("夏季连衣裙"))
	assert.Equal(t, []int{5}, ends)
}

func FuzzWalkCutsAsGSE(f *testing.F) {
	l := builtin(f)
	g := loadGSE(f, l)
	for _, s := range append(madeTitles(l, 50, 3), "", " ", "a", "A1", "\xff\x00茶", "３Ｄ打印", "iphone13pro手机壳") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, title string) { sameCuts(t, l, g, title) })
}

func TestWalkTakesNoMemory(t *testing.T) {
	l := builtin(t)
	for _, length := range []int{1, 30, 60} {
		stretch := []rune(strings.Repeat("女装大码 abc", 10))[:length]
		assert.Zero(t, testing.AllocsPerRun(100, func() { l.Segment(stretch, func(_, _ int, _ dict.Word) {}) }), "%d runes", length)
	}
}
