package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
)

func (c *Command) rules() *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "列出规则 · list the rules",
		Args:  cobra.NoArgs,
		Run: func(*cobra.Command, []string) {
			s := c.style()
			for _, r := range lint.Builtin() {
				fmt.Fprintf(c.Stdout, "%s  %-20s %s  %s\n", r.Code, r.Name, s.Severity(r.Severity), r.Doc.Title.In(s.Lang))
			}
		},
	}
}

func (c *Command) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "说明一条规则 · explain a rule",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			rule, err := report.Find(lint.Builtin(), args[0])
			if err != nil {
				return &exit{exitUsage, err}
			}
			return report.Explain(c.Stdout, rule, c.style())
		},
	}
}
