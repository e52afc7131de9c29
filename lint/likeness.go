package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint/text"
)

// wideHeads end the names of goods that have nothing else in common: 烘干机 and
// 挂烫机, 香水 and 须后水.
const wideHeads = "机品件具水液膏霜油粉乳红剂片"

// commonRunes begin the names of goods that have nothing else in common.
const commonRunes = "电女男儿童宝婴猫狗宠车手大小"

// sharesRune reports whether two nouns share a rune before their heads that
// tells something.
func sharesRune(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return slices.ContainsFunc(x[:len(x)-1], func(r rune) bool {
		return !strings.ContainsRune(commonRunes, r) && slices.Contains(y[:len(y)-1], r)
	})
}

// head returns the character that says what sort of goods a noun names; the
// words for machines are one, and those for frames.
func head(noun string) rune {
	switch h := text.HeadRune(noun); h {
	case '器', '仪':
		return '机'
	case '框':
		return '架'
	default:
		return h
	}
}

// sharesPair reports whether two names have two characters in a row in common:
// 肠粉 in 肠粉机 and 肠粉蒸炉. It is no sign where the one is all that stands
// before the head of the other: 手机 and 手机壳.
func sharesPair(a, b string) bool {
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return false
	}
	x := []rune(a)
	for i := 0; i+1 < len(x); i++ {
		if strings.Contains(b, string(x[i:i+2])) {
			return true
		}
	}
	return false
}
