package lint

import (
	"cmp"
	"slices"
	"sync"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var irrelevantText = Rule{
	Code: "WX202", Name: "irrelevant-text", Severity: Warning, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"无关文字", "irrelevant text"},
		What: Text{"标题含与商品无关的话：诗句、聊天、口号、店铺通知、直播间号码。",
			"Words that are not about the goods: verse, chat, slogans, shop notices, live-room numbers."},
		Why:  Text{"平台《商品标题搜推运营指南》：标题不得含与商品无关的信息", "the platform guide: nothing that has nothing to do with the goods"},
		How:  Text{"删去这些话；通知写进详情页，活动用平台的工具。", "Drop them; notices belong to the detail page."},
		Cost: Text{"损失搜索流量", "the listing loses search weight"},
		Sources: []Ref{
			{"guide", Official, Text{"2 其他无关信息", "2 other unrelated information"}},
			{"own", Heuristic, Text{"句子和诗句按用词判断", "sentences and verse are told by their words"}},
		},
	},
	Bad: []Example{
		{Title: "棉麻桌布 防水 尺寸咨询客服"}, {Title: "真的太好看了吧 碎花半身裙 高腰"},
		{Title: "山河远阔 岁月从容 手工紫砂壶 朱泥"}, {Title: "卖完不补 拍一发三 儿童棉袜 秋冬"},
	},
	Good: []Example{
		{Title: "新款羊毛围巾 加厚 包邮 正品"}, {Title: "《愿你遇见温柔》精装小说"}, {Title: "“早安呀”刺绣帆布包 大容量"}, {Title: "ZH2088 陶瓷茶壶 家用 复古"},
	},
	Check: checkIrrelevantText,
}

// builtinTalk holds the words of sentences and verse.
var builtinTalk = sync.OnceValue(func() dict.Talk {
	t, err := dict.BuiltinTalk()
	if err != nil {
		panic(err) // the table is built in and tested
	}
	return t
})

func checkIrrelevantText(p *Pass) {
	hits := p.claimHits()
	if !within(p.linter.goods(p.Parsed), "图书", "书法/绘画") {
		for _, s := range p.sentences() {
			hits = append(hits, hit{dict.Claim{Rule: p.Rule.Code, Level: Warning.String()}, s})
		}
	}
	quoted := quotes(p.Runes)
	hits = slices.DeleteFunc(hits, func(h hit) bool { return slices.ContainsFunc(quoted, h.Overlaps) })
	p.reportHits(joined(hits), "%s与商品无关", "%s says nothing about the goods")
}

// quotes returns what stands between “ and ” or within 《》: the words on the
// goods, or their title.
func quotes(runes []rune) []Span {
	return append(works(runes), enclosed(runes, '“', '”')...)
}

// stretch is a part of a title between marks and spaces.
type stretch struct {
	Span
	han     int     // Chinese characters
	goods   int     // characters of words that say something of the goods
	known   int     // characters of longer words that the lexicon knows
	talk    float64 // how much it speaks to the reader
	words   int     // words of sentences that tell
	verse   int     // words of verse
	comma   bool    // an ordinary comma stands right behind it
	foreign bool    // holds letters or digits
}

// What a stretch has to weigh to be taken for a sentence: less where nothing in
// it says anything of the goods.
const (
	speaks = 3.0
	apart  = 2.0
)

// sentences returns the stretches that speak to the reader or are verse.
func (p *Pass) sentences() []Span {
	all := p.stretches()
	said := make([]bool, len(all))
	for i := range all {
		s := &all[i]
		weight, least := s.talk, speaks
		if s.goods == 0 {
			weight += 1.2 * float64(s.verse)
			if (s.han >= 5 || s.verse > 0) && !s.foreign {
				least = apart
			}
		}
		said[i] = s.words+s.verse >= 2 && weight >= least && weight*4 >= float64(s.han)
	}
	for i := 0; i+1 < len(all); i++ {
		a, b := &all[i], &all[i+1]
		if a.line() && b.line() && a.han == b.han && a.tells()+b.tells() >= b.enough(a) {
			said[i], said[i+1] = true, true // two lines of one length
		}
	}
	var spans []Span
	for i, yes := range said {
		if yes && !p.pattern(all, i) {
			spans = append(spans, all[i].Span)
		}
	}
	return spans
}

// pattern reports whether the stretch i is the last of a long title with other
// stretches before it: there marketplaces put the name of the variant, which on
// cases and shirts is often a motto.
func (p *Pass) pattern(all []stretch, i int) bool {
	const long = 30
	return i > 0 && i+1 == len(all) && all[i].han <= 8 && len(p.Runes) > long || p.SKUNote().Contains(all[i].Span)
}

// tells counts the words of sentences and verse.
func (s *stretch) tells() int { return s.words + s.verse }

// enough returns how many such words two lines of one length want: fewer where
// the lexicon knows no word in them, more where neither verse nor a comma says
// that they belong together.
func (s *stretch) enough(before *stretch) int {
	switch {
	case s.known+before.known == 0:
		return 1
	case s.verse+before.verse > 0 || before.comma:
		return 2
	}
	return 3
}

// line reports whether s may be a line of verse: four to seven characters and
// no word of the goods.
func (s *stretch) line() bool { return s.han >= 4 && s.han <= 7 && s.goods == 0 && !s.foreign }

// stretches parts the title at marks and spaces.
func (p *Pass) stretches() []stretch {
	var all []stretch
	open := false
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Kind == dict.Mark {
			if open && (t.Folded == "," || t.Folded == "，") {
				all[len(all)-1].comma = true
			}
			open = false
			continue
		}
		if !open || !p.Adjacent(i-1) {
			all = append(all, stretch{Span: t.Span})
			open = true
		}
		s := &all[len(all)-1]
		s.End = t.End
		p.weigh(s, t, i+1 == len(p.Terms) || !p.Adjacent(i) || p.Terms[i+1].Kind == dict.Mark)
	}
	return all
}

// weigh adds the word to the stretch; last says that it ends it.
func (p *Pass) weigh(s *stretch, t *text.Term, last bool) {
	for _, r := range t.Folded {
		switch {
		case text.Han(r):
			s.han++
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			s.foreign = true
		}
	}
	class := builtinTalk()[t.Folded]
	if t.Known && t.Len() > 1 && class == "" {
		s.known += t.Len()
	}
	if t.Known && tells(t) && class != dict.Verse {
		s.goods += t.Len()
		return
	}
	switch class {
	case dict.Particle:
		s.words++
		s.talk++
		if last {
			s.talk++
		}
	case dict.Pronoun:
		s.words++
		s.talk += 1.5
	case dict.Adverb, dict.Verb:
		s.words++
		s.talk++
	case dict.Verse:
		s.verse++
	case dict.Weak:
		s.talk += 0.4
	}
}

// tells reports whether a word says something of the goods; single characters
// may be pieces of other words.
func tells(t *text.Term) bool {
	if t.Len() == 1 {
		return t.Kind == dict.Category || t.Kind == dict.Brand
	}
	return t.Kind.Attribute() || t.Kind == dict.Category || t.Kind == dict.Brand || t.Kind == dict.Container || t.Kind == dict.Colour
}

// byPlace orders hits by where they begin.
func byPlace(a, b hit) int { return cmp.Compare(a.Start, b.Start) }
