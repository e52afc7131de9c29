package lint

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/lint/text"
)

var irrelevantSymbol = Rule{
	Code: "WX201", Name: "irrelevant-symbol", Severity: Warning, Fix: FixSafe,
	Doc: Doc{
		Title: Text{"无关符号", "irrelevant symbol"},
		What: Text{"标题含装饰符号、连续标点、首尾标点、空的或不成对的括号，或网页代码（&nbsp）。",
			"Decoration, a run of marks, a mark at the start or end, brackets that are empty or lack their twin, or leftovers of a web page (&nbsp)."},
		Why:     Text{"平台《商品标题搜推运营指南》：标题不得含与商品无关的符号", "the platform guide: no symbols that have nothing to do with the goods"},
		How:     Text{"删去这些符号。", "Drop the symbols."},
		Cost:    Text{"损失搜索流量", "the listing loses search weight"},
		Sources: []Ref{{"guide", Official, Text{"2 无关字符", "2 unrelated characters"}}},
	},
	Bad:   []Example{{Title: "==实木边几== 沙发旁圆桌"}, {Title: "碎花连衣裙法式收腰夏季!!!"}},
	Good:  []Example{{Title: "实木边几 沙发旁圆桌 50*50cm"}, {Title: "【朴舍】纯棉四件套（床笠款）"}},
	Check: checkIrrelevantSymbol,
}

const (
	opening = "(（[【《「『“‘{<〖"
	closing = ")）]】》」』”’}>〗"
	// trailing marks that belong to what stands before them: 100%, 18+, C++, 1.5"
	meaningful = "%+℃°\"'″′"
)

func checkIrrelevantSymbol(p *Pass) {
	var spans []Span
	first, last := p.visible()
	for i := first; i <= last; {
		if decoration(p, p.Runes[i]) {
			spans = append(spans, Span{Start: i, End: i + 1})
			i++
			continue
		}
		end := i
		for end <= last && mark(p.Runes[end]) && !decoration(p, p.Runes[end]) {
			end++
		}
		if end == i {
			i++
			continue
		}
		spans = append(spans, p.idle(i, end, i == first, end == last+1)...)
		i = end
	}
	spans = merged(spans, p.unpaired(), p.entities())
	if len(spans) == 0 {
		return
	}
	var edits []Edit
	var quoted []string
	for _, s := range spans {
		edits = append(edits, Edit{Span: s})
		quoted = append(quoted, p.Text(s))
	}
	p.Report(Report{
		Spans:   spans,
		Message: fmt.Sprintf(p.Say("%s 与商品无关", "%s says nothing about the goods"), join(quoted, p.Say("、", ", "))),
		Edits:   edits,
	})
}

// visible returns the first and the last rune that is no space.
func (p *Pass) visible() (first, last int) {
	first, last = 0, len(p.Runes)-1
	for first <= last && unicode.IsSpace(p.Runes[first]) {
		first++
	}
	for last >= first && unicode.IsSpace(p.Runes[last]) {
		last--
	}
	return first, last
}

// mark reports whether r is punctuation or a symbol that takes room.
func mark(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsSpace(r) && !text.Invisible(r)
}

// decoration reports whether r is a picture or ornament. Symbols with a plain
// twin (× ℃ ㎡) say something.
func decoration(p *Pass, r rune) bool {
	if Legal(r) || !mark(r) {
		return false
	}
	twin, known := p.linter.options.Lexicon.Twin(r)
	if known {
		return twin.To == ""
	}
	return unicode.In(r, unicode.So, unicode.Sk, unicode.Co)
}

// idle returns the parts of the run of marks [start, end) that say nothing.
func (p *Pass) idle(start, end int, atStart, atEnd bool) []Span {
	run := p.Runes[start:end]
	// empty brackets
	for i := 0; i+1 < len(run); i++ {
		if pairs(run[i], run[i+1]) {
			return []Span{{Start: start + i, End: start + i + 2}}
		}
	}
	plain := 0 // marks that neither open nor close
	var from, to int
	for i, r := range run {
		if !strings.ContainsRune(opening, r) && !strings.ContainsRune(closing, r) {
			if plain == 0 {
				from = start + i
			}
			to = start + i + 1
			plain++
		}
	}
	if plain == 0 {
		return nil
	}
	middle := []Span{{Start: from, End: to}}
	switch {
	case run[0] == '+' && start > 0 && unicode.IsLetter(p.Runes[start-1]):
		return nil // PA+++, C++
	case plain >= 2 && !dashes(run):
		return middle
	case atStart && !strings.ContainsRune("￥¥$-.", run[0]):
		return middle
	case atEnd && !strings.ContainsRune(meaningful, run[len(run)-1]) && !strings.ContainsRune(closing, run[len(run)-1]):
		return middle
	}
	return nil
}

// dashes reports whether the run is a dash or an ellipsis of two characters,
// as Chinese text has them.
func dashes(run []rune) bool {
	return len(run) == 2 && run[0] == run[1] && (run[0] == '—' || run[0] == '…')
}
