package dict

import "unicode"

// charTable holds a number for each rune, 0 for most, in pages of 256 runes;
// the pages that hold nothing are one.
type charTable struct {
	index []uint32 // rune / 256 → page
	pages []uint32
}

func (t charTable) at(r rune) uint32 {
	i := uint32(r) >> 8
	if i >= uint32(len(t.index)) {
		return 0
	}
	return t.pages[t.index[i]<<8|uint32(r)&0xff]
}

type charTableBuilder struct{ charTable }

func newCharTableBuilder() *charTableBuilder {
	return &charTableBuilder{charTable{
		index: make([]uint32, unicode.MaxRune>>8+1),
		pages: make([]uint32, 256), // page 0 is the empty one
	}}
}

func (b *charTableBuilder) set(r rune, number uint32) {
	if number == 0 {
		return
	}
	page := &b.index[r>>8]
	if *page == 0 {
		*page = uint32(len(b.pages) >> 8)
		b.pages = append(b.pages, make([]uint32, 256)...)
	}
	b.pages[*page<<8|uint32(r)&0xff] = number
}
