package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// latinNames are the protected Latin names.
type latinNames struct {
	byName   map[string]*dict.Protected // letters and digits only
	spelling map[string]bool            // as they are openly written, with their marks
	skeleton map[string]string          // with look-alike letters made one → name
	famous   [26][]string               // by first letter: names that are ridden on
	longest  int
}

// beginning returns the famous names that begin with the letter.
func (l *latinNames) beginning(c byte) []string {
	if c < 'a' || c > 'z' {
		return nil
	}
	return l.famous[c-'a']
}

// open reports whether the letters are a protected name, openly written.
func (l *latinNames) open(letters string) bool { return l.byName[letters] != nil }

// bare returns the letters and digits of a name.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, name)
}

// plantLatin indexes the Latin names.
func (f *Finder) plantLatin() {
	l := latinNames{byName: make(map[string]*dict.Protected, 2000), spelling: make(map[string]bool, 1000), skeleton: make(map[string]string, 1200)}
	for i := range f.tables.Protected {
		p := &f.tables.Protected[i]
		for _, name := range p.Latin {
			b := bare(name)
			if b != name {
				l.spelling[name] = true
				if plain := spaced.Replace(name); plain != name {
					l.spelling[plain] = true
				}
			}
			if len(b) < 2 || l.byName[b] != nil {
				continue
			}
			l.byName[b] = p
			l.longest = max(l.longest, len(b))
			famous := p.Ridden || p.Word == ""
			if len(b) >= 4 || famous {
				l.skeleton[skeleton(b)] = b
			}
			if c := b[0]; famous && c >= 'a' && c <= 'z' {
				l.famous[c-'a'] = append(l.famous[c-'a'], b)
			}
		}
	}
	f.latin = l
}

// skeleton makes one of the letters and digits that look alike.
func skeleton(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '0':
			b.WriteByte('o')
		case '1', 'i', '!', '|':
			b.WriteByte('l')
		case '3':
			b.WriteByte('e')
		case '5', '$':
			b.WriteByte('s')
		case '@', '4':
			b.WriteByte('a')
		case '8':
			b.WriteByte('b')
		case '9', '6':
			b.WriteByte('g')
		case '7':
			b.WriteByte('t')
		case '2':
			b.WriteByte('z')
		case 'r', 'v':
			if i+1 < len(s) && (c == 'r' && s[i+1] == 'n' || c == 'v' && s[i+1] == 'v') {
				b.WriteByte(map[byte]byte{'r': 'm', 'v': 'w'}[c])
				i++
				continue
			}
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// squeeze makes one of equal letters in a row.
func squeeze(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}
