package text

import (
	"fmt"
	"unicode/utf8"

	"github.com/go-ego/gse"
	"github.com/titlelint/titlelint/dict"
)

// Segmenter cuts a stretch of a folded title into words. A *dict.Lexicon is one.
type Segmenter interface {
	// Segment calls cut for each word of the stretch, from left to right, with
	// its range in runes. The words cover the stretch without a gap.
	Segment(stretch []rune, cut func(start, end int, w dict.Word))
}

// GSE segments with go-ego/gse, loaded with the words of a lexicon. It is safe
// for concurrent use. It is what dict.Lexicon.Segment is held equal to; it cuts
// the same, takes half a second to load and several times as long to run.
type GSE struct {
	// segment is gse's, as a function: a field of gse's type would link all its
	// methods, and with them 32 MB of dictionaries that nobody reads.
	segment func([]byte) []gse.Segment
	lexicon *dict.Lexicon
}

// NewGSE returns a segmenter that knows the words of l.
//
// Only gse's Segment is used, without its hidden Markov model: Cut is wrong on
// one title in twenty, and the model doubles the words that are cut through.
func NewGSE(l *dict.Lexicon) (*GSE, error) {
	seg := &gse.Segmenter{Dict: gse.NewDict(), SkipLog: true}
	var err error
	l.Words(func(word string, frequency int) {
		if e := seg.AddToken(word, float64(frequency)); e != nil && err == nil {
			err = fmt.Errorf("load the word %q: %w", word, e)
		}
	})
	if err != nil {
		return nil, err
	}
	seg.CalcToken()
	return &GSE{segment: seg.Segment, lexicon: l}, nil
}

// Segment implements Segmenter.
func (g *GSE) Segment(stretch []rune, cut func(start, end int, w dict.Word)) {
	encoded := []byte(string(stretch))
	start := 0
	for _, s := range g.segment(encoded) {
		end := start + utf8.RuneCount(encoded[s.Start():s.End()])
		cut(start, end, g.lexicon.Word(s.Token().Text()))
		start = end
	}
}
