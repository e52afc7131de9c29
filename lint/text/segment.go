package text

import (
	"fmt"
	"unicode/utf8"

	"github.com/go-ego/gse"
	"github.com/titlelint/titlelint/dict"
)

// Segmenter cuts a stretch of a folded title into words.
type Segmenter interface {
	// Segment calls cut for each word of the stretch, from left to right, with
	// its range in runes. The words cover the stretch without a gap.
	Segment(stretch []rune, cut func(start, end int))
}

// GSE segments with go-ego/gse, loaded with the words of a lexicon. It is safe
// for concurrent use.
type GSE struct {
	// A function, not the gse.Segmenter itself: the linker keeps every method of
	// a type that an interface may reach, and one of gse's brings its own
	// dictionaries along, 32 MB.
	segment func([]byte) []gse.Segment
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
	return &GSE{segment: seg.Segment}, nil
}

// Segment implements Segmenter.
func (g *GSE) Segment(stretch []rune, cut func(start, end int)) {
	encoded := []byte(string(stretch))
	start := 0
	for _, s := range g.segment(encoded) {
		end := start + utf8.RuneCount(encoded[s.Start():s.End()])
		cut(start, end)
		start = end
	}
}
