package lint

import "strings"

// apply returns the runes with the edits made. The edits stand in rising order
// and do not overlap.
func apply(runes []rune, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(string(runes[at:e.Start]))
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}
