package dict

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"
)

// The image is the lexicon in one piece of bytes, compiled from the tables and
// read in place: opening it takes the same time whatever it holds.
//
//	header    imageHeader words: magic, version, length, hash of the tables,
//	          numbers, and offset and length of each section
//	sections  little-endian 32-bit words, but for the last, the strings
//
// An image of another version is refused: whoever changes what a section holds
// raises imageVersion.
const (
	imageMagic   = "titlelex"
	imageVersion = 1

	headerVersion  = 2 // the words at which these begin
	headerSize     = 3
	headerHash     = 4
	headerNumbers  = headerHash + 8
	headerSections = headerNumbers + int(numNumbers)
	imageHeader    = headerSections + 2*int(numSections)
)

// The numbers of the header.
const (
	totalLow  number = iota // of the frequencies of all words that gse knows
	totalHigh               //
	cutWords                // the weights below it are of words that titles are cut into
	numNumbers
)

type number int

// The sections of an image.
const (
	secNodes       section = iota // []node
	secWeights                    // []float32
	secCounts                     // []count, beside the weights
	secEntryCounts                // []uint32, numbers of counts by entry, two in one
	secCodeIndex                  // charTable
	secCodePages                  //
	secFoldIndex                  // charTable
	secFoldPages                  //
	secEntries                    // []entryRecord
	secSources                    // []uint32, references to strings
	secKinds                      // []uint32, entries of each kind
	secUses                       // []useRecord, by entry
	secMadeFor                    // []uint32, references to strings
	secTwins                      // []twinRecord, by rune
	secCategories                 // []categoryRecord, by id
	secByPath                     // []uint32, numbers of categories
	secByName                     // []uint32, numbers of categories
	secStrings                    // bytes
	numSections
)

type section int

var sectionNames = [numSections]string{
	"nodes", "weights", "counts", "entry counts", "code index", "code pages", "fold index", "fold pages", "entries", "sources", "kinds",
	"uses", "made for", "twins", "categories", "by path", "by name", "strings",
}

// count is what a word counts.
type count struct {
	cut     uint32 // in gse; 0 where titles are not cut into it
	general uint32 // in ordinary language
}

// entryRecord is one row of a table of words. The rows of one word follow one
// another.
type entryRecord struct {
	term      uint32 // reference to a string
	canonical uint32 // reference to a string | form<<formShift
	attrs     uint32 // reference to a string | number of the source<<formShift
}

const (
	formShift   = 24
	stringLimit = 1 << formShift // of references to strings
	sourceLimit = 1 << (32 - formShift)
	lastOfWord  = 1 << 7 // of the form: no entry of the word follows
	noKind      = 0x7f   // of the form, else a Kind: only a relation names the word
)

func (r entryRecord) form() uint32 { return r.canonical >> formShift }

// useRecord says what a noun is made for: the words of secMadeFor from start
// to that of the next record. The last record only ends the one before it.
type useRecord struct{ entry, start uint32 }

type twinRecord struct {
	from rune
	to   uint32 // reference to a string
	safe uint32
}

type categoryRecord struct {
	id, parent uint32
	name, path uint32 // references to strings
	leaf       uint32
}

// image is an open image. It is safe for concurrent use.
type image struct {
	hash        [32]byte
	total       uint64 // of the frequencies of all words that gse knows
	cutWords    uint32
	nodes       []node
	weights     []float32
	counts      []count
	entryCounts []uint32
	codes       charTable // the codes of runes in the trie
	folds       charTable
	entries     []entryRecord
	sources     []uint32
	kinds       []uint32
	uses        []useRecord
	madeFor     []uint32
	twins       []twinRecord
	categories  []categoryRecord
	byPath      []uint32
	byName      []uint32
	strings     []byte

	words     interned[word] // by their first entry
	nodesRead interned[Node]
}

var errImage = errors.New("not an image of this version: run go generate ./dict")

// openImage opens an image without reading what it holds.
func openImage(b []byte) (*image, error) {
	if len(b) < 4*imageHeader || string(b[:8]) != imageMagic {
		return nil, errImage
	}
	header := wordsOf(b[:4*imageHeader])
	if header[headerVersion] != imageVersion {
		return nil, errImage
	}
	if int64(header[headerSize]) != int64(len(b)) {
		return nil, fmt.Errorf("the image has %d bytes instead of %d", len(b), header[headerSize])
	}
	im := &image{
		total:    uint64(header[headerNumbers+int(totalLow)]) | uint64(header[headerNumbers+int(totalHigh)])<<32,
		cutWords: header[headerNumbers+int(cutWords)],
	}
	copy(im.hash[:], b[4*headerHash:])
	var sections [numSections][]byte
	for i := range sections {
		start, size := uint64(header[headerSections+2*i]), uint64(header[headerSections+2*i+1])
		if start+size > uint64(len(b)) {
			return nil, errImage
		}
		sections[i] = b[start : start+size : start+size]
	}
	im.nodes = view[node](sections[secNodes])
	im.weights = view[float32](sections[secWeights])
	im.counts = view[count](sections[secCounts])
	im.entryCounts = view[uint32](sections[secEntryCounts])
	im.codes = charTable{view[uint32](sections[secCodeIndex]), view[uint32](sections[secCodePages])}
	im.folds = charTable{view[uint32](sections[secFoldIndex]), view[uint32](sections[secFoldPages])}
	im.entries = view[entryRecord](sections[secEntries])
	im.sources = view[uint32](sections[secSources])
	im.kinds = view[uint32](sections[secKinds])
	im.uses = view[useRecord](sections[secUses])
	im.madeFor = view[uint32](sections[secMadeFor])
	im.twins = view[twinRecord](sections[secTwins])
	im.categories = view[categoryRecord](sections[secCategories])
	im.byPath = view[uint32](sections[secByPath])
	im.byName = view[uint32](sections[secByName])
	im.strings = sections[secStrings]
	im.words = newInterned[word](len(im.entries))
	im.nodesRead = newInterned[Node](len(im.categories))
	return im, nil
}

// wordsOf reads little-endian words: in place where the machine is
// little-endian and the bytes lie as it wants them, else from a copy.
func wordsOf(b []byte) []uint32 {
	n := len(b) / 4
	if n == 0 {
		return nil
	}
	if p := unsafe.Pointer(unsafe.SliceData(b)); littleEndian && uintptr(p)%4 == 0 {
		return unsafe.Slice((*uint32)(p), n)
	}
	words := make([]uint32, n)
	for i := range words {
		words[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return words
}

var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// view reads a section as records. T must consist of 32-bit fields.
func view[T any](b []byte) []T {
	words := wordsOf(b)
	var t T
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(words))), len(words)*4/int(unsafe.Sizeof(t)))
}

// bytesOf is the inverse of view.
func bytesOf[T any](records []T) []byte {
	var t T
	words := unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(records))), len(records)*int(unsafe.Sizeof(t))/4)
	b := make([]byte, 0, 4*len(words))
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w)
	}
	return b
}
