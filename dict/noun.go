package dict

// Noun is what the lexicon tells of a product noun where it is held against
// others. It is gathered once for each entry: titles are full of nouns.
type Noun struct {
	Standard string   // the standard word for it
	Wider    []string // what the standard word is a kind of, the nearest first, over four steps at most
	MadeFor  []string // the goods that the standard word is made for or used with
	Is       string   // what the entry itself is a kind of, "" where it does not tell
	In       []string // the ids of the categories that the entry itself stands in
	Top      string   // the name of the top category of the first of them, "" where there is none
}

// Noun returns what l tells of an entry of its own. It is read-only.
func (l *Lexicon) Noun(e *Entry) *Noun {
	if e.number == 0 {
		return l.readNoun(e)
	}
	if n := l.nouns.get(e.number); n != nil {
		return n
	}
	return l.nouns.keep(e.number, l.readNoun(e))
}

// entries returns the number of entries of l, those of the shop after those of
// the image.
func (l *Lexicon) entries() uint32 { return uint32(len(l.image.entries) + len(l.rows)) }

// forgetNouns makes room for what is gathered of each entry.
func (l *Lexicon) forgetNouns() { l.nouns = newInterned[Noun](int(l.entries()) + 1) }

// Standard returns what l tells of a standard word alone.
func (l *Lexicon) Standard(word string) *Noun {
	return &Noun{Standard: word, Wider: l.wider(word), MadeFor: l.MadeFor(word)}
}

func (l *Lexicon) readNoun(e *Entry) *Noun {
	n := l.Standard(e.Canonical)
	n.Is, n.In = e.Attr("is"), Values(e.Attr("in"))
	if nodes := l.Nodes(e); len(nodes) > 0 {
		n.Top = nodes[0].Top()
	}
	return n
}

// wider follows a noun to what it is a kind of, and on from there.
func (l *Lexicon) wider(noun string) []string {
	var all []string
	for range 4 {
		e := l.As(noun, Category)
		if e == nil {
			break
		}
		if noun = e.Attr("is"); noun == "" {
			break
		}
		all = append(all, noun)
	}
	return all
}
