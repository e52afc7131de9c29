package config

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/text"
)

// word is a word of a user rule, folded as titles are.
type word struct {
	runes []rune
	to    string // what shall stand instead; for substitutions only
	whole []rune // to, folded, where it holds the word: the word in it is right
}

// wordList finds the words of a rule in titles.
type wordList struct {
	lexicon *dict.Lexicon
	words   []word   // the longest first
	except  [][]rune // a word in one of these does not count
	pieces  bool     // a word within another known word counts too
}

// found is a word that stands in a title.
type found struct {
	word       *word
	start, end int // in the folded view
}

// wordList reads the words of a rule and the phrases that let them pass.
func (c *compiler) wordList(words, except []*yaml.Node) (*wordList, error) {
	l := &wordList{lexicon: c.lexicon}
	seen := map[string]*yaml.Node{}
	for _, n := range words {
		runes, err := c.folded(n)
		if err != nil {
			return nil, err
		}
		if other := seen[string(runes)]; other != nil {
			return nil, c.fail(n, lint.Text{ZH: "「" + n.Value + "」和「" + other.Value + "」是同一个词", EN: strconv.Quote(n.Value) + " and " + strconv.Quote(other.Value) + " are one word"}, lint.Text{ZH: "请只留一处", EN: "keep one"})
		}
		seen[string(runes)] = n
		l.words = append(l.words, word{runes: runes})
	}
	for _, n := range except {
		runes, err := c.folded(n)
		if err != nil {
			return nil, err
		}
		if w := seen[string(runes)]; w != nil {
			return nil, c.fail(n, lint.Text{ZH: "「" + w.Value + "」又在 except 里，永远不会触发", EN: strconv.Quote(w.Value) + " stands under except too and can never match"}, lint.Text{ZH: "请删去一处，或把 except 写长些", EN: "remove one, or write a longer phrase under except"})
		}
		if !slices.ContainsFunc(l.words, func(w word) bool { return strings.Contains(string(runes), string(w.runes)) }) {
			return nil, c.idle(n)
		}
		l.except = append(l.except, runes)
	}
	slices.SortStableFunc(l.words, func(a, b word) int { return len(b.runes) - len(a.runes) })
	return l, nil
}

// idle is the error for a phrase under except that changes nothing.
func (c *compiler) idle(n *yaml.Node) error {
	return c.fail(n, lint.Text{ZH: "「" + n.Value + "」里没有这条规则要找的词，不起作用", EN: strconv.Quote(n.Value) + " holds nothing that the rule looks for"}, lint.Text{ZH: "请写出含有该词的说法，或删去", EN: "write a phrase that holds it, or remove it"})
}

// folded returns a word as titles are read. One that can never match, or that
// is no word, is an error.
func (c *compiler) folded(n *yaml.Node) ([]rune, error) {
	never := func(zh, en string, cure lint.Text) error {
		return c.fail(n, lint.Text{ZH: "「" + n.Value + "」" + zh, EN: strconv.Quote(n.Value) + " " + en}, cure)
	}
	if strings.TrimSpace(n.Value) != n.Value {
		return nil, never("前后有空格", "begins or ends with a space", lint.Text{ZH: "请删去空格", EN: "remove the space"})
	}
	runes := c.fold(n.Value)
	if !slices.ContainsFunc(runes, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return nil, never("只有符号，没有文字", "holds no letter or digit, only marks", lint.Text{ZH: "请写一个词；要找符号请用 kind: pattern", EN: "write a word; to look for marks, use kind: pattern"})
	}
	return runes, nil
}

// fold returns a text as titles are read: half-width, in lower case,
// Simplified, without the characters that take no room.
func (c *compiler) fold(s string) []rune {
	var runes []rune
	for _, r := range s {
		if !text.Invisible(r) {
			runes = append(runes, c.lexicon.Folder.Fold(r))
		}
	}
	return runes
}

// find returns the words that stand in the title, from left to right, without
// overlap; of several at one place the longest.
func (l *wordList) find(p *text.Parsed) []found {
	return l.search(p.Folded.Runes, func(f found) bool {
		s := p.Folded.Original(f.start, f.end)
		if f.word.to != "" && p.Text(s) == f.word.to {
			return false // written as it shall be
		}
		return bounded(p, f.start, f.end) && (l.pieces || l.stands(p, s))
	})
}

func (l *wordList) search(f []rune, counts func(found) bool) []found {
	var all []found
	for i := 0; i < len(f); i++ {
		for k := range l.words {
			w := &l.words[k]
			at := found{w, i, i + len(w.runes)}
			if hasPrefix(f[i:], w.runes) && !excused(f, w.whole, at.start, at.end) && !l.excused(f, at.start, at.end) && counts(at) {
				all = append(all, at)
				i = at.end - 1
				break
			}
		}
	}
	return all
}

// excused reports whether [start, end) lies in a phrase that lets it pass.
func (l *wordList) excused(f []rune, start, end int) bool {
	return slices.ContainsFunc(l.except, func(phrase []rune) bool { return excused(f, phrase, start, end) })
}

func excused(f, phrase []rune, start, end int) bool {
	for i := max(0, end-len(phrase)); len(phrase) > 0 && i <= start; i++ {
		if hasPrefix(f[i:], phrase) {
			return true
		}
	}
	return false
}

func hasPrefix(f, prefix []rune) bool {
	return len(f) >= len(prefix) && slices.Equal(f[:len(prefix)], prefix)
}

// bounded reports whether [start, end) of the folded view tears no run of
// letters and digits that is one term.
func bounded(p *text.Parsed, start, end int) bool {
	f, s := p.Folded.Runes, p.Folded.Original(start, end)
	begins := start == 0 || !alnum(f[start]) || !alnum(f[start-1])
	ends := end == len(f) || !alnum(f[end-1]) || !alnum(f[end])
	for i := range p.Terms {
		begins = begins || p.Terms[i].Start == s.Start
		ends = ends || p.Terms[i].End == s.End
	}
	return begins && ends
}

func alnum(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }

// stands reports whether the runes of s are no mere piece of other words, as
// 大麻 is in 大麻烦 and 加绒 in 加绒裤. Sales talk and praise do not make the
// words in them harmless: 新款 counts in 新款上市.
func (l *wordList) stands(p *text.Parsed, s lint.Span) bool {
	cut := 0
	for i := range p.Terms {
		t := &p.Terms[i]
		switch {
		case !t.Overlaps(s) || s.Contains(t.Span) || !t.Known && l.lexicon.General(t.Folded) == 0:
		case t.Contains(s):
			if !slices.Contains([]text.Kind{dict.Promo, dict.Hype, dict.Hot, dict.Vague}, t.Kind) {
				return false
			}
		default: // a word that goes on beyond s
			if cut++; t.Len() >= s.Len() {
				return false
			}
		}
	}
	return cut < 2
}

// spans returns where the words stand in the original, and as what, each once.
func spans(p *lint.Pass, all []found) ([]lint.Span, []string) {
	var at []lint.Span
	var words []string
	for _, f := range all {
		s := p.Folded.Original(f.start, f.end)
		at = append(at, s)
		if w := p.Text(s); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return at, words
}
