package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/sheet"
)

// fixFlags are the flags of fix.
type fixFlags struct {
	configPath    string
	dicts         []string
	output        string
	stdinFilename string
	titleColumn   string
	order         string
	diff          bool
	dryRun        bool
	unsafe        bool
	short         bool
}

func (c *Command) fix() *cobra.Command {
	var f fixFlags
	cmd := &cobra.Command{
		Use:   "fix FILE...",
		Short: "修改标题 · apply the safe fixes to text, CSV and JSON lines",
		Long: `把有把握的修改直接写进文件（.txt .csv .tsv .jsonl；- 表示标准输入，结果写到标准输出）。
默认只做不改变意思的修改（非法字符、无关符号、错字）；--unsafe 用建议标题替换。
--diff 和 --dry-run 什么都不写，有可改的就以 1 退出。工作簿（.xlsx）请用 check -o 和 apply。`,
		Args: c.wantsFile("fix"),
		RunE: func(_ *cobra.Command, args []string) error { return c.runFix(f, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.configPath, "config", "", "配置文件 · configuration")
	flags.StringArrayVar(&f.dicts, "dict", nil, "本店词表，可多次 · a table of the shop's own words")
	flags.StringVarP(&f.output, "output", "o", "", "写到另一个文件，不改原文件 · write a copy")
	flags.StringVar(&f.stdinFilename, "stdin-filename", "", "标准输入的文件名 · the name of what stdin holds")
	flags.StringVar(&f.titleColumn, "title-column", "", "标题列的表头或列号 · header or letter of the title column")
	flags.StringVar(&f.order, "order", "", "建议标题的顺序 formula、manual 或 strict · order of the suggestion")
	flags.BoolVar(&f.diff, "diff", false, "只显示前后对比 · show the changes, write nothing")
	flags.BoolVar(&f.dryRun, "dry-run", false, "只说会改多少 · count the changes, write nothing")
	flags.BoolVar(&f.unsafe, "unsafe", false, "用建议标题替换，请逐条看过 · apply the suggested titles")
	flags.BoolVar(&f.short, "short", false, "每个标题给一个 20 字以内的短标题 · propose short titles")
	return cmd
}

func (c *Command) runFix(f fixFlags, paths []string) error {
	if f.output != "" && len(paths) > 1 {
		return errors.New(c.say("一次只能写一个文件：-o 只配一个输入", "-o takes one input"))
	}
	r, err := c.newRun(checkFlags{configPath: f.configPath, dicts: f.dicts, format: "text", stdinFilename: f.stdinFilename, titleColumn: f.titleColumn, order: f.order}, paths)
	if err != nil {
		return &exit{exitUsage, err}
	}
	code := exitClean
	for _, path := range paths {
		changed, err := r.fixFile(f, path)
		switch {
		case err != nil:
			c.complain(err)
			code = exitInput
		case changed && (f.diff || f.dryRun) && code == exitClean:
			code = exitFindings
		}
	}
	return ended(code)
}

// fixFile mends the titles of one file and reports whether any changed.
func (r *run) fixFile(f fixFlags, path string) (changed bool, err error) {
	name, data, err := r.slurp(f, path)
	if err != nil {
		return false, err
	}
	options := sheet.Options{Columns: r.columns}
	table, err := sheet.ReadFrom(bytes.NewReader(data), name, options)
	if err != nil {
		return false, err
	}
	if f.short {
		return false, r.printShort(table.Titles)
	}
	results, err := r.linter.CheckAll(context.Background(), table.Titles, nil)
	if err != nil {
		return false, err
	}
	titles := make([]string, len(results))
	count, conflicts := 0, 0
	for i, result := range results {
		safe, clashing := result.SafeText()
		titles[i] = safe
		conflicts += clashing
		if s := result.Suggestion; f.unsafe && s != nil && s.Title != "" {
			titles[i] = s.Title
		}
		if strings.TrimSpace(titles[i]) == "" {
			titles[i] = result.Text // nothing would be left
		}
		if titles[i] != result.Text {
			count++
			if f.diff {
				r.showChange(result, titles[i])
			}
		}
	}
	if conflicts > 0 {
		fmt.Fprintf(r.Stderr, r.say("%s：%d 处修改互相冲突，没有做；再运行一次即可\n", "%s: %d fixes overlap others and were left out; run fix again\n"), inputName(table.File), conflicts)
	}
	if f.diff {
		return count > 0, nil
	}
	if !f.dryRun {
		if err := r.writeFixed(f, path, data, table, titles, count); err != nil {
			return false, err
		}
	}
	form := r.say("%s：修改 %d 个标题（共 %d 个）\n", "%s: changed %d of %d titles\n")
	if f.dryRun {
		form = r.say("%s：会修改 %d 个标题（共 %d 个）\n", "%s: would change %d of %d titles\n")
	}
	fmt.Fprintf(r.Stderr, form, inputName(table.File), count, len(titles))
	return count > 0, nil
}

// slurp returns the bytes of an input and the name to read it under.
func (r *run) slurp(f fixFlags, path string) (name string, data []byte, err error) {
	if path == "-" {
		data, err = io.ReadAll(r.stdin)
		return f.stdinFilename, data, err
	}
	data, err = os.ReadFile(path)
	if err != nil {
		// the reader of tables tells what is wrong in words for people
		if _, e := sheet.Read(path, sheet.Options{}); e != nil {
			err = e
		}
	}
	return path, data, err
}

func (r *run) printShort(titles []lint.Title) error {
	for _, t := range titles {
		short := r.linter.ShortTitle(t)
		if short == "" {
			short = r.say("（无法给出：请看检查结果）", "(none: see the findings)")
		}
		if _, err := fmt.Fprintf(r.Stdout, "%s\t%s\n", t.ID, short); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) showChange(result lint.Result, title string) {
	s := r.style()
	paint := func(code, text string) string {
		if !s.Color {
			return text
		}
		return "\x1b[" + code + "m" + text + "\x1b[0m"
	}
	place := inputName(result.Source.File)
	if result.Source.Line > 0 {
		place = fmt.Sprintf("%s:%d", place, result.Source.Line)
	}
	fmt.Fprintf(r.Stdout, "%s\n%s\n%s\n", place, paint("31", "-"+result.Text), paint("32", "+"+title))
}

// writeFixed puts the titles into the text of the file, which stays as it is
// otherwise, and reads the outcome back before it is written.
func (r *run) writeFixed(f fixFlags, path string, data []byte, table *sheet.Table, titles []string, count int) error {
	fixed := data
	if count > 0 {
		var err error
		if fixed, err = replaceTitles(data, table, titles); err != nil {
			return fmt.Errorf("%s：%w", inputName(table.File), r.inWords(err))
		}
		again, err := sheet.ReadFrom(bytes.NewReader(fixed), table.File, sheet.Options{Columns: r.columns})
		if err != nil || !sameTitles(again.Titles, titles) {
			return fmt.Errorf(r.say("%s：改后的文件读回来不一样，没有写入", "%s: the outcome reads back differently; nothing was written"), inputName(table.File))
		}
	}
	switch {
	case f.output != "":
		return sheet.WriteFile(f.output, func(w io.Writer) error { _, err := w.Write(fixed); return err })
	case path == "-":
		_, err := r.Stdout.Write(fixed)
		return err
	case count == 0:
		return nil
	}
	return sheet.WriteFile(path, func(w io.Writer) error { _, err := w.Write(fixed); return err })
}

func sameTitles(got []lint.Title, want []string) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if got[i].Text != want[i] {
			return false
		}
	}
	return true
}

// inWords tells the errors of replaceTitles in the language of the run.
func (r *run) inWords(err error) error {
	switch {
	case errors.Is(err, errNoText):
		return errors.New(r.say("fix 只改文本、CSV 和 JSON 行；工作簿和网页表格请用 check -o 结果.xlsx，再用 apply", "fix mends text, CSV and JSON lines; use check -o and apply for workbooks and web pages"))
	case errors.Is(err, errNoEncoding):
		return errors.New(r.say("不改 UTF-16 文件；请另存为「CSV UTF-8」", "UTF-16 files are not mended; save the file as CSV UTF-8"))
	}
	return err
}
