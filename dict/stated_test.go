package dict

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStatedIsSound(t *testing.T) {
	l, err := Builtin()
	require.NoError(t, err)
	s, err := BuiltinStated()
	require.NoError(t, err)
	assert.Empty(t, s.Verify(l.Tree))
	tree, err := os.Open("data/tree.tsv")
	require.NoError(t, err)
	defer tree.Close()
	require.NoError(t, ReadTable(tree, "tree.tsv", []string{"id", "name", "parent", "leaf", "path"}, func(_ int, c []string) error {
		if c[2] == "0" {
			assert.NotEmpty(t, s.Of(l.Tree.Find(c[4])).Chinese, c[4])
		}
		return nil
	}))
}

func TestStatedOf(t *testing.T) {
	l, err := Builtin()
	require.NoError(t, err)
	s := Stated{"生鲜": {[]string{"产地"}, []string{"origin"}}, "生鲜>水果": {[]string{"品种"}, []string{"variety"}}}
	tests := []struct {
		path string
		want []string
	}{
		{"生鲜>水果>苹果", []string{"品种"}}, // the deepest step that is listed
		{"生鲜>蔬菜", []string{"产地"}},
		{"图书", nil},
	}
	for _, test := range tests {
		n := l.Tree.Find(test.path)
		require.NotNil(t, n, test.path)
		assert.Equal(t, test.want, s.Of(n).Chinese, test.path)
	}
	assert.Empty(t, s.Of(nil).Chinese)
}

func TestStatedErrors(t *testing.T) {
	const header = "category\tstates\tenglish\tsource\n"
	tests := []struct{ table, want string }{
		{header + "生鲜\t产地,规格\torigin\town\n", `stated.tsv:2: "生鲜" has 2 attributes in Chinese and 1 in English`},
		{header + "生鲜\t产地\torigin\t\n", `stated.tsv:2: "生鲜" has no source`},
		{header + "生鲜\t产地\torigin\town\n生鲜\t产地\torigin\town\n", `stated.tsv:3: "生鲜" stands twice`},
	}
	for _, test := range tests {
		_, err := readStated(strings.NewReader(test.table))
		assert.ErrorContains(t, err, test.want)
	}
	l, err := Builtin()
	require.NoError(t, err)
	assert.Len(t, Stated{"没有这类": {}}.Verify(l.Tree), 1)
}
