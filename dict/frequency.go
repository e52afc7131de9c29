package dict

import (
	"math"
	"slices"
	"unicode/utf8"
)

// frequency returns how often gse is told that it met a word: 0 where titles
// are not cut into it. Phrases are no such words: titles are read by their parts.
func frequency(entries []*Entry, general int) int {
	switch {
	case len(entries) == 0:
		return general
	case !slices.ContainsFunc(entries, func(e *Entry) bool { return !e.Has("phrase") }):
		return 0
	}
	return max(general, entries[0].frequency())
}

// termFrequency is what a lexicon term counts at least. gse's rare words count
// 3, which is less than what two characters weigh apart: a term so rare would
// never be found whole.
const termFrequency = 2000

// nameFrequency is what a name of two characters counts: it must not cut
// through other words, as 韩红 would in 日韩红酒.
const nameFrequency = 20

func (e *Entry) frequency() int {
	if e.Kind == Person && utf8.RuneCountInString(e.Term) == 2 {
		return nameFrequency
	}
	return termFrequency
}

// weight returns gse's logarithm of a frequency.
func weight(frequency uint64) float32 { return float32(math.Log2(float64(frequency))) }

// frequency returns how often gse is told that it met the word.
func (l *Lexicon) frequency(folded string) int {
	if own := l.added.find(folded).word(); own != nil {
		return own.frequency
	}
	_, n := l.image.find(folded)
	return int(l.image.count(n.value()).cut)
}
