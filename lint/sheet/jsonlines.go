package sheet

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/titlelint/titlelint/lint"
)

// jsonKeys are the keys that are read; all others are ignored.
var jsonKeys = map[Role]string{RoleTitle: "title", RoleID: "id", RoleCategory: "category", RoleBrand: "brand", RoleShort: "short_title"}

// readJSON takes the title of every line that is not blank.
func (t *Table) readJSON(o Options) error {
	keys := jsonKeysOf(o)
	t.width = len(jsonColumns)
	for number, line := range lines(t.book.text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		title, err := parseJSONLine(t.File, number, line, keys)
		if err != nil {
			return err
		}
		if strings.TrimSpace(title.Text) == "" {
			s := skipBlank
			s.Row = number
			t.Skipped = append(t.Skipped, s)
			continue
		}
		t.Titles = append(t.Titles, title)
	}
	return nil
}

// ParseJSONLine reads one line of JSON lines: an object with the keys title
// (needed) and id, short_title, category, brand. The file name, which may be
// empty, and the line's number become the title's Source; without an id they
// also make its ID. Where the line is no such object the error is an *Error,
// and the returned title still has the ID, so that an answer can name it.
func ParseJSONLine(file string, number int, line []byte) (lint.Title, error) {
	text := strings.TrimPrefix(validUTF8(line), "\uFEFF")
	t, err := parseJSONLine(file, number, strings.TrimRight(text, "\r\n"), jsonKeys)
	if err == nil && strings.TrimSpace(t.Text) == "" {
		err = badLine(number, Text{ZH: "title 是空的", EN: "title is empty"}, nil)
	}
	var e *Error
	if errors.As(err, &e) {
		e.in(file)
	}
	return t, err
}

func parseJSONLine(file string, number int, line string, keys map[Role]string) (lint.Title, error) {
	t := lint.Title{ID: rowID(file, number), Source: lint.Source{File: file, Row: number, Line: number}}
	if err := json.Unmarshal([]byte(line), new(json.RawMessage)); err != nil {
		return t, badLine(number, Text{ZH: "不是有效的 JSON：" + err.Error(), EN: "no valid JSON: " + err.Error()}, err)
	}
	members, ok := jsonMembers(line)
	if !ok {
		return t, badLine(number, Text{ZH: "不是 JSON 对象", EN: "no JSON object"}, nil)
	}
	// The id first: it stands in the answer even if the title is missing.
	for _, f := range []struct {
		role Role
		to   *string
	}{{RoleID, &t.ID}, {RoleCategory, &t.Category}, {RoleBrand, &t.Brand}, {RoleShort, &t.ShortText}} {
		m, ok := members[keys[f.role]]
		raw := line[m.start:m.end]
		switch {
		case !ok || raw == "null" || raw == `""`:
		case raw[0] == '"':
			*f.to, _ = decodeJSON(line, m, 1)
		case raw[0] == '{' || raw[0] == '[' || raw[0] == 't' || raw[0] == 'f':
			return t, badLine(number, Text{ZH: fmt.Sprintf("%s 应为字符串", keys[f.role]), EN: fmt.Sprintf("%s must be a string", keys[f.role])}, nil)
		default:
			*f.to = raw // a number, to the last digit
		}
	}
	m, ok := members[keys[RoleTitle]]
	if !ok || line[m.start] != '"' {
		return t, badLine(number, Text{ZH: fmt.Sprintf("缺少 %s，或它不是字符串", keys[RoleTitle]), EN: fmt.Sprintf("%s is missing or no string", keys[RoleTitle])}, nil)
	}
	t.Text, t.Source.Jumps = decodeJSON(line, m, number)
	t.Source.Column = len([]rune(line[:m.start])) + 2 // after the quote
	return t, nil
}

func badLine(number int, problem Text, err error) *Error {
	return &Error{Code: CodeJSON, Row: number, Problem: problem, Err: err,
		Cure: Text{ZH: `每行应是一个对象，例如 {"id":"1","title":"法式方领连衣裙"}`, EN: `each line must be an object such as {"id":"1","title":"…"}`}}
}

func jsonKeysOf(o Options) map[Role]string {
	keys := map[Role]string{}
	for role, key := range jsonKeys {
		keys[role] = key
		if own := o.Columns[role]; own != "" {
			keys[role] = own
		}
	}
	return keys
}
