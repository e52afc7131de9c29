package lint_test

import (
	"encoding/csv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/text"
)

// What a suggestion looks like, by kind of goods and of fault.
func TestSuggestion(t *testing.T) {
	for _, c := range []struct{ name, title, category, brand, order, want string }{
		{name: "stacked names", title: "秋冬加绒皮裤铅笔裤韩版九分裤百搭女新款 黑色", want: "秋冬加绒皮裤女 韩版百搭 九分 黑色"},
		{name: "claim goes, order stays", title: "全网最低价亚麻抱枕 简约客厅", want: "亚麻抱枕 简约客厅"},
		{name: "a person goes", title: "刘德华同款飞行员墨镜 偏光防晒", want: "飞行员墨镜 偏光防晒"},
		{name: "twins", title: "玻璃密封罐 300ml×4个", want: "玻璃密封罐 300ml*4个"},
		{name: "decoration", title: "碎花连衣裙法式收腰夏季!!!", want: "碎花连衣裙法式收腰夏季"},
		{name: "an accessory says what it fits", title: "手机壳软华为mate60保护套全包防摔保护壳手机壳磨砂", want: "适用华为mate60手机壳 全包防摔 磨砂"},
		{name: "the row's brand", title: "付奇 苹果x手机壳液态硅胶全包防摔网红同款超薄 烟蓝灰", brand: "付奇", want: "【付奇】适用苹果x手机壳 液态硅胶全包防摔 超薄 烟蓝灰"},
		{name: "a brand that is missing", title: "高速吹风机家用大功率☆", brand: "飞科", want: "【飞科】高速吹风机家用大功率"},
		{name: "facts of dropped names", title: "彩色档案盒A4塑料文件盒子财务凭证盒55mm办公文件资料收纳盒 MC-55文档盒 55mm(MC-55)", want: "彩色档案盒 A4塑料文件财务办公 MC-55 55mm"},
		{name: "strict order", title: "收纳盒桌面抽屉分隔整理盒储物盒塑料 55mm", order: "strict", want: "收纳盒 分隔塑料 抽屉桌面 55mm"},
		{name: "manual order", title: "收纳盒桌面抽屉分隔整理盒储物盒塑料 55mm", order: "manual", want: "收纳盒 分隔塑料 抽屉桌面 55mm"},
		{name: "a word of which a part is unknown stays whole", title: "粉蓝莲乳液玫瑰纯露500毫升!!!", want: "粉蓝莲乳液玫瑰纯露500毫升"},
		{name: "models once, in their order", title: "手机壳华为荣耀9x全包荣耀20青春版手机壳荣耀8X防摔手机壳硅胶 包邮", want: "适用华为荣耀9x/20青春版/8X手机壳 全包 防摔 硅胶"},
		{name: "a device fits nothing", title: "爆款苹果Apple MacBook Pro 13英寸笔记本电脑 全网最低价", want: "【苹果Apple】MacBook Pro 13英寸笔记本电脑"},
		{name: "a brand in two scripts", title: "麦朵丝/Maduosi 收纳箱塑料整理箱大号储物箱衣服玩具收纳箱", want: "【麦朵丝Maduosi】收纳箱 塑料 大号"},
		{name: "a range stays a range", title: "桌布防水餐桌布北欧桌布餐厅台布1-1.2米 50*30cm", want: "防水餐桌布 北欧餐厅 1-1.2米 50*30cm"},
		{name: "one size of a measure", title: "保温壶1.5L家用热水壶不锈钢保温瓶大容量暖水壶 珍珠白 2L", want: "保温壶 家用不锈钢大容量 珍珠白 2L"},
		{name: "an edition belongs to its model", title: "手机壳硅胶真我Q5pro狂欢版全包保护套防摔手机套iPhone保护壳xsmax", want: "适用真我Q5pro狂欢版/iPhone xsmax手机壳 硅胶 全包 防摔"},
		{name: "no claims", title: "夏季运动项圈抗疲劳防辐射钛项链项圈男士防水黑色", want: "夏季运动项圈男士 防水黑色"},
		{name: "what goes takes its modifiers along", title: "适用联想R7000笔记本外壳膜保护膜贴膜机身膜 碳纤维黑 ABC面+高清屏幕膜+键盘膜", want: "适用联想R7000保护膜 ABC面 碳纤维黑"},
		{name: "another name of the goods leaves them", title: "甜筒机商用冰淇淋机全自动不锈钢圣代雪糕机冰激凌机立式冰淇凌机", want: "甜筒机 商用 全自动不锈钢 立式"},
		{name: "a variant keeps its name", title: "鼠标垫超大游戏桌垫电竞键盘垫办公桌垫防水 白色雪山", want: "鼠标垫 超大游戏 电竞防水 白色雪山"},
		{name: "not the contrary", title: "电火锅家用多功能电煮锅宿舍小电锅学生电热锅 不带蒸笼 2升", want: "电火锅 家用多功能 宿舍学生 2升"},
		{name: "packs and models once", title: "苹果12/13钢化膜全屏高清手机膜防摔玻璃膜苹果13贴膜保护膜钢化膜 苹果12/13 高清款2片装", want: "适用苹果12/13钢化膜 全屏高清 防摔玻璃 2片装"},
		{name: "nothing for copies", title: "顶级原单小羊皮链条包复刻专柜"},
		{name: "nothing for clean titles", title: "登机箱 20寸 静音万向轮"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLinter(t, lint.Options{Order: lint.Order(c.order)})
			r := l.Check(lint.Title{Text: c.title, Category: c.category, Brand: c.brand})
			if c.want == "" {
				assert.Nil(t, r.Suggestion)
				return
			}
			require.NotNil(t, r.Suggestion)
			assert.Equal(t, c.want, r.Suggestion.Title)
			require.Empty(t, broken(l, r))
		})
	}
}

// What is wanting is asked for by name.
func TestMissing(t *testing.T) {
	l := newLinter(t, lint.Options{})
	for _, c := range []struct {
		title, category, kind string
		candidates            []string
	}{
		{"云上月色系列精美套装送长辈", "厨具>茶具/咖啡具>茶杯/茶壶", "category", nil},
		{"新款拖鞋 红色 包邮", "", "attribute", []string{"材质", "款式", "功能"}},
		{"高端护肤品修复补水敏感肌体验 全网最低价", "", "category", []string{"护肤品"}},
		{"保温杯 玻璃饭盒 上班族便携", "", "category", []string{"保温杯", "饭盒"}},
	} {
		s := l.Check(lint.Title{Text: c.title, Category: c.category}).Suggestion
		require.NotNil(t, s, c.title)
		assert.Empty(t, s.Title, c.title)
		require.Len(t, s.Missing, 1, c.title)
		assert.Equal(t, c.kind, s.Missing[0].Kind, c.title)
		if c.candidates != nil {
			assert.Equal(t, c.candidates, s.Missing[0].Candidates, c.title)
		}
	}
}

func TestShortTitle(t *testing.T) {
	l := newLinter(t, lint.Options{})
	assert.Equal(t, "短袖T恤 纯棉", l.ShortTitle(lint.Title{Text: "新款短袖T恤男士纯棉宽松百搭"}))
	assert.Empty(t, l.ShortTitle(lint.Title{Text: "秒杀福利"}))
}

func TestSafeText(t *testing.T) {
	l := newLinter(t, lint.Options{})
	title, conflicts := l.Check(lint.Title{Text: "玻璃密封罐 300ml×4个!!!"}).SafeText()
	assert.Equal(t, "玻璃密封罐 300ml*4个", title)
	assert.Zero(t, conflicts)
	title, conflicts = lint.Result{Title: lint.Title{Text: "abc"}, Findings: []lint.Finding{
		{Severity: lint.Info, Fix: lint.Fix{Kind: lint.FixSafe, Edits: []lint.Edit{{Span: lint.Span{Start: 0, End: 2}, Text: "x"}}}},
		{Severity: lint.Error, Fix: lint.Fix{Kind: lint.FixSafe, Edits: []lint.Edit{{Span: lint.Span{Start: 1, End: 3}, Text: "y"}}}},
	}}.SafeText()
	assert.Equal(t, "ay", title, "the graver fix is made, the other left out whole")
	assert.Equal(t, 1, conflicts)
}

// broken returns the promises that the suggestion of r breaks.
func broken(l *lint.Linter, r lint.Result) []string {
	var wrong []string
	s := r.Suggestion
	if s == nil {
		return nil
	}
	if s.Title == "" {
		if len(s.Missing) == 0 {
			wrong = append(wrong, "neither title nor missing")
		}
		return wrong
	}
	if len([]rune(s.Title)) > 60 {
		wrong = append(wrong, "too long")
	}
	again := l.Check(lint.Title{Text: s.Title, Category: r.Category, Brand: r.Brand})
	if again.Worst() >= lint.Warning {
		wrong = append(wrong, "not clean: "+strings.Join(shown(again), " "))
	}
	if again.Suggestion != nil {
		wrong = append(wrong, "not stable: "+again.Suggestion.Title)
	}
	if w := invented(r, s); w != "" {
		wrong = append(wrong, "invented: "+w)
	}
	if w := torn(l, r); w != "" {
		wrong = append(wrong, "torn: "+w)
	}
	if miscounted(r.Text, s) {
		wrong = append(wrong, "the account does not add up")
	}
	return wrong
}

// invented returns what a suggestion holds beyond the title, the columns, the
// replacements and 适用.
func invented(r lint.Result, s *lint.Suggestion) string {
	stock := map[rune]int{}
	add := func(text string) {
		for _, c := range text {
			stock[c]++
		}
	}
	add(r.Text)
	add(r.Category)
	add(r.Brand)
	add("适用")
	for _, x := range s.Replaced {
		add(x.To)
	}
	var extra []rune
	for _, c := range s.Title {
		if strings.ContainsRune(" 【】/", c) {
			continue
		}
		if stock[c]--; stock[c] < 0 {
			extra = append(extra, c)
		}
	}
	return string(extra)
}

// torn returns a stretch of Chinese characters in the suggestion that is no row
// of whole words of the title: words that the lexicon knows may be parted from
// each other, but the pieces of a word that no table lists may not.
func torn(l *lint.Linter, r lint.Result) string {
	if plainer(r) {
		return "" // it was read in other characters
	}
	p := l.Parse(r.Title)
	cut := map[int]bool{0: true, len(p.Runes): true}
	for i, t := range p.Terms {
		inside := i > 0 && p.Adjacent(i-1) && !strings.Contains("款型式色风版用装", p.Terms[i-1].Text) && stray(p.Terms[i-1]) && stray(t) && (t.Len() == 1 || p.Terms[i-1].Len() == 1)
		if !inside {
			cut[t.Start] = true
		}
		cut[t.End] = cut[t.End] || t.Text == "装" || !(i+1 < len(p.Terms) && p.Adjacent(i) && stray(t) && stray(p.Terms[i+1]) && (t.Len() == 1 || p.Terms[i+1].Len() == 1))
		if t.Len() > 1 && (t.Known || t.Kind == dict.Category) { // what a dropped name of the goods says: 铁皮 of 铁皮柜
			for k := t.Start + 1; k < t.End; k++ {
				cut[k] = true
			}
		}
	}
	han := func(c rune) bool { return unicode.Is(unicode.Han, c) }
	for _, run := range strings.FieldsFunc(r.Suggestion.Title, func(c rune) bool { return !han(c) }) {
		run = strings.ReplaceAll(run, "适用", "")
		if _, leaf, _ := strings.Cut(r.Category, ">"); leaf != "" {
			run = strings.ReplaceAll(run, leaf[strings.LastIndex(leaf, ">")+1:], "")
		}
		if run != "" && !strings.Contains(r.Brand+r.Category, run) && !whole([]rune(run), p.Runes, cut) {
			return run
		}
	}
	return ""
}

// stray reports whether t is a piece of Chinese that no table lists.
func stray(t text.Term) bool {
	return !t.Known && t.Kind == dict.Other && unicode.Is(unicode.Han, []rune(t.Text)[0]) && !strings.ContainsAny(t.Text, "的是和了与及或也都之让给把被从到能会要就还很太更最")
}

// whole reports whether run is a row of stretches of the title between cuts.
func whole(run, title []rune, cut map[int]bool) bool {
	if len(run) == 0 {
		return true
	}
	for from := range title {
		if !cut[from] {
			continue
		}
		for n := 0; n < len(run) && from+n < len(title) && run[n] == title[from+n]; n++ {
			if cut[from+n+1] && whole(run[n+1:], title, cut) {
				return true
			}
		}
	}
	return false
}

// miscounted reports whether a character of the title that is no space stands
// in none or in two of the lists.
func miscounted(title string, s *lint.Suggestion) bool {
	var all strings.Builder
	for _, k := range s.Kept {
		all.WriteString(k)
	}
	for _, m := range s.Moved {
		all.WriteString(m)
	}
	for _, d := range s.Dropped {
		all.WriteString(d.Text)
	}
	for _, x := range s.Replaced {
		all.WriteString(x.From)
	}
	count := func(s string) map[rune]int {
		n := map[rune]int{}
		for _, c := range s {
			if !unicode.IsSpace(c) {
				n[c]++
			}
		}
		return n
	}
	a, b := count(title), count(all.String())
	if len(a) != len(b) {
		return true
	}
	for c, n := range a {
		if b[c] != n {
			return true
		}
	}
	return false
}

// Suggestions keep their promises on titles put together from the tables.
func TestSuggestionsOfGeneratedTitles(t *testing.T) {
	l := newLinter(t, lint.Options{})
	lexicon, err := dict.Builtin()
	require.NoError(t, err)
	words := map[dict.Kind][]string{}
	lexicon.Words(func(w string, _ int) {
		for _, e := range lexicon.Lookup(w) {
			if len([]rune(w)) >= 2 && !slices.Contains(words[e.Kind], w) && len(words[e.Kind]) < 3000 {
				words[e.Kind] = append(words[e.Kind], w)
			}
		}
	})
	random := rand.New(rand.NewPCG(7, 7))
	kinds := []dict.Kind{dict.Brand, dict.Category, dict.Category, dict.Material, dict.Function, dict.Audience, dict.Season, dict.Scene, dict.Style, dict.Form,
		dict.Colour, dict.Origin, dict.Flavour, dict.Hype, dict.Promo, dict.Hot, dict.Person, dict.Vague, dict.Other}
	joints := []string{"", "", "", " ", ",", "/", "+", "★", "！", "【】", "×", "300ml", "5个", "的", "\u200b"}
	for range 1500 {
		var b strings.Builder
		for range 3 + random.IntN(8) {
			of := words[kinds[random.IntN(len(kinds))]]
			b.WriteString(of[random.IntN(len(of))])
			b.WriteString(joints[random.IntN(len(joints))])
		}
		r := l.Check(lint.Title{Text: b.String()})
		assert.Empty(t, broken(l, r), b.String())
	}
}

// With TITLELINT_BENCH=dir the promises are kept on every title of the tables
// there, and enough titles get a suggestion.
func TestSuggestionsOfBench(t *testing.T) {
	dir := os.Getenv("TITLELINT_BENCH")
	if dir == "" {
		t.Skip("TITLELINT_BENCH is not set")
	}
	l := newLinter(t, lint.Options{})
	files, err := filepath.Glob(filepath.Join(dir, "*titles*.csv"))
	require.NoError(t, err)
	tables, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	require.NoError(t, err)
	faulty, offered, complete, branded, kept := 0, 0, 0, 0, 0
	for _, file := range append(files, tables...) {
		for _, title := range benchTitles(t, file) {
			r := l.Check(title)
			if r.Worst() < lint.Warning {
				continue
			}
			assert.Empty(t, broken(l, r), title.Text)
			faulty++
			if s := r.Suggestion; s != nil {
				offered++
				if s.Title != "" {
					complete++
					if b := strings.TrimSpace(title.Brand); b != "" && strings.Contains(title.Text, b) {
						branded++
						if strings.Contains(s.Title, b) {
							kept++
						} else {
							t.Logf("own brand lost: %s: %s -> %s", b, title.Text, s.Title)
						}
					}
					core := slices.ContainsFunc(r.Core, func(c string) bool { return strings.Contains(s.Title, c) })
					assert.True(t, core || len(r.Core) == 0 || plainer(r), "core noun lost: %s -> %s", title.Text, s.Title)
				}
			}
		}
	}
	t.Logf("faulty %d, with a suggestion %d (%.1f %%), complete %d (%.1f %%)", faulty, offered, 100*float64(offered)/float64(faulty), complete, 100*float64(complete)/float64(faulty))
	assert.GreaterOrEqual(t, offered*100, faulty*80, "titles with a suggestion")
	assert.GreaterOrEqual(t, complete*100, faulty*65, "titles with a whole suggestion")
	assert.Equal(t, branded, kept, "own brands kept")
	t.Logf("own brand kept in %d of %d", kept, branded)
}

// plainer reports whether the title was read in plainer characters, so that its
// words may be others.
func plainer(r lint.Result) bool {
	return slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return f.Rule == "WX002" || f.Rule == "WX401" || f.Rule == "WX402" })
}

// benchTitles returns the titles of a table there: the second column of the
// CSV files and of the tables of entities.
func benchTitles(t *testing.T, file string) []lint.Title {
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	c := csv.NewReader(f)
	c.FieldsPerRecord, c.LazyQuotes = -1, true
	name := filepath.Base(file)
	if strings.HasSuffix(name, ".tsv") {
		c.Comma = '\t'
	}
	rows, err := c.ReadAll()
	require.NoError(t, err)
	var titles []lint.Title
	for i, row := range rows {
		column := 1
		switch {
		case strings.HasPrefix(name, "official"):
			column = 0
		case strings.HasPrefix(name, "evasion"), strings.HasPrefix(name, "probes"):
			column = 3
		case strings.Contains(name, "labels"):
			return nil
		}
		if len(row) <= column || i == 0 && !strings.HasPrefix(name, "evasion") && !strings.HasPrefix(name, "probes") {
			continue
		}
		title := lint.Title{Text: row[column]}
		if strings.HasSuffix(name, ".csv") && len(row) >= 4 {
			title.Category, title.Brand = row[2], row[3]
		}
		if strings.HasPrefix(name, "probes") && len(row) >= 6 {
			title.Category, title.Brand = row[4], row[5]
		}
		titles = append(titles, title)
	}
	return titles
}
