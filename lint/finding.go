package lint

import (
	"fmt"

	"github.com/titlelint/titlelint/lint/text"
)

// Span is a half-open range of rune offsets into the original title.
type Span = text.Span

// Severity says what a finding may cost.
type Severity int

// The severities, in rising order.
const (
	Info    Severity = iota + 1 // worth knowing
	Warning                     // the listing loses search weight
	Error                       // the listing is refused, limited or fined
)

var severityNames = map[Severity]string{Info: "info", Warning: "warning", Error: "error"}

// String returns info, warning or error.
func (s Severity) String() string {
	if n, ok := severityNames[s]; ok {
		return n
	}
	return fmt.Sprintf("severity(%d)", int(s))
}

// ParseSeverity is the inverse of String.
func ParseSeverity(name string) (Severity, error) {
	for s, n := range severityNames {
		if n == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: want error, warning or info", name)
}

// MarshalText returns the name of s.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText accepts what MarshalText returns.
func (s *Severity) UnmarshalText(b []byte) (err error) {
	*s, err = ParseSeverity(string(b))
	return err
}

// Standing says how firmly a rule's source speaks.
type Standing string

// The standings, firmest first.
const (
	Official  Standing = "official"  // text of the platform or of the law
	Reported  Standing = "reported"  // trade press or a third party quoting the platform
	Heuristic Standing = "heuristic" // our own reading; the platform publishes no number
)

// FixKind says who may apply a fix.
type FixKind string

// The kinds of fix.
const (
	FixNone   FixKind = "none"   // no edit is known
	FixSafe   FixKind = "safe"   // the meaning is kept; may be applied in bulk
	FixUnsafe FixKind = "unsafe" // a person should look
)

// Quote is a span with the text that stands there in the title.
type Quote struct {
	Span
	Text string `json:"text"`
}

// Edit replaces the runes of Span by Text.
type Edit struct {
	Span
	Text string `json:"text"`
}

// Fix is a set of edits that cure one finding. Its edits do not overlap and
// stand in rising order.
type Fix struct {
	Kind  FixKind `json:"kind"`
	Edits []Edit  `json:"edits"`
}

// Finding is one thing that is wrong with one title.
type Finding struct {
	Rule       string   `json:"rule"`        // WX301
	Name       string   `json:"name"`        // keyword-stacking
	Title      string   `json:"-"`           // the title of the rule in the language of the run: 关键词堆砌
	Severity   Severity `json:"severity"`    //
	Message    string   `json:"message"`     // what is wrong, quoting the span
	Advice     string   `json:"advice"`      // what to do about it
	Why        string   `json:"why"`         // the rule's source in half a sentence
	Cost       string   `json:"cost"`        // what it may cost
	Standing   Standing `json:"standing"`    //
	Confidence float64  `json:"confidence"`  // 0 to 1
	Spans      []Quote  `json:"spans"`       // in rising order; empty where the whole title is meant
	Fix        Fix      `json:"fix"`         //
	AbsorbedBy string   `json:"absorbed_by"` // the rule that tells the same cause better, if any
	Waived     bool     `json:"waived"`      //
}

// Shown reports whether a person should see f: it is neither waived nor
// absorbed by a finding that tells the same cause.
func (f Finding) Shown() bool { return f.AbsorbedBy == "" && !f.Waived }
