package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/titlelint/titlelint/dict"
)

func parser(t testing.TB) *Parser {
	t.Helper()
	return NewParser(builtin(t))
}

func core(p *Parsed) string {
	var words []string
	for _, i := range p.Core {
		words = append(words, p.Terms[i].Text)
	}
	return strings.Join(words, " ")
}

func TestCore(t *testing.T) {
	ps := parser(t)
	for _, c := range []struct{ title, category, want string }{
		{"法式方领泡泡袖连衣裙夏季", "", "连衣裙"},
		{"小个子 150 显长大衣", "", "长大衣"},
		{"适用华为Mate60手机壳 磨砂", "", "手机壳"},
		{"桌面手机支架", "", "支架"},
		{"不粘炒锅 送锅铲", "", "炒锅"},
		{"佳能相机 g7x2 黑色", "", "相机"}, // a camera of its maker, no feature of a phone
		{"红色加厚款", "", ""},
	} {
		p := ps.Parse(c.title, Hints{Category: c.category})
		assert.Equal(t, c.want, core(p), c.title)
	}
}

// The formats publish the main noun, its other names and what speaks for itself
// about as strongly; what is named beside it stays in Core alone.
func TestNamed(t *testing.T) {
	ps := parser(t)
	for _, c := range []struct{ title, core, named string }{
		{"取暖器 电暖器 家用石墨烯", "取暖器 电暖器", "取暖器 电暖器"}, // another name
		{"不粘炒锅 家用 厚底（抹布）", "炒锅 抹布", "炒锅"},       // in a later bracket
		{"男士洗面奶 控油洁面乳", "洗面奶 洁面乳", "洗面奶 洁面乳"},   // the same by the bare words of their phrases
	} {
		p := ps.Parse(c.title, Hints{})
		var named []string
		for _, i := range p.Named() {
			named = append(named, p.Terms[i].Text)
		}
		assert.ElementsMatch(t, strings.Fields(c.core), strings.Fields(core(p)), c.title)
		assert.ElementsMatch(t, strings.Fields(c.named), named, c.title)
	}
}

func TestTermsCoverTheTitleInOrder(t *testing.T) {
	ps := parser(t)
	for _, title := range []string{"【朴舍】纯棉四件套（床笠款） 1.8m", "iphone13pro手机壳", "a\xffb 茶", "", "   "} {
		p := ps.Parse(title, Hints{})
		end := 0
		for _, x := range p.Terms {
			assert.GreaterOrEqual(t, x.Start, end, title)
			assert.Greater(t, x.End, x.Start, title)
			assert.Equal(t, p.Text(x.Span), x.Text)
			end = x.End
		}
		assert.LessOrEqual(t, end, len(p.Runes))
	}
}

// Terms lie in order, without overlap, and leave out nothing but spaces and
// what takes no room.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"得\u007f力同款A4拉杆文件夹30个装", "3-6-12个月宝宝T恤 1:1", "nc3mxx-b tp-link x2", "℃ ❤️款"} {
		f.Add(s)
	}
	ps := parser(f)
	f.Fuzz(func(t *testing.T, title string) {
		p := ps.Parse(title, Hints{})
		at := 0
		for _, x := range p.Terms {
			for ; at < x.Start; at++ {
				if r := p.Runes[at]; !Invisible(r) && strings.TrimSpace(string(r)) != "" {
					t.Fatalf("%q at %d stands in no term of %q", r, at, title)
				}
			}
			if x.End <= x.Start {
				t.Fatalf("empty term in %q", title)
			}
			at = x.End
		}
		for _, i := range p.Core {
			if p.Terms[i].Kind != dict.Category {
				t.Fatalf("the core of %q holds %v", title, p.Terms[i])
			}
		}
	})
}
