package main

import (
	"bufio"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/config"
	"github.com/titlelint/titlelint/lint/report"
	"github.com/titlelint/titlelint/lint/sheet"
)

// checkFlags are the flags of check.
type checkFlags struct {
	configPath    string
	dicts         []string
	format        string
	failOn        string
	outputs       []string
	stdinFilename string
	sheet         string
	columns       bool
	titleColumn   string
	order         string
	quiet         bool
}

func (c *Command) check() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "检查标题 · lint the titles in spreadsheets, text, JSON lines or - (stdin)",
		Example: `  titlelint check 商品.xlsx -o 检查结果.xlsx
  titlelint check --columns 商品.xlsx
  titlelint check --format concise 标题.txt`,
		Args: c.wantsFile("check"),
		RunE: func(_ *cobra.Command, args []string) error { return c.runCheck(f, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.configPath, "config", "", "配置文件；不写则从输入所在文件夹往上找 .titlelint.yaml · configuration")
	flags.StringArrayVar(&f.dicts, "dict", nil, "本店词表，可多次 · a table of the shop's own words")
	flags.StringVar(&f.format, "format", "text", "text、concise、json 或 jsonl · format of the screen")
	flags.StringVar(&f.failOn, "fail-on", "error", "error、warning、info 或 never：达到这个级别就以 1 退出 · exit 1 at this severity")
	flags.StringArrayVarP(&f.outputs, "output", "o", nil, "写出检查结果 .xlsx .csv .html .jsonl .json，可多次 · write a marked copy")
	flags.StringVar(&f.stdinFilename, "stdin-filename", "", "标准输入的文件名 · the name of what stdin holds")
	flags.StringVar(&f.sheet, "sheet", "", "工作表名或序号 · worksheet by name or number")
	flags.StringVar(&f.titleColumn, "title-column", "", "标题列的表头或列号 · header or letter of the title column")
	flags.BoolVar(&f.columns, "columns", false, "只显示认出的列，不检查 · show the columns found, lint nothing")
	flags.StringVar(&f.order, "order", "", "建议标题的顺序 formula、manual 或 strict · order of the suggestion")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "不显示汇总和进度 · no summary, no progress")
	return cmd
}

// runCheck lints the files one after another. A file that cannot be read does
// not keep the others from being linted.
func (c *Command) runCheck(f checkFlags, paths []string) error {
	paths, err := c.inputs(paths)
	if err != nil {
		return &exit{exitInput, err}
	}
	if err := f.validate(paths); err != nil {
		return err
	}
	run, err := c.newRun(f, paths)
	if err != nil {
		return &exit{exitUsage, err}
	}
	if run.streams(paths) {
		code, err := run.stream()
		if err != nil {
			return &exit{exitInput, err}
		}
		return run.ended(code)
	}
	code := exitClean
	for _, path := range paths {
		if err := run.readInput(path); err != nil {
			c.complain(err)
			code = exitInput
		}
	}
	if f.columns || len(run.tables) == 0 && f.format == "text" {
		return ended(code) // a summary of nothing would look like success
	}
	if err := run.lint(); err != nil {
		return &exit{exitInput, err}
	}
	for _, err := range run.writeOutputs() {
		c.complain(err)
		code = exitInput
	}
	if err := run.finish(); err != nil {
		c.complain(err)
		code = exitInput
	}
	return run.ended(code)
}

// ended returns what ends the run: the code, or that for findings where
// nothing worse happened.
func (r *run) ended(code int) error {
	if code == exitClean && r.failed() {
		code = exitFindings
	}
	return ended(code)
}

func ended(code int) error {
	if code == exitClean {
		return nil
	}
	return &exit{code: code}
}

var formats = []string{"text", "concise", "json", "jsonl"}

func (f checkFlags) validate(paths []string) error {
	if !slices.Contains(formats, f.format) {
		return fmt.Errorf("--format wants one of %s, not %q", strings.Join(formats, ", "), f.format)
	}
	if f.failOn != "never" {
		if _, err := lint.ParseSeverity(f.failOn); err != nil {
			return fmt.Errorf("--fail-on wants error, warning, info or never, not %q", f.failOn)
		}
	}
	if len(f.outputs) > 0 && len(paths) > 1 {
		for _, o := range f.outputs {
			if !isFolder(o) && !slices.Contains([]string{".jsonl", ".json", ".html", ".htm"}, strings.ToLower(filepath.Ext(o))) {
				return fmt.Errorf("several inputs want a folder for their marked copies: -o %s/", o)
			}
		}
	}
	return nil
}

// run is one run of check.
type run struct {
	*Command
	flags   checkFlags
	linter  *lint.Linter
	columns map[sheet.Role]string
	stdin   *bufio.Reader
	tables  []*sheet.Table
	results []lint.Result     // of all tables, in their order
	worst   lint.Severity     // among the findings to be shown
	words   int               // in the lexicon
	written map[string]string // outputs, each with its input
}

func (c *Command) newRun(f checkFlags, paths []string) (*run, error) {
	if f.order != "" && !slices.Contains(lint.Orders(), lint.Order(f.order)) {
		return nil, fmt.Errorf("--order wants formula, manual or strict, not %q", f.order)
	}
	cfg, err := configFor(f.configPath, paths[0], f.stdinFilename)
	if err != nil {
		return nil, err
	}
	lang := c.language()
	if f.format != "text" && f.format != "concise" {
		lang = c.machineLanguage()
	}
	options, err := cfg.Options(lang, f.dicts...)
	if err != nil {
		return nil, err
	}
	if f.order != "" {
		options.Order = lint.Order(f.order)
	}
	if options.Lexicon == nil {
		if options.Lexicon, err = dict.Builtin(); err != nil {
			return nil, err
		}
	}
	linter, err := lint.New(options)
	if err != nil {
		return nil, err
	}
	r := &run{Command: c, flags: f, stdin: bufio.NewReader(c.Stdin), linter: linter, columns: map[sheet.Role]string{}, results: []lint.Result{}, written: map[string]string{}}
	for _, n := range options.Lexicon.Stats() {
		r.words += n
	}
	for role, header := range cfg.Columns {
		r.columns[sheet.Role(role)] = header
	}
	if f.titleColumn != "" {
		r.columns[sheet.RoleTitle] = f.titleColumn
	}
	return r, nil
}

// configFor loads the configuration that was named or that is found upwards
// from the input.
func configFor(path, input, stdinFilename string) (*config.Config, error) {
	if path == "" {
		if input == "-" {
			input = stdinFilename // found upwards from the working folder where it is empty
		}
		found, err := config.Find(input)
		if err != nil {
			return nil, err
		}
		path = found
	}
	if path == "" {
		return config.Parse("", nil)
	}
	return config.Load(path)
}

// readInput reads one input and says what was found.
func (r *run) readInput(path string) error {
	table, err := r.read(path)
	if err != nil {
		return err
	}
	r.describe(table)
	r.tables = append(r.tables, table)
	return nil
}

// lint lints the titles of all inputs together: a title may stand twice in two
// files.
func (r *run) lint() error {
	var titles []lint.Title
	for _, t := range r.tables {
		titles = append(titles, t.Titles...)
	}
	results, err := r.linter.CheckAll(context.Background(), titles, r.progress(len(titles)))
	if err != nil {
		return err
	}
	r.results = results
	for i := range results {
		r.worst = max(r.worst, results[i].Worst())
	}
	return nil
}

func (r *run) read(path string) (*sheet.Table, error) {
	o := sheet.Options{Sheet: r.flags.sheet, Columns: r.columns}
	if path == "-" {
		return sheet.ReadFrom(r.stdin, r.flags.stdinFilename, o)
	}
	return sheet.Read(path, o)
}

// finish prints the results of all inputs and the summary.
func (r *run) finish() error {
	style := r.style()
	switch r.flags.format {
	case "jsonl":
		return report.JSONLines(r.Stdout, r.results)
	case "json":
		return report.JSON(r.Stdout, r.results, version(), r.words)
	case "concise":
		return report.Concise(r.Stdout, r.results)
	}
	if err := report.Text(r.Stdout, r.results, style); err != nil {
		return err
	}
	if r.flags.quiet {
		return nil
	}
	return report.Summary(r.Stdout, r.results, r.linter.Rules(), style)
}

// failed reports whether a finding reaches the severity that fails the run.
func (r *run) failed() bool {
	least, err := lint.ParseSeverity(r.flags.failOn)
	return err == nil && r.worst >= least // never is no severity
}
