package config

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/lint"
)

// userRule is a rule of the shop's own as the configuration states it:
//
//	user_rules:
//	  - code: SHOP01
//	    kind: existence
//	    words: [免费, 白送]
//
// The nodes keep the places that errors name.
type userRule struct {
	node    *yaml.Node
	kind    *userKind
	rule    lint.Rule // without its Check
	message string    // "" where the kind's own is good enough
	words   []*yaml.Node
	swap    [][2]*yaml.Node // a word and what shall stand instead
	pattern *yaml.Node
	max     int
	within  []*yaml.Node
	except  []*yaml.Node
}

// userKind is a kind of user rule.
type userKind struct {
	name    string
	needs   []string // the keys that it needs beside code and kind
	takes   []string // the keys that it takes beside those of every kind
	fix     lint.FixKind
	title   lint.Text
	how     lint.Text // the advice where the rule gives none
	compile func(*compiler, *userRule) (check func(*lint.Pass), what lint.Text, err error)
}

// userKinds are the kinds of user rules, by name.
var userKinds = []*userKind{&existence, &occurrence, &pattern, &required, &substitution}

// everyKind are the keys that every kind takes.
var everyKind = []string{"code", "name", "kind", "message", "advice", "severity", "within", "except"}

func (k *userKind) keys() []string { return slices.Concat(everyKind, k.needs, k.takes) }

func (r *reader) userRules(n *yaml.Node) error {
	if n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return r.fail(n, lint.Text{ZH: "这里应是列表", EN: "want a list here"}, lint.Text{ZH: "每条规则以「- code: SHOP01」开头", EN: `begin each rule with "- code: SHOP01"`})
	}
	taken := r.taken()
	for _, item := range n.Content {
		u, err := r.userRule(item, taken)
		if err != nil {
			return err
		}
		r.config.userRules = append(r.config.userRules, u)
	}
	return nil
}

// taken returns the codes and names of the built-in rules, in lower case.
func (r *reader) taken() map[string]bool {
	taken := map[string]bool{}
	for _, rule := range lint.Builtin() {
		taken[strings.ToLower(rule.Code)] = true
		taken[strings.ToLower(rule.Name)] = true
	}
	return taken
}

func (r *reader) userRule(n *yaml.Node, taken map[string]bool) (*userRule, error) {
	if n.Kind != yaml.MappingNode {
		return nil, r.fail(n, lint.Text{ZH: "这里应是一条规则", EN: "want a rule here"}, lint.Text{ZH: "写作「code: SHOP01」「kind: existence」等", EN: `write "code: SHOP01", "kind: existence" and so on`})
	}
	u := &userRule{node: n, rule: lint.Rule{Severity: lint.Warning}}
	known := slices.Clone(everyKind)
	what := lint.Text{ZH: "规则没有这个设置项", EN: "a rule has no key"}
	var kinds []string
	for _, k := range userKinds {
		known = append(known, k.keys()...)
		kinds = append(kinds, k.name)
	}
	if kind := child(n, "kind"); kind != nil {
		i := slices.Index(kinds, kind.Value)
		if i < 0 {
			return nil, r.unknown(kind, lint.Text{ZH: "没有这种规则", EN: "unknown kind"}, kinds)
		}
		u.kind = userKinds[i]
		u.rule.Fix = u.kind.fix
		known = u.kind.keys()
		what = lint.Text{ZH: u.kind.name + " 规则没有这个设置项", EN: "a rule of kind " + u.kind.name + " has no key"}
	}
	slices.Sort(known)
	known = slices.Compact(known)
	readers := r.userKeys(u)
	err := r.mapping(n, func(key, value *yaml.Node) error {
		if !slices.Contains(known, key.Value) {
			return r.unknown(key, what, known)
		}
		return readers[key.Value](value)
	})
	if err != nil {
		return nil, err
	}
	if u.kind == nil {
		return nil, r.missing(n, "kind", lint.Text{ZH: "请写明 " + strings.Join(kinds, "、") + " 之一", EN: "write one of " + strings.Join(kinds, ", ")})
	}
	for _, need := range slices.Concat([]string{"code"}, u.kind.needs) {
		if child(n, need) == nil {
			return nil, r.missing(n, need, lint.Text{ZH: u.kind.name + " 规则必须写明 " + need, EN: "a rule of kind " + u.kind.name + " needs it"})
		}
	}
	return u, r.called(u, taken)
}

// userKeys are the keys of a user rule with what reads them.
func (r *reader) userKeys(u *userRule) map[string]func(*yaml.Node) error {
	list := func(to *[]*yaml.Node) func(*yaml.Node) error {
		return func(n *yaml.Node) error { return r.phrases(n, to) }
	}
	return map[string]func(*yaml.Node) error{
		"code":     func(n *yaml.Node) error { return r.phrase(n, &u.rule.Code) },
		"name":     func(n *yaml.Node) error { return r.phrase(n, &u.rule.Name) },
		"kind":     func(*yaml.Node) error { return nil }, // known already
		"message":  func(n *yaml.Node) error { return r.phrase(n, &u.message) },
		"advice":   func(n *yaml.Node) error { return r.phrase(n, &u.rule.Doc.How.ZH) },
		"severity": func(n *yaml.Node) error { return r.severity(n, &u.rule.Severity) },
		"within":   list(&u.within),
		"except":   list(&u.except),
		"words":    list(&u.words),
		"swap":     func(n *yaml.Node) error { return r.swap(n, u) },
		"fix":      func(n *yaml.Node) error { return r.fix(n, u) },
		"max":      func(n *yaml.Node) error { return r.max(n, u) },
		"pattern": func(n *yaml.Node) error {
			u.pattern = n
			return r.phrase(n, new(string))
		},
	}
}

var (
	userCode = regexp.MustCompile(`^[A-Z]{2,8}\d{2,3}$`)
	userName = regexp.MustCompile(`^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$`)
)

// called checks the code and the name of a rule, by which rules, findings and
// commands speak of it.
func (r *reader) called(u *userRule, taken map[string]bool) error {
	code, name := child(u.node, "code"), child(u.node, "name")
	such := lint.Text{ZH: "请用 2 到 8 个大写字母加 2 到 3 位数字，例如 SHOP01", EN: "use two to eight capitals and two or three digits, such as SHOP01"}
	if !userCode.MatchString(code.Value) {
		return r.fail(code, lint.Text{ZH: "编号「" + code.Value + "」不合格式", EN: strconv.Quote(code.Value) + " is no code"}, such)
	}
	if strings.HasPrefix(code.Value, "WX") {
		return r.fail(code, lint.Text{ZH: "WX 开头的编号留给内置规则", EN: "codes with WX are those of built-in rules"}, lint.Text{ZH: "请换个开头，例如 SHOP01", EN: "begin otherwise, such as SHOP01"})
	}
	if name == nil {
		name = code
		u.rule.Name = strings.ToLower(code.Value)
	} else if strings.EqualFold(name.Value, code.Value) {
		return r.fail(name, lint.Text{ZH: "名称和编号相同", EN: "the name is the code"}, lint.Text{ZH: "请删去 name，或另起名称", EN: "leave out name, or choose another"})
	}
	if !userName.MatchString(u.rule.Name) {
		return r.fail(name, lint.Text{ZH: "名称「" + name.Value + "」不合格式", EN: strconv.Quote(name.Value) + " is no name"},
			lint.Text{ZH: "请用文字、数字和 -，例如 no-freebie", EN: "use letters, digits and -, such as no-freebie"})
	}
	own := []*yaml.Node{code}
	if name != code {
		own = append(own, name)
	}
	for _, n := range own {
		called := strings.ToLower(n.Value)
		if taken[called] {
			return r.fail(n, lint.Text{ZH: "已有规则叫「" + n.Value + "」", EN: "there is a rule called " + strconv.Quote(n.Value) + " already"}, lint.Text{ZH: "请换一个", EN: "choose another"})
		}
		taken[called] = true
	}
	return nil
}

// child returns the value of a key of a mapping, or nil.
func child(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func (r *reader) missing(n *yaml.Node, key string, cure lint.Text) error {
	return r.fail(n, lint.Text{ZH: "缺少「" + key + "」", EN: "no " + strconv.Quote(key)}, cure)
}

// phrase reads a text that must not be empty.
func (r *reader) phrase(n *yaml.Node, to *string) error {
	if err := r.text(n, to); err != nil {
		return err
	}
	if n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" {
		return r.fail(n, lint.Text{ZH: "这里是空的", EN: "nothing stands here"}, lint.Text{ZH: "请写明，或删去", EN: "write it, or remove it"})
	}
	return nil
}

// phrases reads a list of texts that must not be empty.
func (r *reader) phrases(n *yaml.Node, to *[]*yaml.Node) error {
	if n.Kind != yaml.SequenceNode {
		return r.fail(n, lint.Text{ZH: "这里应是列表", EN: "want a list here"}, lint.Text{ZH: "写作 [词, 词]", EN: "write [word, word]"})
	}
	if len(n.Content) == 0 {
		return r.fail(n, lint.Text{ZH: "列表是空的", EN: "the list is empty"}, lint.Text{ZH: "请写明，或删去", EN: "fill it, or remove it"})
	}
	for _, item := range n.Content {
		if err := r.phrase(item, new(string)); err != nil {
			return err
		}
	}
	*to = n.Content
	return nil
}

func (r *reader) severity(n *yaml.Node, to *lint.Severity) error {
	s, err := lint.ParseSeverity(n.Value)
	if err != nil {
		return r.unknown(n, lint.Text{ZH: "没有这种级别", EN: "unknown level"}, []string{"error", "info", "warning"})
	}
	*to = s
	return nil
}

// quoted returns 「a」、「b」.
func quoted(words []string, separator string) string {
	return "「" + strings.Join(words, "」"+separator+"「") + "」"
}

// say returns the message of the rule: the shop's own with %s filled in, else
// the one given.
func (u *userRule) say(p *lint.Pass, words []string, zh, en string, args ...any) string {
	if u.message != "" {
		return strings.ReplaceAll(u.message, "%s", strings.Join(words, p.Say("、", ", ")))
	}
	return fmt.Sprintf(p.Say(zh, en), args...)
}
