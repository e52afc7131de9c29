package report

import (
	"io"
	"testing"

	"github.com/titlelint/titlelint/lint"
)

// lint/RULES.md is what the rules say of themselves.
func TestReference(t *testing.T) {
	golden(t, "../../RULES.md", func(w io.Writer) error { return Reference(w, lint.Builtin()) })
}
