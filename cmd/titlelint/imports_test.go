package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Imports go one way: cmd → {config, sheet, report} → lint → text → dict.
func TestImportDirection(t *testing.T) {
	const module = "github.com/titlelint/titlelint/"
	allowed := map[string]string{
		"dict":                   "",
		"lint/text":              "dict",
		"lint/internal/nearest":  "",
		"lint/internal/disguise": "dict lint/text",
		"lint":                   "dict lint/text lint/internal/disguise lint/internal/nearest",
		"lint/config":            "dict lint lint/text lint/internal/nearest",
		"lint/sheet":             "lint lint/internal/nearest lint/sheet/internal/xlsx",
		"lint/report":            "dict lint lint/text lint/internal/nearest",
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").Output()
	require.NoError(t, err)
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		imports := strings.Fields(line)
		from := strings.TrimPrefix(imports[0], module)
		may, watched := allowed[from]
		for _, to := range imports[1:] {
			if to, ours := strings.CutPrefix(to, module); ours && watched {
				assert.Contains(t, strings.Fields(may), to, "%s imports %s", from, to)
			}
		}
	}
}

// go-pinyin costs 1.8 ms of every start: it belongs into the generator only.
func TestNoPinyinInTheBinary(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	require.NoError(t, err)
	assert.NotContains(t, string(out), "go-pinyin")
}
