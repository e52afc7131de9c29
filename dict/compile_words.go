package dict

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
)

// compileWords makes the trie and the records of the words: those of the
// tables of words, of ordinary language, and of relations.
func (c *compiler) compileWords() error {
	rows := map[string][]*row{}
	spelled := map[string]bool{}
	for i := range c.rows {
		r := &c.rows[i]
		rows[r.entry.Term] = append(rows[r.entry.Term], r)
		spelled[r.entry.Term] = true
	}
	for w := range c.general {
		spelled[w] = true
	}
	for w := range c.uses {
		spelled[w] = true
	}
	var r wordRecords
	words := make([]countedWord, 0, len(spelled))
	for _, w := range slices.Sorted(maps.Keys(spelled)) {
		words = append(words, c.compileWord(&r, w, rows[w]))
	}
	if len(r.sources) > sourceLimit {
		return fmt.Errorf("the rows name %d different sources, the image has room for %d", len(r.sources), sourceLimit)
	}
	if len(r.entries) > nodeLimit-noCode {
		return fmt.Errorf("there are %d rows of words, the image has room for %d", len(r.entries), nodeLimit-noCode)
	}
	put(c, secEntries, r.entries)
	put(c, secSources, r.sources)
	put(c, secKinds, r.kinds[:])
	put(c, secUses, append(r.uses, useRecord{math.MaxUint32, uint32(len(r.madeFor))}))
	put(c, secMadeFor, r.madeFor)
	return c.compileTrie(words)
}

// wordRecords are the records of words in the making.
type wordRecords struct {
	entries []entryRecord
	sources []uint32
	uses    []useRecord
	madeFor []uint32
	kinds   [numKinds]uint32
}

// source returns the number of a source.
func (r *wordRecords) source(ref uint32) uint32 {
	i := slices.Index(r.sources, ref)
	if i < 0 {
		i = len(r.sources)
		r.sources = append(r.sources, ref)
	}
	return uint32(i)
}

// countedWord is a word of the trie.
type countedWord struct {
	word  string
	entry int // its first entry, -1 where it has none
	count count
}

// compileWord adds the records of a word, which may have no row.
func (c *compiler) compileWord(r *wordRecords, word string, rows []*row) countedWord {
	entries := make([]*Entry, len(rows))
	first := len(r.entries)
	for i, x := range rows {
		e := x.entry
		entries[i] = e
		r.entries = append(r.entries, entryRecord{
			term:      c.strings.ref(e.Term),
			canonical: c.strings.ref(e.Canonical) | uint32(e.Kind)<<formShift,
			attrs:     c.strings.ref(e.Attrs) | r.source(c.strings.ref(e.Source))<<formShift,
		})
		r.kinds[e.Kind]++
		c.places = append(c.places, x.place)
	}
	if goods := c.uses[word]; goods != nil {
		if len(rows) == 0 {
			r.entries = append(r.entries, entryRecord{canonical: noKind << formShift})
			c.places = append(c.places, place{})
		}
		r.uses = append(r.uses, useRecord{uint32(first), uint32(len(r.madeFor))})
		for _, g := range goods {
			r.madeFor = append(r.madeFor, c.strings.ref(g))
		}
	}
	general := c.general[word]
	counted := countedWord{word, -1, count{cut: uint32(frequency(entries, general)), general: uint32(general)}}
	if last := len(r.entries) - 1; last >= first {
		r.entries[last].canonical |= lastOfWord << formShift
		counted.entry = first
	}
	return counted
}

// compileTrie makes the trie of the words, which are sorted, and the tables of
// what they count.
func (c *compiler) compileTrie(words []countedWord) error {
	counts, err := c.compileCounts(words)
	if err != nil {
		return err
	}
	trie, err := newTrieBuilder(words)
	if err != nil {
		return err
	}
	var byEntry []uint32
	for _, w := range words {
		value := counts[w.count]
		if w.entry >= 0 {
			for len(byEntry) <= w.entry/2 {
				byEntry = append(byEntry, 0)
			}
			byEntry[w.entry/2] |= value << (w.entry % 2 * 16)
			value = uint32(1 + len(counts) + w.entry)
		}
		trie.add(w.word, value)
	}
	nodes, err := trie.layOut()
	if err != nil {
		return err
	}
	put(c, secNodes, nodes)
	put(c, secEntryCounts, byEntry)
	put(c, secCodeIndex, trie.codes.index)
	put(c, secCodePages, trie.codes.pages)
	return nil
}

// compileCounts makes the tables of what words count and returns the number of
// each count. Number 0 is left to what is no word; words that titles are cut
// into come before the others, so that one comparison tells them apart.
func (c *compiler) compileCounts(words []countedWord) (map[count]uint32, error) {
	numbers := map[count]uint32{}
	total := uint64(0)
	for _, w := range words {
		numbers[w.count] = 0
		total += uint64(w.count.cut)
	}
	counts := slices.SortedFunc(maps.Keys(numbers), func(a, b count) int {
		return cmp.Or(cmp.Compare(min(b.cut, 1), min(a.cut, 1)), cmp.Compare(a.cut, b.cut), cmp.Compare(a.general, b.general))
	})
	counts = slices.Insert(counts, 0, count{})
	if len(counts) > noCode {
		return nil, fmt.Errorf("the words have %d different frequencies, the image has room for %d", len(counts), noCode)
	}
	weights := make([]float32, len(counts))
	cutting := uint32(1)
	for i, n := range counts[1:] {
		numbers[n] = uint32(i + 1)
		if n.cut > 0 {
			weights[i+1] = weight(uint64(n.cut))
			cutting++
		}
	}
	c.numbers[totalLow], c.numbers[totalHigh], c.numbers[cutWords] = uint32(total), uint32(total>>32), cutting
	put(c, secWeights, weights)
	put(c, secCounts, counts)
	return numbers, nil
}
