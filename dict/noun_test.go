package dict

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// kindOf is what Same says of one side, told by nothing but lookups.
func kindOf(l *Lexicon, noun, wider string) bool {
	for range 4 {
		e := l.As(noun, Category)
		if e == nil {
			return false
		}
		if noun = e.Attr("is"); noun == wider && noun != "" {
			return true
		}
	}
	return false
}

func TestNounsSayWhatLookupsSay(t *testing.T) {
	l := openBuilt(t)
	var nouns []*Entry
	for _, r := range readBuiltTables(t).rows {
		if r.entry.Kind == Category {
			nouns = append(nouns, l.As(r.entry.Term, Category))
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	check := func(a, b *Entry) {
		x, y := l.Noun(a, a.Canonical), l.Noun(b, b.Canonical)
		same := a.Canonical == b.Canonical || kindOf(l, a.Canonical, b.Canonical) || kindOf(l, b.Canonical, a.Canonical)
		used := slices.Contains(l.MadeFor(a.Canonical), b.Canonical) || slices.Contains(l.MadeFor(b.Canonical), a.Canonical)
		in := slices.ContainsFunc(Values(a.Attr("in")), func(id string) bool { return slices.Contains(Values(b.Attr("in")), id) })
		kind := a.Attr("is") != "" && a.Attr("is") == b.Attr("is")
		if x.Same(y) != same || x.Used(y) != used || x.ShareCategory(y) != in || x.ShareKind(y) != kind {
			t.Fatalf("%s and %s: %v %v %v %v, lookups say %v %v %v %v", a.Term, b.Term,
				x.Same(y), x.Used(y), x.ShareCategory(y), x.ShareKind(y), same, used, in, kind)
		}
	}
	for range 20000 {
		a := nouns[rng.IntN(len(nouns))]
		check(a, nouns[rng.IntN(len(nouns))])
		for _, word := range append(l.MadeFor(a.Canonical), a.Attr("is"), a.Canonical) {
			if b := l.As(word, Category); b != nil {
				check(a, b)
				check(b, a)
			}
		}
	}
}

func TestNounsOfOwnWords(t *testing.T) {
	l, other := openBuilt(t), openBuilt(t)
	dress := l.As("连衣裙", Category)
	assert.False(t, l.Noun(dress, "连衣裙").Same(l.Noun(nil, "丶裙")))
	addOwn(t, l, "连衣裙\tcategory\t\tis=丶裙\town", "丶裙\tcategory\t\tis=丶衣\town", "丶衣\tcategory\t\t\town")
	mine := l.Noun(l.As("连衣裙", Category), "连衣裙")
	for _, wider := range []string{"丶裙", "丶衣"} {
		assert.True(t, mine.Same(l.Noun(l.As(wider, Category), wider)), wider)
		assert.False(t, other.Noun(dress, "连衣裙").Same(l.Noun(nil, wider)), "another lexicon knows nothing of it")
	}
	assert.Same(t, mine, l.Noun(l.As("连衣裙", Category), "连衣裙"))
}
