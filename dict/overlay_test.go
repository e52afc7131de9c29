package dict

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const ownHeader = "term\tkind\tcanonical\tattributes\tsource\n"

func addOwn(t testing.TB, l *Lexicon, rows ...string) {
	t.Helper()
	require.NoError(t, l.AddWords(strings.NewReader(ownHeader+strings.Join(rows, "\n")+"\n"), "own.tsv"))
}

func TestOwnWords(t *testing.T) {
	l, other := openBuilt(t), openBuilt(t)
	before := l.Lookup("连衣裙")
	addOwn(t, l, "连衣裙\tcategory\t裙子\thouse\town", "連衣裙\tbrand\t\t\town", "ＱＷＱ\tbrand\tqwq公司\twith=茶\town", "qwq\tbrand\tqwq集团\t\town")
	addOwn(t, l, "qwq茶\tcategory\t\tin=6061\town")

	assert.Equal(t, "裙子", l.As("连衣裙", Category).Canonical, "the shop's own entry wins")
	assert.NotNil(t, l.As("连衣裙", Brand), "own words are folded")
	assert.Len(t, l.Lookup("连衣裙"), len(before)+1)
	assert.Equal(t, "qwq集团", l.As("qwq", Brand).Canonical, "the last row wins")
	assert.Len(t, l.Lookup("qwq"), 1)
	assert.Equal(t, l.Tree.Node(6061), l.Nodes(l.As("qwq茶", Category))[0])
	assert.Equal(t, before, other.Lookup("连衣裙"), "another lexicon knows nothing of it")
	assert.Equal(t, other.Stats()[Brand]+3, l.Stats()[Brand])
	assert.Equal(t, other.MadeFor("手机壳"), l.MadeFor("手机壳"))

	var found []string
	l.Walk([]rune("qwq茶叶"), func(n int, e []*Entry) { found = append(found, string([]rune("qwq茶叶")[:n])) })
	assert.Equal(t, []string{"qwq", "qwq茶"}, found)
}

func TestOwnWordsAreVerified(t *testing.T) {
	l := openBuilt(t)
	require.Empty(t, l.Verify())
	addOwn(t, l, "连衣裙\tcategory\t\t\town", "好！\tcategory\t\t\town", "qwq\tbrand\t\t\t")
	var wrong []string
	for _, err := range l.Verify() {
		wrong = append(wrong, err.Error())
	}
	require.Len(t, wrong, 3)
	assert.Equal(t, `own.tsv:2: "连衣裙" is category already in the built-in lexicon`, wrong[0])
	assert.Contains(t, wrong[1], "own.tsv:3: ")
	assert.Equal(t, `own.tsv:4: "qwq" has no source`, wrong[2])
}

func TestMalformedOwnWords(t *testing.T) {
	err := openBuilt(t).AddWords(strings.NewReader(ownHeader+"茶\tdrink\t\t\town\n"), "own.tsv")
	assert.EqualError(t, err, `own.tsv:2: unknown kind "drink"`)
}
