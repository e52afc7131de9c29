package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
)

var update = flag.Bool("update", false, "rewrite the generated parts of the READMEs")

// ruleTable returns the rules as a table of Markdown.
func ruleTable(lang string) string {
	s := report.Style{Lang: lang}
	var b strings.Builder
	if lang == "en" {
		b.WriteString("| code | name | severity | source | fires when |\n|---|---|---|---|---|\n")
	} else {
		b.WriteString("| 编号 | 问题 | 级别 | 依据 | 什么情况会报 |\n|---|---|---|---|---|\n")
	}
	cell := strings.NewReplacer("|", `\|`, "\n", " ")
	for _, r := range lint.Builtin() {
		name, standing := r.Name, string(r.Doc.Standing())
		if lang != "en" {
			name, standing = r.Doc.Title.ZH, s.Standing(r.Doc.Standing())
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.Code, cell.Replace(name), s.Severity(r.Severity), standing, cell.Replace(r.Doc.What.In(lang)))
	}
	return b.String()
}

var generated = regexp.MustCompile(`(?s)(<!-- rules -->\n).*?(<!-- /rules -->)`)

// Both READMEs hold the table of the rules that exist.
func TestReadmeRules(t *testing.T) {
	for name, lang := range map[string]string{"README.md": "en", "README.zh-CN.md": "zh"} {
		path := filepath.Join("../..", name)
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, generated.Match(data), "%s has no place for the rules", name)
		want := generated.ReplaceAllString(string(data), "${1}\n"+strings.ReplaceAll(ruleTable(lang), "$", "$$")+"\n${2}")
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(want), 0o666))
		} else if want != string(data) {
			t.Errorf("the table of rules in %s is stale: go test ./cmd/titlelint -run Readme -update", name)
		}
	}
}

// The READMEs link to files that exist.
func TestReadmeLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)\)|src="([^":]+)"`)
	for _, name := range []string{"README.md", "README.zh-CN.md", "CONTRIBUTING.md"} {
		data, err := os.ReadFile(filepath.Join("../..", name))
		require.NoError(t, err)
		for _, m := range link.FindAllStringSubmatch(string(data), -1) {
			_, err := os.Stat(filepath.Join("../..", m[1]+m[2]))
			assert.NoError(t, err, name)
		}
	}
}

// Every key that the configuration knows stands in both READMEs and in the
// documented example.
func TestReadmeConfiguration(t *testing.T) {
	for _, name := range []string{"README.md", "README.zh-CN.md", "examples/config/.titlelint.yaml"} {
		data, err := os.ReadFile(filepath.Join("../..", name))
		require.NoError(t, err)
		for _, key := range []string{"rules", "authorised_brands", "authorised_people", "authorised_ips", "shop_brand", "dict", "columns", "order", "year", "user_rules"} {
			assert.Contains(t, string(data), key, name)
		}
	}
}
