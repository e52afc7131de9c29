package text

import (
	"encoding/csv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
)

// madeTitles returns n titles that are put together from the words of l in the
// way of real ones: words of the lexicon and of ordinary language, pieces of
// words, Latin, numbers, marks, spaces, emoji. The same seed gives the same
// titles.
func madeTitles(l *dict.Lexicon, n int, seed uint64) []string {
	var words []string
	l.Words(func(w string, _ int) { words = append(words, w) })
	rng := rand.New(rand.NewPCG(seed, 1))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	titles := make([]string, n)
	for i := range titles {
		var b strings.Builder
		for range 3 + rng.IntN(10) {
			switch k := rng.IntN(20); {
			case k < 11:
				b.WriteString(pick(words))
			case k < 13: // a piece of a word, which may run on into the next
				r := []rune(pick(words))
				b.WriteString(string(r[rng.IntN(len(r)):]))
			case k < 14:
				b.WriteString(pick(latinPieces))
			case k < 15:
				b.WriteString(pick(numberPieces))
			case k < 17:
				b.WriteByte(' ')
			case k < 18:
				b.WriteString(pick(markPieces))
			case k < 19:
				b.WriteRune(rune(0x4e00 + rng.IntN(0x51a0)))
			default:
				b.WriteRune(rune(rng.IntN(0x3000)))
			}
		}
		if rng.IntN(200) == 0 {
			b.WriteString(strings.Repeat(pick(words)+pick(latinPieces), 40))
		}
		titles[i] = b.String()
	}
	return titles
}

var (
	latinPieces  = []string{"a", "usb", "iphone", "T", "SK-II", "pro", "xxl", "nc3mxx", "Ørsted", "привет", "ñ", "plus", "é", "x", "rtx4090ti"}
	numberPieces = []string{"1", "20", "1.5", "2024", "500ml*2", "3-6-12", "20寸", "30枚", "1:1", "½", "²", "٣"}
	markPieces   = []string{"【", "】", "（", "）", "+", "/", "-", "·", "~", "!", "★", "❤\ufe0f", "👍", "👨\u200d👩", "\u200b", "\x00", "\x7f", "\ufffd", "、", "\u3000"}
)

// benchTitles returns the titles of the tables in the folder that
// TITLELINT_BENCH names, and all other cells, which hold titles where a table
// has no header; nothing where it names none.
func benchTitles(t testing.TB) (titles, others []string) {
	t.Helper()
	dir := os.Getenv("TITLELINT_BENCH")
	if dir == "" {
		return nil, nil
	}
	for _, pattern := range []string{"*.csv", "*.tsv"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		require.NoError(t, err)
		for _, file := range files {
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			r := csv.NewReader(strings.NewReader(string(b)))
			r.FieldsPerRecord, r.LazyQuotes = -1, true
			if filepath.Ext(file) == ".tsv" {
				r.Comma = '\t'
			}
			rows, err := r.ReadAll()
			require.NoError(t, err, file)
			title := slices.IndexFunc(rows[0], func(h string) bool { return h == "title" || h == "商品名称" })
			for _, row := range rows {
				for i, cell := range row {
					if i == title {
						titles = append(titles, cell)
					} else {
						others = append(others, cell)
					}
				}
			}
		}
	}
	require.NotEmpty(t, titles, "no titles in %s", dir)
	return titles, others
}
