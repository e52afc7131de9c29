package sheet

import (
	"fmt"
	"strings"

	"github.com/titlelint/titlelint/lint/internal/nearest"
)

// didYouMean returns a clause that names the candidate nearest to what was
// asked for, or nothing where none is near. Headers are compared as the guess
// compares them.
func didYouMean(asked string, candidates []string) Text {
	names := map[string]string{}
	var keys []string
	for _, c := range candidates {
		key := headerKey(c)
		if _, known := names[key]; !known {
			names[key] = strings.TrimSpace(c)
			keys = append(keys, key)
		}
	}
	best := names[nearest.Word(headerKey(asked), keys)]
	if best == "" {
		return Text{}
	}
	return Text{ZH: fmt.Sprintf("。是不是「%s」？", best), EN: fmt.Sprintf("; did you mean %q?", best)}
}
