package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
)

func (c *Command) rules() *cobra.Command {
	var configPath string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "列出规则 · list the rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			rules, err := c.knownRules(configPath)
			if err != nil {
				return &exit{exitUsage, err}
			}
			s := c.style()
			for _, r := range rules {
				fmt.Fprintf(c.Stdout, "%s  %-20s %s  %s\n", r.Code, r.Name, s.Severity(r.Severity), r.Doc.Title.In(s.Lang))
			}
			return nil
		},
	}
	configFlag(cmd, &configPath)
	return cmd
}

func (c *Command) explain() *cobra.Command {
	var configPath string
	cmd := &cobra.Command{
		Use:   "explain RULE",
		Short: "说明一条规则 · explain a rule",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			rules, err := c.knownRules(configPath)
			if err != nil {
				return &exit{exitUsage, err}
			}
			rule, err := report.Find(rules, args[0])
			if err != nil {
				return &exit{exitUsage, err}
			}
			return report.Explain(c.Stdout, rule, c.style())
		},
	}
	configFlag(cmd, &configPath)
	return cmd
}

func configFlag(cmd *cobra.Command, path *string) {
	cmd.Flags().StringVar(path, "config", "", "配置文件；不写则从当前文件夹往上找 .titlelint.yaml · configuration")
}

// knownRules returns the built-in rules and those of the configuration that
// was named or is found upwards from the working folder, by code.
func (c *Command) knownRules(configPath string) ([]lint.Rule, error) {
	cfg, err := configFor(configPath, "-", "")
	if err != nil {
		return nil, err
	}
	options, err := cfg.Options(c.language())
	if err != nil {
		return nil, err
	}
	rules := slices.Concat(lint.Builtin(), options.Rules)
	slices.SortFunc(rules, func(a, b lint.Rule) int { return strings.Compare(a.Code, b.Code) })
	return rules, nil
}
