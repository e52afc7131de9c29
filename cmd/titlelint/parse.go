package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
)

func (c *Command) parse() *cobra.Command {
	var format, stdinFilename string
	cmd := &cobra.Command{
		Use:   "parse FILE... | TITLE",
		Short: "显示标题的词和词性 · show the terms of titles with their kinds",
		Args:  c.wantsFile("parse"),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "jsonl" {
				return fmt.Errorf("--format wants text or jsonl, not %q", format)
			}
			return c.runParse(format, stdinFilename, args)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text 或 jsonl · format")
	cmd.Flags().StringVar(&stdinFilename, "stdin-filename", "", "标准输入的文件名 · the name of what stdin holds")
	return cmd
}

func (c *Command) runParse(format, stdinFilename string, args []string) error {
	r, err := c.newRun(checkFlags{stdinFilename: stdinFilename, format: format}, args)
	if err != nil {
		return &exit{exitUsage, err}
	}
	out := bufio.NewWriter(c.Stdout)
	defer out.Flush()
	code := exitClean
	for _, path := range args {
		titles, err := r.titles(path)
		if err != nil {
			c.complain(err)
			code = exitInput
			continue
		}
		for _, t := range titles {
			p := r.linter.Parse(t)
			if format == "jsonl" {
				e := json.NewEncoder(out)
				e.SetEscapeHTML(false)
				if err := e.Encode(report.ParsedLine(t, p)); err != nil {
					return &exit{exitInput, err}
				}
				continue
			}
			report.Terms(out, p, c.style())
		}
	}
	return ended(code)
}

// titles returns the titles of a file, or the argument itself where no such
// file exists and it looks like a title.
func (r *run) titles(arg string) ([]lint.Title, error) {
	table, err := r.read(arg)
	if err == nil {
		return table.Titles, nil
	}
	if looksLikeTitle(arg) && errors.Is(err, fs.ErrNotExist) {
		return []lint.Title{{ID: "1", Text: arg}}, nil
	}
	return nil, err
}

// looksLikeTitle reports whether an argument that names no file may be a title
// that was typed: it holds something beyond ASCII and has no ending of a file.
func looksLikeTitle(arg string) bool {
	for _, ending := range []string{".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson"} {
		if len(arg) > len(ending) && arg[len(arg)-len(ending):] == ending {
			return false
		}
	}
	for _, r := range arg {
		if r > 0x7f {
			return true
		}
	}
	return false
}
