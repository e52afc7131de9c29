package dict

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// matched is one term that stands at the start of a text.
type matched struct {
	length int
	first  *Entry
}

func walked(l *Lexicon, text []rune) []matched {
	var all []matched
	l.Walk(text, func(n int, e []*Entry) { all = append(all, matched{n, e[0]}) })
	return all
}

// mapped finds the same with nothing but a map of all terms.
func mapped(terms map[string][]*Entry, text []rune) []matched {
	var all []matched
	for n := 1; n <= len(text); n++ {
		if e := terms[string(text[:n])]; len(e) > 0 {
			all = append(all, matched{n, e[0]})
		}
	}
	return all
}

func allTerms(t testing.TB, l *Lexicon) map[string][]*Entry {
	t.Helper()
	terms := map[string][]*Entry{}
	for _, r := range readBuiltTables(t).rows {
		terms[r.entry.Term] = l.Lookup(r.entry.Term)
	}
	return terms
}

func TestWalkFindsWhatAMapFinds(t *testing.T) {
	l := openBuilt(t)
	terms := allTerms(t, l)
	rows := readBuiltTables(t).rows
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var text []rune
		for range 6 {
			r := []rune(rows[rng.IntN(len(rows))].entry.Term)
			text = append(text, r[rng.IntN(len(r)):]...)
		}
		text = append(text, rune(rng.IntN(0x30000)))
		for at := range text {
			if want, got := mapped(terms, text[at:]), walked(l, text[at:]); !slices.Equal(want, got) {
				t.Fatalf("in %q at %d the walk finds %v, a map %v", string(text), at, got, want)
			}
		}
	}
}

func TestWalkFindsOwnWords(t *testing.T) {
	l := openBuilt(t)
	addOwn(t, l, "连衣裙套\tcategory\t\t\town", "衣\tcategory\t\t\town", "丶丶丶\tbrand\t\t\town", "连\tbrand\t\t\town")
	terms := allTerms(t, l)
	for i := range l.rows {
		terms[l.rows[i].entry.Term] = l.Lookup(l.rows[i].entry.Term)
	}
	for _, s := range []string{"连衣裙套装", "衣服", "丶丶丶丶", "连裤袜"} {
		text := []rune(s)
		for at := range text {
			if want, got := mapped(terms, text[at:]), walked(l, text[at:]); !slices.Equal(want, got) {
				t.Fatalf("in %q at %d the walk finds %v, a map %v", s, at, got, want)
			}
		}
	}
}

func FuzzWalk(f *testing.F) {
	l := openBuilt(f)
	terms := allTerms(f, l)
	for _, s := range []string{"连衣裙", "iphone13pro", "", "\x00", "a\ufffd茶", "🈶"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		if want, got := mapped(terms, text), walked(l, text); !slices.Equal(want, got) {
			t.Fatalf("in %q the walk finds %v, a map %v", s, got, want)
		}
		for _, m := range walked(l, text) {
			if e := l.Lookup(string(text[:m.length])); e[0] != m.first {
				t.Fatalf("%q is looked up as %v", string(text[:m.length]), e)
			}
		}
	})
}

func TestLookupsTakeNoMemory(t *testing.T) {
	l := openBuilt(t)
	text := []rune("连衣裙手机壳")
	look := func() {
		l.Walk(text, func(int, []*Entry) {})
		e := l.As("连衣裙", Category)
		l.MadeFor("手机壳")
		l.Nodes(e)
		_ = e.Has("phrase") || e.Attr("is") == ""
	}
	look()
	if n := testing.AllocsPerRun(100, look); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}
