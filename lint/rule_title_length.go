package lint

import (
	"fmt"
	"unicode"

	"github.com/titlelint/titlelint/lint/text"
)

const (
	minEffective = 5  // api 10020021
	maxLength    = 60 // api 10020022
)

var titleLength = Rule{
	Code: "WX001", Name: "title-length", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title: Text{"标题长度不符", "title length"},
		What: Text{"有效字符（汉字、字母、数字）少于 5 个，或总长超过 60 个字符。",
			"Fewer than 5 effective characters (Han, letters, digits), or more than 60 characters."},
		Why:  Text{"商品接口要求标题有效字符不少于 5 个、总长不超过 60 个", "the product API refuses titles with fewer than 5 effective or more than 60 characters"},
		How:  Text{"补上品类词和属性，或删去次要的词。", "Add the product noun and its attributes, or drop what matters least."},
		Cost: Text{"接口拒绝，商品无法提交", "the API refuses the listing"},
		Sources: []Ref{
			{"api", Official, Text{"product/add title，错误码 10020020/21/42", "product/add title, error codes 10020020/21/42"}},
			{"aug25", Reported, Text{"标题须多于 5 个字", "titles should have more than 5 characters"}},
		},
	},
	Options: []Option{
		{Name: "halfwidth", Default: false, Doc: Text{"汉字按 2 个字符计", "a Chinese character counts as 2"}},
		{Name: "mind_five", Default: false, Doc: Text{"正好 5 个字也提示", "mention a title of exactly 5 characters"}},
	},
	Bad:   []Example{{Title: "粗陶茶杯"}},
	Good:  []Example{{Title: "手工白瓷茶杯 150ml"}},
	Check: checkTitleLength,
}

func checkTitleLength(p *Pass) {
	effective, length := 0, 0
	over := -1 // where the title passes the limit
	for i, r := range p.Runes {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			effective++
		}
		length++
		if p.Bool("halfwidth") && text.Han(r) {
			length++
		}
		if length > maxLength && over < 0 {
			over = i
		}
	}
	switch {
	case over >= 0:
		p.Report(Report{
			Spans: []Span{{Start: over, End: len(p.Runes)}},
			Message: fmt.Sprintf(p.Say("标题 %d/%d 字符，超出 %d 个", "the title has %d of at most %d characters, %d over"),
				length, maxLength, length-maxLength),
			Advice: p.couldGo(),
		})
	case effective < minEffective:
		p.Report(Report{
			Message: fmt.Sprintf(p.Say("有效字符只有 %d 个，至少要 %d 个", "only %d effective characters, at least %d are wanted"), effective, minEffective),
		})
	case effective == minEffective && p.Bool("mind_five"):
		p.Report(Report{
			Severity: Info,
			Message:  p.Say("标题正好 5 个字，平台建议多于 5 个字", "the title has exactly 5 characters, the platform wants more"),
		})
	}
}

// couldGo names the words that a title could lose first: sales words and
// praise, then nouns that only repeat the main one.
func (p *Pass) couldGo() string {
	var words []string
	for i := range p.Terms {
		t := &p.Terms[i]
		if weightless(t.Kind) || t.Role == text.Subject && i != p.Core[0] && p.Related(t, &p.Terms[p.Core[0]]) {
			words = append(words, t.Text)
		}
	}
	if len(words) == 0 {
		return p.Say("请删去次要的词。", "Drop the words that matter least.")
	}
	return p.Say("可先删：", "These could go first: ") + join(words[:min(5, len(words))], p.Say("、", ", "))
}
