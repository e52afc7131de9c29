package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/internal/disguise"
	"github.com/titlelint/titlelint/lint/text"
)

var missingCategory = Rule{
	Code: "WX101", Name: "missing-category", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title: Text{"缺少核心品类词", "no product noun"},
		What: Text{"标题没有说卖的是什么；套装、礼盒、用品一类的词不算品类词。",
			"Nothing names what is sold; 套装, 礼盒, 用品 and the like name nothing."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题须含核心品类词", "the platform guide: a title must hold the core category word"},
		How:     Text{"写上商品的品类词，如「茶具」「连衣裙」。", "Add the product noun, such as 茶具 or 连衣裙."},
		Cost:    Text{"搜不到，损失搜索流量", "the listing is not found by search"},
		Sources: []Ref{{"guide", Official, Text{"1.1 核心品类词缺失", "1.1 missing core category"}}},
	},
	Bad:   []Example{{Title: "云上月色系列精美套装送长辈"}},
	Good:  []Example{{Title: "云上月色手绘陶瓷茶具套装"}},
	Check: checkMissingCategory,
}

func checkMissingCategory(p *Pass) {
	if len(p.Core) > 0 || !slices.ContainsFunc(p.Runes, text.Han) && len(p.Runes) > 0 {
		return // no Chinese at all is WX003
	}
	if slices.ContainsFunc(p.disguised(), func(d disguise.Found) bool { return d.Kind == dict.SecretGoods }) {
		return // the noun is there, in disguise: WX401 tells it
	}
	if p.misspelt() {
		return // the noun is there, misspelt: WX402 tells it
	}
	if p.book() || p.medicine() {
		return // the title of a book names it, and so does the name of a medicine
	}
	var containers []int
	brand, model := false, false
	for i := range p.Terms {
		switch p.Terms[i].Kind {
		case dict.Container:
			containers = append(containers, i)
		case dict.Brand:
			brand = true
		case dict.Model, dict.Series:
			model = true
		}
	}
	r := Report{Message: p.Say("标题没有品类词，看不出卖的是什么", "nothing names what is sold")}
	switch {
	case len(containers) > 0:
		r.Spans = p.spansOf(containers)
		r.Message = fmt.Sprintf(p.Say("%s不是品类词，看不出卖的是什么", "%s names no goods"), join(p.textsOf(containers), p.Say("、", ", ")))
	case brand && model:
		r.Severity = Warning
		r.Message = p.Say("只有品牌和型号，没有品类词", "brand and model only, no product noun")
	}
	if p.Category != nil && p.Category.Leaf {
		r.Advice = fmt.Sprintf(p.Say("按类目，可写「%s」。", "By its category, write 「%s」."), leafNoun(p.Category.Name))
	}
	p.Report(r)
}

// book reports whether the title shows that it is that of a book or a film: a
// name in 《》, a publisher, an author, an edition, an ISBN, discs.
func (p *Pass) book() bool {
	title := string(p.Folded.Runes)
	return strings.Contains(title, "《") && strings.Contains(title, "》") || strings.Contains(title, "出版社") || imprint.MatchString(title)
}

// imprint is what stands in the titles of books alone: an ISBN, 着 (which 著 is
// folded to) and its like between marks, a printing; and what stands in those of
// films, a number of discs.
var imprint = regexp.MustCompile(`97[89]\d{10}|[,\s/](?:着|编着|主编|译|选注|译注|校注)(?:[,\s/]|$)|出版.*\d印|\d(?:dvd|vcd|cd|bd)`)

// medicine reports whether the title names a medicine: a form with its dose,
// 3g*6瓶 behind a word in 丸.
func (p *Pass) medicine() bool { return dose.MatchString(string(p.Folded.Runes)) }

var dose = regexp.MustCompile(`\p{Han}(?:丸|片|胶囊|颗粒|栓|散|膏|滴剂|喷剂)[,\s]*\d+(?:\.\d+)?(?:mg|g|ml|克|毫克|毫升|粒|片|丸|袋|贴)(?:\*|/|$)`)
