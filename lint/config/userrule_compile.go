package config

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/internal/nearest"
)

// compiler turns user rules into rules of a linter with that lexicon.
type compiler struct {
	*reader
	lexicon *dict.Lexicon
	names   map[string]bool // of categories; nil until one is asked for
}

// userRulesFor returns the user rules of c as rules of a linter with that
// lexicon. A rule that can never fire is an error.
func (c *Config) userRulesFor(l *dict.Lexicon) ([]lint.Rule, error) {
	co := &compiler{reader: &reader{file: c.Path, config: c}, lexicon: l}
	var rules []lint.Rule
	for _, u := range c.userRules {
		rule, err := co.compile(u)
		if err != nil {
			return nil, err
		}
		rules = append(rules, rule)
	}
	return rules, nil
}

func (c *compiler) compile(u *userRule) (lint.Rule, error) {
	rule := u.rule
	scope, err := c.scope(u.within)
	if err != nil {
		return rule, err
	}
	check, what, err := u.kind.compile(c, u)
	if err != nil {
		return rule, err
	}
	rule.Check = func(p *lint.Pass) {
		if scope.holds(p) {
			check(p)
		}
	}
	rule.Doc.Title = u.kind.title
	rule.Doc.What = u.limits(what)
	rule.Doc.Why = lint.Text{ZH: "本店规则", EN: "a rule of the shop's own"}
	if rule.Doc.How.ZH == "" {
		rule.Doc.How = u.kind.how
	}
	return rule, nil
}

// limits adds to what a rule objects to where it does not.
func (u *userRule) limits(what lint.Text) lint.Text {
	if len(u.within) > 0 {
		what.ZH += "，仅限类目" + quoted(values(u.within), "")
		what.EN += ", within " + quoted(values(u.within), ", ")
	}
	if len(u.except) > 0 {
		what.ZH += "，" + quoted(values(u.except), "") + "除外"
		what.EN += ", but for " + quoted(values(u.except), ", ")
	}
	return lint.Text{ZH: what.ZH + "。", EN: what.EN + "."}
}

func values(nodes []*yaml.Node) []string {
	var v []string
	for _, n := range nodes {
		v = append(v, n.Value)
	}
	return v
}

// scope says for which goods a rule holds.
type scope struct {
	lexicon *dict.Lexicon
	steps   []string     // names of categories of any depth
	nodes   []*dict.Node // categories by id or path
}

// scope reads the categories of within: a name of any step of a path, a path,
// or an id.
func (c *compiler) scope(within []*yaml.Node) (scope, error) {
	s := scope{lexicon: c.lexicon}
	for _, n := range within {
		name := strings.TrimSpace(n.Value)
		_, notID := strconv.Atoi(name)
		switch node := c.lexicon.Tree.Find(name); {
		case node != nil && (notID == nil || strings.ContainsAny(name, ">＞》→")):
			s.nodes = append(s.nodes, node)
		case node != nil && node.Name == name || c.categories()[name]:
			s.steps = append(s.steps, name)
		default:
			cure := lint.Text{ZH: "请写类目路径里的一级，例如「服饰内衣」", EN: "write one step of a category path, such as 服饰内衣"}
			if w := nearest.Word(name, sortedKeys(c.categories())); w != "" {
				cure = lint.Text{ZH: "是不是「" + w + "」？", EN: "did you mean " + strconv.Quote(w) + "?"}
			}
			return s, c.fail(n, lint.Text{ZH: "没有这个类目「" + n.Value + "」", EN: "unknown category " + strconv.Quote(n.Value)}, cure)
		}
	}
	return s, nil
}

// categories returns the names of all categories. The tree is asked id by id,
// which takes a moment; only names that several categories share and wrong ones
// need it. Leaves are numbered from 1 on, the other categories from inner on.
func (c *compiler) categories() map[string]bool {
	const inner = 10_000_000
	if c.names == nil {
		c.names = map[string]bool{}
		tree := c.lexicon.Tree
		for id, left := 0, tree.Len(); id < inner && left > 0; id++ {
			for _, n := range []*dict.Node{tree.Node(id), tree.Node(inner + id)} {
				if n != nil {
					c.names[n.Name] = true
					left--
				}
			}
		}
	}
	return c.names
}

// holds reports whether the rule holds for the goods of the title: those of the
// category that the row names, else those that the title itself names.
func (s scope) holds(p *lint.Pass) bool {
	if len(s.steps)+len(s.nodes) == 0 {
		return true
	}
	if p.Category != nil {
		return s.has(p.Category)
	}
	for _, i := range p.Core {
		if e := p.Terms[i].Entry; e != nil {
			if nodes := s.lexicon.Nodes(e); len(nodes) > 0 {
				return slices.ContainsFunc(nodes, s.has)
			}
		}
	}
	return false
}

func (s scope) has(n *dict.Node) bool {
	return n.Under(s.steps) || slices.ContainsFunc(s.nodes, func(top *dict.Node) bool { return s.lexicon.Tree.Within(n, top) })
}
