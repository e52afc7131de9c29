package lint

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every form of addresses finds its own, and the marks that it is first looked
// for by lose none: without them it finds nothing.
func TestAddressForms(t *testing.T) {
	l, err := New(Options{})
	require.NoError(t, err)
	for _, address := range []string{
		"https://abc.example", "www.abc123.com", "abc-123.taobao", "微信号：abc88888", "vx：abc88888", "weixin abc88888", "薇信 abc88888",
		"qq：88888888", "扣扣群88888888", "企鹅 88888888", "电话：021-88888888", "手机13900001111", "加❤同款", "❤️同号",
	} {
		assert.Contains(t, shown(l.Check(Title{Text: "真皮腰带 自动扣男士 " + address})), "WX701", address)
	}
	for _, none := range []string{"腰带 微信棋牌桌布", "企鹅毛绒玩具 30厘米", "爱心❤抱枕 1.5米"} {
		assert.NotContains(t, shown(l.Check(Title{Text: "真皮腰带 自动扣男士 " + none})), "WX701", none)
	}
}
