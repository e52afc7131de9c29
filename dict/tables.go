package dict

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// tables are the lexicon as it is written: what the image is compiled from.
type tables struct {
	categories []Node
	simplified map[rune]rune
	twins      map[rune]Twin
	uses       map[string][]string // noun → what it is made for
	general    map[string]int      // word of ordinary language → its frequency
	rows       []row               // in the order of the tables
}

// row is an entry with its place.
type row struct {
	place
	entry *Entry
}

// place is where a row stands; the zero place is the built-in image.
type place struct {
	file string
	line int
}

// String returns file:line.
func (p place) String() string {
	if p.file == "" {
		return "the built-in lexicon"
	}
	return fmt.Sprintf("%s:%d", p.file, p.line)
}

// plainTables are the tables beside those of words.
var plainTables = []struct {
	file    string
	columns []string
	read    func(t *tables, c []string) error
}{
	{"tree.tsv", []string{"id", "name", "parent", "leaf", "path"}, (*tables).addCategory},
	{"traditional.tsv", []string{"from", "to", "source"}, func(t *tables, c []string) error {
		t.simplified[first(c[0])] = first(c[1])
		return nil
	}},
	{"twins.tsv", []string{"character", "twin", "safe", "source"}, (*tables).addTwin},
	{"uses.tsv", []string{"noun", "made_for", "source"}, func(t *tables, c []string) error {
		t.uses[c[0]] = append(t.uses[c[0]], strings.Split(c[1], ",")...)
		return nil
	}},
	{"general.tsv", []string{"word", "frequency"}, func(t *tables, c []string) error {
		n, err := strconv.ParseUint(c[1], 10, 32)
		if err == nil && n == 0 {
			err = fmt.Errorf("the frequency of %q is 0", c[0])
		}
		t.general[c[0]] = int(n)
		return err
	}},
}

// readTables reads the tables of a file system: those of plainTables and every
// table of words below words/. The first malformed line ends it with a
// *TableError.
func readTables(fsys fs.FS) (*tables, error) {
	t := &tables{simplified: map[rune]rune{}, twins: map[rune]Twin{}, uses: map[string][]string{}, general: map[string]int{}}
	for _, p := range plainTables {
		err := open(fsys, p.file, func(f fs.File) error {
			return ReadTable(f, p.file, p.columns, func(_ int, c []string) error { return p.read(t, c) })
		})
		if err != nil {
			return nil, err
		}
	}
	files, err := wordTables(fsys)
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		err := open(fsys, name, func(f fs.File) error {
			return ReadWords(f, name, func(line int, e Entry) error {
				if e.Term == "" {
					return errors.New("the term is empty")
				}
				t.rows = append(t.rows, row{place{name, line}, &e})
				return nil
			})
		})
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

func open(fsys fs.FS, name string, read func(fs.File) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return read(f)
}

// wordTables returns the names of the tables of words, in their order.
func wordTables(fsys fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(fsys, "words", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".tsv" {
			files = append(files, name)
		}
		return err
	})
	return files, err
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// addTwin reads one row of twins.tsv; the character is written as itself or,
// where it would not show, as U+200B.
func (t *tables) addTwin(c []string) error {
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
	t.twins[r] = Twin{To: c[1], Safe: c[2] == "safe"}
	return nil
}

func (t *tables) addCategory(c []string) error {
	n := Node{Name: c[1], Leaf: c[3] == "1", Path: c[4]}
	var err error
	if n.ID, err = categoryID(c[0]); err != nil {
		return err
	}
	if n.Parent, err = categoryID(c[2]); err != nil {
		return err
	}
	t.categories = append(t.categories, n)
	return nil
}

func categoryID(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil {
		return 0, fmt.Errorf("category id %q: %w", s, err)
	}
	return int(n), nil
}
