package config

import "github.com/titlelint/titlelint/lint"

// existence objects to words.
var existence = userKind{
	name: "existence", needs: []string{"words"}, fix: lint.FixNone,
	title:   lint.Text{ZH: "本店不用的词", EN: "house: unwanted word"},
	how:     lint.Text{ZH: "删去，或换个说法。", EN: "Drop it, or say it otherwise."},
	compile: compileExistence,
}

func compileExistence(c *compiler, u *userRule) (func(*lint.Pass), lint.Text, error) {
	list, err := c.wordList(u.words, u.except)
	check := func(p *lint.Pass) {
		at, words := spans(p, list.find(p.Parsed))
		if len(at) == 0 {
			return
		}
		p.Report(lint.Report{Spans: at, Message: u.say(p, words, "本店标题不写%s", "this shop does not write %s", quoted(words, p.Say("、", ", ")))})
	}
	all := values(u.words)
	return check, lint.Text{ZH: "标题里有" + quoted(all, ""), EN: "The title holds one of " + quoted(all, ", ")}, err
}
