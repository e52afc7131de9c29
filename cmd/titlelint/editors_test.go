package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// concise returns the lines that editors read, for a file in a folder whose
// name holds Chinese and a space.
func concise(t *testing.T) (file string, lines []string) {
	t.Helper()
	t.Setenv("LC_ALL", "")
	file = filepath.Join(t.TempDir(), "店 a", "goods.csv")
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
	require.NoError(t, os.WriteFile(file, []byte("id,商品名称\n7,男士纯棉☆短袖T恤\n8,男士纯棉短袖T恤夏季!!!\n"), 0o666))
	var out, errs bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs}
	require.Equal(t, exitFindings, c.Main([]string{"check", "--format", "concise", file}), errs.String())
	return file, strings.Split(strings.TrimSpace(out.String()), "\n")
}

func example(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../examples", path))
	require.NoError(t, err)
	return string(data)
}

func TestVSCodeProblemMatcher(t *testing.T) {
	var tasks struct {
		Tasks []struct {
			Label          string
			ProblemMatcher struct {
				Pattern struct {
					Regexp                                      string
					File, Line, Column, Severity, Code, Message int
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(example(t, "editors/vscode/tasks.json")), &tasks))
	require.Len(t, tasks.Tasks, 1)
	p := tasks.Tasks[0].ProblemMatcher.Pattern
	re := regexp.MustCompile(p.Regexp)
	file, lines := concise(t)
	want := [][]string{{"2", "7", "error", "WX002"}, {"3", "13", "warning", "WX201"}}
	require.Len(t, lines, len(want))
	for i, line := range lines {
		m := re.FindStringSubmatch(line)
		require.NotNil(t, m, line)
		assert.Equal(t, file, m[p.File])
		assert.Equal(t, want[i], []string{m[p.Line], m[p.Column], m[p.Severity], m[p.Code]})
		assert.NotEmpty(t, m[p.Message])
	}
	assert.Equal(t, `C:\店\a.csv`, re.FindStringSubmatch(`C:\店\a.csv:2:7: error WX002 x`)[p.File])
	assert.Nil(t, re.FindStringSubmatch("titlelint: a.csv：找不到这个文件"))
	assert.Contains(t, example(t, "editors/vscode/settings.json"), `"`+tasks.Tasks[0].Label+`":`)
}

// The errorformat of the plugin, as a regular expression, reads the lines; the
// script editors.txtar lets Vim itself read them.
func TestVimErrorformat(t *testing.T) {
	format := regexp.MustCompile(`s:format = '(.+)'`).FindStringSubmatch(example(t, "editors/vim/plugin/titlelint.vim"))[1]
	compiler := regexp.MustCompile(`errorformat=(.+)`).FindStringSubmatch(example(t, "editors/vim/compiler/titlelint.vim"))[1]
	assert.Equal(t, format, strings.ReplaceAll(compiler, `\ `, " "))
	var res []*regexp.Regexp
	for _, one := range strings.Split(format, ",") {
		if strings.HasPrefix(one, "%-G") {
			continue
		}
		e := strings.NewReplacer("%f", "(.+?)", "%l", `(\d+)`, "%c", `(\d+)`, "%t", "(.)", "%m", "(.+)").Replace(one)
		res = append(res, regexp.MustCompile("^"+e+"$"))
	}
	require.Len(t, res, 3)
	file, lines := concise(t)
	for i, line := range lines {
		m := res[i].FindStringSubmatch(line) // an error, then a warning
		require.NotNil(t, m, line)
		assert.Equal(t, file, m[1])
		assert.True(t, strings.HasPrefix(m[5], "WX"), m[5])
	}
}
