package sheet

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/titlelint/titlelint/lint"
)

// jsonMember is the raw range, in bytes of its line, of the value of a key.
type jsonMember struct{ start, end int }

// jsonMembers finds the values of a valid JSON object without decoding them;
// ok is false where the value is no object. As in encoding/json the last of
// several equal keys counts.
func jsonMembers(line string) (members map[string]jsonMember, ok bool) {
	i := skipSpace(line, 0)
	if line[i] != '{' {
		return nil, false
	}
	members = map[string]jsonMember{}
	for i = skipSpace(line, i+1); line[i] != '}'; {
		end := jsonStringEnd(line, i)
		key, _ := decodeJSON(line, jsonMember{i, end}, 1)
		start := skipSpace(line, skipSpace(line, end)+1) // over the colon
		end = jsonValueEnd(line, start)
		members[key] = jsonMember{start, end}
		if i = skipSpace(line, end); line[i] == ',' {
			i = skipSpace(line, i+1)
		}
	}
	return members, true
}

func skipSpace(s string, i int) int {
	for i < len(s) && strings.IndexByte(" \t\r\n", s[i]) >= 0 {
		i++
	}
	return i
}

// jsonStringEnd returns the offset after the string that begins at i.
func jsonStringEnd(s string, i int) int {
	for i++; s[i] != '"'; i++ {
		if s[i] == '\\' {
			i++
		}
	}
	return i + 1
}

func jsonValueEnd(s string, i int) int {
	switch s[i] {
	case '"':
		return jsonStringEnd(s, i)
	case '{', '[':
		for depth := 0; ; i++ {
			switch s[i] {
			case '"':
				i = jsonStringEnd(s, i) - 1
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					return i + 1
				}
			}
		}
	}
	for i < len(s) && strings.IndexByte(",}] \t\r\n", s[i]) < 0 {
		i++
	}
	return i
}

// decodeJSON returns the text of the JSON string at m and the jumps of its
// runes, given that the line has this number.
func decodeJSON(line string, m jsonMember, number int) (string, []lint.Jump) {
	raw := line[m.start+1 : m.end-1]
	if strings.IndexByte(raw, '\\') < 0 {
		return raw, nil
	}
	var b strings.Builder
	var jumps []lint.Jump
	column := utf8.RuneCountInString(line[:m.start]) + 2
	for n := 0; len(raw) > 0; n++ {
		r, size := utf8.DecodeRuneInString(raw)
		width := 1 // columns
		if r == '\\' {
			r, size = unescape(raw)
			width = size
		}
		b.WriteRune(r)
		raw = raw[size:]
		column += width
		if width > 1 && len(raw) > 0 {
			jumps = append(jumps, lint.Jump{Rune: n + 1, Line: number, Column: column})
		}
	}
	return b.String(), jumps
}

// unescape decodes the escape that s begins with and returns its size in
// bytes. Half a surrogate pair is U+FFFD, as in encoding/json.
func unescape(s string) (rune, int) {
	if i := strings.IndexByte("bfnrt", s[1]); i >= 0 {
		return rune("\b\f\n\r\t"[i]), 2
	}
	if s[1] != 'u' {
		return rune(s[1]), 2
	}
	r := hexRune(s[2:6])
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(s) >= 12 && s[6:8] == `\u` {
		if pair := utf16.DecodeRune(r, hexRune(s[8:12])); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return utf8.RuneError, 6
}

func hexRune(s string) rune {
	n, _ := strconv.ParseUint(s, 16, 32)
	return rune(n)
}
