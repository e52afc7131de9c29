package dict

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const regenerate = "the image is not what the tables give: run go generate ./dict"

// builtTables reads the tables that the image should be made of.
var builtTables = sync.OnceValues(func() (*tables, error) { return readTables(os.DirFS("data")) })

func readBuiltTables(t testing.TB) *tables {
	t.Helper()
	all, err := builtTables()
	require.NoError(t, err)
	return all
}

func openBuilt(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Builtin()
	require.NoError(t, err)
	return l
}

func TestImageIsFresh(t *testing.T) {
	hash, err := hashTables(os.DirFS("data"))
	require.NoError(t, err)
	require.Equal(t, hash, openBuilt(t).image.hash, "a table has changed since the image was made: run go generate ./dict")
}

// A table that is not in the image must be in the program as it is.
func TestEveryTableIsInTheProgram(t *testing.T) {
	compiled := map[string]bool{}
	for _, p := range plainTables {
		compiled[p.file] = true
	}
	require.NoError(t, fs.WalkDir(os.DirFS("data"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".tsv" && !compiled[name] && !strings.HasPrefix(name, "words/") {
			_, missing := data.Open("data/" + name)
			assert.NoError(t, missing, "add it to the embedded tables in data.go")
		}
		return err
	}))
}

// The same tables give the same bytes in every process, on one architecture.
func TestCompileIsStable(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	c, err := Compile(os.DirFS("data"))
	require.NoError(t, err)
	assert.Empty(t, c.Verify())
	if runtime.GOARCH == "amd64" {
		assert.True(t, bytes.Equal(builtin, c.Image), regenerate)
	}
}

func TestImageHoldsEveryEntry(t *testing.T) {
	l := openBuilt(t)
	byTerm := map[string][]Entry{}
	kinds := map[Kind]int{}
	for _, r := range readBuiltTables(t).rows {
		byTerm[r.entry.Term] = append(byTerm[r.entry.Term], *r.entry)
		kinds[r.entry.Kind]++
	}
	for term, want := range byTerm {
		var got []Entry
		for _, e := range l.Lookup(term) {
			for _, a := range strings.Split(e.Attrs, ";") {
				key, value, _ := strings.Cut(a, "=")
				if a != "" && (!e.Has(key) || e.Attr(key) != value) {
					t.Fatalf("%s lacks the attribute %s", term, a)
				}
			}
			var ids []string
			for _, n := range l.Nodes(e) {
				require.Same(t, l.Tree.Node(n.ID), n)
				ids = append(ids, strconv.Itoa(n.ID))
			}
			require.Equal(t, e.Attr("in"), strings.Join(ids, ","), term)
			got = append(got, Entry{Term: e.Term, Kind: e.Kind, Canonical: e.Canonical, Attrs: e.Attrs, Source: e.Source})
		}
		require.Equal(t, want, got, regenerate)
	}
	words := 0
	for i := uint32(0); i < uint32(len(l.image.entries)); i++ {
		if l.image.entries[i].form()&^lastOfWord != noKind {
			words++
		}
	}
	assert.Len(t, readBuiltTables(t).rows, words, "entries that stand in no table")
	assert.Equal(t, kinds, l.Stats())
}

// Every word counts in gse what the tables say, and no other word is there.
func TestImageCountsWords(t *testing.T) {
	l := openBuilt(t)
	all := readBuiltTables(t)
	entries := map[string][]*Entry{}
	for _, r := range all.rows {
		entries[r.entry.Term] = append(entries[r.entry.Term], r.entry)
	}
	want := map[string]int{}
	for w, n := range all.general {
		want[w] = frequency(entries[w], n)
		require.Equal(t, n, l.General(w), w)
	}
	for w, e := range entries {
		want[w] = frequency(e, all.general[w])
	}
	total, last := uint64(0), ""
	l.Words(func(w string, n int) {
		require.Less(t, last, w)
		require.Equal(t, want[w], n, "%s: %s", w, regenerate)
		delete(want, w)
		total += uint64(n)
		last = w
	})
	assert.Equal(t, total, l.image.total)
	for w, n := range want {
		require.Zero(t, n, "%s is not in the image", w)
	}
}

func TestImageHoldsTheOtherTables(t *testing.T) {
	l := openBuilt(t)
	all := readBuiltTables(t)
	for noun, goods := range all.uses {
		require.Equal(t, goods, l.MadeFor(noun), noun)
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want, known := all.twins[r]
		got, ok := l.Twin(r)
		if known != ok || want != got {
			t.Fatalf("the twin of %U is %v, should be %v", r, got, want)
		}
		to, traditional := all.simplified[r]
		if !traditional {
			to = plainForm(r)
		}
		if got := l.Folder.Fold(r); got != to {
			t.Fatalf("%U folds to %U, should to %U", r, got, to)
		}
		if _, ok := l.Folder.Simplified(r); ok != (traditional && to != plainForm(r)) {
			t.Fatalf("%U is Traditional: %v", r, ok)
		}
	}
	assert.Equal(t, len(all.categories), l.Tree.Len())
	names := map[string]int{}
	for _, c := range all.categories {
		names[c.Name]++
	}
	for _, c := range all.categories {
		n := l.Tree.Node(c.ID)
		require.Equal(t, &c, n)
		require.Same(t, n, l.Tree.Find(strconv.Itoa(c.ID)))
		require.Same(t, n, l.Tree.Find(c.Path))
		require.Same(t, n, l.Tree.Find(" "+strings.ReplaceAll(c.Path, ">", " → ")))
		if found := l.Tree.Find(c.Name); names[c.Name] == 1 {
			require.Same(t, n, found)
		}
	}
	for _, nothing := range []string{"", " ", ">", "9999999999999999999999", "没有这个类目", "没有>连衣裙"} {
		assert.Nil(t, l.Tree.Find(nothing), nothing)
	}
}

// An image that lies crooked in memory is read from a copy, and as well.
func TestImageAnywhereInMemory(t *testing.T) {
	for shift := range 4 {
		b := append(make([]byte, shift, len(builtin)+4), builtin...)[shift:]
		im, err := openImage(b)
		require.NoError(t, err)
		l := newLexicon(im)
		assert.Equal(t, openBuilt(t).Lookup("连衣裙"), l.Lookup("连衣裙"))
		assert.Equal(t, 'a', l.Folder.Fold('Ａ'))
	}
}

// The program must not pay for a copy at each start.
func TestBuiltinImageIsReadInPlace(t *testing.T) {
	assert.Less(t, testing.AllocsPerRun(10, func() {
		if _, err := openImage(builtin); err != nil {
			t.Error(err)
		}
	}), 10.0)
}

func TestBadImages(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty":         nil,
		"another file":  []byte(strings.Repeat("PK", 200)),
		"cut short":     builtin[:len(builtin)-1],
		"other version": append(append([]byte(imageMagic), 0xff), builtin[9:]...),
	} {
		_, err := openImage(b)
		assert.Error(t, err, name)
	}
}

// What is read from the image is one value, whoever reads it first.
func TestImageIsSafeForConcurrentUse(t *testing.T) {
	im, err := openImage(builtin)
	require.NoError(t, err)
	l := newLexicon(im)
	var found [8][]*Entry
	var wg sync.WaitGroup
	for i := range found {
		wg.Go(func() {
			for _, r := range readBuiltTables(t).rows[:5000] {
				found[i] = append(found[i], l.Lookup(r.entry.Term)...)
			}
		})
	}
	wg.Wait()
	for _, f := range found {
		assert.True(t, slices.Equal(found[0], f))
	}
}
