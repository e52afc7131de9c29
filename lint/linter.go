package lint

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/internal/disguise"
	"github.com/titlelint/titlelint/lint/text"
)

// Options says how to lint. The zero value lints with every built-in rule and
// the built-in lexicon, in Chinese.
type Options struct {
	Rules            []Rule                    // further rules, beside the built-in ones
	Off              []string                  // codes or names of rules to leave out
	Severity         map[string]Severity       // by code or name
	Set              map[string]map[string]any // options of rules: code or name → option → value
	AuthorisedBrands []string                  // brands that the shop may name beside its own (WX501)
	AuthorisedPeople []string                  // people that the shop may name (WX502)
	AuthorisedIPs    []string                  // films, games, figures that the shop may name (WX502)
	ShopBrand        string                    // the shop's own brand, where rows do not state one
	Order            Order                     // of the suggestion; empty means OrderFormula
	Lexicon          *dict.Lexicon             // nil means the built-in one
	Segmenter        string                    // "walk" (default), the lexicon's own, or "gse", which cuts the same and loads for half a second
	Lang             string                    // "zh" (default) or "en"
	Year             int                       // the year that new titles belong to; 0 means now
}

// Linter checks titles. It is safe for concurrent use.
type Linter struct {
	options    Options
	rules      []*Rule
	set        []map[string]any // the options of rules[i]
	parser     *text.Parser
	claims     func() *dict.Claims // loaded on first use, as the next two
	stated     func() dict.Stated
	disguises  func() *disguise.Finder
	authorised map[string]bool // folded and standard forms of what the shop may name
	allowed    []allowed       // phrases of the shop
}

// New returns a linter. An unknown rule, an unknown option or a value of the
// wrong type in o is an error that names it.
func New(o Options) (*Linter, error) {
	l := &Linter{options: o, authorised: map[string]bool{}}
	if o.Lexicon == nil {
		lexicon, err := dict.Builtin()
		if err != nil {
			return nil, err
		}
		l.options.Lexicon = lexicon
	}
	if o.Year == 0 {
		l.options.Year = time.Now().Year()
	}
	find, err := l.chooseRules()
	if err != nil {
		return nil, err
	}
	if err := l.readAllowed(find); err != nil {
		return nil, err
	}
	l.parser = text.NewParser(l.options.Lexicon)
	if err := l.chooseSegmenter(); err != nil {
		return nil, err
	}
	l.claims = sync.OnceValue(newClaims)
	l.stated = sync.OnceValue(newStated)
	l.disguises = sync.OnceValue(func() *disguise.Finder { return newDisguises(l.options.Lexicon) })
	for _, names := range [][]string{o.AuthorisedBrands, o.AuthorisedPeople, o.AuthorisedIPs} {
		for _, n := range names {
			l.authorise(n)
		}
	}
	return l, nil
}

// chooseSegmenter makes the parser cut titles as the options say.
func (l *Linter) chooseSegmenter() (err error) {
	switch l.options.Segmenter {
	case "", "walk":
	case "gse":
		l.parser.Segmenter, err = text.NewGSE(l.options.Lexicon)
	default:
		err = fmt.Errorf("unknown segmenter %q, want walk or gse", l.options.Segmenter)
	}
	return err
}

func (l *Linter) authorise(name string) {
	name = l.options.Lexicon.Folder.FoldString(strings.TrimSpace(name))
	l.authorised[name] = true
	for _, e := range l.options.Lexicon.Lookup(name) {
		l.authorised[e.Canonical] = true
	}
}

func (l *Linter) chooseRules() (find func(name string) (*Rule, error), err error) {
	all := slices.Clone(Builtin())
	all = append(all, l.options.Rules...)
	byName := map[string]*Rule{}
	for i := range all {
		r := &all[i]
		if r.Check == nil && r.CheckAll == nil {
			return nil, fmt.Errorf("rule %s has neither Check nor CheckAll", r.Code)
		}
		for _, name := range []string{r.Code, r.Name} {
			if byName[name] != nil {
				return nil, fmt.Errorf("two rules are called %s", name)
			}
			byName[name] = r
		}
	}
	find = func(name string) (*Rule, error) {
		if r := byName[name]; r != nil {
			return r, nil
		}
		return nil, fmt.Errorf("unknown rule %q", name)
	}
	off := map[*Rule]bool{}
	for _, name := range l.options.Off {
		r, err := find(name)
		if err != nil {
			return nil, err
		}
		off[r] = true
	}
	for name, s := range l.options.Severity {
		r, err := find(name)
		if err != nil {
			return nil, err
		}
		r.Severity = s
	}
	set := map[*Rule]map[string]any{}
	for name, values := range l.options.Set {
		r, err := find(name)
		if err != nil {
			return nil, err
		}
		if set[r], err = r.withDefaults(values); err != nil {
			return nil, err
		}
	}
	for i := range all {
		r := &all[i]
		if off[r] {
			continue
		}
		l.rules = append(l.rules, r)
	}
	slices.SortFunc(l.rules, func(a, b *Rule) int { return strings.Compare(a.Code, b.Code) })
	for _, r := range l.rules {
		values := set[r]
		if values == nil {
			values, _ = r.withDefaults(nil)
		}
		l.set = append(l.set, values)
	}
	return find, nil
}

func (r *Rule) withDefaults(values map[string]any) (map[string]any, error) {
	all := map[string]any{}
	for _, o := range r.Options {
		all[o.Name] = o.Default
	}
	for name, v := range values {
		d, ok := all[name]
		if !ok {
			return nil, fmt.Errorf("rule %s has no option %q", r.Code, name)
		}
		if fmt.Sprintf("%T", d) != fmt.Sprintf("%T", v) {
			return nil, fmt.Errorf("option %q of rule %s wants %s, not %v", name, r.Code, typeName(d), v)
		}
		all[name] = v
	}
	return all, nil
}

func typeName(v any) string {
	switch v.(type) {
	case int:
		return "a whole number"
	case bool:
		return "true or false"
	case []string:
		return "a list of words"
	}
	return "a text"
}

// Rules returns the rules that l runs, by code.
func (l *Linter) Rules() []*Rule { return slices.Clone(l.rules) }

// Parse reads a title as the rules see it.
func (l *Linter) Parse(t Title) *text.Parsed {
	brand := t.Brand
	if brand == "" {
		brand = l.options.ShopBrand
	}
	return l.parser.Parse(t.Text, text.Hints{Category: t.Category, Brand: brand})
}

// Check lints one title. Rules over the whole file do not run.
func (l *Linter) Check(t Title) Result {
	r, p := l.check(t)
	l.suggest(&r, p)
	return r
}

// check runs the rules over one title; the suggestion is still to come.
func (l *Linter) check(t Title) (Result, *text.Parsed) {
	p := l.Parse(t)
	r := Result{Title: t, Core: []string{}, Brands: []string{}, Findings: []Finding{}}
	for _, i := range p.Named() {
		if w := p.Terms[i].Text; !slices.Contains(r.Core, w) {
			r.Core = append(r.Core, w)
		}
	}
	for i := range p.Terms {
		if w := p.Terms[i].Text; p.Terms[i].Kind == dict.Brand && !slices.Contains(r.Brands, w) {
			r.Brands = append(r.Brands, w)
		}
	}
	var claims []hit
	var hidden []disguise.Found
	pass := &Pass{Parsed: p, Title: &t, linter: l, found: &r.Findings, claims: &claims, hidden: &hidden}
	for i, rule := range l.rules {
		if rule.Check != nil {
			pass.Rule, pass.options = rule, l.set[i]
			rule.Check(pass)
		}
	}
	l.waive(p, r.Findings)
	absorb(r.Findings)
	r.same, r.near = fingerprint(p)
	return r, p
}

// CheckAll lints the titles on all cores and returns their results in the
// order of the titles. progress, where not nil, is called now and then with
// the number of titles that are done; calls do not overlap. The error is that
// of ctx.
func (l *Linter) CheckAll(ctx context.Context, titles []Title, progress func(done int)) ([]Result, error) {
	const chunk = 256
	results := make([]Result, len(titles))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	done := make(chan int)
	reported := make(chan struct{})
	go func() {
		defer close(reported)
		sum := 0
		for n := range done {
			if sum += n; progress != nil {
				progress(sum)
			}
		}
	}()
	for start := 0; start < len(titles); start += chunk {
		end := min(start+chunk, len(titles))
		g.Go(func() error {
			for i := start; i < end; i++ {
				if err := ctx.Err(); err != nil {
					return err
				}
				results[i] = l.Check(titles[i])
			}
			done <- end - start
			return nil
		})
	}
	err := g.Wait()
	close(done)
	<-reported
	if err != nil {
		return nil, err
	}
	for i, rule := range l.rules {
		if rule.CheckAll != nil {
			rule.CheckAll(&Batch{Results: results, Rule: rule, linter: l, options: l.set[i]})
		}
	}
	return results, nil
}

// finding fills in what the rule knows.
func (l *Linter) finding(rule *Rule, p *text.Parsed, r Report) Finding {
	f := Finding{
		Rule: rule.Code, Name: rule.Name, Title: rule.Doc.Title.In(l.options.Lang), Severity: rule.Severity, Message: r.Message, Advice: r.Advice,
		Why: rule.Doc.Why.In(l.options.Lang), Cost: rule.Doc.Cost.In(l.options.Lang), Standing: rule.Doc.Standing(), Confidence: r.Confidence,
		Spans: []Quote{}, Fix: Fix{Kind: FixNone, Edits: []Edit{}},
	}
	if r.Severity != 0 && !l.overridden(rule) {
		f.Severity = r.Severity
	}
	if f.Confidence == 0 {
		f.Confidence = 1
	}
	if f.Advice == "" {
		f.Advice = rule.Doc.How.In(l.options.Lang)
	}
	for _, s := range r.Spans {
		q := Quote{Span: s}
		if p != nil {
			q.Text = p.Text(s)
		}
		f.Spans = append(f.Spans, q)
	}
	if len(r.Edits) > 0 {
		f.Fix = Fix{Kind: r.Fix, Edits: r.Edits}
		if f.Fix.Kind == "" {
			f.Fix.Kind = rule.Fix
		}
	}
	return f
}

// overridden reports whether the configuration set the severity of rule; then
// the cases of the rule do not differ.
func (l *Linter) overridden(rule *Rule) bool {
	_, code := l.options.Severity[rule.Code]
	_, name := l.options.Severity[rule.Name]
	return code || name
}
