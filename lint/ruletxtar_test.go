package lint_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
)

// testdata/rules/WXnnn.txtar holds titles for one rule, in sections
//
//	-- good --
//	金属项链接扣 DIY配件 弹簧圈
//	    # 链接 stands inside 项链接扣
//	-- bad --
//	牛皮皮带男 自动扣
//	    category = 鞋靴>流行男鞋>休闲鞋
//	    warning 「皮带」
//
// A good title must not fire the rule; a bad one must fire it as the lines
// below it say: severity, the spans as they stand in the title or "whole
// title", and the rule that tells the cause better, if one does. What other
// rules find does not count here. A title begins its line; in "" it may hold
// escapes (\u200b). Indented below it stand columns (category, brand, short,
// id, off-shelf), notes after #, and the findings of a bad title. The titles of
// one section are one run, for the rules over all titles; there may be several
// sections of a kind.
//
// A section "todo good" or "todo bad" holds titles that the rule still judges
// wrongly: they fail nothing; -v shows those that come out right by now.
//
//	go test ./lint -run RuleFiles -update
//
// rewrites the findings below bad titles that fire. It never changes what is
// good or bad.
var update = flag.Bool("update", false, "rewrite golden findings")

// builtin is the linter of all tests that want no options.
var builtin = sync.OnceValue(func() *lint.Linter {
	l, err := lint.New(lint.Options{Year: 2026})
	if err != nil {
		panic(err)
	}
	return l
})

func TestRuleFiles(t *testing.T) {
	for _, rule := range lint.Builtin() {
		t.Run(rule.Code, func(t *testing.T) {
			path := filepath.Join("testdata", "rules", rule.Code+".txtar")
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			count := map[string]int{}
			for i := range archive.Files {
				f := &archive.Files[i]
				entries := readEntries(t, string(f.Data))
				count[f.Name] += len(entries)
				checkEntries(t, rule.Code, f.Name, entries)
				f.Data = []byte(writeEntries(entries))
			}
			assert.NotZero(t, count["good"], "good titles")
			assert.NotZero(t, count["bad"], "bad titles")
			if *update {
				require.NoError(t, os.WriteFile(path, txtar.Format(archive), 0o666))
			}
		})
	}
}

// entry is a title of a rule file with the lines below it.
type entry struct {
	lint.Title
	line  string   // the title as the file has it
	above []string // columns and notes
	want  []string // findings
}

// checkEntries lints the entries of one section; with -update the findings of
// the bad ones become what they are.
func checkEntries(t *testing.T, rule, section string, entries []entry) {
	var titles []lint.Title
	for _, e := range entries {
		titles = append(titles, e.Title)
	}
	results, err := builtin().CheckAll(context.Background(), titles, nil)
	require.NoError(t, err)
	for i, r := range results {
		e := &entries[i]
		var got []string
		for _, f := range r.Findings {
			if f.Rule == rule {
				got = append(got, findingLine(f))
			}
		}
		switch section {
		case "good":
			assert.Empty(t, got, "good: %s", e.line)
		case "bad":
			if assert.NotEmpty(t, got, "bad, but does not fire: %s", e.line) && *update {
				e.want = got
			}
			assert.Equal(t, e.want, got, "%s (-update rewrites)", e.line)
		case "todo good", "todo bad":
			if (len(got) > 0) == (section == "todo bad") {
				t.Logf("right by now, no longer %s: %s", section, e.line)
			}
		default:
			t.Fatalf("unknown section %q", section)
		}
	}
}

func findingLine(f lint.Finding) string {
	var b strings.Builder
	fmt.Fprint(&b, f.Severity, " ")
	for _, s := range f.Spans {
		text := strconv.Quote(s.Text)
		fmt.Fprintf(&b, "「%s」", text[1:len(text)-1])
	}
	if len(f.Spans) == 0 {
		b.WriteString("whole title")
	}
	if f.AbsorbedBy != "" {
		b.WriteString(" absorbed by " + f.AbsorbedBy)
	}
	return b.String()
}

func readEntries(t *testing.T, data string) []entry {
	var entries []entry
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, "\n")
		below := strings.TrimLeft(line, " ")
		switch {
		case below == "":
		case below == line:
			e := entry{line: line, Title: lint.Title{Text: line, ID: strconv.Itoa(len(entries))}}
			if strings.HasPrefix(line, `"`) {
				var err error
				e.Text, err = strconv.Unquote(line)
				require.NoError(t, err, line)
			}
			entries = append(entries, e)
		default:
			require.NotEmpty(t, entries, "no title above %q", line)
			e := &entries[len(entries)-1]
			key, value, _ := strings.Cut(below, " = ")
			switch {
			case strings.HasPrefix(below, "#"):
			case key == "category":
				e.Category = value
			case key == "brand":
				e.Brand = value
			case key == "short":
				e.ShortText = value
			case key == "id":
				e.ID = value
			case below == "off-shelf":
				e.OffShelf = true
			default:
				e.want = append(e.want, below)
				continue
			}
			e.above = append(e.above, below)
		}
	}
	return entries
}

func writeEntries(entries []entry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintln(&b, e.line)
		for _, line := range append(e.above, e.want...) {
			fmt.Fprintln(&b, "    "+line)
		}
	}
	return b.String()
}
