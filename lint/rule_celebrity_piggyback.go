package lint

import (
	"fmt"
	"slices"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var celebrityPiggyback = Rule{
	Code: "WX502", Name: "celebrity-piggyback", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"蹭明星或 IP 流量", "riding on a star or a figure"},
		What: Text{"用明星、主播、影视动漫形象引流：名字 + 同款、推荐、代言，明星同款、网红同款，或只写名字。",
			"A star, a streamer or a figure draws traffic: name + 同款, 推荐, 代言; 明星同款, 网红同款; or the bare name."},
		Why: Text{"平台《商品标题搜推运营指南》：不得借用明星、网红同款，须有权利凭证", "the platform guide: no 明星同款 without proof of the right"},
		How: Text{"删去名字和「同款」；有授权的，写进配置 authorised_people 或 authorised_ips。",
			"Drop the name and 同款; list those that you may use under authorised_people or authorised_ips."},
		Cost:    Text{"下架、限流，可能侵犯姓名权或著作权", "taken down or limited; may infringe rights"},
		Sources: []Ref{{"guide", Official, Text{"5.2 蹭明星", "5.2 stars"}}},
	},
	Bad:   []Example{{Title: "明星同款羊毛大衣女 秋冬双面呢"}, {Title: "刘德华同款飞行员墨镜 偏光"}},
	Good:  []Example{{Title: "情侣同款卫衣 宽松连帽"}, {Title: "刘德华演唱会海报 装饰画"}},
	Check: checkCelebrityPiggyback,
}

func checkCelebrityPiggyback(p *Pass) {
	var bare []int
	for i := range p.Terms {
		t := &p.Terms[i]
		generic := t.Has("star") || t.Has("generic")
		if t.Kind != dict.Person && t.Kind != dict.IP && !generic || p.linter.authorised[t.Folded] || p.linter.authorised[t.Canonical] {
			continue
		}
		if t.Has("generic") {
			p.reportRide(t.Span)
			return
		}
		if j := p.riderAfter(i); j >= 0 {
			p.reportRide(Span{Start: t.Start, End: p.Terms[j].End})
			return
		}
		if !generic && !p.about(i) {
			bare = append(bare, i)
		}
	}
	if s := p.unknownName(); s.Len() > 0 {
		p.Report(Report{
			Spans:      []Span{s},
			Confidence: 0.7,
			Message:    fmt.Sprintf(p.Say("「%s」像是借名字引流", "「%s」 looks like riding on a name"), p.Text(s)),
			Edits:      []Edit{{Span: s}},
		})
		return
	}
	if len(bare) == 0 || p.joint() {
		return
	}
	p.Report(Report{
		Severity:   Warning,
		Confidence: 0.7,
		Spans:      p.spansOf(bare),
		Message:    fmt.Sprintf(p.Say("标题写了%s", "the title names %s"), join(p.textsOf(bare), p.Say("、", ", "))),
	})
}

func (p *Pass) reportRide(s Span) {
	p.Report(Report{
		Spans:   []Span{s},
		Message: fmt.Sprintf(p.Say("「%s」借名人引流", "「%s」 rides on a star"), p.Text(s)),
		Edits:   []Edit{{Span: s}},
	})
}

// riderAfter returns the word after term i that makes it a draw: 同款, 推荐,
// 直播间; -1 where there is none. 老师, a bracket or another name may stand
// between.
func (p *Pass) riderAfter(i int) int {
	for j := i + 1; j < len(p.Terms) && j-i <= 3; j++ {
		o := &p.Terms[j]
		if o.GrammarRole() == "rides" && !o.Has("before") {
			if o.Folded == "同款" && j+1 < len(p.Terms) && p.Adjacent(j) && p.Terms[j+1].Has("free") {
				return -1
			}
			return j
		}
		switch o.Kind {
		case dict.Person, dict.IP, dict.Hot:
		default:
			if !p.Adjacent(j-1) || o.Len() > 2 || o.Kind == dict.Category || o.Kind == dict.Mark {
				return -1
			}
		}
	}
	return -1
}

// unknownName returns the span of a name that no table lists with the 同款
// behind it: two to four characters that are no ordinary word, with or without
// 老师 after them. It is empty where there is none.
func (p *Pass) unknownName() Span {
	for j := range p.Terms {
		if p.Terms[j].Folded != "同款" || j == 0 || !p.Adjacent(j-1) {
			continue
		}
		if j+1 < len(p.Terms) && p.Adjacent(j) && p.Terms[j+1].Has("free") {
			continue
		}
		i := j - 1
		titled := p.Terms[i].Folded == "老师" || p.Terms[i].Folded == "姐" || p.Terms[i].Folded == "哥"
		if titled {
			i--
		}
		start := i + 1
		for start-1 >= 0 && p.Adjacent(start-1) && p.nameless(start-1) && p.Terms[j].Start-p.Terms[start-1].Start <= 6 {
			start--
		}
		if start > i || start > 0 && p.Terms[start-1].Folded == "+" {
			continue // A+X同款B: what comes along
		}
		length := p.Terms[i].End - p.Terms[start].Start
		if length >= 2 && length <= 4 {
			return Span{Start: p.Terms[start].Start, End: p.Terms[j].End}
		}
	}
	return Span{}
}

// nameless reports whether term i is Chinese text that neither the lexicon nor
// ordinary language knows, or a single character of it.
func (p *Pass) nameless(i int) bool {
	t := &p.Terms[i]
	if t.Known || t.Kind != dict.Other || !text.Han([]rune(t.Folded)[0]) {
		return false
	}
	return t.Len() == 1 || p.linter.options.Lexicon.General(t.Folded) < 300
}

// about reports whether the goods are by or about the name: books, records,
// posters.
func (p *Pass) about(int) bool {
	return p.book() || slices.ContainsFunc(p.Terms, func(t text.Term) bool { return t.Role == text.Subject && t.Has("media") })
}
