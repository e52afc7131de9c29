package lint_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/titlelint/titlelint/lint"
)

func findingsOf(r lint.Result, rule string) []lint.Finding {
	var out []lint.Finding
	for _, f := range r.Findings {
		if f.Rule == rule {
			out = append(out, f)
		}
	}
	return out
}

// A disguised product noun is restored; a brand or a claim is dropped.
func TestEvasionEdits(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, c := range []struct{ title, span, write string }{
		{"花.胶干货 深海 8头", "花.胶", "花胶"},
		{"资sheng堂洁面膏 氨基酸", "资sheng堂", ""},
		{"祛/斑精华露 女士补水", "祛/斑", ""},
	} {
		found := findingsOf(l.Check(lint.Title{Text: c.title}), "WX401")
		if assert.Len(t, found, 1, c.title) {
			assert.Equal(t, c.span, found[0].Spans[0].Text)
			assert.Equal(t, c.write, found[0].Fix.Edits[0].Text)
			assert.NotEmpty(t, found[0].Advice)
		}
	}
}

func TestMisspelling(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, c := range []struct{ title, span, write string }{
		{"女士羊绒杉 圆领", "羊绒杉", "羊绒衫"},
		{"纸斤 整箱 24包", "纸斤", "纸巾"},
		{"即食麻署 糯米 500g", "麻署", "麻薯"},
	} {
		found := findingsOf(l.Check(lint.Title{Text: c.title}), "WX402")
		if assert.Len(t, found, 1, c.title) {
			assert.Equal(t, c.span, found[0].Spans[0].Text)
			assert.Equal(t, []lint.Edit{{Span: found[0].Spans[0].Span, Text: c.write}}, found[0].Fix.Edits)
			assert.Equal(t, lint.FixSafe, found[0].Fix.Kind)
		}
	}
	for _, title := range []string{"充电保护线 2米", "正面双拼被套", "实木地板 家用"} {
		assert.Empty(t, findingsOf(l.Check(lint.Title{Text: title}), "WX402"), title)
	}
}

// The row's own brand in Traditional characters is typing.
func TestOwnBrandInTraditionalCharacters(t *testing.T) {
	l := newLinter(t, lint.Options{})
	r := l.Check(lint.Title{Text: "資生堂洗面奶 温和保湿", Brand: "资生堂"})
	assert.Empty(t, findingsOf(r, "WX401"))
	found := findingsOf(r, "WX402")
	if assert.Len(t, found, 1) {
		assert.Equal(t, "资生堂", found[0].Fix.Edits[0].Text)
		assert.Equal(t, lint.Info, found[0].Severity)
	}
	r = l.Check(lint.Title{Text: "資生堂洗面奶 温和保湿", Brand: "資生堂"})
	assert.Empty(t, findingsOf(r, "WX402"))
}
