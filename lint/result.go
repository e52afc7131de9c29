package lint

// Result is what the linter says about one title.
type Result struct {
	Title
	Core       []string    `json:"core"`   // the product nouns as they stand in the title, the main one first
	Brands     []string    `json:"brands"` // every brand name as it stands in the title
	Findings   []Finding   `json:"findings"`
	Suggestion *Suggestion `json:"suggestion,omitempty"` // nil where nothing can or need be proposed

	same, near uint64 // fingerprints, for the rules over all titles
}

// Worst returns the highest severity among the findings to be shown, or 0
// where there is none.
func (r Result) Worst() Severity {
	var worst Severity
	for _, f := range r.Findings {
		if f.Shown() {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}

// Suggestion is a proposed title with an account of how it came about.
type Suggestion struct {
	Title    string        `json:"title"`    // empty where Missing says that a person must supply something first
	Clean    bool          `json:"clean"`    // the proposed title itself has no error and no warning
	Kept     []string      `json:"kept"`     // pieces of the original that stand where they stood
	Moved    []string      `json:"moved"`    // pieces that stand elsewhere now
	Dropped  []Dropped     `json:"dropped"`  // pieces that are gone, and why
	Replaced []Replacement `json:"replaced"` // characters or words that became their plain twin
	Missing  []Missing     `json:"missing"`  // what the title lacks and a person must supply
}

// Dropped is a piece of the original title that the suggestion leaves out.
type Dropped struct {
	Text string `json:"text"`
	Rule string `json:"rule"` // the rule that made it drop; empty for a mere repetition
}

// Replacement is a piece of the title that became another in the suggestion.
type Replacement struct {
	From string `json:"from"`
	To   string `json:"to"`
	Rule string `json:"rule"`
}

// Missing names a kind of information that the title lacks.
type Missing struct {
	Kind       string   `json:"kind"` // category, attribute
	Candidates []string `json:"candidates"`
}

// Summary counts the findings of many results.
type Summary struct {
	Titles      int              `json:"titles"`
	Clean       int              `json:"clean"` // titles without any finding to be shown
	BySeverity  map[Severity]int `json:"by_severity"`
	ByRule      map[string]int   `json:"by_rule"`
	Suggestions int              `json:"suggestions"`
}

// Summarise counts the findings to be shown.
func Summarise(results []Result) Summary {
	s := Summary{Titles: len(results), BySeverity: map[Severity]int{}, ByRule: map[string]int{}}
	for _, r := range results {
		if r.Worst() == 0 {
			s.Clean++
		}
		if r.Suggestion != nil && r.Suggestion.Title != "" {
			s.Suggestions++
		}
		for _, f := range r.Findings {
			if f.Shown() {
				s.BySeverity[f.Severity]++
				s.ByRule[f.Rule]++
			}
		}
	}
	return s
}
