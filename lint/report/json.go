package report

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/titlelint/titlelint/lint"
)

// JSONLines writes one JSON object a result, in the order of the results.
func JSONLines(w io.Writer, results []lint.Result) error {
	b := bufio.NewWriter(w)
	e := encoder(b)
	for i := range results {
		if err := e.Encode(&results[i]); err != nil {
			return err
		}
	}
	return b.Flush()
}

// Document is what the format json holds.
type Document struct {
	Schema  string        `json:"schema"`
	Tool    string        `json:"tool"`
	Version string        `json:"version"`
	Dict    int           `json:"dict"` // words in the lexicon
	Summary lint.Summary  `json:"summary"`
	Results []lint.Result `json:"results"`
}

// Schema names the shape of a Document; it changes when a key changes meaning.
const Schema = "titlelint/1"

// JSON writes all results as one document.
func JSON(w io.Writer, results []lint.Result, version string, words int) error {
	b := bufio.NewWriter(w)
	e := encoder(b)
	e.SetIndent("", "  ")
	err := e.Encode(Document{Schema, "titlelint", version, words, lint.Summarise(results), results})
	if err != nil {
		return err
	}
	return b.Flush()
}

func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // titles hold & and <, and nobody puts this into a page
	return e
}
