package sheet

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/titlelint/titlelint/lint"
)

func TestParseJSONLine(t *testing.T) {
	title, err := ParseJSONLine("a.jsonl", 7, []byte(`{"x":{"title":"不是我"},"id":1000017345900000,"title":"羊毛\"软\"\u5927衣\ud83d\ude00女","category":"女装","brand":null,"short_title":"大衣"}`+"\r\n"))
	require.NoError(t, err)
	assert.Equal(t, lint.Title{ID: "1000017345900000", Text: "羊毛\"软\"大衣😀女", Category: "女装", ShortText: "大衣",
		Source: lint.Source{File: "a.jsonl", Row: 7, Line: 7, Column: 53, Jumps: []lint.Jump{
			{Rune: 3, Line: 7, Column: 57}, {Rune: 5, Line: 7, Column: 60}, {Rune: 6, Line: 7, Column: 66}, {Rune: 8, Line: 7, Column: 79}}}}, title)

	title, err = ParseJSONLine("", 2, []byte(`{"title":"雨衣"}`))
	require.NoError(t, err)
	assert.Equal(t, "stdin:2", title.ID)
}

func TestParseJSONLineErrors(t *testing.T) {
	for line, id := range map[string]string{
		``:                          "stdin:3",
		`[]`:                        "stdin:3",
		`"雨衣"`:                      "stdin:3",
		`{"title":"雨衣"`:             "stdin:3",
		`{"id":"k1"}`:               "k1",
		`{"id":"k1","title":5}`:     "k1",
		`{"id":"k1","title":" "}`:   "k1",
		`{"title":"雨衣","brand":[]}`: "stdin:3",
	} {
		title, err := ParseJSONLine("", 3, []byte(line))
		assert.Equal(t, CodeJSON, codeOf(t, err), line)
		assert.Contains(t, err.Error(), "第 3 行")
		assert.Equal(t, id, title.ID, line)
	}
}

func TestReadJSONLines(t *testing.T) {
	text := "\n{\"title\":\"雨衣\",\"id\":\"k1\"}\n{\"title\":\"\"}\n{\"title\":\"雨鞋\"}\n"
	for _, name := range []string{"a.jsonl", "a.ndjson", ""} {
		table := readText(t, name, text)
		assert.Equal(t, []string{"雨衣", "雨鞋"}, texts(table))
		assert.Equal(t, 4, table.Titles[1].Source.Line)
		require.Len(t, table.Skipped, 1)
		assert.Equal(t, 3, table.Skipped[0].Row)
	}
	table, err := ReadFrom(strings.NewReader(`{"name":"雨衣"}`), "a.jsonl", Options{Columns: map[Role]string{RoleTitle: "name"}})
	require.NoError(t, err)
	assert.Equal(t, []string{"雨衣"}, texts(table))
}

func standsJSON(rest []rune, r rune) bool {
	if rest[0] != '\\' {
		return rest[0] == r
	}
	got, _ := unescape(string(rest))
	return got == r
}

func FuzzJSONLine(f *testing.F) {
	for _, seed := range []string{`{"title":"雨衣\u8863\n\/","id":"a\"b"}`, `{"a":[1,{"b":"]}"}],"title":"\ud83d\ude00\ud83d x","id":-1.5e3}`,
		`{"title":"x","title":"y"}`, ` { } `, `{"\u0074itle":"\ud800\u0041"}`, "{\"title\":\"\xff\"}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if strings.ContainsAny(line, "\r\n") || len(line) > 2048 {
			return
		}
		line = validUTF8([]byte(line))
		got, err := parseJSONLine("", 1, line, jsonKeys)
		var want map[string]any
		if json.Unmarshal([]byte(line), &want) != nil || want == nil {
			require.Error(t, err)
			return
		}
		title, ok := want["title"].(string)
		if err != nil {
			return
		}
		require.True(t, ok)
		require.Equal(t, title, got.Text)
		if brand, ok := want["brand"].(string); ok {
			require.Equal(t, brand, got.Brand)
		}
		assertPlaced(t, line, got, standsJSON)
	})
}
