package main

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/sheet"
)

var (
	errNoText     = errors.New("not a file of text")
	errNoEncoding = errors.New("an encoding that is not written")
	errPlace      = errors.New("a title does not stand where it was read")
)

const bom = "\xEF\xBB\xBF"

// replaceTitles returns the file with its titles replaced; every other byte
// stays.
func replaceTitles(data []byte, table *sheet.Table, titles []string) ([]byte, error) {
	if len(table.Titles) == 0 || table.Titles[0].Source.Line == 0 {
		return nil, errNoText
	}
	var text string
	switch table.Encoding {
	case "UTF-8", "UTF-8 BOM":
		text = strings.TrimPrefix(string(data), bom)
	case "GB18030":
		var err error
		if text, err = simplifiedchinese.GB18030.NewDecoder().String(string(data)); err != nil {
			return nil, err
		}
	default:
		return nil, errNoEncoding
	}
	var b strings.Builder
	at := 0
	lines := lineStarts(text)
	for i, t := range table.Titles {
		if t.Text == titles[i] {
			continue
		}
		start, end, write, err := cellOf(text, lines, t)
		if err != nil {
			return nil, err
		}
		if start < at {
			return nil, errPlace
		}
		b.WriteString(text[at:start])
		b.WriteString(write(titles[i]))
		at = end
	}
	b.WriteString(text[at:])
	switch table.Encoding {
	case "UTF-8 BOM":
		return []byte(bom + b.String()), nil
	case "GB18030":
		return simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(b.String()))
	}
	return []byte(b.String()), nil
}

// lineStarts returns the offset of each line; a text with \r and no \n is of
// the old Mac kind.
func lineStarts(text string) []int {
	eol := byte('\n')
	if strings.IndexByte(text, eol) < 0 {
		eol = '\r'
	}
	starts := []int{0}
	for i := range len(text) {
		if text[i] == eol {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// cellOf returns the range of bytes that hold a title with its quotes, and how
// another title is written there.
func cellOf(text string, lines []int, t lint.Title) (start, end int, write func(string) string, err error) {
	offset := func(rune int) (int, error) {
		line, column := t.Source.At(rune)
		if line < 1 || line > len(lines) {
			return 0, errPlace
		}
		at := lines[line-1]
		for range column - 1 {
			if at >= len(text) {
				return 0, errPlace
			}
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
		}
		return at, nil
	}
	runes := []rune(t.Text)
	if start, err = offset(0); err != nil {
		return 0, 0, nil, err
	}
	if end, err = offset(len(runes) - 1); err != nil {
		return 0, 0, nil, err
	}
	if end >= len(text) {
		return 0, 0, nil, errPlace
	}
	quoted := start > 0 && text[start-1] == '"'
	isJSON := t.Source.Cell == "" && jsonName(t.Source.File, text)
	switch {
	case isJSON:
		for end < len(text) && text[end] != '"' { // the last rune may be an escape of several characters
			if text[end] == '\\' {
				end++
			}
			end++
		}
		if !quoted || end >= len(text) {
			return 0, 0, nil, errPlace
		}
		return start, end, jsonText, nil
	case t.Source.Cell != "" && quoted:
		if text[end] == '"' {
			end++ // a doubled quote
		}
		_, n := utf8.DecodeRuneInString(text[end:])
		return start, end + n, func(s string) string { return strings.ReplaceAll(s, `"`, `""`) }, nil
	default:
		_, n := utf8.DecodeRuneInString(text[end:])
		return start, end + n, func(s string) string {
			if t.Source.Cell != "" && strings.ContainsAny(s, ",;\t\"|") && !strings.ContainsAny(t.Text, ",;\t\"|") {
				return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			return s
		}, nil
	}
}

// jsonName reports whether the file holds JSON lines.
func jsonName(file, text string) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".jsonl", ".ndjson", ".json":
		return true
	case ".txt":
		return false
	}
	return strings.HasPrefix(strings.TrimSpace(text), "{")
}

// jsonText returns s as it stands between the quotes of a JSON string.
func jsonText(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return s
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(b.String()), `"`), `"`)
}
