package lint

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// chooseUnknown decides of the words that no table lists. One in the name of the
// goods stays, and so does one that opens the title, as brands and series do,
// and a short one among words that are known: the order of the title is kept,
// so it says what it said there. Talk goes, and so do single characters and
// Latin letters that stand for nothing.
func (w *rewrite) chooseUnknown() {
	for i := 0; i < len(w.pieces); {
		if !w.unknown(i) {
			i++
			continue
		}
		j := i + 1
		for j < len(w.pieces) && w.unknown(j) && w.fastened(j-1, j) {
			j++
		}
		w.judge(i, j)
		i = j
	}
}

func (w *rewrite) unknown(i int) bool {
	c := &w.pieces[i]
	return !c.dropped && !c.core && !c.known && c.kind == dict.Other
}

// judge decides of the run of unknown pieces [i, j) that stand fastened to
// each other: all stay or all go.
func (w *rewrite) judge(i, j int) {
	length := w.pieces[j-1].End - w.pieces[i].Start
	latin := ascii(w.pieces[i].folded)
	switch {
	case w.goods.set:
		return
	case strings.ContainsAny(w.pieces[i].folded[:1], "0123456789") && !latin || bareDigits(w.pieces[i].text), w.halting(i, j):
	case w.trails(i, j):
	case j <= w.core && w.leads(j-1) && length <= 6:
		return // the name of the goods: 墩 in 墩饽饽
	case w.opens(i) && length >= 2 && length <= 12 && (latin || length <= 6):
		for k := i; k < j; k++ {
			w.pieces[k].kind = dict.Series
		}
		return
	case !latin && length >= 2 && length <= 5 && (w.besideFact(i, j) || w.ordinary(i, j)):
		return
	}
	for k := i; k < j; k++ {
		w.drop(k, "")
	}
}

// trails reports whether the unknown pieces are what sellers put behind a phrase:
// a known word with a stray character, 家用味, or the name of the shop before a
// gap, which is no word of the language.
func (w *rewrite) trails(i, j int) bool {
	c := &w.pieces[i]
	r := []rune(c.folded)
	for n := len(r) - 1; n >= 2 && n >= len(r)-2 && j == i+1; n-- {
		for _, k := range []text.Kind{dict.Function, dict.Scene, dict.Use, dict.Style, dict.Audience, dict.Category} {
			if w.lex.As(string(r[:n]), k) != nil {
				return true
			}
		}
	}
	length := w.pieces[j-1].End - c.Start
	gap := j >= len(w.pieces) || !w.fastened(j-1, j) || w.pieces[j].kind == dict.Mark
	return gap && length <= 3 && i > w.core && w.lex.General(string([]rune(w.lex.Folder.FoldString(w.Text(text.Span{Start: c.Start, End: w.pieces[j-1].End}))))) == 0
}

func (w *rewrite) kept(i int) bool { return i >= 0 && i < len(w.pieces) && !w.pieces[i].dropped }

// besideFact reports whether a fact stands fastened to the pieces [i, j), and
// the title does not shout: what stands alone between exclamations is talk.
func (w *rewrite) besideFact(i, j int) bool {
	if strings.ContainsAny(string(w.Runes), "！!？?~～") {
		return false
	}
	fact := func(k int) bool {
		return w.kept(k) && (w.pieces[k].core || w.pieces[k].kind.Attribute() || w.pieces[k].kind == dict.Category || w.pieces[k].kind == dict.Brand)
	}
	return w.fastened(i-1, i) && fact(i-1) || w.fastened(j-1, j) && fact(j)
}

// ordinary reports whether the pieces [i, j) are words of ordinary language that
// stand in a title of facts.
func (w *rewrite) ordinary(i, j int) bool {
	for k := i; k < j; k++ {
		if w.pieces[k].len() < 2 || w.lex.General(w.pieces[k].folded) == 0 {
			return false
		}
	}
	return !strings.ContainsAny(string(w.Runes), "！!？?~～") && (w.fastened(i-1, i) || w.fastened(j-1, j))
}

// halting reports whether a word among the pieces [i, j) shows that they are
// talk and no name.
func (w *rewrite) halting(i, j int) bool {
	for k := i; k < j; k++ {
		folded := w.pieces[k].folded
		if class := builtinTalk()[folded]; class != "" && class != dict.Verse && class != dict.Verb || strings.Contains(particles, folded) || strings.Contains(folded, "的") {
			return true
		}
	}
	return false
}

// empty are words that lead to no fact once the words around them are gone.
var empty = strings.Fields(`系列 版本 材质 质量 品质 工艺 可以 还有 各种 多种 多款 不同 其他 其它 任意 随意 支持 中间 详情 备注 留言 联系 尺寸 型号
颜色 下单 拍下 说明 产品 商品 品牌 运费 价格 限用 日期 生产 厂家 直接 自己 我们 你的 这个 一款 单品 本品 必备 专门 真的 非常 比较 以及 而且 已经 立即
数量 备货 库存 客服 咨询 请拍 发货 现发 一个 两个 更多 全部 所有 每天 不能 没有 什么 怎么 喜欢 推荐 值得 拥有 一起 顺丰 京选 京选国货 京选好物 镇店 店长 海囤 海囤全球 三个 四个 五个 六个 图片色 如图色 如图 图色 混色 现在 神奇 好用 实用 清理 保证 选择 主图 图片 实物 实拍 活动 授权 钜惠 大促 转卖`)

// variants name a variant of the offer and not the goods.
var variants = strings.Fields("普通款 标配 官方标配 标配版 标准版 基础版 标准款 基础款 豪华款 升级款 升级版 高配版 高配 原封 收藏 加购 默认 套餐 大全 全套 款式")

// addresses are words that speak to those who stand before them: 学生推荐.
var addresses = strings.Fields("推荐 专供 专享 直供 必备 特供 专卖")
