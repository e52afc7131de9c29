package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
)

// The exit codes. The higher one wins.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1 // findings at or above --fail-on
	exitUsage    = 2 // wrong flags, configuration or dictionary
	exitInput    = 3 // input unreadable, output unwritable, or nothing checked
)

// Command is titlelint with its streams, so that tests can run it.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer

	lang  string
	color string
}

// exit ends a command with a code of its own. The message, where there is one,
// was not printed yet.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// Main runs the command and returns its exit code.
func (c *Command) Main(args []string) int {
	root := c.root()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return exitClean
	}
	var e *exit
	if !errors.As(err, &e) {
		e = &exit{exitUsage, err} // cobra refused the flags or the arguments
	}
	if e.err != nil {
		c.complain(e.err)
	}
	return e.code
}

// complain prints an error in the language of the run.
func (c *Command) complain(err error) {
	fmt.Fprintln(c.Stderr, "titlelint: "+inLanguage(err, c.language()))
}

// inLanguage returns the text of an error in the language, where it has two.
func inLanguage(err error, lang string) string {
	var two interface{ In(string) string }
	if errors.As(err, &two) {
		return two.In(lang)
	}
	return err.Error()
}

func (c *Command) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "titlelint",
		Short:         "检查微信小店商品标题 · lint product titles of WeChat Store listings",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	root.PersistentFlags().StringVar(&c.lang, "lang", "", "zh 或 en；不写则看系统语言 · language of the output")
	root.PersistentFlags().StringVar(&c.color, "color", "auto", "auto、always 或 never · colours")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if c.lang != "" && c.lang != "zh" && c.lang != "en" {
			return fmt.Errorf("--lang wants zh or en, not %q", c.lang)
		}
		if c.color != "auto" && c.color != "always" && c.color != "never" {
			return fmt.Errorf("--color wants auto, always or never, not %q", c.color)
		}
		return nil
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; %s%s --help", err, c.say("可用的选项见 ", "see "), cmd.CommandPath())
	})
	root.AddCommand(c.check(), c.apply(), c.parse(), c.fix(), c.explain(), c.rules(), c.dict(), c.version())
	return root
}

// wantsFile refuses a command that was given nothing to read, and says how it
// is called.
func (c *Command) wantsFile(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return nil
		}
		return fmt.Errorf(c.say("请给出要检查的文件，例如 titlelint %s 商品.xlsx；- 表示标准输入", "name a file, such as titlelint %s export.xlsx; - means stdin"), command)
	}
}

// language returns the language for people: --lang, else English for an
// English locale, else Chinese. An unset, C or POSIX locale means Chinese.
func (c *Command) language() string {
	if c.lang != "" {
		return c.lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "en") {
				return "en"
			}
			return "zh"
		}
	}
	return "zh"
}

// machineLanguage returns the language of formats for programs, which must not
// change with the locale: --lang, else Chinese.
func (c *Command) machineLanguage() string {
	if c.lang != "" {
		return c.lang
	}
	return "zh"
}

func (c *Command) style() report.Style {
	s := report.Style{Lang: c.language(), Color: c.color == "always"}
	if c.color == "auto" && os.Getenv("NO_COLOR") == "" {
		s.Color = isTerminal(c.Stdout)
	}
	return s
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (c *Command) say(zh, en string) string { return lint.Text{ZH: zh, EN: en}.In(c.language()) }
