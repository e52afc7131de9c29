package dict

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lexicon is everything the linter knows about words. It is read-only once
// loaded and safe for concurrent use.
type Lexicon struct {
	Folder  Folder
	Tree    *Tree
	words   map[string][]*Entry
	longest map[rune]int   // first rune of a term → runes of its longest term
	general map[string]int // words of ordinary language with their frequency
	twins   map[rune]Twin
	uses    map[string][]string // made for: 手机壳 → 手机
	files   []string            // the tables of words, in order
	rows    []row
}

// row is an entry with its place, for Verify.
type row struct {
	file  string
	line  int
	entry *Entry
}

// Twin is a legal stand-in for a character that the API refuses.
type Twin struct {
	To   string // may be empty: the character is removed
	Safe bool   // the meaning is kept whatever stands around it
}

// Load reads the tables of a file system: tree.tsv, traditional.tsv,
// twins.tsv, uses.tsv, general.tsv, and every table of words below words/.
// The first malformed line ends it with a *TableError.
func Load(fsys fs.FS) (*Lexicon, error) {
	l := &Lexicon{
		Folder:  Folder{simplified: map[rune]rune{}},
		words:   map[string][]*Entry{},
		longest: map[rune]int{},
		general: map[string]int{},
		twins:   map[rune]Twin{},
		uses:    map[string][]string{},
	}
	if err := l.loadTables(fsys); err != nil {
		return nil, fmt.Errorf("load the dictionary: %w", err)
	}
	return l, nil
}

func (l *Lexicon) loadTables(fsys fs.FS) error {
	err := open(fsys, "tree.tsv", func(f fs.File) (err error) {
		l.Tree, err = readTree(f, "tree.tsv")
		return err
	})
	if err != nil {
		return err
	}
	plain := []struct {
		file    string
		columns []string
		row     func(line int, c []string) error
	}{
		{"traditional.tsv", []string{"from", "to", "source"}, func(_ int, c []string) error {
			l.Folder.simplified[first(c[0])] = first(c[1])
			return nil
		}},
		{"twins.tsv", []string{"character", "twin", "safe", "source"}, l.addTwin},
		{"uses.tsv", []string{"noun", "made_for", "source"}, func(_ int, c []string) error {
			l.uses[c[0]] = append(l.uses[c[0]], strings.Split(c[1], ",")...)
			return nil
		}},
		{"general.tsv", []string{"word", "frequency"}, func(_ int, c []string) (err error) {
			l.general[c[0]], err = strconv.Atoi(c[1])
			return err
		}},
	}
	for _, t := range plain {
		err := open(fsys, t.file, func(f fs.File) error { return ReadTable(f, t.file, t.columns, t.row) })
		if err != nil {
			return err
		}
	}
	return fs.WalkDir(fsys, "words", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".tsv" {
			return err
		}
		l.files = append(l.files, name)
		return open(fsys, name, func(f fs.File) error {
			return ReadWords(f, name, func(line int, e Entry) error {
				l.add(name, line, &e)
				return nil
			})
		})
	})
}

func open(fsys fs.FS, name string, read func(fs.File) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return read(f)
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// addTwin reads one row of twins.tsv; the character is written as itself or,
// where it would not show, as U+200B.
func (l *Lexicon) addTwin(_ int, c []string) error {
	r := first(c[0])
	if hex, ok := strings.CutPrefix(c[0], "U+"); ok {
		n, err := strconv.ParseInt(hex, 16, 32)
		if err != nil {
			return err
		}
		r = rune(n)
	}
	if c[2] != "safe" && c[2] != "unsafe" {
		return fmt.Errorf("the column safe holds %q, want safe or unsafe", c[2])
	}
	l.twins[r] = Twin{To: c[1], Safe: c[2] == "safe"}
	return nil
}

func (l *Lexicon) add(file string, line int, e *Entry) {
	l.words[e.Term] = append(l.words[e.Term], e)
	l.rows = append(l.rows, row{file, line, e})
	n := 0
	for range e.Term {
		n++
	}
	if r := first(e.Term); n > l.longest[r] {
		l.longest[r] = n
	}
}

// AddWords reads a table of the shop's own words from r on top of l; file
// names it in errors. Its entries win over built-in ones of the same term and
// kind.
func (l *Lexicon) AddWords(r io.Reader, file string) error {
	return ReadWords(r, file, func(line int, e Entry) error {
		e.Term = l.Folder.FoldString(e.Term)
		l.words[e.Term] = slices.DeleteFunc(l.words[e.Term], func(old *Entry) bool { return old.Kind == e.Kind })
		l.add(file, line, &e)
		return nil
	})
}

// Lookup returns the entries of a term in its folded form, or nil.
func (l *Lexicon) Lookup(folded string) []*Entry { return l.words[folded] }

// As returns the entry of a folded term as a word of that kind, or nil.
func (l *Lexicon) As(folded string, k Kind) *Entry {
	for _, e := range l.words[folded] {
		if e.Kind == k {
			return e
		}
	}
	return nil
}

// Walk calls found for every term of the lexicon that begins at the start of
// the folded runes, shortest first, with its length in runes.
func (l *Lexicon) Walk(folded []rune, found func(length int, entries []*Entry)) {
	if len(folded) == 0 {
		return
	}
	longest := min(l.longest[folded[0]], len(folded))
	for n := 1; n <= longest; n++ {
		if e := l.words[string(folded[:n])]; e != nil {
			found(n, e)
		}
	}
}

// Twin returns the legal stand-in for a character that the API refuses.
func (l *Lexicon) Twin(r rune) (Twin, bool) {
	t, ok := l.twins[r]
	return t, ok
}

// MadeFor returns the goods that the product noun is made for or used with:
// 手机 for 手机壳.
func (l *Lexicon) MadeFor(noun string) []string { return l.uses[noun] }

// General returns the frequency of an ordinary word in gse's own dictionary,
// 0 where it has none.
func (l *Lexicon) General(word string) int { return l.general[word] }

// Words calls yield for every word that the segmenter should know with its
// frequency, in sorted order. Phrases are none: titles are read by their parts.
func (l *Lexicon) Words(yield func(word string, frequency int)) {
	all := make([]string, 0, len(l.words)+len(l.general))
	for w, entries := range l.words {
		if slices.ContainsFunc(entries, func(e *Entry) bool { return !e.Has("phrase") }) {
			all = append(all, w)
		}
	}
	for w := range l.general {
		if l.words[w] == nil {
			all = append(all, w)
		}
	}
	sort.Strings(all)
	for _, w := range all {
		f := l.general[w]
		if e := l.words[w]; e != nil {
			f = max(f, e[0].frequency())
		}
		yield(w, f)
	}
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

// Stats returns the number of entries of each kind.
func (l *Lexicon) Stats() map[Kind]int {
	n := map[Kind]int{}
	for _, r := range l.rows {
		n[r.entry.Kind]++
	}
	return n
}

// Nodes returns the categories that a product noun stands in.
func (l *Lexicon) Nodes(e *Entry) []*Node {
	var nodes []*Node
	for _, id := range Values(e.Attr("in")) {
		if n, err := strconv.Atoi(id); err == nil && l.Tree.Node(n) != nil {
			nodes = append(nodes, l.Tree.Node(n))
		}
	}
	return nodes
}
