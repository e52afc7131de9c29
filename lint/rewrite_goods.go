package lint

import (
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// goods tells what the layout of a title depends on.
type goods struct {
	top       string // name of the top category, "" where it is not known
	accessory bool   // made for a device that the title names by brand or model
	fits      bool   // of a sort that is made for devices, whether or not one is named
	set       bool   // sold together: A+B, 三件套
	book      bool
}

// know finds out what kind of goods the title sells.
func (w *rewrite) know() {
	if w.Category != nil {
		w.goods.top = w.Category.Top()
	}
	g := &w.goods
	if w.core >= 0 {
		e := w.pieces[w.core].entry
		if e != nil && g.top == "" {
			if nodes := w.lex.Nodes(e); len(nodes) > 0 {
				g.top = nodes[0].Top()
			}
		}
		g.accessory = w.fitsDevices(w.pieces[w.core].canonical) || slices.ContainsFunc(devices, func(d string) bool {
			return len(d) < len(w.pieces[w.core].folded) && strings.HasPrefix(w.pieces[w.core].folded, d)
		})
		for i := range w.core {
			c := &w.pieces[i]
			g.accessory = g.accessory || c.role == text.Modifier && slices.Contains(devices, c.canonical) && w.leads(i)
		}
		g.accessory = g.accessory && !w.ownDevice()
		g.fits = g.accessory
	}
	note := w.SKUNote()
	for i := range w.Terms {
		t := &w.Terms[i]
		if note.Len() > 0 && note.Contains(t.Span) {
			break
		}
		if t.Kind == dict.Mark && w.trailing(i) {
			continue
		}
		g.set = g.set || t.Has("set") && !w.added(i) && t.Role != text.Gift && t.Role != text.Component || t.Kind == dict.Mark && t.Folded == "+" && w.nounBeside(i, -1) && w.nounBeside(i, 1)
	}
	g.accessory = g.accessory || w.core >= 0 && w.madeForMaker() && !w.factoryMade()
	g.book = g.top == "图书" || slices.ContainsFunc(w.pieces, func(c piece) bool { return strings.HasPrefix(c.text, "《") })
}

// ownDevice reports whether the goods are a device of the maker that the title
// names, or made by it as 原装 says: 苹果笔记本电脑 fits nothing.
func (w *rewrite) ownDevice() bool {
	c := &w.pieces[w.core]
	if slices.Contains(devices, c.canonical) || slices.Contains(devices, c.folded) {
		return true
	}
	return w.factoryMade()
}

// factoryMade reports whether the title says that the maker of the device made
// the goods too.
func (w *rewrite) factoryMade() bool {
	return slices.ContainsFunc(w.Terms, func(t text.Term) bool { return t.Folded == "原装" || t.Folded == "原厂" })
}

// trailing reports whether term i stands in the part behind the last space,
// and the goods are named before it: a + there tells what comes with a variant.
func (w *rewrite) trailing(i int) bool {
	if w.core < 0 || w.Terms[i].Start < w.pieces[w.core].End {
		return false
	}
	return !strings.ContainsAny(strings.TrimSpace(string(w.Runes[w.Terms[i].End:])), " 　")
}

// nounBeside reports whether the words fastened to the mark i on that side hold
// a product noun: those of a set do, 面霜50g+眼霜.
func (w *rewrite) nounBeside(i, step int) bool {
	for j := i + step; j >= 0 && j < len(w.Terms) && w.Terms[j].Kind != dict.Mark && w.Adjacent(min(j, j-step)); j += step {
		t := &w.Terms[j]
		if t.Kind == dict.Category && t.Role == text.Subject {
			return w.core >= 0 && (t.Span == w.pieces[w.core].Span || step > 0)
		}
		if step < 0 && t.Kind != dict.Spec {
			return false // 白色+支架: what comes with the variant
		}
	}
	return false
}

// devices are the hosts whose makers an accessory names.
var devices = []string{"手机", "平板", "平板电脑", "电脑", "笔记本", "笔记本电脑", "相机", "单反", "单反相机", "耳机", "手表", "智能手表", "手环", "打印机", "汽车", "游戏机", "电动车", "摩托车", "吸尘器", "净水器", "空调", "冰箱", "洗衣机", "蓝牙耳机", "无人机", "投影仪", "ipad"}

func (w *rewrite) fitsDevices(noun string) bool {
	return slices.ContainsFunc(w.lex.MadeFor(noun), func(host string) bool { return slices.Contains(devices, host) })
}

// makers make the devices that accessories are sold for. That a brand makes
// such things is not enough: those who make accessories do so too.
var makers = strings.Fields(`苹果 apple iphone ipad airpods 华为 huawei 荣耀 honor 小米 红米 redmi vivo iqoo oppo 一加 真我 realme 魅族 三星 努比亚 中兴 联想 摩托罗拉
诺基亚 黑鲨 rog 华硕 戴尔 惠普 神舟 宏碁 微软 任天堂 索尼 佳能 尼康 富士 松下 大疆 kindle 亚马逊 小天才 飞利浦 戴森 美的 海尔 格力
大众 丰田 本田 日产 别克 奥迪 宝马 奔驰 福特 特斯拉 比亚迪 吉利 哈弗 长安 现代 起亚 雪佛兰 马自达 雅迪 爱玛 小牛 九号 乐视 360 金立 酷派 坚果 锤子 美图 海信`)

// setWord reports whether a piece says that goods are sold together, and so
// stands right behind the noun.
func setWord(c *piece) bool {
	return c.kind == dict.Container || c.entry != nil && c.entry.Has("set")
}

// wearable reports whether the goods are worn, so that whom they are for
// belongs to their name: 皮裤女.
func (g *goods) wearable() bool {
	return g.top == "服饰内衣" || g.top == "鞋靴" || g.top == "箱包皮具" || g.top == "珠宝首饰" || g.top == "钟表"
}

// sameGoods reports whether two nouns name the same goods.
func (w *rewrite) sameGoods(a, b *piece) bool {
	x := &text.Term{Folded: a.folded, Canonical: a.canonical, Entry: a.entry, Kind: dict.Category}
	y := &text.Term{Folded: b.folded, Canonical: b.canonical, Entry: b.entry, Kind: dict.Category}
	return w.SameGoods(x, y)
}
