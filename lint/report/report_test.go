package report

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b))
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, b.Bytes(), 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String(), "go test ./lint/report -update rewrites %s", path)
}

func quote(start, end int, text string) lint.Quote {
	return lint.Quote{Span: lint.Span{Start: start, End: end}, Text: text}
}

// results are one of each: a workbook row with everything, a line of text with
// a finding about the whole title, an absorbed and a waived one, a clean one.
var results = []lint.Result{
	{
		Title: lint.Title{ID: "1000026010010037", Text: "棉☆T恤 A&B", Category: "服饰内衣>女装>T恤", Brand: "无品牌",
			Source: lint.Source{File: "店.xlsx", Sheet: "商品列表", Row: 2, Cell: "C2"}},
		Core: []string{"T恤"}, Brands: []string{},
		Findings: []lint.Finding{
			{Rule: "WX301", Name: "keyword-stacking", Title: "关键词堆砌", Severity: lint.Warning, Message: "「T恤」写了两次", Advice: "留一个。",
				Why: "平台指南", Standing: lint.Official, Confidence: 0.5, Spans: []lint.Quote{quote(2, 4, "T恤"), quote(5, 6, "A")}, Fix: lint.Fix{Kind: lint.FixNone, Edits: []lint.Edit{}}},
			{Rule: "WX002", Name: "illegal-character", Title: "不支持的字符", Severity: lint.Error, Message: "「☆」(U+2606)", Advice: "删去。", Why: "商品接口", Standing: lint.Reported,
				Confidence: 1, Spans: []lint.Quote{quote(1, 2, "☆")}, Fix: lint.Fix{Kind: lint.FixSafe, Edits: []lint.Edit{{Span: lint.Span{Start: 1, End: 2}}}}},
		},
		Suggestion: &lint.Suggestion{Title: "棉T恤 A&B", Clean: true, Kept: []string{"棉"}, Moved: []string{},
			Dropped: []lint.Dropped{{Text: "☆", Rule: "WX002"}}, Replaced: []lint.Replacement{}, Missing: []lint.Missing{}},
	},
	{
		Title: lint.Title{ID: "list.txt:3", Text: "好物", Source: lint.Source{File: "list.txt", Row: 3, Line: 3, Column: 1}},
		Core:  []string{}, Brands: []string{},
		Findings: []lint.Finding{
			{Rule: "WX101", Name: "missing-category", Title: "缺少品类词", Severity: lint.Error, Message: "看不出卖什么", Advice: "写明。", Why: "平台指南", Standing: lint.Heuristic, Confidence: 1, Spans: []lint.Quote{}},
			{Rule: "WX201", Name: "irrelevant-symbol", Title: "无关符号", Severity: lint.Warning, Message: "被吸收", AbsorbedBy: "WX101", Spans: []lint.Quote{quote(0, 1, "好")}},
			{Rule: "WX103", Name: "missing-attributes", Title: "缺少属性", Severity: lint.Info, Message: "被豁免", Waived: true, Spans: []lint.Quote{quote(0, 1, "好")}},
		},
		Suggestion: &lint.Suggestion{Missing: []lint.Missing{{Kind: "category", Candidates: []string{"毛巾", "浴巾"}}, {Kind: "attribute"}, {Kind: "size"}}},
	},
	{
		Title: lint.Title{ID: "stdin:4", Text: "棉短袜", Source: lint.Source{Row: 4, Line: 4, Column: 1}},
		Core:  []string{"短袜"}, Brands: []string{}, Findings: []lint.Finding{},
	},
}

func TestGolden(t *testing.T) {
	rules := []*lint.Rule{
		{Code: "WX101", Doc: lint.Doc{Title: lint.Text{ZH: "缺少品类词", EN: "missing category"}}},
		{Code: "WX002", Doc: lint.Doc{Title: lint.Text{ZH: "不支持的字符", EN: "illegal character"}}},
		{Code: "WX999", Doc: lint.Doc{Title: lint.Text{ZH: "没有触发", EN: "never fired"}}},
	}
	for name, style := range map[string]Style{"text.zh.txt": {}, "text.en.txt": {Lang: "en"}, "text.color.txt": {Color: true}} {
		golden(t, name, func(w io.Writer) error {
			if err := Text(w, results, style); err != nil {
				return err
			}
			return Summary(w, results, rules, style)
		})
	}
	golden(t, "concise.txt", func(w io.Writer) error { return Concise(w, results) })
	golden(t, "results.jsonl", func(w io.Writer) error { return JSONLines(w, results) })
	golden(t, "results.json", func(w io.Writer) error { return JSON(w, results, "v1.2.3", 42) })
	golden(t, "explain.txt", func(w io.Writer) error {
		return Explain(w, lint.Rule{
			Code: "WX002", Name: "illegal-character", Severity: lint.Error,
			Doc: lint.Doc{Title: lint.Text{ZH: "不支持的字符"}, What: lint.Text{ZH: "含别的字符。"},
				Sources: []lint.Ref{{Key: "api", Standing: lint.Official, Text: lint.Text{ZH: "商品接口"}}}},
			Options: []lint.Option{{Name: "names", Default: 3, Doc: lint.Text{ZH: "几个"}}},
			Bad:     []lint.Example{{Title: "棉☆短袜", Category: "袜子", Brand: "某某"}},
			Good:    []lint.Example{{Title: "棉短袜"}},
		}, Style{})
	})
}

func TestUnderline(t *testing.T) {
	marked := func(title string, spans ...lint.Quote) string {
		return underline(lint.Result{Title: lint.Title{Text: title}, Findings: []lint.Finding{{Spans: spans}}})
	}
	for _, c := range []struct {
		what, title string
		start, end  int
		want        string
	}{
		{"Han take two columns", "纯棉T恤", 1, 2, "  ^^"},
		{"Latin takes one", "纯棉T恤", 2, 3, "    ^"},
		{"full-width forms take two", "ＡＢc", 1, 3, "  ^^^"},
		{"pictures take two", "棉🧦袜", 1, 3, "  ^^^^"},
		{"signs take one", "棉☆袜", 1, 2, "  ^"},
		{"a combining mark takes none", "e\u0301棉", 2, 3, " ^^"},
		{"neither does an invisible one", "棉\u200b袜", 1, 3, "  ^^"},
		{"invisible alone cannot be underlined", "棉\u200b袜", 1, 2, ""},
		{"a tab is shown as a space", "棉\t袜", 1, 3, "  ^^^"},
		{"other controls are not shown", "棉\x07袜", 2, 3, "  ^^"},
		{"a span beyond the end is cut", "棉", 0, 9, "^^"},
	} {
		assert.Equal(t, c.want, marked(c.title, quote(c.start, c.end, "")), c.what)
	}
	assert.Equal(t, "^^  ^^", marked("棉短袜", quote(0, 1, ""), quote(2, 3, "")))
	assert.Empty(t, marked("棉短袜"))
}

// What is shown has as many columns as what is underlined.
func TestPrintable(t *testing.T) {
	for title, want := range map[string]string{
		"棉\x1b[31m袜": "棉[31m袜", "棉\t短\r\n袜": "棉 短  袜", "棉\u202e袜\u2066": "棉袜", "棉\u0085袜": "棉袜", "棉短袜": "棉短袜",
	} {
		assert.Equal(t, want, printable(title))
	}
}

func TestPlace(t *testing.T) {
	assert.Equal(t, "a.csv:7", Place(lint.Source{File: "a.csv", Row: 3, Line: 7, Cell: "B3"}))
	assert.Equal(t, "a.xlsx 商品!C2", Place(lint.Source{File: "a.xlsx", Sheet: "商品", Row: 2, Cell: "C2"}))
	assert.Equal(t, "-:1", Place(lint.Source{Line: 1}))
	assert.Equal(t, "-", Place(lint.Source{}))
}

func TestFind(t *testing.T) {
	rules := []lint.Rule{{Code: "WX001", Name: "title-length"}, {Code: "WX301", Name: "keyword-stacking"}}
	for _, name := range []string{"WX301", "wx301", "keyword-stacking", "Keyword-Stacking"} {
		r, err := Find(rules, name)
		require.NoError(t, err)
		assert.Equal(t, "WX301", r.Code)
	}
	for name, near := range map[string]string{"WX31": "WX301", "wx31": "WX301", "keyword-staking": "keyword-stacking", "title_length": "title-length"} {
		_, err := Find(rules, name)
		require.Error(t, err)
		assert.Contains(t, err.Error(), "是不是「"+near+"」", name)
		assert.Contains(t, err.(*unknownRule).In("en"), near)
	}
	_, err := Find(rules, "nothing that is near anything")
	assert.Contains(t, err.Error(), "WX001 WX301")
}
