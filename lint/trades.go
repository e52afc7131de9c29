package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// neighbours reports whether the noun's top category sells much the same goods
// as the row's: slippers stand under shoes and under home textiles.
func (p *Pass) neighbours(nodes []*dict.Node) bool {
	return slices.ContainsFunc(nodes, func(n *dict.Node) bool {
		return slices.Contains(neighbourTops[n.Top()], p.Category.Top()) || slices.Contains(neighbourTops[p.Category.Top()], n.Top())
	})
}

// neighbourTops are the top categories of the tree whose goods overlap, by our
// reading of their leaves.
var neighbourTops = map[string][]string{
	"母婴":    {"服饰内衣", "鞋靴", "家纺", "玩具乐器", "个人护理", "家具"},
	"家居日用":  {"家纺", "厨具", "鞋靴", "家具", "家装建材", "家庭清洁/纸品", "文玩文创"},
	"家纺":    {"鞋靴"},
	"数码":    {"电脑、办公", "手机通讯", "家用电器"},
	"家用电器":  {"个人护理", "厨具", "家装建材"},
	"运动户外":  {"服饰内衣", "鞋靴", "箱包皮具"},
	"珠宝首饰":  {"文玩文创", "服饰内衣", "钟表"},
	"电脑、办公": {"手机通讯", "图书", "文玩文创"},
}

func edible(top string) bool {
	switch top {
	case "食品饮料", "生鲜", "酒类", "保健食品/膳食营养补充食品":
		return true
	}
	return false
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

// sameTrade reports whether two nouns stand under one top category.
func (p *Pass) sameTrade(a, b *text.Term) bool { return anyPair(p.nodes(a), p.nodes(b), oneTop) }

func oneTop(x, y *dict.Node) bool { return x.Top() == y.Top() }

// siblings reports whether two nouns stand in leaves of one branch: two teas.
func (p *Pass) siblings(a, b *text.Term) bool {
	return anyPair(p.nodes(a), p.nodes(b), func(x, y *dict.Node) bool { return x.Leaf && y.Leaf && x.Parent == y.Parent })
}

// anyPair reports whether holds does of a category of the one noun and one of
// the other.
func anyPair(a, b []*dict.Node, holds func(x, y *dict.Node) bool) bool {
	return slices.ContainsFunc(a, func(x *dict.Node) bool {
		return slices.ContainsFunc(b, func(y *dict.Node) bool { return holds(x, y) })
	})
}

// branch returns the first two steps of the path of a category.
func branch(n *dict.Node) string {
	steps := strings.SplitN(n.Path, ">", 3)
	return strings.Join(steps[:min(2, len(steps))], ">")
}

// leafParts returns the nouns that the name of a category lists, folded.
func (p *Pass) leafParts(name string) []string {
	folded := p.linter.options.Lexicon.Folder.FoldString(name)
	return strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune("/、（）()", r) })
}

// calledLeaf reports whether the noun is the very name of a leaf of the tree.
func (p *Pass) calledLeaf(t *text.Term) bool {
	return slices.ContainsFunc(p.nodes(t), func(n *dict.Node) bool {
		return n.Leaf && slices.Contains(p.leafParts(n.Name), t.Folded)
	})
}

// noun returns a folded word as a product noun, for comparison with one of the title.
func (p *Pass) noun(word string) *text.Term {
	t := &text.Term{Folded: word, Canonical: word, Kind: dict.Category}
	if e := p.linter.options.Lexicon.As(word, dict.Category); e != nil {
		t.Canonical, t.Entry, t.Known = e.Canonical, e, true
	}
	return t
}
