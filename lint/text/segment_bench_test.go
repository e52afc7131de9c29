package text

import (
	"slices"
	"testing"
	"time"

	"github.com/titlelint/titlelint/dict"
)

// BenchmarkCut runs the walk, gse with the same words, and a whole parse over
// the same titles by turns, so that a busy machine disturbs all three alike. It
// reports the median nanoseconds a title of each, how often gse costs the walk,
// and how often a parse costs gse.
func BenchmarkCut(b *testing.B) {
	l := builtin(b)
	g := loadGSE(b, l)
	ps := NewParser(l)
	titles, _ := benchTitles(b)
	if len(titles) == 0 {
		titles = madeTitles(l, 5000, 4)
	}
	stretches := make([][]rune, len(titles))
	for i, title := range titles {
		stretches[i] = folded(sourceOf(title).runes, &l.Folder).Runes
		ps.Parse(title, Hints{}) // reads the entries
	}
	none := func(_, _ int, _ dict.Word) {}
	turns := []struct {
		name string
		one  func(i int)
		ns   []float64
	}{
		{name: "walk", one: func(i int) { l.Segment(stretches[i], none) }},
		{name: "gse", one: func(i int) { g.segment([]byte(string(stretches[i]))) }},
		{name: "parse", one: func(i int) { ps.Parse(titles[i], Hints{}) }},
	}
	for b.Loop() {
		for k := range turns {
			t := &turns[k]
			for i := range titles { // brings its memory back into the caches
				t.one(i)
			}
			start := time.Now()
			for i := range titles {
				t.one(i)
			}
			t.ns = append(t.ns, float64(time.Since(start).Nanoseconds())/float64(len(titles)))
		}
	}
	median := map[string]float64{}
	for _, t := range turns {
		slices.Sort(t.ns)
		median[t.name] = t.ns[len(t.ns)/2]
		b.ReportMetric(median[t.name], t.name+"-ns/title")
	}
	b.ReportMetric(median["gse"]/median["walk"], "gse/walk")
	b.ReportMetric(median["parse"]/median["gse"], "parse/gse")
	b.ReportMetric(0, "ns/op")
}
