package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o666))
	return path
}

func TestParse(t *testing.T) {
	c, err := Parse("shop/.titlelint.yaml", []byte(`
rules:
  WX104: off
  keyword-stacking: {severity: info, names: 4}
  WX001: error
  WX002: on
  WX501:
    severity: off
  WX101:
authorised_brands: [北岸, 山月集]
authorised_people: [某某]
authorised_ips: [小熊]
shop_brand: 北岸
columns: {title: C, id: 货号}
order: manual
year: 2026
dict: words.tsv
`))
	require.NoError(t, err)
	assert.Equal(t, "shop/.titlelint.yaml", c.Path)
	assert.Equal(t, map[string]string{"title": "C", "id": "货号"}, c.Columns)
	assert.Equal(t, []string{filepath.Join("shop", "words.tsv")}, c.Dict)
	c.Dict = nil
	o, err := c.Options("en")
	require.NoError(t, err)
	assert.ElementsMatch(t, []string{"WX104", "WX501"}, o.Off)
	assert.Equal(t, map[string]lint.Severity{"WX301": lint.Info, "WX001": lint.Error}, o.Severity)
	assert.Equal(t, map[string]map[string]any{"WX301": {"names": 4}}, o.Set)
	assert.Equal(t, []string{"北岸", "山月集"}, o.AuthorisedBrands)
	assert.Equal(t, []string{"某某"}, o.AuthorisedPeople)
	assert.Equal(t, []string{"小熊"}, o.AuthorisedIPs)
	assert.Equal(t, "北岸", o.ShopBrand)
	assert.Equal(t, lint.OrderManual, o.Order)
	assert.Equal(t, 2026, o.Year)
	assert.Equal(t, "en", o.Lang)
	assert.Nil(t, o.Lexicon)
	_, err = lint.New(o)
	assert.NoError(t, err)
}

// What says nothing sets nothing.
func TestParseNothing(t *testing.T) {
	for _, text := range []string{"", "# a note\n", "rules:\n", "---\n", "\xef\xbb\xbf# a note\n"} {
		c, err := Parse("a.yaml", []byte(text))
		require.NoError(t, err, text)
		o, err := c.Options("")
		require.NoError(t, err)
		assert.Equal(t, lint.Options{Severity: map[string]lint.Severity{}, Set: map[string]map[string]any{}}, o)
	}
}

// Every error says file, line, column and the cure.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"rule:\n  WX001: off\n", `a.yaml:1:1: unknown key "rule"; did you mean "rules"?`},
		{"\nshop-brand: x\n", `a.yaml:2:1: unknown key "shop-brand"; did you mean "shop_brand"?`},
		{"zzzzzzzzzzzz: 1\n", `a.yaml:1:1: unknown key "zzzzzzzzzzzz"; known are: authorised_brands, `},
		{"rules:\n  WX02: off\n", `a.yaml:2:3: unknown rule "WX02"; did you mean "WX002"?`},
		{"rules:\n  keyword-staking: off\n", `a.yaml:2:3: unknown rule "keyword-staking"; did you mean "keyword-stacking"?`},
		{"rules:\n  WX301: warn\n", `a.yaml:2:10: unknown level "warn"; did you mean "warning"?`},
		{"rules:\n  WX301: {severity: fatal}\n", `a.yaml:2:21: unknown level "fatal"; known are: error, info, off, on, warning`},
		{"rules:\n  WX301: {name: 3}\n", `a.yaml:2:11: WX301 has no option "name"; did you mean "names"?`},
		{"rules:\n  WX301: {names: three}\n", `a.yaml:2:18: want a whole number here, not "three"`},
		{"rules:\n  WX001: {halfwidth: 3}\n", `a.yaml:2:22: want true or false here`},
		{"rules:\n  WX301: [off]\n", `a.yaml:2:10: want keys with values here`},
		{"rules:\n  WX301: off\n  keyword-stacking: off\n", `a.yaml:3:3: "keyword-stacking" and "WX301" are one rule; keep one`},
		{"year: 2026\nyear: 2025\n", `a.yaml:2:1: "year" stands twice; keep one`},
		{"year: this\n", `a.yaml:1:7: want a whole number here, not "this"`},
		{"authorised_brands: 北岸\n", `a.yaml:1:20: want a list here; write [word, word]`},
		{"authorised_brands: [北岸, '']\n", `a.yaml:1:25: an empty word in the list; remove it`},
		{"authorised_brands: [[北岸]]\n", `a.yaml:1:21: want one word here`},
		{"shop_brand: [北岸]\n", `a.yaml:1:13: want one word here`},
		{"columns: {titel: C}\n", `a.yaml:1:11: unknown column "titel"; did you mean "title"?`},
		{"columns: C\n", `a.yaml:1:10: want keys with values here`},
		{"order: manuel\n", `a.yaml:1:8: unknown order "manuel"; did you mean "manual"?`},
		{"- rules\n", `a.yaml:1:1: want keys with values here`},
		{"year: 2026\n---\nyear: 2025\n", `a.yaml:2:1: there is a second document after ---; remove --- and make them one`},
		{"rules:\n\tWX301: off\n", `a.yaml:2:1: no valid YAML: found character that cannot start any token; check indentation, colons and quotes`},
		{"a: b\n  c: d\n", `a.yaml:2:1: no valid YAML: mapping values are not allowed in this context; check`},
		{"shop_brand: *x\n", `a.yaml: no valid YAML: unknown anchor 'x' referenced; check`},
	} {
		_, err := Parse("a.yaml", []byte(c.text))
		var e *Error
		require.ErrorAs(t, err, &e, c.text)
		assert.Contains(t, e.In("en"), c.want)
		assert.NotEmpty(t, e.Problem.ZH, c.text)
	}
	_, err := Parse("a.yaml", []byte("rule: 1\n"))
	assert.EqualError(t, err, "a.yaml:1:1: 没有这个设置项「rule」。是不是「rules」？")
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	top := write(t, filepath.Join(dir, Name), "")
	write(t, filepath.Join(dir, "a", "b", "goods.csv"), "")
	for _, input := range []string{filepath.Join(dir, "a", "b", "goods.csv"), filepath.Join(dir, "goods.csv")} {
		found, err := Find(input)
		require.NoError(t, err)
		assert.Equal(t, top, found)
	}
	nearer := write(t, filepath.Join(dir, "a", Name), "")
	found, err := Find(filepath.Join(dir, "a", "b", "goods.csv"))
	require.NoError(t, err)
	assert.Equal(t, nearer, found)
}

func TestLoad(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), Name))
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.Contains(t, err.Error(), "打不开配置文件")
	c, err := Load(write(t, filepath.Join(t.TempDir(), Name), "shop_brand: 北岸\n"))
	require.NoError(t, err)
	o, err := c.Options("zh")
	require.NoError(t, err)
	assert.Equal(t, "北岸", o.ShopBrand)
}

func TestDict(t *testing.T) {
	const header = "term\tkind\tcanonical\tattributes\tsource\n"
	dir := t.TempDir()
	load := func(table string) (lint.Options, error) {
		write(t, filepath.Join(dir, "words.tsv"), table)
		c, err := Parse(filepath.Join(dir, Name), []byte("dict: [words.tsv]\n"))
		require.NoError(t, err)
		return c.Options("en")
	}
	o, err := load(header + "北岸牌\tbrand\t北岸\t\town\n")
	require.NoError(t, err)
	require.NotNil(t, o.Lexicon)
	assert.NotEmpty(t, o.Lexicon.Lookup("北岸牌"))
	for table, want := range map[string]string{
		"":                               "words.tsv:1:1: the table has no header line",
		"term\tkind\n":                   "words.tsv:1:1: the header is ",
		header + "北岸牌\tbrand\n":          "words.tsv:2:1: 2 columns, want 5",
		header + "北岸牌\tbrnd\t\t\town\n":  `words.tsv:2:1: unknown kind "brnd"`,
		header + "北岸☆\tbrand\t\t\town\n": `words.tsv:2:1: "北岸☆" can never match`,
		header + "北岸牌\tbrand\t\t\t\n":    `words.tsv:2:1: "北岸牌" has no source`,
	} {
		_, err := load(table)
		var e *Error
		require.ErrorAs(t, err, &e, table)
		assert.Contains(t, e.In("en"), want)
	}
	_, err = (&Config{}).Options("en", filepath.Join(dir, "nowhere.tsv"))
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.Contains(t, e.In("en"), "cannot open the table of words")
}
