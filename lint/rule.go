package lint

import (
	"github.com/titlelint/titlelint/lint/internal/disguise"
	"github.com/titlelint/titlelint/lint/text"
)

// Rule is one check. A rule of the shop's own is the same value as a built-in
// one: put it into Options.Rules.
type Rule struct {
	Code     string   // WX301; never changes and is never reused
	Name     string   // keyword-stacking
	Severity Severity // of its findings, unless Report says otherwise
	Fix      FixKind  // the best that its fixes can be
	Doc      Doc
	Options  []Option
	Bad      []Example // each fires this rule, and nothing that it does not absorb
	Good     []Example // each fires nothing

	Check    func(*Pass)  // checks one title; may be nil
	CheckAll func(*Batch) // checks all titles of a run against each other; may be nil
}

// Text is a text for people in the two languages that titlelint speaks.
type Text struct{ ZH, EN string }

// In returns the text in the language: English for "en", else Chinese.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" {
		return t.EN
	}
	return t.ZH
}

// Doc explains a rule to the people whose titles it checks.
type Doc struct {
	Title   Text // 关键词堆砌
	What    Text // one sentence: when it fires
	Why     Text // half a sentence: what the source says
	How     Text // one sentence: how to mend a title
	Cost    Text // what the finding may cost
	Sources []Ref
}

// Standing returns the firmest standing among the sources of d.
func (d Doc) Standing() Standing {
	for _, s := range []Standing{Official, Reported} {
		for _, r := range d.Sources {
			if r.Standing == s {
				return s
			}
		}
	}
	return Heuristic
}

// Ref is one source of a rule.
type Ref struct {
	Key      string // as lint/RULES.md lists it: api, guide, adlaw …
	Standing Standing
	Text     Text // where in the source
}

// Option is a value of a rule that the configuration may set.
type Option struct {
	Name    string
	Default any // int, bool, string or []string; a set value has the same type
	Doc     Text
}

// Example is a title with the columns that it needs.
type Example struct {
	Title, Category, Brand, ShortText string
}

// Pass is one run of one rule over one title. It and what it points to are
// valid only during Check.
type Pass struct {
	*text.Parsed
	Title   *Title
	Rule    *Rule
	linter  *Linter
	options map[string]any
	found   *[]Finding
	claims  *[]hit            // of the title; nil until a rule asks for them
	hidden  *[]disguise.Found // of the title; nil until a rule asks for them
}

// Report is what a rule says of a title.
type Report struct {
	Spans      []Span // in rising order; empty where the whole title is meant
	Message    string // what is wrong, quoting the span; see Pass.Say
	Advice     string // what to do; empty means the rule's own How
	Severity   Severity
	Confidence float64 // 0 means 1
	Edits      []Edit  // in rising order, not overlapping
	Fix        FixKind // of the edits; empty means the rule's Fix
}

// Report adds a finding.
func (p *Pass) Report(r Report) {
	*p.found = append(*p.found, p.linter.finding(p.Rule, p.Parsed, r))
}

// Say returns the text in the language of the run, chosen by Options.Lang.
func (p *Pass) Say(zh, en string) string { return Text{zh, en}.In(p.linter.options.Lang) }

// Int returns the value of an option of the rule that is a number.
func (p *Pass) Int(name string) int { return p.options[name].(int) }

// Bool returns the value of an option of the rule that is a truth value.
func (p *Pass) Bool(name string) bool { return p.options[name].(bool) }

// Strings returns the value of an option of the rule that is a list.
func (p *Pass) Strings(name string) []string { return p.options[name].([]string) }

// Batch is one run of one rule over all titles of a run.
type Batch struct {
	Results []Result // in input order; their findings of one title are complete
	Rule    *Rule
	linter  *Linter
	options map[string]any
}

// Report adds a finding to the result with that index.
func (b *Batch) Report(i int, r Report) {
	res := &b.Results[i]
	res.Findings = append(res.Findings, b.linter.finding(b.Rule, nil, r))
}

// Say returns the text in the language of the run.
func (b *Batch) Say(zh, en string) string { return Text{zh, en}.In(b.linter.options.Lang) }
