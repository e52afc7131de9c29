package lint

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/lint/text"
)

// legalMarks are the marks beside Han, ASCII letters, digits, ASCII marks and
// the space that the API takes. Source: api, error code 10020045.
const legalMarks = "\u00a0·—‘’“”…\u3000、。《》【】！（），：；？｜～￥"

// Legal reports whether the store's API takes r in a title.
func Legal(r rune) bool {
	return r >= ' ' && r < 0x7f || text.Han(r) || strings.ContainsRune(legalMarks, r)
}

var illegalCharacter = Rule{
	Code: "WX002", Name: "illegal-character", Severity: Error, Fix: FixSafe,
	Doc: Doc{
		Title:   Text{"标题含不支持的字符", "illegal character"},
		What:    Text{"标题含汉字、英文字母、数字和常用标点以外的字符。", "The title holds a character outside Han, ASCII and a few Chinese marks."},
		Why:     Text{"商品接口只收汉字、ASCII 和少数中文标点", "the product API takes only Han, ASCII and a few Chinese marks"},
		How:     Text{"换成等义的普通写法，或删去。", "Write it in plain characters, or drop it."},
		Cost:    Text{"接口拒绝，商品无法提交", "the API refuses the listing"},
		Sources: []Ref{{"api", Official, Text{"product/add title，错误码 10020045", "product/add title, error code 10020045"}}},
	},
	Bad:   []Example{{Title: "玻璃密封罐 300ml×4个"}, {Title: "云锦丝巾★送礼盒装"}},
	Good:  []Example{{Title: "玻璃密封罐 300ml*4个"}},
	Check: checkIllegalCharacter,
}

func checkIllegalCharacter(p *Pass) {
	var spans []Span
	var edits []Edit
	var named []string
	fix := FixSafe
	report := func(s Span, name, twin string, known, safe bool) {
		spans = append(spans, s)
		if !slices.Contains(named, name) {
			named = append(named, name)
		}
		edits = append(edits, Edit{Span: s, Text: twin})
		if !known || !safe {
			fix = FixUnsafe
		}
	}
	for i := 0; i < len(p.Runes); i++ {
		r := p.Runes[i]
		if n, plain := entity(p.Runes[i:]); n > 0 {
			s := Span{Start: i, End: i + n}
			report(s, "「"+p.Text(s)+"」", plain, true, true)
			i += n - 1
			continue
		}
		if Legal(r) {
			continue
		}
		twin, known := p.linter.options.Lexicon.Twin(r)
		if !known && text.Invisible(r) {
			twin.Safe, known = true, true
		}
		report(Span{Start: i, End: i + 1}, p.nameRune(i), twin.To, known, twin.Safe)
	}
	if len(spans) == 0 {
		return
	}
	after := apply(p.Runes, edits)
	p.Report(Report{
		Spans:   spans,
		Message: fmt.Sprintf(p.Say("含接口不支持的字符：%s", "characters that the API refuses: %s"), strings.Join(named, p.Say("、", ", "))),
		Advice:  fmt.Sprintf(p.Say("改为：%s", "Write: %s"), after),
		Edits:   edits,
		Fix:     fix,
	})
}

// nameRune shows the rune at i with its code point, and where it stands when
// it cannot be seen.
func (p *Pass) nameRune(i int) string {
	r := p.Runes[i]
	if !text.Invisible(r) && r != '\t' && r != '\n' && r != '\r' {
		return fmt.Sprintf("「%c」(%U)", r, r)
	}
	at := func(i int) string {
		if i < 0 || i >= len(p.Runes) {
			return ""
		}
		return string(p.Runes[i])
	}
	switch before, after := at(i-1), at(i+1); {
	case before == "":
		return fmt.Sprintf(p.Say("「%s」前的 %U", "%[2]U before 「%[1]s」"), after, r)
	case after == "":
		return fmt.Sprintf(p.Say("「%s」后的 %U", "%[2]U after 「%[1]s」"), before, r)
	default:
		return fmt.Sprintf(p.Say("「%s」和「%s」之间的 %U", "%[3]U between 「%[1]s」 and 「%[2]s」"), before, after, r)
	}
}

// entity returns the length of the HTML entity at the start of runes and the
// character that it stands for. Such debris comes from exports that escaped
// the title once too often.
func entity(runes []rune) (length int, plain string) {
	if runes[0] != '&' {
		return 0, ""
	}
	end := slices.Index(runes[:min(len(runes), 10)], ';')
	if end < 2 {
		return 0, ""
	}
	raw := string(runes[:end+1])
	if plain = html.UnescapeString(raw); plain == raw {
		return 0, ""
	}
	return end + 1, plain
}
