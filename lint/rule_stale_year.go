package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/lint/text"
)

var staleYear = Rule{
	Code: "WX203", Name: "stale-year", Severity: Info, Fix: FixUnsafe,
	Doc: Doc{
		Title:   Text{"过期年份", "stale year"},
		What:    Text{"把往年写成新款，如 2017新款。", "A past year is called new, such as 2017新款."},
		Why:     Text{"过期的年份与在售商品不符", "a past year does not fit goods on sale"},
		How:     Text{"改成今年，或删去年份。", "Write this year, or drop it."},
		Cost:    Text{"买家觉得是旧货", "buyers take it for old stock"},
		Sources: []Ref{{"stale", Heuristic, Text{"年份取自系统时间或配置 year", "the year comes from the clock or the key year"}}},
	},
	Bad:   []Example{{Title: "2017新款韩版连衣裙女 收腰显瘦"}},
	Good:  []Example{{Title: "2016年份普洱茶饼 云南 357克"}},
	Check: checkStaleYear,
}

// seasons follow a year that dates a collection; a mere 年 may tell a vintage.
var seasons = []string{"新款", "新品", "年新款", "年新品", "年春", "年夏", "年秋", "年冬", "春", "夏", "秋", "冬", "早春", "早秋", "初春", "初夏", "初秋", "款", "爆款", "热款"}

func checkStaleYear(p *Pass) {
	f := p.Folded.Runes
	for i := 0; i+4 < len(f); i++ {
		if f[i] != '2' || f[i+1] != '0' || i > 0 && (unicode.IsDigit(f[i-1]) || unicode.IsLetter(f[i-1]) && f[i-1] < 0x80) {
			continue
		}
		year, err := strconv.Atoi(string(f[i : i+4]))
		if err != nil || year >= p.linter.options.Year || year < 2005 {
			continue
		}
		rest := string(f[i+4 : min(i+8, len(f))])
		for _, s := range seasons {
			if strings.HasPrefix(rest, s) {
				span := p.Folded.Original(i, i+4)
				if p.fitted() {
					return // the year of a car or a phone that the goods fit
				}
				p.Report(Report{
					Spans:   []Span{span},
					Message: fmt.Sprintf(p.Say("今年是 %d 年，标题写的是 %d", "it is %d, the title says %d"), p.linter.options.Year, year),
					Edits:   []Edit{{Span: span, Text: strconv.Itoa(p.linter.options.Year)}},
				})
				return
			}
		}
	}
}

// fitted reports whether the title says what the goods fit.
func (p *Pass) fitted() bool {
	return slices.ContainsFunc(p.Terms, func(t text.Term) bool { r := t.GrammarRole(); return r == "for" || r == "fits" })
}
