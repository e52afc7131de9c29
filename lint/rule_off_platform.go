package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/titlelint/titlelint/dict"
)

var offPlatform = Rule{
	Code: "WX701", Name: "off-platform", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"站外引流", "leading buyers off the platform"},
		What: Text{"标题留联系方式、写其他平台的名字，或用转发、集赞、打卡、好评返现诱导。",
			"A contact, another shop platform's name, or a bribe for sharing, likes, check-ins or reviews."},
		Why: Text{"《微信小店带货违规管理规则》：不得引导站外交易、诱导分享；换成谐音、字母、汉字数字同样算",
			"the store's trade rules: no off-platform dealing, no bribed sharing; disguised forms count too"},
		How:  Text{"删去；咨询请用小店客服，活动请用平台的工具。", "Drop it; use the store's customer service and the platform's own campaigns."},
		Cost: Text{"下架、扣信用分、限制带货", "taken down, credit lost, selling limited"},
		Sources: []Ref{
			{"trade", Reported, Text{"引导站外交易", "off-platform dealing"}},
			{"divert", Reported, Text{"诱导第三方交易", "inducing third-party trade"}},
			{"share", Reported, Text{"诱导分享、集赞、打卡返现", "bribed sharing, likes, check-ins"}},
		},
	},
	Bad: []Example{
		{Title: "定制蛋糕盒 加微信看样 加厚 8寸"}, {Title: "天猫同款电动牙刷 声波 软毛"}, {Title: "实木茶盘 大号 咨询13912345678"},
		{Title: "转发朋友圈送收纳袋 羽绒被 加厚"}, {Title: "真皮腰带 自动扣 vx：abc88888"},
	},
	Good: []Example{
		{Title: "QQ糖 水果味 小包 500克"}, {Title: "无线扫码枪 二维码 超市收银"}, {Title: "叠加V领针织马甲 女 秋季"}, {Title: "休闲鱼嘴凉鞋 女 夏季 坡跟"},
	},
	Check: checkOffPlatform,
}

// contact is a form of addresses, over the folded title with its numbers in
// digits.
type contact struct {
	form  *regexp.Regexp
	marks []rune // every address of the form holds one of them: most titles have none, which is seen sooner
}

var contacts = []contact{
	{regexp.MustCompile(`https?://\S+|www\.[a-z0-9.-]+`), []rune(":.")},
	{regexp.MustCompile(`\b[a-z0-9-]{2,}\.(?:com|cn|shop|taobao|tmall)\b`), []rune(".")},
	{regexp.MustCompile(`(?:微信|薇信|威信|徽信|维信|微信号|wx|vx|v信|weixin|wechat)[号:： +]*[a-z0-9][a-z0-9_-]{5,19}`), []rune("信wv")},
	{regexp.MustCompile(`(?:qq|扣扣|企鹅)[号群:： ]*[0-9]{5,11}`), []rune("q扣企")},
	{regexp.MustCompile(`(?:电话|热线|手机|tel)[号:： ]*0?[0-9][0-9 -]{6,14}[0-9]`), []rune("0123456789")},
	{regexp.MustCompile(`(?:加|➕|微|薇|威|v)[❤♥💗💚💓🧡❣]`), []rune("❤♥💗💚💓🧡❣")},
	{regexp.MustCompile(`[❤♥💗💚💓🧡❣]\x{FE0F}?(?:信|同号)`), []rune("❤♥💗💚💓🧡❣")},
}

// phone is a mobile number: eleven digits of the numbering plan that stand by
// themselves.
var phone = regexp.MustCompile(`(?:^|[^0-9a-z.])(1(?:3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])(?:[ -]?[0-9]){8})(?:$|[^0-9.])`)

func checkOffPlatform(p *Pass) {
	hits := p.claimHits()
	runes := spelledOut(p.Folded.Runes)
	digits := string(runes)
	address := func(from, to int) {
		s := p.Folded.Original(utf8.RuneCountInString(digits[:from]), utf8.RuneCountInString(digits[:to]))
		if !slices.ContainsFunc(works(p.Runes), s.Overlaps) {
			hits = append(hits, hit{dict.Claim{Rule: p.Rule.Code, Level: Error.String()}, s})
		}
	}
	for _, c := range contacts {
		if !slices.ContainsFunc(runes, func(r rune) bool { return slices.Contains(c.marks, r) }) {
			continue
		}
		for _, m := range c.form.FindAllStringIndex(digits, -1) {
			if !letterBefore(digits, m[0]) {
				address(m[0], m[1])
			}
		}
	}
	if strings.Contains(digits, "1") {
		for _, m := range phone.FindAllStringSubmatchIndex(digits, -1) {
			address(m[2], m[3])
		}
	}
	p.reportHits(joined(hits), "%s会被认为引导站外交易", "%s is taken for leading buyers off the platform")
}

// letterBefore reports whether the byte at i goes on a Latin word or a model:
// wx in DSC-WX500.
func letterBefore(s string, i int) bool {
	return i > 0 && i < len(s) && latin(rune(s[i])) && (latin(rune(s[i-1])) || strings.IndexByte("0123456789-_.", s[i-1]) >= 0)
}

// joined returns the hits in rising order, overlapping ones as one.
func joined(hits []hit) []hit {
	slices.SortStableFunc(hits, byPlace)
	var out []hit
	for _, h := range hits {
		if n := len(out); n > 0 && h.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, h.End)
			continue
		}
		out = append(out, h)
	}
	return out
}

// spelledOut writes each Chinese or ringed digit as a plain one where five or
// more digits stand in a row, rune for rune: 一三八零零一三八零零零.
func spelledOut(folded []rune) []rune {
	const han = "零一二三四五六七八九"
	digit := func(r rune) (rune, bool) {
		switch {
		case '0' <= r && r <= '9':
			return r, true
		case r == '〇' || r == '○' || r == '⓪':
			return '0', true
		case r == '幺':
			return '1', true
		case '①' <= r && r <= '⑨':
			return '1' + r - '①', true
		}
		if i := slices.Index([]rune(han), r); i >= 0 {
			return '0' + rune(i), true
		}
		return r, false
	}
	out := slices.Clone(folded)
	for i := 0; i < len(out); {
		n := 0
		for i+n < len(out) {
			if _, ok := digit(folded[i+n]); !ok {
				break
			}
			n++
		}
		if n >= 5 {
			for j := i; j < i+n; j++ {
				out[j], _ = digit(folded[j])
			}
		}
		i += max(n, 1)
	}
	return out
}
