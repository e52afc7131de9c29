package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var brandMissing = Rule{
	Code: "WX106", Name: "brand-missing", Severity: Info, Fix: FixNone,
	Doc: Doc{
		Title:   Text{"未写品牌", "brand not named"},
		What:    Text{"品牌栏有品牌，标题没有写。", "The brand column names a brand that the title does not."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题宜写品牌名（若有）", "the platform guide: a title names the brand, if any"},
		How:     Text{"在标题开头写上品牌。", "Begin the title with the brand."},
		Cost:    Text{"搜品牌时排名靠后", "ranks lower in searches for the brand"},
		Sources: []Ref{{"guide", Official, Text{"品牌名(若有)", "brand name, if any"}}},
	},
	Bad:   []Example{{Title: "高速吹风机 家用大功率", Brand: "飞科"}},
	Good:  []Example{{Title: "飞科高速吹风机 家用大功率", Brand: "飞科"}, {Title: "高速吹风机 家用大功率", Brand: "无品牌"}},
	Check: checkBrandMissing,
}

func checkBrandMissing(p *Pass) {
	if p.Brand == "" || p.Title.Brand == "" {
		return
	}
	title := string(p.Stripped().Runes)
	for _, part := range brandParts(p.Brand) {
		if strings.Contains(title, part) {
			return
		}
	}
	if slices.ContainsFunc(p.Terms, func(t text.Term) bool { return t.Kind == dict.Brand && t.Known && p.own(&t) }) {
		return
	}
	p.Report(Report{Message: fmt.Sprintf(p.Say("品牌栏是「%s」，标题没有写", "the brand column says 「%s」, the title does not"), p.Title.Brand)})
}

// brandParts returns the names that a brand column holds: 海尔/Haier and
// 赫莲娜（HR） hold two. Marks and spaces within a name are dropped.
func brandParts(column string) []string {
	var parts []string
	for _, part := range strings.FieldsFunc(column, func(r rune) bool { return strings.ContainsRune("/（()）|,，;；", r) }) {
		name := strings.Map(func(r rune) rune {
			if mark(r) || r == ' ' {
				return -1
			}
			return r
		}, part)
		if name != "" {
			parts = append(parts, name)
		}
	}
	return parts
}
