package text

import (
	"slices"
	"unicode"

	"github.com/titlelint/titlelint/dict"
)

// View is a reading of a title, rune by rune, that knows where each of its
// runes stands in the original.
type View struct {
	Runes []rune
	at    []int32 // at[i] is the offset of Runes[i] in the original; nil where no rune was left out
	end   int     // the length of the original
}

// Original returns the range of the original that [start, end) of v was read
// from, both counted in runes. An empty range maps to the place before its
// start.
func (v View) Original(start, end int) Span {
	s := Span{Start: v.origin(start)}
	s.End = s.Start
	if end > start {
		s.End = v.origin(end-1) + 1
	}
	return s
}

func (v View) origin(i int) int {
	switch {
	case v.at == nil:
		return min(i, v.end)
	case i < len(v.at):
		return int(v.at[i])
	}
	return v.end
}

// viewOf reads runes through f, which returns the rune that stands for another
// and whether it stands for anything at all.
func viewOf(original []rune, f func(r rune) (rune, bool)) View {
	v := View{Runes: make([]rune, 0, len(original)), end: len(original)}
	for i, r := range original {
		to, ok := f(r)
		switch {
		case !ok && v.at == nil:
			v.at = make([]int32, i, len(original))
			for j := range v.at {
				v.at[j] = int32(j)
			}
		case ok:
			v.Runes = append(v.Runes, to)
			if v.at != nil {
				v.at = append(v.at, int32(i))
			}
		}
	}
	return v
}

// folded is the view that terms are found in: half-width, lower-case,
// Simplified, without the characters that take no room. A title that stands so
// already, as most do, is its own view.
func folded(original []rune, f *dict.Folder) View {
	if !slices.ContainsFunc(original, func(r rune) bool { return f.Fold(r) != r || Invisible(r) }) {
		return View{Runes: original, end: len(original)}
	}
	return viewOf(original, func(r rune) (rune, bool) {
		if Invisible(r) {
			return 0, false
		}
		return f.Fold(r), true
	})
}

// stripped is the view that words pushed apart are found in: folded, and only
// letters and digits are left.
func stripped(original []rune, f *dict.Folder) View {
	return viewOf(original, func(r rune) (rune, bool) {
		if Invisible(r) || !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return 0, false
		}
		return f.Fold(r), true
	})
}

// Invisible reports whether r takes no room on the screen: controls, joiners,
// zero-width spaces, variation selectors and combining marks. A tab and a line
// break do take room.
func Invisible(r rune) bool {
	if r < 0x300 {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 || r == 0xad
	}
	if Han(r) {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me, unicode.Cc) || r == 0x3164 || r == 0xffa0
}

// Han reports whether r is a Chinese character. Radicals, 〇 and 々 are none:
// the platform's API does not count them as Chinese.
func Han(r rune) bool {
	return r >= 0x3400 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0x20000 && r < 0x32000
}

// latin reports whether r is an ASCII letter of a folded view.
func latin(r rune) bool { return 'a' <= r && r <= 'z' }

func digit(r rune) bool { return '0' <= r && r <= '9' }

func alnum(r rune) bool { return latin(r) || digit(r) }
