package lint

import (
	"fmt"
	"strings"
	"sync"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var misspelling = Rule{
	Code: "WX402", Name: "misspelling", Severity: Warning, Fix: FixSafe,
	Doc: Doc{
		Title: Text{"品名错别字", "misspelling"},
		What: Text{"品类词里有错别字，或本店品牌写成了与品牌栏不同的繁体字形。",
			"A product noun holds a wrong character, or the row's own brand stands in other, Traditional characters than in the brand column."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题不得有错别字，错字搜不到", "the platform guide: no wrong characters; nobody searches for them"},
		How:     Text{"改成正确的品类词。", "Write the noun correctly."},
		Cost:    Text{"损失搜索流量", "the listing loses search weight"},
		Sources: []Ref{{"guide", Official, Text{"错别字", "wrong characters"}}},
	},
	Bad:   []Example{{Title: "女士毛衣羊绒杉 圆领加厚冬季"}, {Title: "304不锈钢水杯保温怀 500ml 商务"}},
	Good:  []Example{{Title: "女士羊绒衫 圆领加厚冬季"}, {Title: "304不锈钢保温杯 500ml 商务"}},
	Check: checkMisspelling,
}

// misspellings are loaded on first use; tests hold the table sound.
var misspellings = sync.OnceValue(func() dict.Misspellings {
	m, err := dict.BuiltinMisspellings()
	if err != nil {
		panic(err)
	}
	return m
})

func checkMisspelling(p *Pass) {
	table := misspellings()
	f := p.Folded.Runes
	for i := 0; i < len(f); i++ {
		m, ok := table.Longest(f[i:])
		if !ok || !p.standsAlone(i, i+len(m.Wrong)) {
			continue
		}
		s := p.Folded.Original(i, i+len(m.Wrong))
		p.Report(Report{
			Spans:   []Span{s},
			Message: fmt.Sprintf(p.Say("「%s」是错别字，应为「%s」", "「%s」 is misspelt: it should be 「%s」"), p.Text(s), m.Right),
			Advice:  fmt.Sprintf(p.Say("改为「%s」。", "Write 「%s」."), m.Right),
			Edits:   []Edit{{Span: s, Text: m.Right}},
		})
		i += len(m.Wrong) - 1
	}
	p.checkOwnBrand()
}

// misspelt reports whether a product noun of the title is misspelt.
func (p *Pass) misspelt() bool {
	f := p.Folded.Runes
	for i := range f {
		if m, ok := misspellings().Longest(f[i:]); ok && p.standsAlone(i, i+len(m.Wrong)) {
			return true
		}
	}
	return false
}

// standsAlone reports whether [start, end) of the folded view is no chance
// meeting of two words: no ordinary word reaches over its ends.
func (p *Pass) standsAlone(start, end int) bool {
	s := p.Folded.Original(start, end)
	lexicon := p.linter.options.Lexicon
	for i := range p.Terms {
		t := &p.Terms[i]
		if t.Len() >= 2 && t.Overlaps(s) && !s.Contains(t.Span) && !t.Contains(s) && (t.Known || lexicon.General(t.Folded) > 0) {
			return false
		}
	}
	f := p.Folded.Runes
	ordinary := func(from, to int) bool {
		if from < 0 || to > len(f) || !text.Han(f[from]) || !text.Han(f[to-1]) {
			return false
		}
		w := string(f[from:to])
		return lexicon.General(w) > 50 || end-start == 2 && lexicon.Lookup(w) != nil
	}
	return !ordinary(start-1, start+1) && !ordinary(end-1, end+1)
}

// checkOwnBrand reports the row's own brand where the title writes it in other
// characters than the brand column. That is typing, no evasion.
func (p *Pass) checkOwnBrand() {
	if p.Brand == "" {
		return
	}
	brand := []rune(p.Brand)
	f := p.Folded.Runes
	for i := 0; i+len(brand) <= len(f); i++ {
		if string(f[i:i+len(brand)]) != p.Brand {
			continue
		}
		s := p.Folded.Original(i, i+len(brand))
		written := p.Text(s)
		if !p.traditional(written) || strings.Contains(p.Title.Brand, written) {
			continue
		}
		p.Report(Report{
			Spans:    []Span{s},
			Severity: Info,
			Message:  fmt.Sprintf(p.Say("品牌「%s」与品牌栏「%s」字形不同", "the brand 「%s」 stands in other characters than in the brand column, 「%s」"), written, p.Title.Brand),
			Advice:   p.Say("按品牌栏的写法书写。", "Write it as the brand column does."),
			Edits:    []Edit{{Span: s, Text: strings.TrimSpace(p.Title.Brand)}},
			Fix:      FixUnsafe,
		})
		return
	}
}

// traditional reports whether the word holds a Traditional or variant character.
func (p *Pass) traditional(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		_, is := p.linter.options.Lexicon.Folder.Simplified(r)
		return is
	})
}
