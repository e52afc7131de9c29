package lint

import (
	"fmt"
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var multipleSubjects = Rule{
	Code: "WX102", Name: "multiple-subjects", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"多个商品主体", "several subjects"},
		What: Text{"把两种以上不同的商品写成同一件商品，又没有说明是套装。",
			"Two or more different goods are offered as one, and nothing says that they are a set."},
		Why:     Text{"平台《商品标题搜推运营指南》：一个标题只写一种商品", "the platform guide: one title, one kind of goods"},
		How:     Text{"只留所卖的一种；确是组合的，写明「套装」或「A+B」。", "Keep the one that is sold; if it is a set, say 套装 or A+B."},
		Cost:    Text{"损失搜索流量，可能被判错放类目", "loses search weight; may count as misplaced"},
		Sources: []Ref{{"guide", Official, Text{"1.1 核心品类词不明确", "1.1 unclear core category"}}},
	},
	Bad:   []Example{{Title: "保温杯 玻璃饭盒 上班族便携"}},
	Good:  []Example{{Title: "茶壶茶杯整套功夫茶具"}, {Title: "不粘炒锅 家用 送锅铲"}},
	Check: checkMultipleSubjects,
}

func checkMultipleSubjects(p *Pass) {
	if p.statedSet() || p.plus() {
		return
	}
	different := p.coordinated()
	if len(different) < 2 {
		different = p.foods()
	}
	if len(different) < 2 {
		return
	}
	p.Report(Report{
		Spans:      p.spansOf(different),
		Message:    fmt.Sprintf(p.Say("%s是不同的商品，看不出卖哪一种", "%s are different goods"), join(p.textsOf(different), p.Say("、", ", "))),
		Confidence: 0.8,
	})
}

// plus reports whether the title joins its goods by +, which states a set.
func (p *Pass) plus() bool {
	for i := range p.Terms {
		if t := &p.Terms[i]; t.Kind == dict.Mark && (t.Folded == "+" || t.Folded == "➕") {
			return true
		}
	}
	return false
}

// coordinated returns the subjects that stand side by side as different goods:
// parted by a space or a slash, each at the end of its phrase. Titles are full
// of nouns that are parts, hosts and other names, so that nothing less will do.
func (p *Pass) coordinated() []int {
	note := p.SKUNote()
	var chain []int
	last := -1
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Role != text.Subject || note.Contains(t.Span) || p.aside(i) {
			continue
		}
		joined := false
		if last >= 0 {
			slashed, parted := p.parted(last, i)
			joined = parted && p.certain(last, slashed) && p.certain(i, slashed) && p.differ(&p.Terms[last], t, slashed)
		}
		switch {
		case joined && len(chain) == 0:
			chain = []int{last, i}
		case joined:
			chain = append(chain, i)
		case p.sold(chain):
			return chain
		default:
			chain = nil
		}
		last = i
	}
	if p.sold(chain) {
		return chain
	}
	return nil
}

// aside reports whether term i stands in round brackets: what is in the goods.
func (p *Pass) aside(i int) bool {
	for i--; i >= 0; i-- {
		switch p.Terms[i].Folded {
		case "(", "（":
			return true
		case ")", "）":
			return false
		}
	}
	return false
}

// sold reports whether the nouns are goods for certain: three of them, or two
// of one trade. Two of different trades are a part, a host or a place of use.
func (p *Pass) sold(chain []int) bool {
	if len(chain) != 2 {
		return len(chain) >= 3
	}
	a, b := &p.Terms[chain[0]], &p.Terms[chain[1]]
	return p.sameTrade(a, b) && head(a.Folded) != head(b.Folded)
}

// manyFoods is the number of foods from which a title sells none of them in
// particular; fewer may be flavours and ingredients.
const manyFoods = 4

// foods returns the foods and drinks that stand by themselves in the title where
// it names many: varieties of tea, unlike names of shoes, are different goods.
// Otherwise it returns nothing.
func (p *Pass) foods() []int {
	if len(p.Core) == 0 {
		return nil // all that is named comes along: 送红茶
	}
	main := &p.Terms[p.Core[0]]
	least, same := manyFoods, p.Related
	if slices.ContainsFunc(p.Terms, func(t text.Term) bool { return t.GrammarRole() == "choice" }) {
		least, same = 3, p.SameNoun // 任选: the buyer chooses among the goods
	}
	var found []int
	for i := range p.Terms {
		t := &p.Terms[i]
		nodes := p.nodes(t)
		food := t.Role != text.NoRole && !t.Has("broad") && len(nodes) > 0 && edible(nodes[0].Top())
		if !food || p.aside(i) || !(t.Role == text.Subject && p.alone(i)) && !p.siblings(t, main) {
			continue
		}
		if !slices.ContainsFunc(found, func(j int) bool { return same(t, &p.Terms[j]) || head(t.Folded) == head(p.Terms[j].Folded) }) {
			found = append(found, i)
		}
	}
	if len(found) < least || !slices.Contains(found, p.Core[0]) {
		return nil // fewer, or what the goods are eaten with
	}
	return found
}

// alone reports whether only a space or a slash, and words that describe it,
// stand beside term i, as in a list of goods.
func (p *Pass) alone(i int) bool {
	from := i
	for from > 0 && p.Adjacent(from-1) && (p.Terms[from-1].Kind.Attribute() || slash(&p.Terms[from-1])) {
		from--
	}
	before := from == 0 || !p.Adjacent(from-1)
	return before && (!p.Adjacent(i) || slash(&p.Terms[i+1]))
}

func slash(t *text.Term) bool { return t.Folded == "/" || t.Folded == "、" }

// certain reports whether the noun names one kind of goods wherever it stands,
// and ends its phrase here. vouched says that its place shows that an ambiguous
// word is a noun: a list with slashes, or a sister of the core noun.
func (p *Pass) certain(i int, vouched bool) bool {
	t := &p.Terms[i]
	if !t.Known || t.Len() < 2 || t.Has("broad") || t.Has("ambiguous") && !vouched {
		return false
	}
	if i > 0 && p.Adjacent(i-1) && !p.Terms[i-1].Known && p.Terms[i-1].Len() == 1 && p.Terms[i-1].Kind == dict.Other {
		return false // 放衣柜: a verb leads to it
	}
	return !p.Adjacent(i) || p.Terms[i+1].Kind == dict.Mark
}

// parted reports whether only a space or a slash, and words that describe the
// second noun, stand between the nouns i and j.
func (p *Pass) parted(i, j int) (slashed, parted bool) {
	k := j
	for k-1 > i && p.Adjacent(k-1) && (p.Terms[k-1].Kind.Attribute() || p.Terms[k-1].Role == text.Modifier) {
		k--
	}
	if k-1 == i {
		return false, p.Terms[i].End < p.Terms[k].Start
	}
	m := &p.Terms[k-1]
	return true, k-2 == i && slash(m) && p.Adjacent(i)
}

// differ reports whether two nouns are different goods. Two kinds of one thing
// are alternatives where a slash parts them and the row says which of them
// should stand alone; else they are taken for stacked names.
func (p *Pass) differ(a, b *text.Term, slashed bool) bool {
	if p.Related(a, b) || p.belongs(a, b) || p.belongs(b, a) || p.Category == nil && sharesRune(a.Folded, b.Folded) {
		return false
	}
	if b.Has("accessory") && !a.Has("accessory") || a.Has("component") || b.Has("component") {
		return false
	}
	if !slashed && p.oneKind(a, b) {
		return false
	}
	alternatives := p.Category != nil && (slashed || p.calledLeaf(a) && p.calledLeaf(b) && p.siblings(a, b))
	return alternatives || head(a.Folded) != head(b.Folded)
}

// oneKind reports whether the title itself holds the wider noun of both: 猫床 and
// 狗窝 beside 宠物窝.
func (p *Pass) oneKind(a, b *text.Term) bool {
	return slices.ContainsFunc(p.Terms, func(t text.Term) bool {
		return t.Kind == dict.Category && p.SameNoun(&t, a) && p.SameNoun(&t, b)
	})
}

// belongs reports whether b is made for or used with a.
func (p *Pass) belongs(a, b *text.Term) bool {
	return uses(p.linter.options.Lexicon, b.Canonical, a.Canonical)
}
