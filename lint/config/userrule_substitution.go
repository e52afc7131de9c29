package config

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/lint"
)

// substitution has one word written for another, or none for it where what
// shall stand instead is empty.
var substitution = userKind{
	name: "substitution", needs: []string{"swap"}, takes: []string{"fix"}, fix: lint.FixUnsafe,
	title:   lint.Text{ZH: "本店统一的写法", EN: "house: wording"},
	how:     lint.Text{ZH: "改成本店的写法。", EN: "Write it as the shop does."},
	compile: compileSubstitution,
}

func (r *reader) swap(n *yaml.Node, u *userRule) error {
	err := r.mapping(n, func(key, value *yaml.Node) error {
		if err := r.phrase(key, new(string)); err != nil {
			return err
		}
		if err := r.text(value, new(string)); err != nil {
			return err
		}
		if value.Tag == "!!null" {
			return r.fail(value, lint.Text{ZH: "「" + key.Value + "」要改成什么没有写", EN: "nothing says what " + strconv.Quote(key.Value) + " becomes"}, lint.Text{ZH: "请写明；要删去请写 ''", EN: "write it; '' drops the word"})
		}
		if key.Value == value.Value {
			return r.fail(value, lint.Text{ZH: "「" + key.Value + "」改成它自己", EN: strconv.Quote(key.Value) + " is swapped for itself"}, lint.Text{ZH: "请写另一个词，或删去", EN: "write another word, or remove it"})
		}
		u.swap = append(u.swap, [2]*yaml.Node{key, value})
		return nil
	})
	if err == nil && len(u.swap) == 0 {
		err = r.fail(n, lint.Text{ZH: "swap 是空的", EN: "swap is empty"}, lint.Text{ZH: "写作 {旧词: 新词}", EN: "write {word: another}"})
	}
	return err
}

func (r *reader) fix(n *yaml.Node, u *userRule) error {
	known := []string{string(lint.FixSafe), string(lint.FixUnsafe)}
	if !slices.Contains(known, n.Value) {
		return r.unknown(n, lint.Text{ZH: "没有这种修改方式", EN: "unknown fix"}, known)
	}
	u.rule.Fix = lint.FixKind(n.Value)
	return nil
}

func compileSubstitution(c *compiler, u *userRule) (func(*lint.Pass), lint.Text, error) {
	var words []*yaml.Node
	var pairs [2][]string
	for _, s := range u.swap {
		words = append(words, s[0])
		pairs[0] = append(pairs[0], change(s[0].Value, s[1].Value, "改为", "删去"))
		pairs[1] = append(pairs[1], change(s[0].Value, s[1].Value, " becomes ", " goes"))
	}
	list, err := c.wordList(words, u.except)
	if err != nil {
		return nil, lint.Text{}, err
	}
	for i := range list.words {
		w := &list.words[i]
		k := slices.IndexFunc(words, func(n *yaml.Node) bool { return slices.Equal(c.fold(n.Value), w.runes) })
		w.to = u.swap[k][1].Value
		if to := c.fold(w.to); len(to) > len(w.runes) && strings.Contains(string(to), string(w.runes)) {
			w.whole = to
		}
	}
	for _, s := range u.swap {
		if err := c.settled(list, s[1]); err != nil {
			return nil, lint.Text{}, err
		}
	}
	check := func(p *lint.Pass) { checkSubstitution(p, u, list) }
	return check, lint.Text{ZH: "标题里的词不是本店的写法：" + strings.Join(pairs[0], "，"), EN: "The title is not worded as the shop does: " + strings.Join(pairs[1], ", ")}, nil
}

// settled refuses a replacement that the rule would object to again.
func (c *compiler) settled(list *wordList, n *yaml.Node) error {
	raw := []rune(n.Value)
	to := c.fold(n.Value)
	again := list.search(to, func(f found) bool {
		same := len(raw) == len(to) && string(raw[f.start:f.end]) == f.word.to
		return !same && !c.inLonger(to, f.start, f.end)
	})
	if len(again) == 0 {
		return nil
	}
	w := string(again[0].word.runes)
	return c.fail(n, lint.Text{ZH: "改成的「" + n.Value + "」里有「" + w + "」，又会被改", EN: strconv.Quote(n.Value) + " holds " + strconv.Quote(w) + ", which is swapped again"}, lint.Text{ZH: "请直接写最后的写法", EN: "write what shall stand in the end"})
}

// inLonger reports whether a longer known word around [start, end) keeps the
// word there from counting.
func (c *compiler) inLonger(f []rune, start, end int) bool {
	for i := 0; i <= start; i++ {
		for j := end; j <= len(f); j++ {
			if s := string(f[i:j]); j-i > end-start && (c.lexicon.Lookup(s) != nil || c.lexicon.General(s) > 0) {
				return true
			}
		}
	}
	return false
}

func checkSubstitution(p *lint.Pass, u *userRule, list *wordList) {
	all := list.find(p.Parsed)
	if len(all) == 0 {
		return
	}
	at, words := spans(p, all)
	r := lint.Report{Spans: at}
	var zh, en []string
	for i, f := range all {
		from := p.Text(at[i])
		r.Edits = append(r.Edits, lint.Edit{Span: at[i], Text: f.word.to})
		if s := change(from, f.word.to, "应写作", "应删去"); !slices.Contains(zh, s) {
			zh = append(zh, s)
			en = append(en, change(from, f.word.to, " should be ", " should go"))
		}
	}
	r.Message = u.say(p, words, "%[1]s", "%[2]s", strings.Join(zh, "，"), strings.Join(en, ", "))
	p.Report(r)
}

// change returns 「from」verb「to」, or 「from」and the other verb where nothing
// shall stand instead.
func change(from, to, verb, drop string) string {
	if to == "" {
		return "「" + from + "」" + drop
	}
	return "「" + from + "」" + verb + "「" + to + "」"
}
