package dict

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func claims(t *testing.T, rows ...string) *Claims {
	t.Helper()
	table := "phrase\trule\tlevel\tonly\tunless\tswap\tsource\n" + strings.Join(rows, "\n")
	l, err := readClaims(strings.NewReader(table), strings.NewReader("group\tsteps\tsource\n@衣\t男装,女装\town\n"))
	require.NoError(t, err)
	return l
}

func TestClaimsWalk(t *testing.T) {
	l := claims(t,
		"第一\tWX601\terror\t\t\t\tadlaw",
		"第一(步|课)\tWX601\tallow\t\t\t\tadlaw",
		"N天见效\tWX603\terror\t\t\t\tadlaw",
		"淡化…疤\tWX602\terror\t\t\t\tadlaw",
	)
	for _, c := range []struct {
		text string
		at   int
		want []int
	}{
		{"第一步", 0, []int{2, 3}},
		{"第一课", 0, []int{2, 3}},
		{"第一名", 0, []int{2}},
		{"7天见效", 0, []int{4}},
		{"十五天见效", 0, []int{5}},
		{"十五天见效", 1, nil}, // the number begins before
		{"淡化痘印疤", 0, []int{5}},
		{"淡化疤", 0, []int{3}},
		{"淡化 疤", 0, nil},       // no gap over a space
		{"淡化一二三四五六七疤", 0, nil}, // too far
		{"", 0, nil},
	} {
		var got []int
		l.Walk([]rune(c.text), c.at, func(n int, _ []Claim) { got = append(got, n) })
		assert.Equal(t, c.want, got, "%s at %d", c.text, c.at)
	}
}

func TestClaimHolds(t *testing.T) {
	l := claims(t, "复刻\tWX703\terror\t@衣\t棉衣\t\ttrade")
	c := l.rows[0].claim
	assert.Equal(t, []string{"男装", "女装"}, c.Only)
	assert.True(t, c.Holds([]*Node{{Path: "服饰内衣>男装>风衣"}}))
	assert.False(t, c.Holds([]*Node{{Path: "服饰内衣>男装>棉衣"}}))
	assert.False(t, c.Holds([]*Node{{Path: "图书>小说"}}))
	assert.False(t, c.Holds(nil))
}

func TestClaimsRefuseBadRows(t *testing.T) {
	for _, row := range []string{
		"第一\tWX601\tgrave\t\t\t\tadlaw",
		"第一\tWX601\terror\t\t\t\t",
		"\tWX601\terror\t\t\t\tadlaw",
		"第一\tWX601\terror\t@无\t\t\tadlaw",
	} {
		_, err := readClaims(strings.NewReader("phrase\trule\tlevel\tonly\tunless\tswap\tsource\n"+row), strings.NewReader("group\tsteps\tsource\n"))
		assert.Error(t, err, row)
	}
}

// A row that can never match, stands twice or names no category is found.
func TestClaimsVerify(t *testing.T) {
	lexicon, err := Builtin()
	require.NoError(t, err)
	l := claims(t,
		"NO1\tWX601\terror\t\t\t\tadlaw",
		"秒，杀\tWX104\terror\t\t\t\taug25",
		"第一\tWX601\terror\t\t\t\tadlaw",
		"第(一|二)\tWX601\terror\t\t\t\tadlaw",
		"极品\tWX601\terror\t没有这个类目\t\t\tadlaw",
	)
	assert.Len(t, l.Verify(lexicon), 4)

	builtin, err := BuiltinClaims()
	require.NoError(t, err)
	assert.Empty(t, builtin.Verify(lexicon))
}

func TestBuiltinTalk(t *testing.T) {
	talk, err := BuiltinTalk()
	require.NoError(t, err)
	assert.Equal(t, Particle, talk["啦"])
	_, err = readTalk(strings.NewReader("word\tclass\tsource\n啦\tnoise\town\n"))
	assert.Error(t, err)
}
