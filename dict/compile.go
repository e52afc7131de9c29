package dict

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"slices"
)

// Compiled is an image with what its maker wants to know of it.
type Compiled struct {
	Image    []byte
	Sections []Section // in their order

	places []place // of the entries
}

// Section is a part of an image.
type Section struct {
	Name  string
	Bytes int
}

// Compile reads the tables of a file system (tree.tsv, traditional.tsv,
// twins.tsv, uses.tsv, general.tsv and every table of words below words/) and
// makes the image of them. The same tables give the same bytes on one
// architecture; another may round a logarithm otherwise. The first malformed
// line ends it with a *TableError.
func Compile(fsys fs.FS) (*Compiled, error) {
	compiled, err := compile(fsys)
	if err != nil {
		return nil, fmt.Errorf("compile the dictionary: %w", err)
	}
	return compiled, nil
}

func compile(fsys fs.FS) (*Compiled, error) {
	hash, err := hashTables(fsys)
	if err != nil {
		return nil, err
	}
	t, err := readTables(fsys)
	if err != nil {
		return nil, err
	}
	c := &compiler{tables: t, strings: newStringPool()}
	if err := c.compileWords(); err != nil {
		return nil, err
	}
	if err := c.compileTree(); err != nil {
		return nil, err
	}
	c.compileTwins()
	folds := foldTable(c.simplified)
	put(c, secFoldIndex, folds.index)
	put(c, secFoldPages, folds.pages)
	if n := len(c.strings.bytes); n > stringLimit {
		return nil, fmt.Errorf("the strings take %d bytes, the image has room for %d", n, stringLimit)
	}
	c.sections[secStrings] = c.strings.bytes
	return c.finish(hash), nil
}

// lexicon opens the image; Verify knows the places of its entries.
func (c *Compiled) lexicon() (*Lexicon, error) {
	im, err := openImage(c.Image)
	if err != nil {
		return nil, err
	}
	l := newLexicon(im)
	l.places = c.places
	return l, nil
}

// Verify returns everything that is wrong with the tables, as Lexicon.Verify
// does, with the line of each fault.
func (c *Compiled) Verify() []error {
	l, err := c.lexicon()
	if err != nil {
		return []error{err}
	}
	return l.Verify()
}

// hashTables returns the hash of the tables that an image is made of: of their
// names and bytes.
func hashTables(fsys fs.FS) (sum [sha256.Size]byte, err error) {
	names, err := wordTables(fsys)
	if err != nil {
		return sum, err
	}
	for _, p := range plainTables {
		names = append(names, p.file)
	}
	h := sha256.New()
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return sum, err
		}
		fmt.Fprintf(h, "%s %d\n", name, len(b))
		h.Write(b)
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// compiler gathers the sections of an image.
type compiler struct {
	*tables
	strings  *stringPool
	sections [numSections][]byte
	numbers  [numNumbers]uint32
	places   []place
}

func put[T any](c *compiler, s section, records []T) { c.sections[s] = bytesOf(records) }

func (c *compiler) finish(hash [sha256.Size]byte) *Compiled {
	out := &Compiled{places: c.places}
	header := make([]byte, 4*imageHeader)
	copy(header, imageMagic)
	put := func(word int, n uint32) { binary.LittleEndian.PutUint32(header[4*word:], n) }
	put(headerVersion, imageVersion)
	copy(header[4*headerHash:], hash[:])
	for i, n := range c.numbers {
		put(headerNumbers+i, n)
	}
	size := len(header)
	for i, s := range c.sections {
		put(headerSections+2*i, uint32(size))
		put(headerSections+2*i+1, uint32(len(s)))
		size += len(s)
		out.Sections = append(out.Sections, Section{sectionNames[i], len(s)})
	}
	put(headerSize, uint32(size))
	out.Image = append(header, slices.Concat(c.sections[:]...)...)
	return out
}
