package config

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/text"
)

// pattern objects to what a regular expression (RE2) finds in the folded
// title.
var pattern = userKind{
	name: "pattern", needs: []string{"pattern"}, fix: lint.FixNone,
	title:   lint.Text{ZH: "本店不用的写法", EN: "house: unwanted wording"},
	how:     lint.Text{ZH: "删去，或换个写法。", EN: "Drop it, or write it otherwise."},
	compile: compilePattern,
}

func compilePattern(c *compiler, u *userRule) (func(*lint.Pass), lint.Text, error) {
	none := lint.Text{}
	tree, err := syntax.Parse(u.pattern.Value, syntax.Perl)
	if err != nil {
		return nil, none, c.malformedPattern(u, err)
	}
	re, err := regexp.Compile(u.pattern.Value)
	if err != nil {
		return nil, none, c.malformedPattern(u, err)
	}
	if empty(tree) {
		return nil, none, c.fail(u.pattern, lint.Text{ZH: "这个正则什么都没有也能匹配", EN: "the pattern matches nothing at all too"}, lint.Text{ZH: "请至少要求一个字，例如用 + 代替 *", EN: "ask for one character at least, such as + for *"})
	}
	if !c.possible(tree) {
		return nil, none, c.fail(u.pattern, lint.Text{ZH: "这个正则永远不会匹配", EN: "the pattern can never match"}, c.asFolded(u.pattern.Value))
	}
	except := &wordList{lexicon: c.lexicon}
	for _, n := range u.except {
		phrase := c.fold(n.Value)
		if len(phrase) == 0 || !context(tree) && !re.MatchString(string(phrase)) {
			return nil, none, c.idle(n)
		}
		except.except = append(except.except, phrase)
	}
	check := func(p *lint.Pass) {
		var hits []found
		for _, f := range matches(re, p.Folded.Runes) {
			if !except.excused(p.Folded.Runes, f.start, f.end) {
				hits = append(hits, f)
			}
		}
		if len(hits) == 0 {
			return
		}
		at, words := spans(p, hits)
		p.Report(lint.Report{Spans: at, Message: u.say(p, words, "本店标题不这样写：%s", "this shop does not write so: %s", quoted(words, p.Say("、", ", ")))})
	}
	return check, lint.Text{ZH: "标题里有符合 " + u.pattern.Value + " 的文字", EN: "The title holds what matches " + u.pattern.Value}, nil
}

// matches returns where the pattern matches, in runes.
func matches(re *regexp.Regexp, folded []rune) []found {
	s := string(folded)
	var all []found
	at, runes := 0, 0
	count := func(to int) int {
		runes += utf8.RuneCountInString(s[at:to])
		at = to
		return runes
	}
	for _, m := range re.FindAllStringIndex(s, -1) {
		start := count(m[0])
		all = append(all, found{start: start, end: count(m[1])})
	}
	return all
}

func (c *compiler) malformedPattern(u *userRule, err error) error {
	what := err.Error()
	var s *syntax.Error
	if errors.As(err, &s) {
		what = s.Code.String()
		if s.Expr != "" {
			what += ": " + s.Expr
		}
	}
	return c.fail(u.pattern, lint.Text{ZH: "不是正确的正则（" + what + "）", EN: "no valid pattern: " + what},
		lint.Text{ZH: "请按 RE2 语法改正；不支持 (?=…)、(?<=…) 和 \\1", EN: `write RE2 syntax, which knows no (?=…), (?<=…) and \1`})
}

// asFolded is the cure for a pattern that titles, being folded, never match.
func (c *compiler) asFolded(s string) lint.Text {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && r >= utf8.RuneSelf {
			return c.lexicon.Folder.Fold(r)
		}
		return r
	}, s)
	cure := lint.Text{ZH: "标题按半角、小写、简体来读，请照此写", EN: "titles are read in half width, lower case and Simplified; write it so"}
	if folded != s {
		cure.ZH += "：" + folded
		cure.EN += ": " + folded
	}
	return cure
}

// empty reports whether the pattern matches where nothing stands.
func empty(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune) == 0
	case syntax.OpNoMatch, syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return empty(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || empty(re.Sub[0])
	case syntax.OpConcat:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !empty(sub) })
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, empty)
	}
	return true // ^, $, \b, *, ?
}

// context reports whether what stands around a match matters to the pattern.
func context(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return slices.ContainsFunc(re.Sub, context)
}

// possible reports whether a folded title may match the pattern.
func (c *compiler) possible(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpNoMatch:
		return false
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			if !c.readable(r) && (re.Flags&syntax.FoldCase == 0 || !c.readableFold(r)) {
				return false
			}
		}
	case syntax.OpCharClass:
		return c.anyReadable(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return c.possible(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || c.possible(re.Sub[0])
	case syntax.OpConcat:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !c.possible(sub) })
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, c.possible)
	}
	return true
}

// readable reports whether r may stand in a folded title.
func (c *compiler) readable(r rune) bool {
	return !text.Invisible(r) && c.lexicon.Folder.Fold(r) == r
}

func (c *compiler) readableFold(r rune) bool {
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		if c.readable(f) {
			return true
		}
	}
	return false
}

// anyReadable reports whether a folded title may hold a rune of the ranges.
func (c *compiler) anyReadable(ranges []rune) bool {
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if c.readable(r) {
				return true
			}
		}
	}
	return false
}
