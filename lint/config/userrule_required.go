package config

import "github.com/titlelint/titlelint/lint"

// required objects to titles that hold none of its words. A word counts inside
// a longer one too: a title with 纯棉布 does say 纯棉.
var required = userKind{
	name: "required", needs: []string{"words"}, fix: lint.FixNone,
	title:   lint.Text{ZH: "本店必写的词", EN: "house: required word"},
	how:     lint.Text{ZH: "补上其中一个。", EN: "Add one of them."},
	compile: compileRequired,
}

func compileRequired(c *compiler, u *userRule) (func(*lint.Pass), lint.Text, error) {
	list, err := c.wordList(u.words, u.except)
	if err != nil {
		return nil, lint.Text{}, err
	}
	list.pieces = true
	words := values(u.words)
	check := func(p *lint.Pass) {
		if len(list.find(p.Parsed)) == 0 {
			p.Report(lint.Report{Message: u.say(p, words, "标题缺少%s", "the title lacks %s", quoted(words, p.Say("或", " or ")))})
		}
	}
	return check, lint.Text{ZH: "标题里没有" + quoted(words, "或"), EN: "The title holds none of " + quoted(words, ", ")}, nil
}
