package config

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/lint"
)

// rules reads what is said of each rule:
//
//	rules:
//	  WX203: off
//	  keyword-stacking: warning
//	  WX301: {severity: info, names: 4}
func (r *reader) rules(n *yaml.Node) error {
	known := map[string]lint.Rule{}
	for _, rule := range append(lint.Builtin(), r.userRuleValues()...) {
		known[rule.Code] = rule
		known[rule.Name] = rule
	}
	said := map[string]string{}
	return r.mapping(n, func(key, value *yaml.Node) error {
		rule, ok := known[key.Value]
		if !ok {
			return r.unknown(key, lint.Text{ZH: "没有这条规则", EN: "unknown rule"}, sortedKeys(known))
		}
		if before := said[rule.Code]; before != "" {
			return r.fail(key, lint.Text{
				ZH: fmt.Sprintf("「%s」和「%s」是同一条规则", key.Value, before),
				EN: fmt.Sprintf("%q and %q are one rule", key.Value, before),
			}, lint.Text{ZH: "请只留一处", EN: "keep one"})
		}
		said[rule.Code] = key.Value
		if value.Kind == yaml.ScalarNode && value.Tag != "!!null" {
			return r.level(rule, value)
		}
		return r.mapping(value, func(option, v *yaml.Node) error {
			if option.Value == "severity" {
				return r.level(rule, v)
			}
			return r.option(rule, option, v)
		})
	})
}

func (r *reader) userRuleValues() []lint.Rule {
	var rules []lint.Rule
	for _, u := range r.config.userRules {
		rules = append(rules, u.rule)
	}
	return rules
}

// level reads on, off or a severity.
func (r *reader) level(rule lint.Rule, n *yaml.Node) error {
	switch n.Value {
	case "on", "true":
		return nil
	case "off", "false":
		r.config.options.Off = append(r.config.options.Off, rule.Code)
		return nil
	}
	s, err := lint.ParseSeverity(n.Value)
	if err != nil {
		return r.unknown(n, lint.Text{ZH: "没有这种级别", EN: "unknown level"}, []string{"error", "info", "off", "on", "warning"})
	}
	r.config.options.Severity[rule.Code] = s
	return nil
}

func (r *reader) option(rule lint.Rule, key, value *yaml.Node) error {
	var names []string
	for _, o := range rule.Options {
		names = append(names, o.Name)
	}
	i := slices.Index(names, key.Value)
	if i < 0 {
		return r.unknown(key, lint.Text{ZH: rule.Code + " 没有这个选项", EN: rule.Code + " has no option"}, append([]string{"severity"}, names...))
	}
	v, err := r.value(value, rule.Options[i].Default)
	if err != nil {
		return err
	}
	if r.config.options.Set[rule.Code] == nil {
		r.config.options.Set[rule.Code] = map[string]any{}
	}
	r.config.options.Set[rule.Code][key.Value] = v
	return nil
}

// value reads a value of the type of like.
func (r *reader) value(n *yaml.Node, like any) (any, error) {
	switch like.(type) {
	case int:
		var v int
		err := r.number(n, &v)
		return v, err
	case bool:
		var v bool
		if n.Tag != "!!bool" || n.Decode(&v) != nil {
			return nil, r.fail(n, lint.Text{ZH: "这里应是 true 或 false", EN: "want true or false here"}, lint.Text{})
		}
		return v, nil
	case []string:
		var v []string
		err := r.words(n, &v)
		return v, err
	default:
		var v string
		err := r.text(n, &v)
		return v, err
	}
}
