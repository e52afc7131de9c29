package dict

import (
	"io"
	"slices"
)

// twig is a node of the trie of a shop's own words, which lies over that of
// the image. What it knows of a word replaces what the image knows.
type twig struct {
	next map[rune]*twig
	own  *ownWord // nil where no word ends here
}

// ownWord is a word of the shop with all its entries, built-in ones too.
type ownWord struct {
	word
	number    uint32  // among the shop's own words
	frequency int     // in gse; 0 where titles are not cut into it
	weight    float32 // of the frequency
}

// ownWords marks the number of an own word where it stands beside the values
// of nodes.
const ownWords = 1 << 31

// find returns the twig of a word, or nil. t may be nil.
func (t *twig) find(folded string) *twig {
	if t == nil {
		return nil
	}
	for _, r := range folded {
		if t = t.next[r]; t == nil {
			return nil
		}
	}
	return t
}

// word returns what is known of the word that ends at t, or nil. t may be nil.
func (t *twig) word() *ownWord {
	if t == nil {
		return nil
	}
	return t.own
}

// each calls yield for every word of t, which prefix leads to.
func (t *twig) each(prefix string, yield func(word string, own *ownWord)) {
	if t == nil {
		return
	}
	if t.own != nil {
		yield(prefix, t.own)
	}
	for r, next := range t.next {
		next.each(prefix+string(r), yield)
	}
}

// grow returns the twig of a word.
func (t *twig) grow(folded string) *twig {
	for _, r := range folded {
		if t.next == nil {
			t.next = map[rune]*twig{}
		}
		if t.next[r] == nil {
			t.next[r] = &twig{}
		}
		t = t.next[r]
	}
	return t
}

// AddWords reads a table of the shop's own words from r on top of l; file
// names it in errors. Its entries win over built-in ones of the same term and
// kind.
func (l *Lexicon) AddWords(r io.Reader, file string) error {
	defer l.forgetNouns()
	return ReadWords(r, file, func(line int, e Entry) error {
		folded := l.Folder.FoldString(e.Term)
		if e.Canonical == e.Term {
			e.Canonical = folded
		}
		e.Term = folded
		e.prepare(l.Tree)
		if e.Kind == Allow {
			l.rows = append(l.rows, row{place{file, line}, &e}) // titles are not cut into it
			return nil
		}
		l.add(row{place{file, line}, &e})
		return nil
	})
}

// Allowed returns the phrases of the shop's own tables within which it wants no
// findings, as entries of the kind Allow. The attribute rules names the rules;
// without it all that may be waived are meant.
func (l *Lexicon) Allowed() []*Entry {
	var all []*Entry
	for _, r := range l.rows {
		if r.entry.Kind == Allow {
			all = append(all, r.entry)
		}
	}
	return all
}

func (l *Lexicon) add(r row) {
	l.rows = append(l.rows, r)
	r.entry.number = l.entries()
	if l.added == nil {
		l.added = &twig{}
	}
	before := l.frequency(r.entry.Term)
	w := l.ownWord(r.entry.Term)
	w.entries = slices.DeleteFunc(slices.Clone(w.entries), func(e *Entry) bool { return e.Kind == r.entry.Kind })
	w.entries = append(w.entries, r.entry)
	w.frequency = frequency(w.entries, l.General(r.entry.Term))
	w.weight = weight(uint64(w.frequency))
	l.total += uint64(w.frequency) - uint64(before)
	l.weight = weight(l.total)
}

// ownWord makes a word one of the shop's own, knowing what was known of it.
func (l *Lexicon) ownWord(folded string) *ownWord {
	t := l.added.grow(folded)
	if t.own == nil {
		own := &ownWord{number: uint32(len(l.own))}
		if known := l.Word(folded).known(); known != nil {
			own.word = *known
		}
		if at, _ := l.image.find(folded); at != 0 {
			if l.hidden == nil {
				l.hidden = map[uint32]bool{}
			}
			l.hidden[at] = true
		}
		l.own = append(l.own, own)
		t.own = own
	}
	return t.own
}
