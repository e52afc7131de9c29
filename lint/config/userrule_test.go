package config

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
)

// linterOf returns a linter with the rules of a configuration.
func linterOf(t *testing.T, text, lang string) *lint.Linter {
	t.Helper()
	c, err := Parse("a.yaml", []byte(text))
	require.NoError(t, err)
	o, err := c.Options(lang)
	require.NoError(t, err)
	l, err := lint.New(o)
	require.NoError(t, err)
	return l
}

// of returns the findings of one rule.
func of(r lint.Result, code string) []lint.Finding {
	var fs []lint.Finding
	for _, f := range r.Findings {
		if f.Rule == code {
			fs = append(fs, f)
		}
	}
	return fs
}

const shopRules = `
rules:
  SHOP15: off
  no-stock: error
user_rules:
  - {code: SHOP01, name: no-freebie, kind: existence, words: [免费, 白送], message: 不要写「%s」, advice: 写进详情页。, severity: info, except: [免费安装]}
  - {code: SHOP02, kind: existence, words: [大麻, 加绒, 新款, SALE, pro, 5l, 加绒加厚款式]}
  - {code: SHOP03, kind: existence, words: [雷锋帽], within: [服饰内衣, 鞋靴]}
  - {code: SHOP04, kind: existence, words: [摆件], within: [家居日用>家装软饰]}
  - {code: SHOP05, kind: substitution, swap: {加绒加厚: 加绒, 包邮: ''}, fix: safe}
  - {code: SHOP06, kind: substitution, swap: {iphone: iPhone, 朴舍: 朴舍PUSHE}}
  - {code: SHOP07, kind: pattern, pattern: '\d{4}号', except: [2024号楼]}
  - {code: SHOP08, kind: pattern, pattern: '🔥+|x{3}', message: 去掉%s 100%}
  - {code: SHOP09, kind: occurrence, words: [新款, 时尚], max: 1}
  - {code: SHOP10, kind: required, words: [【朴舍】, 纯棉, mo], within: [毛衣], severity: error}
  - {code: SHOP14, name: no-stock, kind: existence, words: [库存]}
  - {code: SHOP15, kind: existence, words: [清仓]}
`

// What fires, on which runes of the original, and what may stand instead.
func TestUserRules(t *testing.T) {
	l := linterOf(t, shopRules, "zh")
	for _, c := range []struct{ code, title, category, spans, message, fix string }{
		{"SHOP01", "儿童积木 免费 包邮 白送", "", "5-7 11-13", "不要写「免费、白送」", ""},
		{"SHOP01", "儿童积木 免費", "", "5-7", "不要写「免費」", ""},
		{"SHOP01", "👶🏻儿童积木 免\u200b费", "", "7-10", "不要写「免\u200b费」", ""},
		{"SHOP01", "空调 免费安装", "", "", "", ""},
		{"SHOP01", "空调 免费安装 免费", "", "8-10", "不要写「免费」", ""},
		{"SHOP02", "大麻烦绘本", "", "", "", ""},
		{"SHOP02", "大麻 籽油", "", "0-2", "本店标题不写「大麻」", ""},
		{"SHOP02", "加绒裤 女", "", "", "", ""},
		{"SHOP02", "加绒 裤子", "", "0-2", "本店标题不写「加绒」", ""},
		{"SHOP02", "新款上市 毛衣", "", "0-2", "本店标题不写「新款」", ""},
		{"SHOP02", "ＳＡＬＥ毛衣 Sale", "", "0-4 7-11", "本店标题不写「ＳＡＬＥ」、「Sale」", ""},
		{"SHOP02", "wholesale毛衣 sales", "", "", "", ""},
		{"SHOP02", "iphone13pro 手机壳", "", "", "", ""},
		{"SHOP02", "手机壳 13 Pro", "", "7-10", "本店标题不写「Pro」", ""},
		{"SHOP02", "电饭煲15L", "", "", "", ""},
		{"SHOP02", "加绒加厚款式 毛衣", "", "0-6", "本店标题不写「加绒加厚款式」", ""},
		{"SHOP03", "雷锋帽", "服饰内衣>服饰配件>帽子", "0-3", "本店标题不写「雷锋帽」", ""},
		{"SHOP03", "雷锋帽", "家居日用>家装软饰>装饰摆件", "", "", ""},
		{"SHOP03", "男鞋 休闲 配雷锋帽", "", "7-10", "本店标题不写「雷锋帽」", ""}, // by what the title sells
		{"SHOP03", "手机壳 雷锋帽图案", "", "", "", ""},
		{"SHOP04", "陶瓷摆件", "家居日用 > 家装软饰 > 装饰摆件", "2-4", "本店标题不写「摆件」", ""},
		{"SHOP04", "陶瓷摆件", "文玩文创>建盏>摆件", "", "", ""},
		{"SHOP05", "毛衣 加絨加厚 包郵", "", "3-7 8-10", "「加絨加厚」应写作「加绒」，「包郵」应删去", "safe 3-7=加绒 8-10="},
		{"SHOP06", "适用ＩＰＨＯＮＥ手机壳 iPhone", "", "2-8", "「ＩＰＨＯＮＥ」应写作「iPhone」", "unsafe 2-8=iPhone"},
		{"SHOP06", "朴舍PUSHE 茶杯", "", "", "", ""},
		{"SHOP06", "🍵朴舍 茶杯", "", "1-3", "「朴舍」应写作「朴舍PUSHE」", "unsafe 1-3=朴舍PUSHE"},
		{"SHOP07", "𠮷祥👨\u200d👩\u200d👧茶杯１２３４號", "", "9-14", "本店标题不这样写：「１２３４號」", ""},
		{"SHOP07", "茶杯 2024号楼 2024号", "", "10-15", "本店标题不这样写：「2024号」", ""},
		{"SHOP08", "茶杯🔥🔥xxx", "", "2-4 4-7", "去掉🔥🔥、xxx 100%", ""},
		{"SHOP09", "新款毛衣 女", "", "", "", ""},
		{"SHOP09", "新款毛衣 时尚 女 新款", "", "5-7 10-12", "「新款」、「时尚」出现 3 次，最多 1 次", ""},
		{"SHOP10", "女士毛衣 宽松", "服饰内衣>女装>毛衣", "whole", "标题缺少「【朴舍】」或「纯棉」或「mo」", ""},
		{"SHOP10", "【樸舍】女士毛衣 宽松", "服饰内衣>女装>毛衣", "", "", ""},
		{"SHOP10", "纯棉布女士毛衣 宽松", "服饰内衣>女装>毛衣", "", "", ""},
		{"SHOP10", "女士毛衣 demo", "服饰内衣>女装>毛衣", "whole", "标题缺少「【朴舍】」或「纯棉」或「mo」", ""},
		{"SHOP10", "茶杯", "", "", "", ""},
		{"SHOP14", "茶杯 库存", "", "3-5", "本店标题不写「库存」", ""},
		{"SHOP15", "茶杯 清仓", "", "", "", ""},
	} {
		fs := of(l.Check(lint.Title{Text: c.title, Category: c.category}), c.code)
		if c.spans == "" {
			assert.Empty(t, fs, c.title)
			continue
		}
		if !assert.Len(t, fs, 1, c.title) {
			continue
		}
		f := fs[0]
		assert.Equal(t, c.spans, spansOf(f), c.title)
		assert.Equal(t, c.message, f.Message, c.title)
		assert.Equal(t, c.fix, fixOf(f), c.title)
		assert.Equal(t, lint.Heuristic, f.Standing)
		assert.Equal(t, "本店规则", f.Why)
		assert.NotEmpty(t, f.Advice)
	}
}

func TestUserRuleSeverityAndAdvice(t *testing.T) {
	l := linterOf(t, shopRules, "zh")
	for code, want := range map[string]lint.Severity{"SHOP01": lint.Info, "SHOP02": lint.Warning, "SHOP14": lint.Error} {
		fs := of(l.Check(lint.Title{Text: "茶杯 免费 新款 库存"}), code)
		require.Len(t, fs, 1, code)
		assert.Equal(t, want, fs[0].Severity, code)
	}
	assert.Equal(t, "写进详情页。", of(l.Check(lint.Title{Text: "茶杯 免费"}), "SHOP01")[0].Advice)
	for _, r := range l.Rules() {
		if strings.HasPrefix(r.Code, "SHOP") {
			assert.NotEmpty(t, r.Doc.Title.EN)
			assert.NotEmpty(t, r.Doc.What.ZH)
			assert.NotEmpty(t, r.Doc.How.ZH)
			assert.NotEmpty(t, r.Name)
		}
	}
	en := linterOf(t, shopRules, "en")
	assert.Equal(t, "this shop does not write 「库存」", of(en.Check(lint.Title{Text: "茶杯 库存"}), "SHOP14")[0].Message)
	assert.Equal(t, "「包邮」 should go", of(en.Check(lint.Title{Text: "茶杯 包邮"}), "SHOP05")[0].Message)
}

// A title with a fix applied is what the rule wants.
func TestSubstitutionSettles(t *testing.T) {
	l := linterOf(t, shopRules, "zh")
	for _, title := range []string{"毛衣 加绒加厚 包邮", "适用IPHONE手机壳", "朴舍 茶杯", "朴舍朴舍 茶杯"} {
		runes := []rune(title)
		for _, code := range []string{"SHOP05", "SHOP06"} {
			for _, f := range of(l.Check(lint.Title{Text: title}), code) {
				for i := len(f.Fix.Edits) - 1; i >= 0; i-- {
					e := f.Fix.Edits[i]
					runes = append(runes[:e.Start:e.Start], append([]rune(e.Text), runes[e.End:]...)...)
				}
			}
			assert.Empty(t, of(l.Check(lint.Title{Text: string(runes)}), code), string(runes))
		}
		assert.NotEqual(t, title, string(runes))
	}
}

func spansOf(f lint.Finding) string {
	if len(f.Spans) == 0 {
		return "whole"
	}
	var s []string
	for _, q := range f.Spans {
		s = append(s, rangeOf(q.Span))
	}
	return strings.Join(s, " ")
}

func rangeOf(s lint.Span) string { return fmt.Sprintf("%d-%d", s.Start, s.End) }

func fixOf(f lint.Finding) string {
	if f.Fix.Kind == lint.FixNone {
		return ""
	}
	s := string(f.Fix.Kind)
	for _, e := range f.Fix.Edits {
		s += " " + rangeOf(e.Span) + "=" + e.Text
	}
	return s
}

// Every error says file, line, column and the cure.
func TestUserRuleErrors(t *testing.T) {
	const head = "user_rules:\n  - code: SHOP01\n    "
	lexicon, err := dict.Builtin()
	require.NoError(t, err)
	for _, c := range []struct{ text, want string }{
		{"user_rule: []\n", `a.yaml:1:1: unknown key "user_rule"; did you mean "user_rules"?`},
		{"user_rules: {code: A}\n", `a.yaml:1:13: want a list here; begin each rule with "- code: SHOP01"`},
		{"user_rules: [SHOP01]\n", `a.yaml:1:14: want a rule here; write "code: SHOP01"`},
		{head + "knd: existence\n", `a.yaml:3:5: a rule has no key "knd"; did you mean "kind"?`},
		{head + "words: [免费]\n", `a.yaml:2:5: no "kind"; write one of existence, occurrence, pattern, required, substitution`},
		{head + "kind: existance\n", `a.yaml:3:11: unknown kind "existance"; did you mean "existence"?`},
		{head + "kind: existence\n", `a.yaml:2:5: no "words"; a rule of kind existence needs it`},
		{head + "kind: occurrence\n    words: [新款]\n", `a.yaml:2:5: no "max"; a rule of kind occurrence needs it`},
		{"user_rules:\n  - kind: existence\n    words: [免费]\n", `a.yaml:2:5: no "code"; a rule of kind existence needs it`},
		{head + "kind: existence\n    wrods: [免费]\n", `a.yaml:4:5: a rule of kind existence has no key "wrods"; did you mean "words"?`},
		{head + "kind: existence\n    words: [免费]\n    pattern: x\n", `a.yaml:5:5: a rule of kind existence has no key "pattern"; known are: advice, code, `},
		{head + "kind: existence\n    kind: existence\n", `a.yaml:4:5: "kind" stands twice; keep one`},
		{head + "kind: existence\n    words: 免费\n", `a.yaml:4:12: want a list here; write [word, word]`},
		{head + "kind: existence\n    words: []\n", `a.yaml:4:12: the list is empty; fill it, or remove it`},
		{head + "kind: existence\n    words: [免费, '']\n", `a.yaml:4:17: nothing stands here; write it, or remove it`},
		{head + "kind: existence\n    words: [~]\n", `a.yaml:4:13: nothing stands here`},
		{head + "kind: existence\n    words: [[免费]]\n", `a.yaml:4:13: want one word here`},
		{head + "kind: existence\n    words: [免费, ★★]\n", `a.yaml:4:17: "★★" holds no letter or digit, only marks; write a word; to look for marks, use kind: pattern`},
		{head + "kind: existence\n    words: [\"\\u200b\"]\n", `a.yaml:4:13: "\u200b" holds no letter or digit, only marks`},
		{head + "kind: existence\n    words: ['免费 ']\n", `a.yaml:4:13: "免费 " begins or ends with a space; remove the space`},
		{head + "kind: existence\n    words: [免费, 免費]\n", `a.yaml:4:17: "免費" and "免费" are one word; keep one`},
		{head + "kind: existence\n    words: [免费]\n    except: [免費]\n", `a.yaml:5:14: "免费" stands under except too and can never match; remove one, or write a longer phrase under except`},
		{head + "kind: existence\n    words: [免费]\n    except: [安装]\n", `a.yaml:5:14: "安装" holds nothing that the rule looks for; write a phrase that holds it, or remove it`},
		{head + "kind: existence\n    words: [免费]\n    within: [服饰内依]\n", `a.yaml:5:14: unknown category "服饰内依"; did you mean "服饰内衣"?`},
		{head + "kind: existence\n    words: [免费]\n    within: [乱七八糟的一堆东西]\n", `a.yaml:5:14: unknown category "乱七八糟的一堆东西"; write one step of a category path, such as 服饰内衣`},
		{head + "kind: existence\n    words: [免费]\n    severity: warn\n", `a.yaml:5:15: unknown level "warn"; did you mean "warning"?`},
		{head + "kind: existence\n    words: [免费]\n    message:\n", `a.yaml:5:13: nothing stands here`},
		{"user_rules:\n  - code: shop1\n    kind: existence\n    words: [免费]\n", `a.yaml:2:11: "shop1" is no code; use two to eight capitals and two or three digits, such as SHOP01`},
		{"user_rules:\n  - code: WX999\n    kind: existence\n    words: [免费]\n", `a.yaml:2:11: codes with WX are those of built-in rules; begin otherwise, such as SHOP01`},
		{head + "kind: existence\n    words: [免费]\n  - code: SHOP01\n    kind: existence\n    words: [白送]\n", `a.yaml:5:11: there is a rule called "SHOP01" already; choose another`},
		{head + "kind: existence\n    words: [免费]\n    name: title-length\n", `a.yaml:5:11: there is a rule called "title-length" already; choose another`},
		{head + "kind: existence\n    words: [免费]\n    name: shop01\n", `a.yaml:5:11: the name is the code; leave out name`},
		{head + "kind: existence\n    words: [免费]\n    name: no freebie\n", `a.yaml:5:11: "no freebie" is no name; use letters, digits and -, such as no-freebie`},
		{head + "kind: substitution\n    swap: {}\n", `a.yaml:4:11: swap is empty; write {word: another}`},
		{head + "kind: substitution\n    swap: [加绒]\n", `a.yaml:4:11: want keys with values here`},
		{head + "kind: substitution\n    swap: {加绒: }\n", `nothing says what "加绒" becomes; write it; '' drops the word`},
		{head + "kind: substitution\n    swap: {加绒: 加绒}\n", `a.yaml:4:16: "加绒" is swapped for itself`},
		{head + "kind: substitution\n    swap: {白送: 免费, 免费: 白送}\n", `a.yaml:4:16: "免费" holds "免费", which is swapped again; write what shall stand in the end`},
		{head + "kind: substitution\n    swap: {白送: 免费}\n    fix: save\n", `a.yaml:5:10: unknown fix "save"; did you mean "safe"?`},
		{head + "kind: pattern\n    pattern: '(ab'\n", `a.yaml:4:14: no valid pattern: missing closing ): (ab; write RE2 syntax`},
		{head + "kind: pattern\n    pattern: '(?=ab)'\n", `a.yaml:4:14: no valid pattern: invalid or unsupported Perl syntax: (?=; write RE2 syntax, which knows no (?=…)`},
		{head + "kind: pattern\n    pattern: 'x*'\n", `a.yaml:4:14: the pattern matches nothing at all too; ask for one character at least`},
		{head + "kind: pattern\n    pattern: '\\b'\n", `a.yaml:4:14: the pattern matches nothing at all too`},
		{head + "kind: pattern\n    pattern: '[A-Z]+'\n", `a.yaml:4:14: the pattern can never match; titles are read in half width, lower case and Simplified; write it so`},
		{head + "kind: pattern\n    pattern: '\\d{4}號'\n", `a.yaml:4:14: the pattern can never match; titles are read in half width, lower case and Simplified; write it so: \d{4}号`},
		{head + "kind: pattern\n    pattern: 'a\\x{200b}b'\n", `a.yaml:4:14: the pattern can never match`},
		{head + "kind: pattern\n    pattern: '\\d{4}号'\n    except: [号楼]\n", `a.yaml:5:14: "号楼" holds nothing that the rule looks for`},
		{head + "kind: pattern\n    pattern:\n", `a.yaml:4:13: nothing stands here`},
		{head + "kind: occurrence\n    words: [新款]\n    max: 0\n", `a.yaml:5:10: max is 1 or more, not 0; for words that may not stand at all use kind: existence`},
		{head + "kind: occurrence\n    words: [新款]\n    max: two\n", `a.yaml:5:10: want a whole number here, not "two"`},
		{"rules:\n  SHOP02: off\n" + head + "kind: existence\n    words: [免费]\n", `a.yaml:2:3: unknown rule "SHOP02"; did you mean "SHOP01"?`},
		{"rules:\n  SHOP01: {max: 2}\n" + head + "kind: existence\n    words: [免费]\n", `a.yaml:2:12: SHOP01 has no option "max"`},
	} {
		cfg, err := Parse("a.yaml", []byte(c.text))
		if err == nil {
			_, err = cfg.userRulesFor(lexicon)
		}
		var e *Error
		if assert.ErrorAs(t, err, &e, c.text) {
			assert.Contains(t, e.In("en"), c.want)
			assert.NotEmpty(t, e.Problem.ZH, c.text)
			assert.NotEqual(t, e.Problem.ZH, e.Problem.EN, c.text)
		}
	}
}

// What looks odd and is right.
func TestUserRulesAccepted(t *testing.T) {
	lexicon, err := dict.Builtin()
	require.NoError(t, err)
	for _, text := range []string{
		"user_rules:\n",
		"user_rules: []\n",
		"rules: {SHOP01: off, 免费: info}\nuser_rules:\n  - {code: SHOP01, kind: existence, words: [白送]}\n  - {code: SHOP02, name: 免费, kind: existence, words: [免费]}\n",
		"user_rules: [{code: SHOP01, kind: existence, words: [2024, 3C], within: [其他, 数码配件, 卫衣, 6062, 服饰内衣 > 女装]}]\n",
		"user_rules: [{code: SHOP01, kind: pattern, pattern: '(?i)[A-Z]{2}', except: [ok]}]\n",
		"user_rules: [{code: SHOP01, kind: pattern, pattern: '^\\d+', except: [号楼]}]\n",
		"user_rules: [{code: SHOP01, kind: substitution, swap: {加绒加厚: 加绒, 绒: 毛}}]\n", // 绒 in 加绒 does not count
	} {
		c, err := Parse("a.yaml", []byte(text))
		require.NoError(t, err, text)
		_, err = c.userRulesFor(lexicon)
		assert.NoError(t, err, text)
	}
}

// Each rule of the documented example fires.
func TestUserRulesExample(t *testing.T) {
	data, err := os.ReadFile("../../examples/config/user-rules.yaml")
	require.NoError(t, err)
	l := linterOf(t, string(data), "zh")
	r := l.Check(lint.Title{Text: "新款新款 加绒加厚 免费 2024号 毛衣", Category: "服饰内衣>女装>毛衣"})
	for _, rule := range l.Rules() {
		if !strings.HasPrefix(rule.Code, "WX") {
			assert.NotEmpty(t, of(r, rule.Code), rule.Code)
		}
	}
}

// No text makes the reader panic, and each error says what is wrong.
func FuzzParse(f *testing.F) {
	lexicon, err := dict.Builtin()
	require.NoError(f, err)
	for _, seed := range []string{
		"", shopRules, "rules:\n  WX301: {severity: info, names: 4}\n", "user_rules: [[a]]\n", "user_rules:\n  - &a {code: SHOP01}\n  - *a\n",
		"user_rules: [{code: SHOP01, kind: pattern, pattern: '(a{2,}|\\pL)+'}]\n", "<<: {year: 1}\n", "? [a]\n: b\n", "- user_rules\n- x\n", "\xff\n", "a: &a [*a]\n",
		"user_rules: [{code: SHOP01, kind: substitution, swap: {a: aa, b: ''}}]\n", "user_rules: [{code: SHOP01, kind: existence, words: [a], except: [aa], within: [1]}]\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("a.yaml", data)
		if err == nil {
			_, err = c.userRulesFor(lexicon)
		}
		if err != nil {
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.NotEmpty(t, e.In("zh"))
			assert.NotEmpty(t, e.In("en"))
		}
	})
}
