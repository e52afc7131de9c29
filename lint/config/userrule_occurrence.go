package config

import (
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/lint"
)

// occurrence objects to words that stand too often, all words of the rule
// counted together.
var occurrence = userKind{
	name: "occurrence", needs: []string{"words", "max"}, fix: lint.FixNone,
	title:   lint.Text{ZH: "本店限次数的词", EN: "house: word repeated"},
	how:     lint.Text{ZH: "删去多出来的。", EN: "Drop those beyond the limit."},
	compile: compileOccurrence,
}

func (r *reader) max(n *yaml.Node, u *userRule) error {
	if err := r.number(n, &u.max); err != nil {
		return err
	}
	if u.max < 1 {
		return r.fail(n, lint.Text{ZH: "最多次数应是 1 或更大，不是 " + n.Value, EN: "max is 1 or more, not " + n.Value}, lint.Text{ZH: "一次都不许出现请用 kind: existence", EN: "for words that may not stand at all use kind: existence"})
	}
	return nil
}

func compileOccurrence(c *compiler, u *userRule) (func(*lint.Pass), lint.Text, error) {
	list, err := c.wordList(u.words, u.except)
	check := func(p *lint.Pass) {
		all := list.find(p.Parsed)
		if len(all) <= u.max {
			return
		}
		_, words := spans(p, all)
		beyond, _ := spans(p, all[u.max:])
		p.Report(lint.Report{Spans: beyond, Message: u.say(p, words,
			"%s出现 %d 次，最多 %d 次", "%s: %d times, at most %d", quoted(words, p.Say("、", ", ")), len(all), u.max)})
	}
	words := values(u.words)
	return check, lint.Text{
		ZH: fmt.Sprintf("标题里%s合计超过 %d 次", quoted(words, ""), u.max),
		EN: "The title holds " + quoted(words, ", ") + " more than " + strconv.Itoa(u.max) + " times in all",
	}, err
}
