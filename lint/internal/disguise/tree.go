package disguise

import (
	"unicode/utf8"

	"github.com/titlelint/titlelint/dict"
)

// word is a protected Chinese word.
type word struct {
	*dict.Protected
	runes []rune
}

// tree holds the protected words by the sounds of their characters.
type tree struct {
	nodes []node
	top   []int32 // by sound: the children of the root; 0 none
}

// node lies in one list with its siblings. 0 stands for no node and, in word,
// for no word: words count from 1 here.
type node struct {
	first, next int32 // child, sibling
	word        int32
	sound       uint16
}

// add puts word number id under the sounds. Words of one sound follow each
// other through alike.
func (t *tree) add(sounds []uint16, id int32, alike []int32) {
	if t.nodes == nil {
		t.nodes = make([]node, 1, 8192)
		t.top = make([]int32, 1024)
	}
	for int(sounds[0]) >= len(t.top) {
		t.top = append(t.top, make([]int32, 512)...)
	}
	at := t.top[sounds[0]]
	if at == 0 {
		at = t.grow(node{sound: sounds[0]})
		t.top[sounds[0]] = at
	}
	for _, s := range sounds[1:] {
		next := t.child(at, s)
		if next == 0 {
			next = t.grow(node{sound: s, next: t.nodes[at].first})
			t.nodes[at].first = next
		}
		at = next
	}
	alike[id] = t.nodes[at].word
	t.nodes[at].word = id + 1
}

func (t *tree) grow(n node) int32 {
	t.nodes = append(t.nodes, n)
	return int32(len(t.nodes) - 1)
}

// child returns the node below at for a sound, 0 where there is none.
func (t *tree) child(at int32, sound uint16) int32 {
	for k := t.nodes[at].first; k != 0; k = t.nodes[k].next {
		if t.nodes[k].sound == sound {
			return k
		}
	}
	return 0
}

// from returns the node below the root for a sound, 0 where there is none.
func (t *tree) from(sound uint16) int32 {
	if int(sound) < len(t.top) {
		return t.top[sound]
	}
	return 0
}

// plant fills the trees with the Chinese words: whole, and without their first
// character for those that mask it.
func (f *Finder) plant() {
	sounds := make([]uint16, 0, 16)
	n := len(f.tables.Protected)
	f.words = make([]word, 0, n)
	letters := make([]rune, 0, 4*n)
	f.wholes, f.tailed = make([]int32, 0, n), make([]int32, 0, n)
	for i := range f.tables.Protected {
		p := &f.tables.Protected[i]
		if utf8.RuneCountInString(p.Word) < 2 {
			continue
		}
		from := len(letters)
		for _, r := range p.Word {
			letters = append(letters, f.folder.Fold(r))
		}
		w := word{p, letters[from:len(letters):len(letters)]}
		if len(w.runes) > maxLength {
			continue
		}
		id := int32(len(f.words))
		f.words = append(f.words, w)
		f.wholes, f.tailed = append(f.wholes, 0), append(f.tailed, 0)
		f.byName[p.Word] = id
		sounds = sounds[:0]
		for _, r := range w.runes {
			sounds = append(sounds, f.sounds.admit(r))
			f.vital.add(r)
		}
		f.whole.add(sounds, id, f.wholes)
		f.tails.add(sounds[1:], id, f.tailed)
	}
}

// charset is a set of Chinese characters.
type charset [(0xa000 - 0x4e00) / 64]uint64

func (c *charset) add(r rune) {
	if r >= 0x4e00 && r < 0xa000 {
		r -= 0x4e00
		c[r/64] |= 1 << (r % 64)
	}
}

func (c *charset) has(r rune) bool {
	if r < 0x4e00 || r >= 0xa000 {
		return false
	}
	r -= 0x4e00
	return c[r/64]&(1<<(r%64)) != 0
}
