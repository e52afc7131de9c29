package dict

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// smallTables are tables that hold every case that the image tells apart.
func smallTables() fstest.MapFS {
	table := func(rows ...string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Join(rows, "\n") + "\n")}
	}
	return fstest.MapFS{
		"tree.tsv":        table("id\tname\tparent\tleaf\tpath", "20\t裙\t10\t1\t女装>裙", "10\t女装\t0\t0\t女装", "30\t裙\t0\t1\t裙"),
		"traditional.tsv": table("from\tto\tsource", "連\t连\tt", "𠮟\t叱\tt"),
		"twins.tsv":       table("character\ttwin\tsafe\tsource", "U+200B\t\tsafe\tt", "℃\t度\tunsafe\tt"),
		"uses.tsv":        table("noun\tmade_for\tsource", "壳\t手机,平板\tt", "衣架\t衣服\tt"),
		"general.tsv":     table("word\tfrequency", "的\t3000000", "裙子\t5", "长裙子\t7", "𠮷\t3"),
		"words/a.tsv":     table("term\tkind\tcanonical\tattributes\tsource", "裙\tcategory\t\tin=20\tone", "壳\tcategory\t\thead;in=20,30\ttwo", "长裙子\tcategory\t\tphrase\tone"),
		"words/b/c.tsv":   table("# a note", "term\tkind\tcanonical\tattributes\tsource", "裙\tstyle\t裙式\t\ttwo", "𠮷x\tbrand\t\twith="+strings.Repeat("裙,", 100)+"\tone"),
	}
}

func TestLoad(t *testing.T) {
	l, err := Load(smallTables())
	require.NoError(t, err)
	assert.Empty(t, tablesOnly(l.Verify()))

	require.Len(t, l.Lookup("裙"), 2)
	assert.Equal(t, "裙", l.As("裙", Category).Canonical)
	assert.Equal(t, "two", l.As("裙", Style).Source)
	assert.Len(t, l.As("𠮷x", Brand).Attr("with"), 400)
	assert.Nil(t, l.Lookup("裙子"), "a word of ordinary language has no entry")
	assert.Nil(t, l.Lookup("衣架"), "nor has a noun that only a relation names")
	assert.Nil(t, l.Lookup(""))
	assert.Equal(t, []string{"手机", "平板"}, l.MadeFor("壳"))
	assert.Equal(t, []string{"衣服"}, l.MadeFor("衣架"))
	assert.Nil(t, l.MadeFor("裙"))
	assert.Equal(t, 7, l.General("长裙子"))
	assert.Equal(t, 0, l.General("裙"))
	assert.Equal(t, map[Kind]int{Category: 3, Style: 1, Brand: 1}, l.Stats())
	assert.Equal(t, []*Node{l.Tree.Node(20), l.Tree.Node(30)}, l.Nodes(l.As("壳", Category)))
	assert.Nil(t, l.Tree.Find("裙子"))
	assert.Equal(t, 30, l.Tree.Find("裙").ID, "a path before a name")
	assert.Equal(t, 20, l.Tree.Find("女装 > 连衣裙 > 裙").ID)
	assert.Equal(t, '叱', l.Folder.Fold('𠮟'))
	assert.Equal(t, '连', l.Folder.Fold('連'))

	words := map[string]int{}
	l.Words(func(w string, n int) { words[w] = n })
	assert.Equal(t, map[string]int{"的": 3000000, "裙子": 5, "𠮷": 3, "裙": 2000, "壳": 2000, "𠮷x": 2000}, words)
}

// tablesOnly leaves out what is wrong with the claims, which are not among the
// small tables.
func tablesOnly(wrong []error) []error {
	var left []error
	for _, err := range wrong {
		var at *TableError
		if !errors.As(err, &at) || at.File != "claims.tsv" {
			left = append(left, err)
		}
	}
	return left
}

func TestFaultsHavePlaces(t *testing.T) {
	fsys := smallTables()
	fsys["words/d.tsv"] = &fstest.MapFile{Data: []byte("term\tkind\tcanonical\tattributes\tsource\n裙\tcategory\t\tin=99\t\n" +
		"半裙\tcategory\t\tis=短裙\town\n短裙\tcategory\t\tis=半裙\town\n")}
	c, err := Compile(fsys)
	require.NoError(t, err)
	var wrong []string
	for _, err := range tablesOnly(c.Verify()) {
		wrong = append(wrong, err.Error())
	}
	assert.Equal(t, []string{
		`words/d.tsv:2: "裙" has no source`,
		`words/d.tsv:2: "裙" is category already in words/a.tsv:2`,
		`words/d.tsv:2: "裙" stands in category "99", which the tree does not know`,
		`words/d.tsv:3: "半裙" is a kind of itself, by way of "短裙"`,
		`words/d.tsv:4: "短裙" is a kind of itself, by way of "半裙"`,
	}, wrong)
}

func TestMalformedTables(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"words/a.tsv", "term\tkind\tcanonical\tattributes\tsource\n\tcategory\t\t\town\n", "compile the dictionary: words/a.tsv:2: the term is empty"},
		{"general.tsv", "word\tfrequency\n的\t0\n", `compile the dictionary: general.tsv:2: the frequency of "的" is 0`},
		{"twins.tsv", "character\ttwin\tsafe\tsource\n℃\t度\tyes\tt\n", `compile the dictionary: twins.tsv:2: the column safe holds "yes", want safe or unsafe`},
		{"tree.tsv", "id\tname\tparent\tleaf\tpath\n1\ta\t0\t1\ta\n1\tb\t0\t1\tb\n", "compile the dictionary: tree.tsv: the category id 1 stands twice"},
	} {
		fsys := smallTables()
		fsys[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		_, err := Load(fsys)
		assert.EqualError(t, err, c.want)
	}
	fsys := smallTables()
	delete(fsys, "uses.tsv")
	_, err := Load(fsys)
	assert.Error(t, err)
}
