package disguise

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

type kit struct {
	finder *Finder
	parser *text.Parser
}

var load = sync.OnceValues(func() (kit, error) {
	lexicon, err := dict.Builtin()
	if err != nil {
		return kit{}, err
	}
	tables, err := dict.BuiltinDisguises()
	if err != nil {
		return kit{}, err
	}
	return kit{New(tables, lexicon), text.NewParser(lexicon)}, nil
})

func newKit(t testing.TB) kit {
	t.Helper()
	k, err := load()
	require.NoError(t, err)
	return k
}

func (k kit) find(title, brand string) []Found {
	return k.finder.Find(k.parser.Parse(title, text.Hints{Brand: brand}))
}

// Each technique finds the plain word in the right place.
func TestTechniques(t *testing.T) {
	k := newKit(t)
	for _, c := range []struct {
		title, span, plain string
		technique          Technique
	}{
		{"祛/斑精华露 女士补水", "祛/斑", "祛斑", Symbol},
		{"资.生.堂洁面膏 氨基酸", "资.生.堂", "资生堂", Symbol},
		{"P*R*A*D*A尼龙腰包 男", "P*R*A*D*A", "普拉达", Symbol},
		{"燕~窝即食礼盒 送长辈", "燕~窝", "燕窝", Symbol},
		{"瘦 身腰带 女 夏季", "瘦 身", "瘦身", Space},
		{"卡 西 欧电子表 学生", "卡 西 欧", "卡西欧", Space},
		{"雷\u200b朋墨镜 男 偏光", "雷\u200b朋", "雷朋", ZeroWidth},
		{"丰\u200d胸精油 玫瑰", "丰\u200d胸", "丰胸", ZeroWidth},
		{"ＦＥＮＤＩ手提包 女", "ＦＥＮＤＩ", "芬迪", FullWidth},
		{"𝐏𝐔𝐌𝐀运动背包 男女", "𝐏𝐔𝐌𝐀", "彪马", Styled},
		{"ⓏⒶⓇⒶ连衣裙 女 夏", "ⓏⒶⓇⒶ", "zara", Styled},
		{"РRADA尼龙斜挎包", "РRADA", "普拉达", Homoglyph},
		{"F1LA老爹鞋 女 厚底", "F1LA", "斐乐", Homoglyph},
		{"L4NCOME口红 正红", "L4NCOME", "兰蔻", Homoglyph},
		{"資生堂洗面奶 温和", "資生堂", "资生堂", Traditional},
		{"歐萊雅面霜 保湿", "歐萊雅", "欧莱雅", Traditional},
		{"⽴⽩洗衣液 3kg", "⽴⽩", "立白", Radical},
		{"格̶力̶空调扇 家用", "格̶力̶", "格力", Combining},
		{"S̈Ö̈N̈Ÿ耳机 头戴", "S̈Ö̈N̈Ÿ", "索尼", Combining},
		{"芬笛链条包女", "芬笛", "芬迪", Homophone},
		{"欧来雅面霜 保湿", "欧来雅", "欧莱雅", Homophone},
		{"祛癍霜 女 面部", "祛癍", "祛斑", Homophone},
		{"赀生堂洁面膏", "赀生堂", "资生堂", Homophone},
		{"炉州老窖白酒 500ml", "炉州老窖", "泸州老窖", Homophone},
		{"芬油链条包 女", "芬油", "芬迪", Lookalike},
		{"减月巴贴 女 腹部", "减月巴", "减肥", Split},
		{"艹分迪链条包 女", "艹分迪", "芬迪", Split},
		{"zishengtang洁面膏 氨基酸", "zishengtang", "资生堂", PinyinFull},
		{"ka xi ou电子表 学生", "ka xi ou", "卡西欧", PinyinFull},
		{"shoushen腰带 女", "shoushen", "瘦身", PinyinFull},
		{"资sheng堂洁面膏 氨基酸", "资sheng堂", "资生堂", PinyinMixed},
		{"芬di链条包 女", "芬di", "芬迪", PinyinMixed},
		{"资S堂洁面膏 氨基酸", "资S堂", "资生堂", PinyinMixed},
		{"zst洁面膏 氨基酸", "zst", "资生堂", Initials},
		{"羽绒服男 bsd 加厚", "bsd", "波司登", Initials},
		{"公🐂插座 五孔", "公🐂", "公牛", Emoji},
		{"小🌾充电器 快充手机", "小🌾", "小米", Emoji},
		{"欧雅莱面霜 保湿", "欧雅莱", "欧莱雅", Shuffle},
		{"生资堂洁面膏 氨基酸", "生资堂", "资生堂", Shuffle},
		{"劳家机械表 男", "劳家", "劳力士", Nickname},
		{"D家链条包 女 牛皮", "D家", "迪奥", Nickname},
		{"雅诗某黛洁面膏 氨基酸", "雅诗某黛", "雅诗兰黛", Mask},
		{"PRA*A尼龙斜挎包", "PRA*A", "普拉达", Mask},
		{"资资生生堂堂洁面膏", "资资生生堂堂", "资生堂", Repeat},
		{"PPUUMMAA运动背包", "PPUUMMAA", "彪马", Repeat},
		{"burbery围巾 女 格纹", "burbery", "巴宝莉", Misspelt},
	} {
		found := k.find(c.title, "")
		if assert.Len(t, found, 1, c.title) {
			p := k.parser.Parse(c.title, text.Hints{})
			assert.Equal(t, c.span, p.Text(found[0].Span), c.title)
			assert.Equal(t, c.plain, found[0].Plain, c.title)
			assert.Equal(t, c.technique.Name("en"), found[0].Technique.Name("en"), c.title)
			assert.True(t, found[0].Confidence > 0 && found[0].Confidence <= 1)
		}
	}
}

// What only looks like a disguise is none.
func TestOrdinary(t *testing.T) {
	k := newKit(t)
	for _, title := range []string{
		"S/M/L三码 男士背心",
		"黑/白/灰三色 针织帽",
		"纯美/白色蕾丝窗帘",
		"屋顶 级联灯串 户外",
		"ＰＥＴ透明收纳盒",
		"Café杯垫 软木 4片",
		"Nestlé奶粉罐 收纳",
		"β-胡萝卜素软胶囊 60粒",
		"V领打底衫 女 修身",
		"K金项链 女 简约",
		"XS码连衣裙 女 夏季",
		"M&M豆巧克力 分享装",
		"李錦記旧庄蚝油 510g",
		"臺灣製 鳳梨酥 禮盒",
		"干干净净抹布 吸水 5条",
		"香香脆脆花生米 500g",
		"月巴沙滩裙", // 肥 alone is no protected word
		"女子日记本 加厚",
		"🍎脆甜水果 5斤",
		"🌟儿童舞鞋 软底",
		"Type-C数据线 2米",
		"LK-200轴承 2个",
		"channel手机支架 桌面",
		"马家沟芹菜 5斤",
		"自信微笑绘本 全4册",
		"羊毛台布 圆桌",
		"高仿真郁金香 假花",
		"公牛铜像摆件",
		"耐磕不锈钢碗",
		"小香葱种子 四季",
		"杨树林油画 客厅",
		"雅诗兰黛眼霜 15ml",
		"NIKE运动袜 3双",
		"Dr.Martens马丁靴 女",
		"New Balance跑鞋 男",
		"NEW-BALANCE跑鞋 男",
		"",
	} {
		assert.Empty(t, k.find(title, ""), title)
	}
}

// The row's own brand in a fancy script is typing.
func TestOwnBrand(t *testing.T) {
	k := newKit(t)
	assert.NotEmpty(t, k.find("資生堂洗面奶 温和", ""))
	assert.Empty(t, k.find("資生堂洗面奶 温和", "资生堂"))
	assert.Empty(t, k.find("ＦＥＮＤＩ手提包 女", "芬迪/FENDI"))
}

// Every protected word can be reached: it has two characters and more, or a
// Latin name.
func TestProtectedWordsAreReachable(t *testing.T) {
	k := newKit(t)
	for _, p := range k.finder.tables.Protected {
		if p.Word == "" {
			continue
		}
		r := []rune(k.finder.folder.FoldString(p.Word))
		assert.GreaterOrEqual(t, len(r), 2, p.Word)
		assert.LessOrEqual(t, len(r), maxLength, p.Word)
	}
	for _, n := range k.finder.tables.Nicknames {
		assert.Equal(t, k.finder.folder.FoldString(n.Name), n.Name, "titles are read folded")
	}
}

func TestTechniqueNames(t *testing.T) {
	for i := range numTechniques {
		one := Technique(1 << i)
		assert.NotEmpty(t, one.Name("zh"))
		assert.NotEmpty(t, one.Name("en"))
	}
	assert.Empty(t, Technique(0).Name("en"))
}

// Spans lie in the title, in order and apart, whatever it holds.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"祛/斑精华", "资.生.堂", "雷\u200b朋墨镜", "𝐏𝐔𝐌𝐀", "🇱🇻包", "PRA*A包", "某生堂", "艹分迪", "ka xi ou表", "\xff美\xfe白", "公🐂插座", "格̶力̶", "l.v.包"} {
		f.Add(s)
	}
	k := newKit(f)
	f.Fuzz(func(t *testing.T, title string) {
		p := k.parser.Parse(title, text.Hints{})
		last := 0
		for _, x := range k.finder.Find(p) {
			if x.Start < last || x.End <= x.Start || x.End > len(p.Runes) {
				t.Fatalf("span %v of %q, %d runes", x.Span, title, len(p.Runes))
			}
			if x.Technique == 0 || x.Plain == "" || x.Confidence <= 0 {
				t.Fatalf("%+v in %q", x, title)
			}
			last = x.End
		}
	})
}

// Ordinary titles must stay cheap: most of them hide nothing.
func BenchmarkFind(b *testing.B) {
	k := newKit(b)
	var parsed []*text.Parsed
	for _, title := range []string{
		"法式方领泡泡袖连衣裙 女夏季 收腰显瘦 约会度假",
		"适用于Mate60手机壳 磨砂防摔 镜头全包 硅胶软壳",
		"304不锈钢保温杯 大容量 500ml 商务车载 男女学生",
		"东北五常大米 5kg 真空装 当季新米 长粒香",
		"实木床头柜 简约现代 小户型 卧室收纳 免安装 胡桃色",
		"儿童积木拼装玩具 大颗粒 益智早教 3-6岁 收纳桶装",
	} {
		parsed = append(parsed, k.parser.Parse(title, text.Hints{}))
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		k.finder.Find(parsed[i%len(parsed)])
		i++
	}
}

// The tables are loaded once a process, but a run over one title waits for it.
func BenchmarkLoad(b *testing.B) {
	lexicon, err := dict.Builtin()
	require.NoError(b, err)
	for b.Loop() {
		tables, err := dict.BuiltinDisguises()
		if err != nil {
			b.Fatal(err)
		}
		New(tables, lexicon)
	}
}
