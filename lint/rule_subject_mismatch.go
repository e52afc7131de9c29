package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var subjectMismatch = Rule{
	Code: "WX105", Name: "subject-mismatch", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title:   Text{"标题与类目不符", "title and category disagree"},
		What:    Text{"标题卖的商品不属于类目栏所写的类目。", "What the title sells does not belong to the category of the row."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题须与类目、属性一致", "the platform guide: title, category and attributes must agree"},
		How:     Text{"改标题，或把商品放到正确的类目。", "Mend the title, or move the listing to the right category."},
		Cost:    Text{"按错放类目处理，损失搜索流量", "counts as misplaced, loses search weight"},
		Sources: []Ref{{"guide", Official, Text{"信息一致", "consistent information"}}},
	},
	Bad:   []Example{{Title: "头层牛皮皮带男 自动扣商务", Category: "鞋靴>流行男鞋>休闲鞋"}},
	Good:  []Example{{Title: "登机箱 20寸 静音万向轮", Category: "箱包皮具>功能箱包>拉杆箱"}},
	Check: checkSubjectMismatch,
}

func checkSubjectMismatch(p *Pass) {
	if p.Category == nil || len(p.Core) == 0 || !p.specific() {
		return
	}
	for i := range p.Terms {
		if t := &p.Terms[i]; t.Kind == dict.Category && !t.Has("broad") && p.fits(t) {
			return // one noun of the category is enough
		}
	}
	var known []int
	for _, i := range p.Core {
		t := &p.Terms[i]
		if t.Known && !t.Has("broad") && !t.Has("ambiguous") && len(p.nodes(t)) > 0 {
			known = append(known, i)
		}
	}
	if len(known) == 0 {
		return
	}
	t := &p.Terms[known[0]]
	nodes := p.nodes(t)
	severity := Warning
	if !p.sameTopAs(nodes) {
		severity = Error
	} else if p.statedSet() || strings.HasPrefix(p.Category.Name, "其它") || strings.HasPrefix(p.Category.Name, "其他") {
		return // what a set holds stands in neighbouring categories; 其它 takes what no other does
	}
	p.Report(Report{
		Spans:    []Span{t.Span},
		Severity: severity,
		Message:  fmt.Sprintf(p.Say("标题卖的是「%s」，类目却是「%s」", "the title sells 「%s」, the category is 「%s」"), t.Text, p.Category.Path),
		Advice:   fmt.Sprintf(p.Say("改标题，或改类目，如「%s」。", "Mend the title, or the category, such as 「%s」."), nodes[0].Path),
	})
}

func (p *Pass) nodes(t *text.Term) []*dict.Node {
	if t.Entry == nil {
		return nil
	}
	return p.linter.options.Lexicon.Nodes(t.Entry)
}

func (p *Pass) sameTopAs(nodes []*dict.Node) bool {
	for _, n := range nodes {
		if n.Top() == p.Category.Top() {
			return true
		}
	}
	return false
}

// specific reports whether the category is one kind of goods by its name, each
// part of which is a product noun: 休闲鞋, but not 雨伞雨具 or 办公文具.
func (p *Pass) specific() bool {
	for _, part := range leafParts(p.Category.Name) {
		e := p.linter.options.Lexicon.As(p.linter.options.Lexicon.Folder.FoldString(part), dict.Category)
		if e == nil || e.Has("broad") || e.Has("empty") {
			return false
		}
	}
	return true
}

// leafParts returns the nouns that the name of a category lists.
func leafParts(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("/、（）()", r) })
}

// fits reports whether the noun may well stand in the category of the row: it
// belongs there, or it ends as the name of the category does: 豆豆鞋 in 休闲鞋.
func (p *Pass) fits(t *text.Term) bool {
	if p.InCategory(t) {
		return true
	}
	for _, part := range leafParts(p.Category.Name) {
		if strings.Contains(t.Folded, part) || p.Related(t, p.noun(part)) {
			return true
		}
		if h := head(part); h == head(t.Folded) && (!strings.ContainsRune(wideHeads, h) || sharesRune(part, t.Folded)) {
			return true
		}
	}
	return false
}

// noun returns a word as a product noun, for comparison with one of the title.
func (p *Pass) noun(word string) *text.Term {
	t := &text.Term{Folded: word, Canonical: word, Kind: dict.Category}
	if e := p.linter.options.Lexicon.As(word, dict.Category); e != nil {
		t.Canonical, t.Entry, t.Known = e.Canonical, e, true
	}
	return t
}

// wideHeads end the names of goods that have nothing else in common: 烘干机 and
// 挂烫机, 香水 and 须后水.
const wideHeads = "机品件具水液膏霜油粉乳红剂片"

// sharesRune reports whether two nouns share a rune before their heads.
func sharesRune(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return slices.ContainsFunc(x[:len(x)-1], func(r rune) bool { return slices.Contains(y[:len(y)-1], r) })
}

// head returns the last rune of a noun; the words for machines are one.
func head(noun string) rune {
	r := []rune(noun)
	if n := len(r); n > 1 && r[n-1] == '子' {
		r = r[:n-1] // 裤子
	}
	switch h := r[len(r)-1]; h {
	case '器', '仪':
		return '机'
	case '框':
		return '架'
	default:
		return h
	}
}
