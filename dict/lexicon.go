package dict

import "io/fs"

// Lexicon is everything the linter knows about words: an image, and the shop's
// own words on top. It is safe for concurrent use once all words are added.
type Lexicon struct {
	Folder Folder
	Tree   *Tree

	image  *image
	places []place        // of the rows of the image where they are known
	total  uint64         // of the frequencies of all words that titles are cut into
	weight float32        // of total
	nouns  interned[Noun] // by the numbers of entries

	added  *twig // the shop's own words
	own    []*ownWord
	rows   []row           // of its tables, in order
	hidden map[uint32]bool // the nodes of the image that it lies over
}

// Twin is a legal stand-in for a character that the API refuses.
type Twin struct {
	To   string // may be empty: the character is removed
	Safe bool   // the meaning is kept whatever stands around it
}

func newLexicon(im *image) *Lexicon {
	l := &Lexicon{Folder: Folder{im.folds}, Tree: &Tree{im}, image: im, total: im.total, weight: weight(im.total)}
	l.forgetNouns()
	return l
}

// Load compiles the tables of a file system, as Compile does, and opens the
// image. It takes a second: programs want Builtin.
func Load(fsys fs.FS) (*Lexicon, error) {
	c, err := Compile(fsys)
	if err != nil {
		return nil, err
	}
	return c.lexicon()
}

// Lookup returns the entries of a term in its folded form, or nil. They are
// read-only.
func (l *Lexicon) Lookup(folded string) []*Entry { return l.Word(folded).Entries() }

// As returns the entry of a folded term as a word of that kind, or nil.
func (l *Lexicon) As(folded string, k Kind) *Entry { return l.Word(folded).As(k) }

// Walk calls found for every term of the lexicon that begins at the start of
// the folded runes, shortest first, with its length in runes.
func (l *Lexicon) Walk(folded []rune, found func(length int, entries []*Entry)) {
	im := l.image
	at, n := uint32(0), im.nodes[0]
	inImage, own := true, l.added
	for i, r := range folded {
		var w *word
		if inImage {
			at, n = im.child(n, im.codes.at(r))
			inImage, w = at != 0, im.word(n.value())
		}
		if own != nil {
			if own = own.next[r]; own.word() != nil {
				w = &own.own.word
			}
		}
		if w != nil && len(w.entries) > 0 {
			found(i+1, w.entries)
		}
		if !inImage && own == nil {
			return
		}
	}
}

// Twin returns the legal stand-in for a character that the API refuses.
func (l *Lexicon) Twin(r rune) (Twin, bool) { return l.image.twin(r) }

// MadeFor returns the goods that the product noun is made for or used with:
// 手机 for 手机壳. They are read-only.
func (l *Lexicon) MadeFor(noun string) []string {
	if known := l.Word(noun).known(); known != nil {
		return known.madeFor
	}
	return nil
}

// General returns the frequency of an ordinary word in gse's own dictionary,
// 0 where it has none.
func (l *Lexicon) General(word string) int {
	_, n := l.image.find(word)
	return int(l.image.count(n.value()).general)
}

// Nodes returns the categories that a product noun stands in. They are
// read-only.
func (l *Lexicon) Nodes(e *Entry) []*Node {
	if e.attrs == nil {
		return l.Tree.named(e.Attr("in"))
	}
	return e.nodes
}

// Stats returns the number of entries of each kind.
func (l *Lexicon) Stats() map[Kind]int {
	n := map[Kind]int{}
	for k, rows := range l.image.kinds {
		if rows > 0 {
			n[Kind(k)] = int(rows)
		}
	}
	for i := range l.rows {
		n[l.rows[i].entry.Kind]++
	}
	return n
}
