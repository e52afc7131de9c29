package lint

import (
	"fmt"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/internal/disguise"
)

var evasion = Rule{
	Code: "WX401", Name: "evasion", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"规避信息", "evasion"},
		What: Text{"用符号、空格、拼音、错字、形近字、拆字、表情、绰号等把品牌、品名或敏感词写得让系统认不出。",
			"A brand, a product name or a sensitive word is disguised: marks, spaces, pinyin, wrong or split characters, emoji, nicknames."},
		Why:  Text{"平台《商品标题搜推运营指南》：不得用变形写法规避品牌名、商品名", "the platform guide: brand and product names must not be disguised"},
		How:  Text{"删去变形写法；有授权的品牌写正式名称并填品牌栏。", "Drop the disguise; write an authorised brand by its proper name and fill in the brand column."},
		Cost: Text{"商品被下架或限流，店铺可能受罚", "the listing is taken down or limited, and the shop may be penalised"},
		Sources: []Ref{
			{"guide", Official, Text{"4 规避信息", "4 information evasion"}},
			{"rules22", Reported, Text{"品牌名规避（雅诗兰dai）、品名规避（大bao）", "brand-name evasion (雅诗兰dai), product-name evasion (大bao)"}},
		},
	},
	Bad: []Example{
		{Title: "雅诗兰dai眼部精华 15ml 淡纹"},
		{Title: "祛*斑*霜 女士面部保湿 30g"},
		{Title: "0ppo手机保护套 磨砂防摔"},
	},
	Good:  []Example{{Title: "SK-II护肤精华露 230ml 保湿"}, {Title: "甜美/白色儿童公主裙 蓬蓬纱"}},
	Check: checkEvasion,
}

func checkEvasion(p *Pass) {
	for _, f := range p.disguised() {
		text := p.Text(f.Span)
		technique := f.Technique.Name(p.linter.options.Lang)
		r := Report{
			Spans:      []Span{f.Span},
			Message:    fmt.Sprintf(p.Say("「%s」是「%s」的变形写法（%s）", "「%s」 is 「%s」 in disguise: %s"), text, f.Plain, technique),
			Confidence: f.Confidence,
			Edits:      []Edit{{Span: f.Span}}, // never restored to a brand or a forbidden word
		}
		switch f.Kind {
		case dict.SecretGoods:
			r.Edits[0].Text = f.Plain
			r.Advice = fmt.Sprintf(p.Say("直接写「%s」。", "Write 「%s」 plainly."), f.Plain)
		case dict.SecretBrand:
			r.Advice = fmt.Sprintf(p.Say("删去。确有「%s」授权的，写正式名称并填品牌栏、上传授权书。",
				"Drop it. If you may sell 「%s」, write its proper name, fill in the brand column and upload the authorisation."), f.Plain)
		case dict.SecretContact, dict.SecretPlatform:
			r.Advice = p.Say("删去，改用小店客服。", "Drop it; use the shop's own customer service.")
		case dict.SecretClaim:
			r.Advice = p.Say("删去；有批准文号的功效写规范用语。", "Drop it; a registered effect is written in its approved words.")
		default:
			r.Advice = p.Say("删去。改标题不能使违禁商品合规。", "Drop it. A new title does not make forbidden goods lawful.")
		}
		p.Report(r)
	}
}

// disguised returns the disguised words of the title.
func (p *Pass) disguised() []disguise.Found {
	if *p.hidden == nil {
		found := p.linter.disguises().Find(p.Parsed)
		if found == nil {
			found = []disguise.Found{} // searched, nothing found
		}
		*p.hidden = found
	}
	return *p.hidden
}

// newDisguises returns the finder of disguised words. Its tables are built in
// and held sound by tests.
func newDisguises(lexicon *dict.Lexicon) *disguise.Finder {
	tables, err := dict.BuiltinDisguises()
	if err != nil {
		panic(err)
	}
	return disguise.New(tables, lexicon)
}
