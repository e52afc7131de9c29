package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/sheet"
)

// applyFlags are the flags of apply.
type applyFlags struct {
	output  string
	inPlace bool
	force   bool
	sheet   string
	config  string
}

func (c *Command) apply() *cobra.Command {
	var f applyFlags
	cmd := &cobra.Command{
		Use:   "apply CHECKED -o NEW",
		Short: "把「采用」选了「是」的建议标题写进新文件 · write the accepted titles into a clean copy",
		Args:  c.wantsFile("apply"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New(c.say("一次只能处理一个文件", "apply takes one file"))
			}
			if (f.output == "") == !f.inPlace {
				return errors.New(c.say("请用 -o 写明新文件，或用 --in-place 改原文件（会先备份）", "name the new file with -o, or use --in-place, which keeps a backup"))
			}
			return c.runApply(f, args[0])
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "", "新文件 · the file to write")
	flags.BoolVar(&f.inPlace, "in-place", false, "改原文件，先备份 · write over the input and keep a backup")
	flags.BoolVar(&f.force, "force", false, "采用的标题还有错误也照写 · write titles that still have errors")
	flags.StringVar(&f.sheet, "sheet", "", "工作表名或序号 · worksheet by name or number")
	flags.StringVar(&f.config, "config", "", "配置文件 · configuration")
	return cmd
}

// runApply lints the accepted titles again and writes them.
func (c *Command) runApply(f applyFlags, path string) error {
	r, err := c.newRun(checkFlags{configPath: f.config, sheet: f.sheet, format: "text"}, []string{path})
	if err != nil {
		return &exit{exitUsage, err}
	}
	table, err := r.read(path)
	if err != nil {
		return &exit{exitInput, err}
	}
	changes, empty, err := table.Accepted()
	if err != nil {
		return &exit{exitInput, err}
	}
	for _, s := range empty {
		fmt.Fprintf(c.Stderr, c.say("%s：选了「是」，但「建议标题」是空的，没有改\n", "%s: accepted, but 建议标题 is blank; not changed\n"), s.Cell)
	}
	faulty, err := r.stillFaulty(table, changes)
	if err != nil {
		return &exit{exitInput, err}
	}
	for _, x := range faulty {
		for _, finding := range x.Findings {
			if finding.Shown() && finding.Severity == lint.Error {
				fmt.Fprintf(c.Stderr, "%s %s  %s %s\n", x.Source.Cell, x.Text, finding.Rule, finding.Message)
			}
		}
	}
	if len(faulty) > 0 && !f.force {
		return &exit{exitFindings, fmt.Errorf(c.say("%d 个采用的标题还有错误，没有写出；请改好「建议标题」或把「采用」改成「否」，也可以加 --force 照写",
			"%d accepted titles still have errors, nothing was written; mend 建议标题, choose 否, or use --force"), len(faulty))}
	}
	written := f.output
	if f.inPlace {
		var backup string
		if backup, err = table.ApplyInPlace(changes); err == nil {
			fmt.Fprintf(c.Stderr, c.say("原文件备份在 %s\n", "the input was kept as %s\n"), backup)
		}
		written = path
	} else {
		err = table.WriteApplied(f.output, changes)
	}
	if err != nil {
		return &exit{exitInput, err}
	}
	c.tell(table)
	fmt.Fprintf(c.Stderr, c.say("改了 %d 个标题，已写入 %s\n", "changed %d titles, wrote %s\n"), len(changes), written)
	return nil
}

// tell prints what a person should know about the copy that was written.
func (c *Command) tell(t *sheet.Table) {
	for _, n := range t.Notices {
		fmt.Fprintln(c.Stderr, n.In(c.language()))
	}
}

// stillFaulty lints the table with the changes made and returns the results of
// changed titles that have errors.
func (r *run) stillFaulty(t *sheet.Table, changes []sheet.Change) (faulty []lint.Result, err error) {
	news := map[int]string{}
	for _, c := range changes {
		news[c.Source.Row] = c.New
	}
	titles := slices.Clone(t.Titles)
	for i := range titles {
		if s, ok := news[titles[i].Source.Row]; ok {
			titles[i].Text = s
		}
	}
	results, err := r.linter.CheckAll(context.Background(), titles, nil)
	for _, x := range results {
		if _, changed := news[x.Source.Row]; changed && x.Worst() == lint.Error {
			faulty = append(faulty, x)
		}
	}
	return faulty, err
}
