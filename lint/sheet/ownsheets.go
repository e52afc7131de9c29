package sheet

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// Limits of the sheet 问题明细: Excel takes 65,530 links in a sheet, and about
// a million rows.
const (
	maxLinks    = 60_000
	maxFindings = xlMaxRows - 10
)

// addSheets adds our sheets, or fills those of an earlier run anew, and names
// all that is ours.
func (m *marking) addSheets() error {
	var names []xlsx.Name
	for i, c := range m.columns {
		names = append(names, xlsx.Name{Name: ownColumns[i], Ref: xlsx.Reference(m.sheet.Name, c, 0)})
	}
	rules := m.countRules()
	for i, content := range []*xlsx.NewSheet{m.summary(rules), m.findings(), m.explained(rules), {Rows: m.state.rows()}} {
		title, state := []string{"汇总", "问题明细", "规则说明", "_titlelint"}[i], "visible"
		if ownSheets[i] == "state" {
			state = "veryHidden"
		}
		at := slices.IndexFunc(m.Sheets, func(s xlsx.Sheet) bool { return s.Worksheet && s.Name == m.own.sheets[ownSheets[i]] })
		var sheet xlsx.Sheet
		var err error
		if at >= 0 {
			sheet = m.Sheets[at]
		} else if sheet, err = m.AddSheet(title, state); err != nil {
			return err
		}
		if err := m.FillSheet(sheet, content); err != nil {
			return err
		}
		names = append(names, xlsx.Name{Name: ownSheets[i], Ref: xlsx.Reference(sheet.Name, 0, 1)})
	}
	return m.SetNames(ownPrefix, names)
}

// ruleCount is a rule with how often it fired.
type ruleCount struct {
	lint.Finding // the first of it
	findings     int
	titles       int
	lastTitle    int // index of the result that was counted last
}

// countRules returns the rules that fired, the most frequent first.
func (m *marking) countRules() []ruleCount {
	counts := map[string]*ruleCount{}
	for i := range m.results {
		for j := range m.results[i].Findings {
			f := &m.results[i].Findings[j]
			if !f.Shown() {
				continue
			}
			c := counts[f.Rule]
			if c == nil {
				c = &ruleCount{Finding: *f, lastTitle: -1}
				counts[f.Rule] = c
			}
			c.findings++
			c.Severity = max(c.Severity, f.Severity)
			if c.lastTitle != i {
				c.lastTitle = i
				c.titles++
			}
		}
	}
	var list []ruleCount
	for _, code := range sortedKeys(counts) {
		list = append(list, *counts[code])
	}
	slices.SortStableFunc(list, func(a, b ruleCount) int { return b.findings - a.findings })
	return list
}

func (c ruleCount) name() string {
	if c.Title != "" {
		return c.Title
	}
	if d := docOf(c.Rule); d != nil {
		return d.Title.ZH
	}
	return c.Name
}

// docOf returns what a built-in rule knows of itself.
func docOf(code string) *lint.Doc {
	for _, r := range lint.Builtin() {
		if r.Code == code {
			return &r.Doc
		}
	}
	return nil
}

// summary is the sheet 汇总.
func (m *marking) summary(rules []ruleCount) *xlsx.NewSheet {
	head := func(texts ...string) (cells []xlsx.NewCell) {
		for _, s := range texts {
			cells = append(cells, xlsx.NewCell{Text: s, Style: m.styles.header})
		}
		return cells
	}
	line := func(name string, n int) []xlsx.NewCell {
		return []xlsx.NewCell{{Text: name}, {Text: strconv.Itoa(n), Number: true}}
	}
	verdict := map[string]int{}
	suggested := 0
	for i := range m.results {
		verdict[verdicts[m.results[i].Worst()]]++
		if proposed(&m.results[i]) != "" {
			suggested++
		}
	}
	rows := [][]xlsx.NewCell{head("商品标题检查结果"), {{Text: "工作表"}, {Text: m.sheet.Name}}, line("检查的标题", len(m.results))}
	for _, v := range colouredVerdicts[:4] {
		rows = append(rows, line(v, verdict[v]))
	}
	rows = append(rows, line("有建议标题", suggested), nil, head("规则", "条数", "涉及标题", "级别"))
	chart := &xlsx.Chart{Title: "各规则的问题条数", First: len(rows) + 1, Values: 1, Column: 5}
	for i, r := range rules {
		name := r.Rule + " " + r.name()
		rows = append(rows, append(line(name, r.findings), xlsx.NewCell{Text: strconv.Itoa(r.titles), Number: true}, xlsx.NewCell{Text: verdicts[r.Severity]}))
		if i < 20 {
			chart.Last = len(rows)
			chart.Labels, chart.Counts = append(chart.Labels, name), append(chart.Counts, r.findings)
		}
	}
	rows = append(rows, nil, []xlsx.NewCell{{Text: "在「采用」列选「是」，就采用「建议标题」里的文字（可以先改）；选好后运行：titlelint apply 本文件 -o 新文件"}})
	if len(rules) == 0 {
		chart = nil
	}
	return &xlsx.NewSheet{Widths: []float64{32, 12, 12, 10}, Rows: slices.Values(rows), Chart: chart}
}

// findings is the sheet 问题明细.
func (m *marking) findings() *xlsx.NewSheet {
	return &xlsx.NewSheet{Widths: []float64{10, 56, 8, 24, 60, 50}, Freeze: 1, Filter: true, Rows: m.findingRows()}
}

func (m *marking) findingRows() iter.Seq[[]xlsx.NewCell] {
	return func(yield func([]xlsx.NewCell) bool) {
		head := []xlsx.NewCell{}
		for _, s := range []string{"单元格", "标题", "级别", "规则", "问题", "怎么改"} {
			head = append(head, xlsx.NewCell{Text: s, Style: m.styles.header})
		}
		if !yield(head) {
			return
		}
		front := strings.TrimSuffix(xlsx.Reference(m.sheet.Name, 0, 1), "$A$1")
		n := 0
		cells := make([]xlsx.NewCell, 6)
		for _, row := range m.rows() {
			r := m.result(row)
			for i := range r.Findings {
				f := &r.Findings[i]
				if !f.Shown() {
					continue
				}
				if n++; n > maxFindings {
					yield([]xlsx.NewCell{{Text: "还有更多，一张工作表放不下；请用 -o 结果.csv 看全部"}})
					return
				}
				at := cellName(m.title, row)
				cells[0] = xlsx.NewCell{Text: at}
				if n <= maxLinks {
					cells[0] = xlsx.NewCell{Text: at, Style: m.styles.link, Link: front + at}
				}
				cells[1], cells[2] = xlsx.NewCell{Text: r.Text}, xlsx.NewCell{Text: verdicts[f.Severity]}
				cells[3] = xlsx.NewCell{Text: strings.TrimSpace(f.Rule + " " + f.Title)}
				cells[4], cells[5] = xlsx.NewCell{Text: f.Message}, xlsx.NewCell{Text: f.Advice}
				if !yield(cells) {
					return
				}
			}
		}
	}
}

// explained is the sheet 规则说明: the rules that fired.
func (m *marking) explained(rules []ruleCount) *xlsx.NewSheet {
	var rows [][]xlsx.NewCell
	add := func(style int, texts ...string) {
		var cells []xlsx.NewCell
		for _, s := range texts {
			cells = append(cells, xlsx.NewCell{Text: s, Style: style})
		}
		rows = append(rows, cells)
	}
	add(m.styles.header, "规则", "名称", "级别", "何时触发", "怎么改", "依据", "后果")
	rules = slices.Clone(rules)
	slices.SortFunc(rules, func(a, b ruleCount) int { return strings.Compare(a.Rule, b.Rule) })
	for _, r := range rules {
		d := docOf(r.Rule)
		if d == nil {
			d = &lint.Doc{How: lint.Text{ZH: r.Advice}, Why: lint.Text{ZH: r.Why}}
		}
		add(m.styles.text, r.Rule, r.name(), verdicts[r.Severity], d.What.ZH, d.How.ZH, d.Why.ZH, d.Cost.ZH)
	}
	return &xlsx.NewSheet{Widths: []float64{8, 20, 8, 50, 50, 40, 40}, Freeze: 1, Rows: slices.Values(rows)}
}
