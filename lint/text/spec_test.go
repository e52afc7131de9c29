package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSpecLength(t *testing.T) {
	l := builtin(t)
	for _, c := range []struct {
		text string
		want string // the specification at its head; "" where there is none
	}{
		{"20寸登机箱", "20寸"},
		{"1.5m床", "1.5m"},
		{"30枚", "30枚"},
		{"500ml*2瓶装", "500ml*2瓶"},
		{"30*42cm画框", "30*42cm"},
		{"3-6-12个月宝宝", "3-6-12个月"},
		{"2个/份", "2个/份"},
		{"1:1", "1:1"},
		{"4gb+64gb", "4gb+64gb"},
		{"8手机壳", ""},
		{"150 显长", ""},
		{"5mm", "5mm"},
		{"5mmx", ""},
	} {
		n, _ := specLength([]rune(c.text), l)
		assert.Equal(t, c.want, string([]rune(c.text)[:n]), c.text)
	}
}
