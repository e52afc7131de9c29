package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The names that Table.Encoding takes.
const (
	encUTF8    = "UTF-8"
	encUTF8BOM = "UTF-8 BOM"
	encGB18030 = "GB18030"
	encUTF16LE = "UTF-16LE"
	encUTF16BE = "UTF-16BE"
)

// decode returns the text of data as valid UTF-8 without a byte order mark,
// and the name of its encoding. An invalid byte becomes one U+FFFD. Text that
// is mostly invalid, or that is no text, is an error.
func decode(data []byte) (text, name string, err error) {
	text, name = decodeBytes(data)
	bad, all := 0, 0
	for _, r := range text {
		all++
		if r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' {
			bad++
		}
	}
	// One broken character in fifty is damage that a finding will show; more
	// is another encoding, or no text.
	if bad*50 > all {
		return "", "", &Error{Code: CodeEncoding,
			Problem: Text{ZH: "看不出文字编码，或者这不是文本文件", EN: "the encoding is unknown, or this is not a text file"},
			Cure:    Text{ZH: "请用 Excel/WPS 打开，另存为 .xlsx 或「CSV UTF-8」", EN: "open it in Excel and save it as .xlsx or as CSV UTF-8"}}
	}
	return text, name, nil
}

func decodeBytes(data []byte) (string, string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return validUTF8(data[3:]), encUTF8BOM
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decodeUTF16(data[2:], binary.LittleEndian), encUTF16LE
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeUTF16(data[2:], binary.BigEndian), encUTF16BE
	case bytes.IndexByte(data, 0) >= 0:
		// Neither UTF-8 nor GB18030 text holds a NUL; UTF-16 has one in every
		// comma and line end, in the odd bytes if it is little-endian.
		even, odd := 0, 0
		for i, c := range data[:min(len(data), 1<<16)] {
			if c == 0 && i%2 == 0 {
				even++
			} else if c == 0 {
				odd++
			}
		}
		if odd >= even {
			return decodeUTF16(data, binary.LittleEndian), encUTF16LE
		}
		return decodeUTF16(data, binary.BigEndian), encUTF16BE
	case utf8.Valid(data):
		return string(data), encUTF8
	}
	good, bad := 0, 0
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			good++
		}
		rest = rest[n:]
	}
	// The decoder never fails: what it cannot map becomes U+FFFD.
	gb, _ := simplifiedchinese.GB18030.NewDecoder().String(string(data))
	if bad <= strings.Count(gb, "\uFFFD") || good > 10*bad {
		return validUTF8(data), encUTF8
	}
	return gb, encGB18030
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) > 1; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return string(utf16.Decode(units))
}

// validUTF8 turns each invalid byte into a U+FFFD of its own; the standard
// ToValidUTF8 makes one of a whole run.
func validUTF8(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	return string([]rune(string(data)))
}

// encode is what we write text as: UTF-16LE where the input was UTF-16, since
// the programs that write it also want it back, else UTF-8. Both begin with a
// byte order mark, without which Excel reads UTF-8 as the local code page.
func encode(text, inputEncoding string) []byte {
	if inputEncoding != encUTF16LE && inputEncoding != encUTF16BE {
		return append([]byte("\xEF\xBB\xBF"), text...)
	}
	out := make([]byte, 0, 2*len(text)+2)
	out = append(out, 0xFF, 0xFE)
	for _, r := range text {
		if r1, r2 := utf16.EncodeRune(r); r1 != utf8.RuneError {
			out = binary.LittleEndian.AppendUint16(out, uint16(r1))
			out = binary.LittleEndian.AppendUint16(out, uint16(r2))
		} else {
			out = binary.LittleEndian.AppendUint16(out, uint16(r))
		}
	}
	return out
}
