package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/dict"
)

func (c *Command) dict() *cobra.Command {
	cmd := &cobra.Command{Use: "dict", Short: "词典 · the lexicon"}
	verify := &cobra.Command{
		Use:   "verify [TABLE...]",
		Short: "核对词典和本店词表 · verify the lexicon and tables of the shop's own words",
		RunE:  func(_ *cobra.Command, tables []string) error { return c.verify(tables) },
	}
	lookup := &cobra.Command{
		Use:   "lookup WORD",
		Short: "查一个词 · look a word up",
		Args:  cobra.ExactArgs(1),
		RunE:  func(_ *cobra.Command, args []string) error { return c.lookup(args[0]) },
	}
	stats := &cobra.Command{
		Use:   "stats",
		Short: "各类词数 · words by kind",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return c.stats() },
	}
	cmd.AddCommand(verify, lookup, stats)
	return cmd
}

func (c *Command) verify(tables []string) error {
	l, err := dict.Builtin()
	if err != nil {
		return &exit{exitUsage, err}
	}
	for _, path := range tables {
		f, err := os.Open(path)
		if err != nil {
			return &exit{exitInput, err}
		}
		err = l.AddWords(f, path)
		f.Close()
		if err != nil {
			return &exit{exitUsage, err}
		}
	}
	wrong := l.Verify()
	for _, w := range wrong {
		fmt.Fprintln(c.Stdout, w)
	}
	if len(wrong) > 0 {
		return &exit{exitUsage, fmt.Errorf(c.say("词典有 %d 处问题", "%d faults in the lexicon"), len(wrong))}
	}
	fmt.Fprintln(c.Stdout, c.say("词典没有问题", "the lexicon is sound"))
	return nil
}

func (c *Command) lookup(word string) error {
	l, err := dict.Builtin()
	if err != nil {
		return &exit{exitUsage, err}
	}
	entries := l.Lookup(l.Folder.FoldString(word))
	for _, e := range entries {
		fmt.Fprintf(c.Stdout, "%s\t%s\t%s\t%s\t%s\n", e.Term, e.Kind, e.Canonical, e.Attrs, e.Source)
	}
	if len(entries) == 0 {
		return &exit{exitFindings, fmt.Errorf(c.say("词典里没有「%s」", "%q is not in the lexicon"), word)}
	}
	return nil
}

func (c *Command) stats() error {
	l, err := dict.Builtin()
	if err != nil {
		return &exit{exitUsage, err}
	}
	n := l.Stats()
	total := 0
	for k := dict.Other; k <= dict.Mark; k++ {
		if n[k] > 0 {
			fmt.Fprintf(c.Stdout, "%8d  %s\n", n[k], k)
			total += n[k]
		}
	}
	fmt.Fprintf(c.Stdout, "%8d  %s\n", total, c.say("合计", "total"))
	return nil
}
