package dict

import (
	"encoding/binary"
	"sort"
	"unsafe"
)

// word is what the lexicon knows of one word.
type word struct {
	entries []*Entry
	madeFor []string
}

// text returns the string that ref stands for; it begins with its length. The
// string is no copy: nobody ever writes to an image.
func (im *image) text(ref uint32) string {
	b := im.strings[ref:]
	n, size := uint64(b[0]), 1
	if n >= 0x80 {
		n, size = binary.Uvarint(b)
	}
	b = b[size : uint64(size)+n]
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// wordAt returns the word whose first entry is record i.
func (im *image) wordAt(i uint32) *word {
	if w := im.words.get(i); w != nil {
		return w
	}
	return im.words.keep(i, im.readWord(i))
}

// readWord reads the word whose first entry is record i.
func (im *image) readWord(i uint32) *word {
	first, n := i, 1
	for im.entries[i].form()&lastOfWord == 0 {
		i++
		n++
	}
	// Most words have one entry: what is read together lies together.
	block := new(struct {
		word
		list  [1]*Entry
		entry [1]Entry
	})
	block.madeFor = im.readMadeFor(first)
	if im.entries[first].form()&^lastOfWord == noKind {
		return &block.word
	}
	all := block.entry[:]
	block.entries = block.list[:]
	if n > 1 {
		all, block.entries = make([]Entry, n), make([]*Entry, n)
	}
	tree := Tree{im}
	for j := range all {
		all[j] = im.readEntry(im.entries[int(first)+j])
		all[j].number = first + uint32(j) + 1
		all[j].prepare(&tree)
		block.entries[j] = &all[j]
	}
	return &block.word
}

func (im *image) readEntry(r entryRecord) Entry {
	return Entry{
		Term: im.text(r.term), Kind: Kind(r.form() &^ lastOfWord), Canonical: im.text(r.canonical % stringLimit),
		Attrs: im.text(r.attrs % stringLimit), Source: im.text(im.sources[r.attrs>>formShift]),
	}
}

func (im *image) readMadeFor(entry uint32) []string {
	i := sort.Search(len(im.uses), func(i int) bool { return im.uses[i].entry >= entry })
	if i == len(im.uses) || im.uses[i].entry != entry {
		return nil
	}
	refs := im.madeFor[im.uses[i].start:im.uses[i+1].start]
	words := make([]string, len(refs))
	for i, ref := range refs {
		words[i] = im.text(ref)
	}
	return words
}

// category returns the category of record i.
func (im *image) category(i uint32) *Node {
	if n := im.nodesRead.get(i); n != nil {
		return n
	}
	r := im.categories[i]
	return im.nodesRead.keep(i, &Node{ID: int(r.id), Name: im.text(r.name), Parent: int(r.parent), Leaf: r.leaf != 0, Path: im.text(r.path)})
}

func (im *image) twin(r rune) (Twin, bool) {
	i := sort.Search(len(im.twins), func(i int) bool { return im.twins[i].from >= r })
	if i == len(im.twins) || im.twins[i].from != r {
		return Twin{}, false
	}
	return Twin{To: im.text(im.twins[i].to), Safe: im.twins[i].safe != 0}, true
}
