package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/titlelint/titlelint/lint"
)

// The platform's own examples come out as the platform says: a good title has
// no error and none of WX101, WX102, WX103, WX301; a bad one breaks one of the
// rules named. The sources are listed in RULES.md.
func TestOfficialExamples(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, c := range []struct{ title, want, source string }{
		{"黄汝敦煌繁花陶瓷茶具套组", "ok", "manual"},
		{"精致茶壶茶杯整套功夫茶具 ZH1520", "ok", "manual"},
		{"精致茶壶茶杯整套功夫茶具", "ok", "manual"},
		{"黑色时尚休闲男女士短袜百搭透气吸汗夏季薄款", "ok", "press"},
		{"糖醋排骨【预订价10元】", "ok", "api"},
		{"CheddarCheese切达干酪", "ok", "api"},
		{"百岁山天然矿泉水1L*15瓶", "ok", "api"},
		{"小个子 150 显长大衣", "ok", "press"},
		{"能带上飞机的 20 寸登机箱", "ok", "press"},
		{"油痘肌 遮瑕 粉底液", "ok", "press"},
		{"黄汝敦煌繁花套组-ZH1520", "WX101", "manual"},
		{"正宗五指毛桃根√", "WX002", "api"},
		{"Classic Whole Wheat", "WX003", "api"},
		{"便携式折叠扇第Ⅲ代", "WX002", "api"},
		{"iPhone 13", "WX003", "api"},
		{"[五元]扇子", "WX001", "api"},
		{"女鞋", "WX103", "press"},
		{"开衫外套", "WX103", "press"},
		{"轮滑鞋成人溜冰鞋休闲鞋轮滑鞋 40", "WX301", "rules22"},
		{"雅诗兰dai小棕瓶精华液", "WX401", "rules22"},
		{"雅诗兰D小棕瓶精华液", "WX401", "rules22"},
		{"大bao保湿面霜", "WX401", "rules22"},
		{"香奈家同款小香风外套", "WX501", "guide"},
		{"某印良品同款收纳盒", "WX501", "guide"},
		{"杨幂同款羊毛大衣", "WX502", "guide"},
		{"3号链接连衣裙女夏季", "WX104", "aug25"},
		{"秒杀男士纯棉短袖T恤", "WX104", "aug25"},
		{"按编号拍品翡翠手镯", "WX104", "aug25"},
		{"好物分享", "WX104", "aug25"},
		{"铁观音小青柑龙井绿茶金骏眉碧螺春", "WX102 WX503", "press"},
		{"买一送一", "WX101", "press"},
		{"&茶 *150g/30小包 #A12", "WX201", "rules22"},
	} {
		r := l.Check(lint.Title{Text: c.title})
		if c.want != "ok" {
			assert.True(t, slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return strings.Contains(c.want, f.Rule) }), "%s (%s) wants %s, has %v", c.title, c.source, c.want, shown(r))
			continue
		}
		for _, f := range r.Findings {
			assert.True(t, f.Severity < lint.Error && !strings.Contains("WX101 WX102 WX103 WX301", f.Rule), "%s (%s): %s %s", c.title, c.source, f.Rule, f.Message)
		}
		assert.Nil(t, r.Suggestion, "%s is good as it is", c.title)
	}
}
