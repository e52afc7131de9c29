package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPartsOfASource(t *testing.T) {
	for _, title := range []string{"", "茶", "a茶b", "a\xff\xfe茶", "\ufffd茶", "❤️款"} {
		s := sourceOf(title)
		for start := range len(s.runes) + 1 {
			for end := start; end <= len(s.runes); end++ {
				assert.Equal(t, string(s.runes[start:end]), s.text(Span{start, end}), title)
			}
		}
	}
}

func TestParseTakesLittleMemory(t *testing.T) {
	ps := parser(t)
	parse := func() { ps.Parse("【朴舍】纯棉四件套（床笠款） 1.8m 被套 适用婴儿床", Hints{}) }
	parse()
	assert.LessOrEqual(t, testing.AllocsPerRun(100, parse), 10.0)
}
