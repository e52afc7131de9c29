package lint

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// chooseUnknown decides of the words that no table lists. One that stands in
// the name of the goods, or where brands and series stand, is kept, and so is a
// whole word among words that are known. Pieces of words, and runs of talk,
// would be debris in another place: they go.
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
	w.glue()
}

func (w *rewrite) unknown(i int) bool {
	c := &w.pieces[i]
	return !c.dropped && !c.core && !c.known && c.kind == dict.Other
}

// judge decides of the run of unknown pieces [i, j) that stand fastened to
// each other.
func (w *rewrite) judge(i, j int) {
	length := w.pieces[j-1].End - w.pieces[i].Start
	latin := ascii(w.pieces[i].folded)
	switch {
	case w.light || w.goods.set:
		return
	case j < len(w.pieces) && w.fastened(j-1, j) && w.pieces[j].folded == "系列":
	case j == w.core && w.fastened(j-1, j) && !latin && length <= 4 && !w.halting(i, j):
		return // the name of the goods: 墩 in 墩饽饽
	case w.atName(i) && length >= 2 && length <= 12 && (latin || length <= 4 && !w.ordinary(i, j)) && !w.halting(i, j):
		for k := i; k < j; k++ {
			w.pieces[k].kind = dict.Series
		}
		return
	case bareDigits(w.pieces[i].text):
		if j == i+1 && w.pieces[i].len() >= 2 && !w.fastened(i-1, i) && !w.fastened(i, j) {
			w.pieces[i].kind = dict.Spec
			return
		}
	case j == i+1 && !latin && length >= 2 && w.lex.General(w.pieces[i].folded) > 0 && w.amongKnown(i) && w.besideFact(i, i):
		return
	case j == i+2 && w.whole(i) && w.whole(i+1) && w.amongKnown(i) && w.amongKnown(i+1) && w.besideFact(i, i+1):
		return
	case j == i+1 && length == 1 && strings.Contains(suffixes, w.pieces[i].folded) && w.fastened(i-1, i) && w.kept(i-1) && w.pieces[i-1].kind.Attribute() && w.pieces[i-1].len() <= 4:
		w.pieces[i].glued = true // 气垫底
		return
	}
	for k := i; k < j; k++ {
		w.drop(k, "")
	}
}

// suffixes may end a word that states a property.
const suffixes = "型式纹底面领袖跟头"

func (w *rewrite) kept(i int) bool { return i >= 0 && i < len(w.pieces) && !w.pieces[i].dropped }

// whole reports whether piece i is a word of ordinary language.
func (w *rewrite) whole(i int) bool {
	c := &w.pieces[i]
	return c.len() >= 2 && w.lex.General(c.folded) > 0
}

// ordinary reports whether the pieces [i, j) are two words of ordinary
// language: talk, and no name.
func (w *rewrite) ordinary(i, j int) bool { return j == i+2 && w.whole(i) && w.whole(i+1) }

// besideFact reports whether a fact stands fastened to the pieces [i, j], and
// the title does not shout: what stands alone between exclamations is talk.
func (w *rewrite) besideFact(i, j int) bool {
	if strings.ContainsAny(string(w.Runes), "！!？?~～") {
		return false
	}
	fact := func(k int) bool {
		return w.kept(k) && (w.pieces[k].core || w.pieces[k].kind.Attribute() || w.pieces[k].kind == dict.Category || w.pieces[k].kind == dict.Brand)
	}
	return w.fastened(i-1, i) && fact(i-1) || w.fastened(j, j+1) && fact(j+1)
}

// glue joins the suffixes that were kept to the words before them.
func (w *rewrite) glue() {
	out := w.pieces[:0]
	for _, c := range w.pieces {
		if n := len(out); c.glued && n > 0 && out[n-1].End == c.Start {
			last := &out[n-1]
			last.End, last.text, last.folded = c.End, last.text+c.text, last.folded+c.folded
			continue
		}
		out = append(out, c)
	}
	w.pieces = out
	for i := range w.pieces {
		if w.pieces[i].core {
			w.core = i
		}
	}
}

// halting reports whether a word among the pieces [i, j) shows that they are
// talk and no name.
func (w *rewrite) halting(i, j int) bool {
	for k := i; k < j; k++ {
		if strings.Contains("的是和了与及或也都可不无等之在有让给把被从到能会要就还很太更最款版新装动", w.pieces[k].folded) {
			return true
		}
	}
	return false
}

// amongKnown reports whether the neighbours of piece i are known words, or
// gaps: then it was cut right.
func (w *rewrite) amongKnown(i int) bool {
	clear := func(a, b, other int) bool {
		if other < 0 || other >= len(w.pieces) || !w.fastened(a, b) {
			return true
		}
		o := &w.pieces[other]
		return o.kind == dict.Mark || o.known || w.whole(other)
	}
	return clear(i-1, i, i-1) && clear(i, i+1, i+1)
}

// atName reports whether piece i stands where names do: nothing but brands,
// origins and what goes stands before it.
func (w *rewrite) atName(i int) bool {
	for j := range i {
		c := &w.pieces[j]
		if c.kind == dict.Brand && w.goods.accessory && w.hosted(c) {
			return false
		}
		if !c.dropped && c.kind != dict.Brand && c.kind != dict.Origin && c.kind != dict.Series || c.core {
			return false
		}
		if c.dropped && c.kind == dict.Other && !c.known || c.dropped && c.role != text.NoRole {
			return false // talk began before it
		}
	}
	return true
}

// empty are words that lead to no fact once the words around them are gone.
var empty = strings.Fields(`系列 版本 材质 质量 品质 工艺 可以 还有 各种 多种 多款 不同 其他 其它 任意 随意 支持 中间 详情 备注 留言 联系 尺寸 型号
颜色 下单 拍下 说明 产品 商品 品牌 运费 价格 限用 日期 生产 厂家 直接 自己 我们 你的 这个 一款 单品 本品 必备 专门 真的 非常 比较 以及 而且 已经 立即
数量 备货 库存 客服 咨询 请拍 发货 现发 一个 两个 更多 全部 所有 每天 不能 没有 什么 怎么 喜欢 推荐 值得 拥有 一起 专用 通用 顺丰 京选 京选国货 京选好物 镇店 店长 海囤 海囤全球 三个 四个 五个 六个 图片色 如图色 如图 图色 混色 现在 神奇 好用 实用 清理 保证 选择 主图 图片 实物 实拍`)

// variants name a variant of the offer and not the goods.
var variants = strings.Fields("普通款 标配 官方标配 标配版 标准版 基础版 标准款 基础款 豪华款 升级款 升级版 高配版 高配 原封 收藏 加购 默认 套餐 大全 全套 款式")
