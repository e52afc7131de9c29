package dict

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPathSpellsWordsByTheirParts(t *testing.T) {
	l := openBuilt(t)
	addOwn(t, l, "连衣裙套\tcategory\t\t\town", "衣\tbrand\t\t\town", "丶丶丶\tbrand\t\t\town")
	rng := rand.New(rand.NewPCG(1, 2))
	words := []string{"连衣裙套", "衣", "丶丶丶", "丶丶", "连衣裙套装", ""}
	for _, r := range readBuiltTables(t).rows {
		words = append(words, r.entry.Term, r.entry.Term+"丶")
	}
	for _, w := range words {
		runes := []rune(w)
		path, ok := l.Path(), true
		for len(runes) > 0 && ok {
			n := 1 + rng.IntN(len(runes))
			ok = path.Go(string(runes[:n]))
			runes = runes[n:]
		}
		want := l.Lookup(w)
		switch {
		case !ok && want != nil:
			t.Fatalf("no word goes on as %q does", w)
		case ok && !slices.Equal(path.Word().Entries(), want):
			t.Fatalf("%q is spelled as %v, looked up as %v", w, path.Word().Entries(), want)
		}
	}
}
