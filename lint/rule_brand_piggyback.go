package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var brandPiggyback = Rule{
	Code: "WX501", Name: "brand-piggyback", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"蹭品牌流量", "riding on a brand"},
		What: Text{"用别家品牌引流：品牌 + 同款、平替、仿一类的词，或写了与本商品无关的品牌。",
			"Another brand draws traffic: brand + 同款, 平替, 仿 and kin, or a brand that is not the goods' own."},
		Why: Text{"平台《商品标题搜推运营指南》：不得借用无关品牌", "the platform guide: no unrelated brands"},
		How: Text{"删去该品牌；配件写「适用 + 机型」；有授权的，写进配置 authorised_brands。",
			"Drop the brand; for accessories write 适用 + model; list brands that you may use under authorised_brands."},
		Cost:    Text{"下架、限流，可能涉及商标侵权", "taken down or limited; may infringe a trade mark"},
		Sources: []Ref{{"guide", Official, Text{"5.1 蹭品牌", "5.1 brand"}}},
	},
	Bad:   []Example{{Title: "戴森同款高速吹风机 家用大功率"}, {Title: "鸿跃网面跑步鞋男 减震 耐克平替", Brand: "鸿跃"}},
	Good:  []Example{{Title: "适用华为Mate60手机壳 磨砂防摔"}, {Title: "海尔Haier冰箱双开门 家用", Brand: "海尔"}},
	Check: checkBrandPiggyback,
}

func checkBrandPiggyback(p *Pass) {
	if i, j := p.riddenBrand(); i >= 0 {
		spans := []Span{{Start: min(p.Terms[i].Start, p.Terms[j].Start), End: max(p.Terms[i].End, p.Terms[j].End)}}
		p.Report(Report{
			Spans:   spans,
			Message: fmt.Sprintf(p.Say("「%s」借用别家品牌引流", "「%s」 rides on another brand"), p.Text(spans[0])),
			Edits:   []Edit{{Span: spans[0]}},
		})
		return
	}
	if s := p.disguisedBrand(); s.Len() > 0 {
		p.Report(Report{
			Spans:   []Span{s},
			Message: fmt.Sprintf(p.Say("「%s」借用别家品牌引流", "「%s」 rides on another brand"), p.Text(s)),
			Edits:   []Edit{{Span: s}},
		})
		return
	}
	foreign := p.foreignBrands()
	if p.Title.Brand == "" && p.Brand == "" {
		// without the column nothing tells whose a brand is; but three houses
		// cannot all have made it
		if !p.lists() && p.rivals(foreign) >= 3 {
			p.Report(Report{
				Spans:   p.spansOf(foreign),
				Message: fmt.Sprintf(p.Say("写了几个不相干的品牌：%s", "several unrelated brands: %s"), join(p.textsOf(foreign), p.Say("、", ", "))),
			})
		}
		return
	}
	if len(foreign) == 0 {
		return
	}
	message := fmt.Sprintf(p.Say("%s不是本商品的品牌「%s」", "%s is not the brand of the goods, 「%s」"), join(p.textsOf(foreign), p.Say("、", ", ")), p.Title.Brand)
	if p.Brand == "" {
		message = fmt.Sprintf(p.Say("品牌栏写无品牌，标题却写了%s", "the brand column says no brand, the title names %s"), join(p.textsOf(foreign), p.Say("、", ", ")))
	}
	r := Report{Spans: p.spansOf(foreign), Message: message}
	if p.lists() {
		r.Severity = Info
		r.Message = fmt.Sprintf(p.Say("配件写了%s，没有写「适用」", "an accessory names %s without 适用"), join(p.textsOf(foreign), p.Say("、", ", ")))
		r.Advice = fmt.Sprintf(p.Say("写作「适用%s…」。", "Write 「适用%s…」."), p.Terms[foreign[0]].Text)
	}
	p.Report(r)
}

// riddenBrand returns a brand and the word beside it that says that the goods
// only resemble it: 戴森 and 同款, 大牌 and 平替; -1 where there is none.
func (p *Pass) riddenBrand() (brand, word int) {
	for i := range p.Terms {
		t := &p.Terms[i]
		if !t.Has("house") && (t.Kind != dict.Brand || !t.Known || p.own(t)) {
			continue
		}
		if j := p.riderOf(i); j >= 0 {
			return i, j
		}
		if i > 0 && p.rides(&p.Terms[i-1]) && p.Terms[i-1].Has("before") {
			return i, i - 1
		}
	}
	return -1, -1
}

// disguisedBrand returns the span of a brand in disguise that the goods ride
// on: with 同款 or 风 behind it, or under a brand column that names another or
// none. It is empty where there is none.
func (p *Pass) disguisedBrand() Span {
	for _, d := range p.disguised() {
		if d.Kind != dict.SecretBrand || p.linter.authorised[d.Plain] {
			continue
		}
		if p.Title.Brand != "" && (p.Brand == "" || !strings.Contains(p.Brand, d.Plain) && !p.sameHouse(d.Plain)) {
			return d.Span
		}
		for j := range p.Terms {
			o := &p.Terms[j]
			if o.Start >= d.End && o.Start-d.End <= 1 && (p.rides(o) && !o.Has("before") || o.Folded == "风") {
				return Span{Start: d.Start, End: o.End}
			}
		}
	}
	return Span{}
}

// sameHouse reports whether the brand column names a brand of the same house.
func (p *Pass) sameHouse(brand string) bool {
	a := p.linter.options.Lexicon.As(p.linter.options.Lexicon.Folder.FoldString(brand), dict.Brand)
	b := p.linter.options.Lexicon.As(p.Brand, dict.Brand)
	return a != nil && b != nil && family(a) == family(b)
}

// riderOf returns the word behind brand i that rides on it. Its other name, a
// model, a bracket and one noun may stand between: 格力（GREE）取暖器同款.
func (p *Pass) riderOf(i int) int {
	nouns := 0
	for j := i + 1; j < len(p.Terms) && j-i <= 7; j++ {
		o := &p.Terms[j]
		if p.rides(o) && !o.Has("before") && !o.Has("person") {
			if o.Folded == "同款" && p.Adjacent(j) && p.Terms[j+1].Kind == dict.Category && p.Terms[j+1].Len() >= 2 && nouns > 0 && p.Terms[j-1].Kind != dict.Category {
				return -1 // 同款挂绳: a gift of the same design
			}
			return j
		}
		switch {
		case o.Kind == dict.Brand, o.Kind == dict.Model, o.Kind == dict.Spec, strings.Contains("（()）【】", o.Folded), latinWord(o.Folded), o.Folded == "生态":
		case o.Kind == dict.Category && nouns < 2:
			nouns++
		case nouns == 0 && o.Kind == dict.Form:
		default:
			return -1
		}
	}
	return -1
}

func latinWord(s string) bool {
	for _, r := range s {
		if r >= 0x80 || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

func (p *Pass) rides(t *text.Term) bool {
	return t.GrammarRole() == "rides" && !t.Has("weak")
}

// own reports whether the brand is the goods' own or one that the shop may
// name.
func (p *Pass) own(t *text.Term) bool {
	if p.linter.authorised[t.Folded] || p.linter.authorised[t.Canonical] {
		return true
	}
	if p.Brand == "" {
		return false
	}
	if strings.Contains(p.Brand, t.Folded) || strings.Contains(t.Folded, p.Brand) {
		return true
	}
	own := p.linter.options.Lexicon.As(p.Brand, dict.Brand)
	if own == nil {
		// 海尔/Haier, 赫莲娜（HR）: one part of the column may be known
		for _, part := range strings.FieldsFunc(p.Brand, func(r rune) bool { return strings.ContainsRune("/（()） |,，", r) }) {
			if own = p.linter.options.Lexicon.As(part, dict.Brand); own != nil {
				break
			}
		}
	}
	return own != nil && (own.Canonical == t.Canonical || family(own) == family(t.Entry))
}

// family returns the house that a brand belongs to: its parent's name or its
// own.
func family(e *dict.Entry) string {
	if parent := e.Attr("parent"); parent != "" {
		return parent
	}
	return e.Canonical
}

// foreignBrands returns the known brands that are neither the goods' own nor
// named as what they are made for or made with.
func (p *Pass) foreignBrands() []int {
	if p.joint() {
		return nil
	}
	var found []int
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind == dict.Brand && t.Known && !p.own(t) && !p.host(i) && !p.besideOwn(i) {
			found = append(found, i)
		}
	}
	return found
}

// rivals returns the number of houses among the brands, of sectors in which
// nothing is made for the goods of others; only names count that mean nothing
// else.
func (p *Pass) rivals(brands []int) int {
	houses := map[string]bool{}
	for _, i := range brands {
		if e := p.Terms[i].Entry; !e.Has("ambiguous") && slices.Contains(selfStanding, e.Attr("sector")) {
			houses[family(e)] = true
		}
	}
	return len(houses)
}

// selfStanding are the sectors of brands.tsv whose goods need no host.
var selfStanding = []string{"apparel", "shoes", "luxury", "sports", "bags", "beauty", "care", "food", "drink", "alcohol", "tea", "watch", "jewellery"}

// besideOwn reports whether brand i stands right beside the goods' own brand,
// but for a bracket or a slash: its other name, as nutra-life纽乐.
func (p *Pass) besideOwn(i int) bool {
	if p.Brand == "" {
		return false
	}
	s := p.Terms[i].Span
	around := func(from, to int) bool {
		part := p.linter.options.Lexicon.Folder.FoldString(string(p.Runes[max(from, 0):min(to, len(p.Runes))]))
		return strings.Contains(part, p.Brand)
	}
	n := len([]rune(p.Brand)) + 1
	return around(s.Start-n, s.Start) || around(s.End, s.End+n)
}

// joint reports whether the title states a joint product.
func (p *Pass) joint() bool {
	return slices.ContainsFunc(p.Terms, func(t text.Term) bool {
		return t.GrammarRole() == "joint" && !t.Has("weak")
	})
}

// host reports whether the brand i stands for what the goods are made for:
// 适用 or for stands before it in its part of the title, or 通用 or 专用 behind.
func (p *Pass) host(i int) bool {
	for j := i - 1; j >= 0; j-- {
		t := &p.Terms[j]
		if t.GrammarRole() == "for" {
			return true
		}
	}
	for j := i + 1; j < len(p.Terms) && j-i <= 5; j++ {
		if t := &p.Terms[j]; t.GrammarRole() == "fits" {
			return true
		}
	}
	return false
}
