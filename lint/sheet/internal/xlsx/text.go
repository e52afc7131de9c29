package xlsx

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// appendText appends the characters that raw stands for: entities are decoded,
// line ends become \n. It reports false at an entity that XML does not know.
func appendText(to, raw []byte) ([]byte, bool) {
	if bytes.IndexByte(raw, '&') < 0 {
		return appendLines(to, raw), true
	}
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return appendLines(to, raw), true
		}
		to = appendLines(to, raw[:i])
		raw = raw[i:]
		j := bytes.IndexByte(raw, ';')
		if j < 0 {
			return to, false
		}
		c, ok := entity(string(raw[1:j]))
		if !ok {
			return to, false
		}
		to = utf8.AppendRune(to, c)
		raw = raw[j+1:]
	}
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	number, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hex, 16
	}
	if number == "" || number[0] == '+' {
		return 0, false
	}
	n, err := strconv.ParseUint(number, base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}

func appendLines(to, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '\r')
		if i < 0 {
			return append(to, raw...)
		}
		to = append(append(to, raw[:i]...), '\n')
		if raw = raw[i+1:]; len(raw) > 0 && raw[0] == '\n' {
			raw = raw[1:]
		}
	}
}

// escaped is how a workbook writes a character that XML cannot hold.
var escaped = regexp.MustCompile(`_x[a-fA-F\d]{4}_`)

// unescape turns _x000D_ into the character. A half of a surrogate pair, which
// no text can hold, is dropped.
func unescape(b []byte) []byte {
	if !bytes.Contains(b, []byte("_x")) {
		return b
	}
	return escaped.ReplaceAllFunc(b, func(m []byte) []byte {
		n, _ := strconv.ParseUint(string(m[2:6]), 16, 32)
		if n >= 0xD800 && n <= 0xDFFF {
			return nil
		}
		return utf8.AppendRune(nil, rune(n))
	})
}

// maxCell is what a cell holds, in UTF-16 units.
const maxCell = 32767

// appendEscaped appends s as the text of an element or the value of an
// attribute, whatever s holds, cut to what a cell takes.
func appendEscaped(to []byte, s string) []byte {
	units := 0
	for i, c := range s {
		size := 1
		if c >= 0x10000 {
			size = 2
		}
		if units += size; units > maxCell {
			return to
		}
		switch {
		case c == '&':
			to = append(to, "&amp;"...)
		case c == '<':
			to = append(to, "&lt;"...)
		case c == '>':
			to = append(to, "&gt;"...)
		case c == '"':
			to = append(to, "&quot;"...)
		case c < 0x20 && c != '\n' && c != '\t', c == 0xFFFE, c == 0xFFFF:
			to = append(to, "_x"...)
			to = append(to, strings.ToUpper(strconv.FormatUint(uint64(c)|1<<16, 16)[1:])...)
			to = append(to, '_')
		case c == '_' && i+7 <= len(s) && escaped.MatchString(s[i:i+7]):
			to = append(to, "_x005F_"...)
		default:
			to = utf8.AppendRune(to, c)
		}
	}
	return to
}
