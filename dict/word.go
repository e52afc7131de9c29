package dict

// Word is a word that a title was cut into, as a lexicon knows it. The zero
// Word is one that it does not know.
type Word struct {
	lexicon *Lexicon
	value   uint32 // of its node in the trie, or the number of an own word, marked; 0: not known
}

// Entries returns the entries of the word, or nil. They are read-only.
func (w Word) Entries() []*Entry {
	if known := w.known(); known != nil {
		return known.entries
	}
	return nil
}

// As returns the entry of the word as one of that kind, or nil.
func (w Word) As(k Kind) *Entry {
	for _, e := range w.Entries() {
		if e.Kind == k {
			return e
		}
	}
	return nil
}

func (w Word) known() *word {
	switch {
	case w.value == 0:
		return nil
	case w.value&ownWords != 0:
		return &w.lexicon.own[w.value&^ownWords].word
	}
	return w.lexicon.image.word(w.value)
}

// Word returns a folded word as Segment would give it.
func (l *Lexicon) Word(folded string) Word {
	p := l.Path()
	if !p.Go(folded) {
		return Word{}
	}
	return p.Word()
}
