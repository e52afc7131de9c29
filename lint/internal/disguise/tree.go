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

type node struct {
	kids  []kid
	words []int32
}

type kid struct {
	sound uint16
	to    int32
}

// add puts word number id under the sounds.
func (t *tree) add(sounds []uint16, id int32) {
	if t.nodes == nil {
		t.nodes = make([]node, 1, 4096)
	}
	for int(sounds[0]) >= len(t.top) {
		t.top = append(t.top, make([]int32, 512)...)
	}
	at := t.top[sounds[0]]
	if at == 0 {
		at = t.grow()
		t.top[sounds[0]] = at
	}
	for _, s := range sounds[1:] {
		next := t.nodes[at].child(s)
		if next == 0 {
			next = t.grow()
			t.nodes[at].kids = append(t.nodes[at].kids, kid{s, next})
		}
		at = next
	}
	t.nodes[at].words = append(t.nodes[at].words, id)
}

func (t *tree) grow() int32 {
	t.nodes = append(t.nodes, node{})
	return int32(len(t.nodes) - 1)
}

// child returns the node below n for a sound, 0 where there is none.
func (n *node) child(sound uint16) int32 {
	for i := range n.kids {
		if n.kids[i].sound == sound {
			return n.kids[i].to
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
	for i := range f.tables.Protected {
		p := &f.tables.Protected[i]
		if utf8.RuneCountInString(p.Word) < 2 {
			continue
		}
		w := word{p, []rune(f.folder.FoldString(p.Word))}
		if len(w.runes) > maxLength {
			continue
		}
		id := int32(len(f.words))
		f.words = append(f.words, w)
		f.byName[p.Word] = id
		sounds = sounds[:0]
		for _, r := range w.runes {
			sounds = append(sounds, f.sounds.admit(r))
			f.vital[r] = true
		}
		f.whole.add(sounds, id)
		f.tails.add(sounds[1:], id)
	}
}
