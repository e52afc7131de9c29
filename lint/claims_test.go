package lint_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/titlelint/titlelint/lint"
)

// Each phrase of the tables fires its rule where it is meant and nowhere else:
// not as a piece of other words, in another kind of goods, in 《》 or “”.
func TestClaims(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, c := range []struct {
		title, category, rule string
		fires                 bool
	}{
		{"第一名校作业本 16K", "", "WX601", false},
		{"行业第一扫地机", "", "WX601", true},
		{"《天下第一》长篇小说 精装", "", "WX601", false},
		{"高原单人帐篷 防风", "", "WX703", false},
		{"外贸原单卫衣 连帽", "", "WX703", true},
		{"一比一人体骨骼模型 教学", "图书>文化用品>教学/展示用品", "WX703", false},
		{"一比一风衣 男 立领", "服饰内衣>男装>外套>风衣", "WX703", true},
		{"增强免疫力灵芝胶囊 60粒", "保健食品/膳食营养补充食品>保健食品>增强免疫", "WX602", false},
		{"增强免疫力山药饼干 500克", "食品饮料>休闲食品>饼干蛋糕", "WX602", true},
		{"淡化旧疤修护霜 30g", "美妆护肤>面部护肤>乳液/面霜", "WX602", true},
		{"奇效片 0.5mg*24粒/盒 消炎", "", "WX602", false},
		{"半永久纹绣笔 眉毛", "", "WX603", false},
		{"十五天见效增高鞋垫", "", "WX603", true},
		{"茶盘 实木 电话：0571-88886666", "", "WX701", true},
		{"茶盘 实木 一三九零零一三九零零零", "", "WX701", true},
		{"茶盘 实木 139001390001234", "", "WX701", false},
		{"茶盘 实木 型号13900139000A", "", "WX701", true},
		{"WX-500 数码相机 30倍变焦", "", "WX701", false},
		{"VX500螺丝刀头 电动", "", "WX701", false},
		{"手提包 官网 www.example.com", "", "WX701", true},
		{"茶盘 实木 加❤咨询", "", "WX701", true},
		{"虫草花鸡汤料 50克", "食品饮料>粮油调味>南北干货", "WX702", false},
		{"冬虫夏草 10克 整根", "食品饮料>粮油调味>南北干货", "WX702", true},
		{"编号 A12 羊毛大衣 女", "", "WX104", true},
		{"编号布袋 棉麻 收纳", "", "WX104", false},
		{"我们都爱吃的芒果干 500g", "", "WX202", true},
		{"“我们都爱”印花T恤 男", "", "WX202", false},
	} {
		codes := map[string]bool{}
		for _, f := range l.Check(lint.Title{Text: c.title, Category: c.category}).Findings {
			codes[f.Rule] = true
		}
		assert.Equal(t, c.fires, codes[c.rule], "%s on %s", c.rule, c.title)
	}
}

// Goods in the wrong category are an error, in their own an info.
func TestRestrictedCategorySeverity(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for category, want := range map[string]lint.Severity{
		"食品饮料>传统滋补>冬虫夏草":  lint.Info,
		"食品饮料>传统滋补>其他滋补品": lint.Error,
		"": lint.Info,
	} {
		for _, f := range l.Check(lint.Title{Text: "那曲冬虫夏草 礼盒 20克", Category: category}).Findings {
			if f.Rule == "WX702" {
				assert.Equal(t, want, f.Severity, category)
				want = 0
			}
		}
		assert.Zero(t, want, category)
	}
}
