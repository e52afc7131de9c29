package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/titlelint/titlelint/lint"
)

func htmlOf(t *testing.T, results []lint.Result) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, HTML(&b, results, Style{Lang: "zh"}))
	return b.String()
}

func TestHTML(t *testing.T) {
	evil := `</script><script>alert(1)</script>"'雨衣`
	page := htmlOf(t, []lint.Result{
		{Title: lint.Title{ID: evil, Text: evil, Source: lint.Source{Sheet: evil, Cell: "B2"}}, Findings: []lint.Finding{
			{Rule: "WX502", Title: evil, Message: evil, Advice: evil, Severity: lint.Error, Spans: []lint.Quote{{Span: lint.Span{Start: 2, End: 8}}}},
			{Rule: "WX301", Severity: lint.Warning, Message: "x", AbsorbedBy: "WX502"},
		}, Suggestion: &lint.Suggestion{Title: evil}},
		{Title: lint.Title{ID: "2", Text: "保温杯"}},
	})
	assert.NotContains(t, page, "<script>alert")
	assert.Equal(t, 1, strings.Count(page, "<script>"))
	assert.Equal(t, 1, strings.Count(page, "<article"))
	assert.Contains(t, page, `<mark class="error">script</mark>`)
	assert.NotContains(t, page, "WX301", "what is absorbed is not shown")
	assert.NotContains(t, page, "保温杯")
	for _, outside := range []string{"http://", "https://", "url(", "src=", "<link", "@import"} {
		assert.NotContains(t, page, outside, "no requests")
	}
}

func TestHTMLLimits(t *testing.T) {
	results := make([]lint.Result, htmlRows+3)
	for i := range results {
		results[i] = lint.Result{Title: lint.Title{Text: "雨衣"}, Findings: []lint.Finding{{Rule: "WX301", Severity: lint.Warning}}}
	}
	page := htmlOf(t, results)
	assert.Equal(t, htmlRows, strings.Count(page, "<article"))
	assert.Contains(t, page, "没有列出，个数：3")
	assert.NotContains(t, htmlOf(t, nil), "<article")
}
