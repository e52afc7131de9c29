package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// syllable numbers a syllable of pinyin from 1; 0 is none. Its sound is the
// class of the syllables that many people do not tell apart: n and l, zh and
// z, ch and c, sh and s, -ng and -n.
type syllable uint16

// sounds knows how characters are read and what letters make a syllable.
type sounds struct {
	first    [0xa000 - 0x4e00]syllable // by character from U+4E00
	also     map[rune]syllable
	sound    []uint16 // by syllable
	initial  []byte   // by sound: its first letter
	names    []string // by syllable
	letters  map[uint32]syllable
	nextRare uint16 // the next sound for a character without a reading
	rare     map[rune]uint16
}

func newSounds(table []dict.Syllable) *sounds {
	s := &sounds{
		also:    make(map[rune]syllable, 64),
		letters: make(map[uint32]syllable, len(table)),
		sound:   make([]uint16, 1, len(table)+1),
		names:   make([]string, 1, len(table)+1),
		initial: []byte{0},
		rare:    map[rune]uint16{},
	}
	classes := make(map[string]uint16, len(table))
	for i, row := range table {
		id := syllable(i + 1)
		loose := loosen(row.Name)
		sound, ok := classes[loose]
		if !ok {
			sound = uint16(len(classes) + 1)
			classes[loose] = sound
			s.initial = append(s.initial, loose[0])
		}
		s.sound = append(s.sound, sound)
		s.names = append(s.names, row.Name)
		s.letters[key(row.Name)] = id
		for _, r := range row.Characters {
			if r >= 0x4e00 && r < 0xa000 {
				s.first[r-0x4e00] = id
			}
		}
		for _, r := range row.Also {
			s.also[r] = id
		}
	}
	s.nextRare = uint16(len(classes) + 1)
	return s
}

// loosen returns the name of the class of syllables that name belongs to.
func loosen(name string) string {
	if len(name) > 1 && name[1] == 'h' {
		name = name[:1] + name[2:]
	}
	if name[0] == 'n' && len(name) > 1 {
		name = "l" + name[1:]
	}
	if strings.HasSuffix(name, "ng") && !strings.HasSuffix(name, "ong") {
		name = name[:len(name)-1]
	}
	return name
}

// key packs up to six letters into a number.
func key(name string) uint32 {
	k := uint32(0)
	for i := range len(name) {
		k = k<<5 | uint32(name[i]-'a'+1)
	}
	return k
}

// of returns the syllable of a character, 0 where it is not known.
func (s *sounds) of(r rune) syllable {
	if r >= 0x4e00 && r < 0xa000 {
		return s.first[r-0x4e00]
	}
	return 0
}

// class returns the sound of a character. A character without a reading has a
// sound of its own once it stands in a protected word, else 0.
func (s *sounds) class(r rune) uint16 {
	if id := s.of(r); id != 0 {
		return s.sound[id]
	}
	return s.rare[r]
}

// admit gives a character without a reading a sound of its own.
func (s *sounds) admit(r rune) uint16 {
	if c := s.class(r); c != 0 {
		return c
	}
	s.rare[r] = s.nextRare
	s.initial = append(s.initial, 0)
	s.nextRare++
	return s.rare[r]
}

// same reports whether the characters are read alike, the tone apart; a
// further reading counts.
func (s *sounds) same(a, b rune) bool {
	x, y := s.of(a), s.of(b)
	return x != 0 && (x == y || s.also[a] == y || s.also[b] == x)
}

// acronym returns the first letters of the syllables of a word, "" where a
// character has no reading.
func (s *sounds) acronym(word []rune) string {
	b := make([]byte, 0, len(word))
	for _, r := range word {
		name := s.names[s.of(r)]
		if name == "" {
			return ""
		}
		b = append(b, name[0])
	}
	return string(b)
}
