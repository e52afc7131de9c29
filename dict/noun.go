package dict

import "slices"

// Noun is what the lexicon tells of a product noun where it is held against
// others. It is gathered once for each entry: titles are full of nouns.
type Noun struct {
	Standard string // the standard word for it
	Top      string // the name of the top category of the first category that it stands in, "" where there is none

	// The sums of the words and lists below. Nearly all nouns differ in them
	// already.
	self, reach, kinship sum

	wider   []string // what the standard word is a kind of, the nearest first, over four steps at most
	madeFor []string // the goods that the standard word is made for or used with
	is      string   // what the entry itself is a kind of, "" where it does not tell
	in      []string // the ids of the categories that the entry itself stands in
}

// Same reports whether two nouns have one standard word or the one is a kind of
// the other.
func (n *Noun) Same(o *Noun) bool {
	switch {
	case n == o:
		return true
	case n.self != o.self && !n.reach.meets(o.self) && !o.reach.meets(n.self):
		return false
	}
	return n.Standard == o.Standard || slices.Contains(n.wider, o.Standard) || slices.Contains(o.wider, n.Standard)
}

// Used reports whether the one is made for the other or used with it.
func (n *Noun) Used(o *Noun) bool {
	return n.reach.meets(o.self) && slices.Contains(n.madeFor, o.Standard) || o.reach.meets(n.self) && slices.Contains(o.madeFor, n.Standard)
}

// ShareCategory reports whether both stand in one category of the tree.
func (n *Noun) ShareCategory(o *Noun) bool {
	return n.kinship.meets(o.kinship) && slices.ContainsFunc(n.in, func(id string) bool { return slices.Contains(o.in, id) })
}

// ShareKind reports whether both are kinds of one thing.
func (n *Noun) ShareKind(o *Noun) bool {
	return n.kinship.meets(o.kinship) && n.is != "" && n.is == o.is
}

// HasHosts reports whether the standard word is made for other goods or used
// with them.
func (n *Noun) HasHosts() bool { return len(n.madeFor) > 0 }

// sum tells fast that words are not in a list: each word has one bit of it.
type sum uint64

func sumOf(words ...string) sum {
	var s sum
	for _, w := range words {
		if w == "" {
			continue // no word has none in common with another
		}
		h := uint32(2166136261) // FNV-1a
		for i := range len(w) {
			h = (h ^ uint32(w[i])) * 16777619
		}
		s |= 1 << (h >> 26)
	}
	return s
}

func (s sum) meets(o sum) bool { return s&o != 0 }

// Noun returns what l tells of a noun with that standard word and that entry of
// l; e is nil where no table lists the noun itself. It is read-only.
func (l *Lexicon) Noun(e *Entry, standard string) *Noun {
	if e == nil || e.number == 0 || e.Canonical != standard {
		return l.readNoun(e, standard)
	}
	if n := l.nouns.get(e.number); n != nil {
		return n
	}
	return l.nouns.keep(e.number, l.readNoun(e, standard))
}

// readNoun gathers what l tells of an entry, which may be nil, with a standard
// word that need not be that of the entry.
func (l *Lexicon) readNoun(e *Entry, standard string) *Noun {
	n := &Noun{Standard: standard, wider: l.wider(standard), madeFor: l.MadeFor(standard)}
	if e != nil {
		n.is, n.in = e.Attr("is"), Values(e.Attr("in"))
		if nodes := l.Nodes(e); len(nodes) > 0 {
			n.Top = nodes[0].Top()
		}
	}
	n.self = sumOf(standard)
	n.reach = sumOf(n.wider...) | sumOf(n.madeFor...)
	n.kinship = sumOf(n.in...) | sumOf(n.is)
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

// entries returns the number of entries of l, those of the shop after those of
// the image.
func (l *Lexicon) entries() uint32 { return uint32(len(l.image.entries) + len(l.rows)) }

// forgetNouns makes room for what is gathered of each entry.
func (l *Lexicon) forgetNouns() { l.nouns = newInterned[Noun](int(l.entries()) + 1) }
