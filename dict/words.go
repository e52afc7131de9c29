package dict

import (
	"slices"
	"strings"
)

// Words calls yield for every word that titles are cut into with its
// frequency, in sorted order. Phrases are none: titles are read by their
// parts. It walks the whole image: gse and tests need it, titles do not.
func (l *Lexicon) Words(yield func(word string, frequency int)) {
	type counted struct {
		word      string
		frequency int
	}
	var all []counted
	l.image.each(func(w string, n node) {
		if l.image.count(n.value()).cut > 0 && l.added.find(w).word() == nil {
			all = append(all, counted{w, int(l.image.count(n.value()).cut)})
		}
	})
	l.added.each("", func(w string, own *ownWord) {
		if own.frequency > 0 {
			all = append(all, counted{w, own.frequency})
		}
	})
	slices.SortFunc(all, func(a, b counted) int { return strings.Compare(a.word, b.word) })
	for _, c := range all {
		yield(c.word, c.frequency)
	}
}

// each calls yield for every word of the trie with its last node.
func (im *image) each(yield func(word string, n node)) {
	runes := map[uint32]rune{} // by code
	for page, at := range im.codes.index {
		for i := range rune(256) {
			if code := im.codes.pages[at<<8|uint32(i)]; code != 0 {
				runes[code] = rune(page)<<8 | i
			}
		}
	}
	parents := map[uint32]uint32{} // by base
	for i, n := range im.nodes {
		if n.base() != 0 { // a leaf has none
			parents[n.base()] = uint32(i)
		}
	}
	var spelled []rune
	for i, n := range im.nodes {
		if n.value() == 0 {
			continue
		}
		spelled = spelled[:0]
		for at := uint32(i); at != 0; {
			code := im.nodes[at].code()
			spelled = append(spelled, runes[code])
			at = parents[at-code]
		}
		slices.Reverse(spelled)
		yield(string(spelled), n)
	}
}
