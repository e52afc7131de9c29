package report

import (
	"bufio"
	"cmp"
	_ "embed" // the page
	"html/template"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/titlelint/titlelint/lint"
)

//go:embed html.tmpl
var htmlPage string

// htmlRows is how many titles the page shows: a phone does not scroll through
// more. The numbers above the table count all.
const htmlRows = 5000

// HTML writes a page of its own, without requests to anywhere: totals, a chart
// of the rules, and the titles that have findings in a table that can be
// searched, filtered and printed. Titles beyond the first 5,000 with findings
// are counted, not listed; the page says so.
func HTML(w io.Writer, results []lint.Result, s Style) error {
	s.Color = false
	page := htmlData{Lang: s.Lang, Summary: lint.Summarise(results)}
	if page.Lang != "en" {
		page.Lang = "zh-CN"
	}
	names := map[string]*htmlRule{}
	for i := range results {
		row, ok := htmlRowOf(&results[i], names, s)
		if !ok {
			continue
		}
		if len(page.Rows) == htmlRows {
			page.Left++
			continue
		}
		page.Rows = append(page.Rows, row)
	}
	for _, severity := range []lint.Severity{lint.Error, lint.Warning, lint.Info} {
		page.Counts = append(page.Counts, htmlCount{severity.String(), s.Severity(severity), page.Summary.BySeverity[severity]})
	}
	page.Rules = slices.SortedFunc(maps.Values(names), func(a, b *htmlRule) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Code, b.Code))
	})
	for i, r := range page.Rules {
		r.Y, r.Width = i*28, 100*float64(r.Count)/float64(page.Rules[0].Count)
	}
	page.Height = len(page.Rules) * 28
	t, err := template.New("page").Funcs(template.FuncMap{"say": s.say}).Parse(htmlPage)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	if err := t.Execute(b, page); err != nil {
		return err
	}
	return b.Flush()
}

type htmlData struct {
	Lang    string
	Summary lint.Summary
	Counts  []htmlCount
	Rules   []*htmlRule // that fired, the most frequent first
	Height  int         // of the chart
	Rows    []htmlRow
	Left    int // titles with findings that are not listed
}

type htmlCount struct {
	Class, Name string
	Count       int
}

type htmlRule struct {
	Code, Title, Class string
	Count, Y           int
	Width              float64 // of its bar, 100 for the most frequent
	worst              lint.Severity
}

type htmlRow struct {
	Where, ID  string
	Class      string // the worst severity
	Rules      string // codes with spaces around them
	Parts      []htmlPart
	Findings   []htmlFinding
	Suggestion string
}

// htmlPart is a stretch of a title; one with a class is what a finding marks.
type htmlPart struct{ Text, Class string }

type htmlFinding struct{ Class, Severity, Rule, Title, Message, Advice string }

// htmlRowOf returns the row of a result and counts its rules; false where it
// has no findings to be shown.
func htmlRowOf(r *lint.Result, names map[string]*htmlRule, s Style) (htmlRow, bool) {
	row := htmlRow{Where: place(r.Source), ID: r.ID, Class: r.Worst().String(), Rules: " "}
	for _, f := range r.Findings {
		if !f.Shown() {
			continue
		}
		rule := names[f.Rule]
		if rule == nil {
			rule = &htmlRule{Code: f.Rule, Title: f.Title}
			names[f.Rule] = rule
		}
		rule.Count++
		if f.Severity > rule.worst {
			rule.worst, rule.Class = f.Severity, f.Severity.String()
		}
		row.Rules += f.Rule + " "
		row.Findings = append(row.Findings, htmlFinding{f.Severity.String(), s.Severity(f.Severity), f.Rule, f.Title, f.Message, f.Advice})
	}
	row.Parts = htmlParts(r)
	if r.Suggestion != nil {
		row.Suggestion = r.Suggestion.Title
	}
	return row, len(row.Findings) > 0
}

// place says where a title stands, as a person looks for it.
func place(s lint.Source) string {
	where := s.Cell
	if where == "" && s.Line > 0 {
		return s.File + ":" + strconv.Itoa(s.Line)
	}
	if s.Sheet != "" {
		where = s.Sheet + "!" + where
	}
	return where
}

// htmlParts cuts the title at the spans of its findings; where they overlap,
// the gravest wins.
func htmlParts(r *lint.Result) (parts []htmlPart) {
	runes := []rune(r.Text)
	worst := make([]lint.Severity, len(runes))
	for _, f := range r.Findings {
		for _, q := range f.Spans {
			for i := q.Start; f.Shown() && i < q.End && i < len(runes); i++ {
				worst[i] = max(worst[i], f.Severity)
			}
		}
	}
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && worst[j] == worst[i] {
			j++
		}
		class := ""
		if worst[i] > 0 {
			class = worst[i].String()
		}
		parts = append(parts, htmlPart{printable(string(runes[i:j])), class})
		i = j
	}
	return parts
}
