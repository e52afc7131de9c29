package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var keywordStacking = Rule{
	Code: "WX301", Name: "keyword-stacking", Severity: Warning, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"关键词堆砌", "keyword stacking"},
		What: Text{"同一品类词出现两次，同一商品用了三个以上名称，同一个词出现三次，一段话重复一次，或一连五个同类形容词。",
			"A product noun stands twice, three names of the same goods, one word three times, one phrase twice, or five adjectives of one kind in a row."},
		Why:  Text{"平台《商品标题搜推运营指南》：不得堆砌关键词", "the platform guide: no keyword stacking"},
		How:  Text{"同一信息只写一次，保留最准确的说法。", "Say each thing once, in its most exact form."},
		Cost: Text{"损失搜索流量", "the listing loses search weight"},
		Sources: []Ref{
			{"guide", Official, Text{"3 关键词堆砌", "3 keyword stacking"}},
			{"rules22", Reported, Text{"「轮滑鞋成人溜冰鞋休闲鞋轮滑鞋 40」", "「轮滑鞋成人溜冰鞋休闲鞋轮滑鞋 40」"}},
			{"thresholds", Heuristic, Text{"次数由我们定，平台没有公布数字", "the counts are ours, the platform publishes none"}},
		},
	},
	Options: []Option{
		{Name: "noun_repeats", Default: 2, Doc: Text{"同一品类词出现几次算堆砌", "times that a product noun may not stand"}},
		{Name: "names", Default: 3, Doc: Text{"同一商品有几个名称算堆砌", "names of the same goods that are too many"}},
		{Name: "word_repeats", Default: 3, Doc: Text{"其他词出现几次算堆砌", "times that any other word may not stand"}},
		{Name: "phrase", Default: 4, Doc: Text{"多长的一段话重复一次就算堆砌（汉字）", "Chinese characters of a phrase that may not stand twice"}},
		{Name: "adjectives", Default: 5, Doc: Text{"一连几个同类形容词算堆砌", "adjectives of one kind in a row that are too many"}},
	},
	Bad:   []Example{{Title: "溜冰鞋成人轮滑鞋旱冰鞋直排轮溜冰鞋"}, {Title: "收纳盒桌面抽屉分隔整理盒储物盒"}},
	Good:  []Example{{Title: "成人直排溜冰鞋 可调节"}, {Title: "床单被套枕套三件套 全棉"}},
	Check: checkKeywordStacking,
}

func checkKeywordStacking(p *Pass) {
	note := p.SKUNote()
	used := map[int]bool{}
	for _, group := range p.sameGoods(note) {
		for _, i := range group {
			used[i] = true
		}
		p.Report(Report{
			Spans:   p.spansOf(group),
			Message: fmt.Sprintf(p.Say("%s是同一商品的名称，写了 %d 处", "%s name the same goods, in %d places"), join(p.textsOf(group), p.Say("、", ", ")), len(group)),
			Advice:  fmt.Sprintf(p.Say("留一个最准确的，如「%s」。", "Keep the most exact one, such as 「%s」."), p.Terms[p.bestName(group)].Text),
			Edits:   p.dropAllBut(p.bestName(group), group),
		})
	}
	for _, spans := range p.repeatedWords(note, used) {
		var edits []Edit
		for _, s := range spans[1:] {
			edits = append(edits, Edit{Span: s})
		}
		p.Report(Report{
			Spans:   spans,
			Message: fmt.Sprintf(p.Say("「%s」出现 %d 次", "「%s」 stands %d times"), p.Text(spans[0]), len(spans)),
			Edits:   edits,
		})
	}
	if spans := p.repeatedPhrase(note, used); spans != nil {
		p.Report(Report{
			Spans:   spans,
			Message: fmt.Sprintf(p.Say("「%s」整段重复", "「%s」 stands twice"), p.Text(spans[0])),
			Edits:   []Edit{{Span: spans[1]}},
		})
	}
	for _, group := range p.adjectiveRuns() {
		p.Report(Report{
			Spans:   p.spansOf(group),
			Message: fmt.Sprintf(p.Say("一连 %d 个同类形容词：%s", "%d adjectives of one kind in a row: %s"), len(group), join(p.textsOf(group), p.Say("、", ", "))),
			Edits:   p.dropAllBut(group[0], group),
		})
	}
}

// sameGoods returns the groups of product nouns that say the same thing too
// often: one noun repeated, or too many names of the same goods.
func (p *Pass) sameGoods(note Span) [][]int {
	var nouns []int
	for i := range p.Terms {
		if t := &p.Terms[i]; (t.Role == text.Subject || t.Role == text.Modifier) && !note.Contains(t.Span) && !p.RawFood(t) && !p.variety(i) && !p.part(t) {
			nouns = append(nouns, i)
		}
	}
	same := p.SameGoods
	if p.statedSet() {
		// a set lists what it holds: only a second name of one of its goods is one too many
		same = func(a, b *text.Term) bool { return a.Canonical == b.Canonical }
	}
	var groups [][]int
	rest := nouns
	for len(rest) > 0 {
		var group []int
		group, rest = grow(rest, func(i, j int) bool { return same(&p.Terms[i], &p.Terms[j]) })
		forms := map[string]int{}
		most := 0
		for _, i := range group {
			name := p.Terms[i].Folded
			forms[name]++
			most = max(most, forms[name])
		}
		if most >= p.Int("noun_repeats") || len(forms) >= p.Int("names") {
			groups = append(groups, group)
		}
	}
	return groups
}

// grow parts the items, of which there is one at least, in the first with all
// that are the same as it, or as one that was found to be, and the rest. Both
// keep their order.
func grow(items []int, same func(i, j int) bool) (group, rest []int) {
	group, rest = items[:1:1], items[1:]
	for k := 0; k < len(group); k++ {
		var apart []int
		for _, j := range rest {
			if same(group[k], j) {
				group = append(group, j)
			} else {
				apart = append(apart, j)
			}
		}
		rest = apart
	}
	slices.Sort(group)
	return group, rest
}

// part reports whether the noun is an accessory or a part while the title
// sells something that is none: 刀头 beside 剃须刀.
func (p *Pass) part(t *text.Term) bool {
	return t.Has("component") || t.Has("accessory") && !p.Terms[p.Core[0]].Has("accessory")
}

// variety reports whether noun i is the variety of the food that follows it:
// 红富士 in 红富士苹果 is no second name.
func (p *Pass) variety(i int) bool {
	if !p.Adjacent(i) || p.Terms[i+1].Role != text.Subject {
		return false
	}
	nodes := p.nodes(&p.Terms[i])
	return len(nodes) > 0 && (nodes[0].Top() == "生鲜" || nodes[0].Top() == "食品饮料")
}

// statedSet reports whether the title says that it sells a set.
func (p *Pass) statedSet() bool {
	for i := range p.Terms {
		if t := &p.Terms[i]; t.Has("set") || t.Kind == dict.Spec && strings.HasSuffix(t.Folded, "件套") {
			return true
		}
	}
	return false
}

// lists reports whether the goods are made for others, so that names of models
// may stand in a list.
func (p *Pass) lists() bool {
	for _, i := range p.Core {
		if len(p.linter.options.Lexicon.MadeFor(p.Terms[i].Canonical)) > 0 {
			return true
		}
	}
	return false
}

// adjectiveRuns returns the runs of different words of one kind that stand
// side by side.
func (p *Pass) adjectiveRuns() [][]int {
	var groups [][]int
	for i := 0; i < len(p.Terms); {
		j := i + 1
		for j < len(p.Terms) && p.Terms[j].Kind == p.Terms[i].Kind && p.Adjacent(j-1) {
			j++
		}
		switch p.Terms[i].Kind {
		case dict.Style, dict.Function, dict.Scene, dict.Use, dict.Hype, dict.Material, dict.Audience:
			if j-i >= p.Int("adjectives") {
				var group []int
				for k := i; k < j; k++ {
					group = append(group, k)
				}
				groups = append(groups, group)
			}
		}
		i = j
	}
	return groups
}

// bestName returns the term of the group that names the goods best.
func (p *Pass) bestName(group []int) int {
	for _, c := range p.Core {
		for _, g := range group {
			if c == g {
				return g
			}
		}
	}
	return group[0]
}

func (p *Pass) dropAllBut(kept int, group []int) []Edit {
	var edits []Edit
	for _, i := range group {
		if i != kept {
			edits = append(edits, Edit{Span: p.Terms[i].Span})
		}
	}
	return edits
}
