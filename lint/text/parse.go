package text

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/titlelint/titlelint/dict"
)

// Hints are what a row says of its goods besides the title.
type Hints struct {
	Category string // as the column holds it
	Brand    string // as the column holds it
}

// Parsed is a title with its views and terms.
type Parsed struct {
	Runes    []rune     // the original title; nobody writes to it
	Folded   View       // half-width, lower-case, Simplified
	Terms    []Term     // from left to right, without overlap; spaces are no terms
	Core     []int      // the terms that name what is sold, the main subject first
	Category *dict.Node // the category that the row names, or nil
	Brand    string     // the brand that the row names, folded; "" where it names none

	source   source
	lexicon  *dict.Lexicon
	stripped *View
	named    []int
	keys     dict.Keys // of the attributes of the terms: most steps look for one that no term has
	// beyondFood says that a subject is neither fresh food nor a plant.
	beyondFood bool
}

// Parser turns titles into terms. It is safe for concurrent use.
type Parser struct {
	Lexicon   *dict.Lexicon
	Segmenter Segmenter

	drafts sync.Pool // of *[]Term, to gather terms in until it is known how many there are
}

// NewParser returns a parser over l that segments with l itself, as gse would.
func NewParser(l *dict.Lexicon) *Parser { return &Parser{Lexicon: l, Segmenter: l} }

// Parse reads one title.
func (ps *Parser) Parse(title string, h Hints) *Parsed {
	p := &Parsed{source: sourceOf(title), lexicon: ps.Lexicon}
	p.Runes = p.source.runes
	p.Folded = folded(p.Runes, &ps.Lexicon.Folder)
	p.Category = ps.Lexicon.Tree.Find(h.Category)
	p.Brand = statedBrand(h.Brand, &ps.Lexicon.Folder)
	ps.gather(p)
	p.resolveNames()
	p.resolveKinds()
	p.resolveSingles()
	p.guessBrand()
	p.readPhrases()
	p.assignRoles()
	p.chooseCore()
	return p
}

// gather finds the terms with what their words mean by themselves.
func (ps *Parser) gather(p *Parsed) {
	draft, _ := ps.drafts.Get().(*[]Term)
	if draft == nil {
		draft = new([]Term)
	}
	p.Terms = (*draft)[:0]
	ps.cut(p)
	p.joinLatin()
	p.compound()
	*draft, p.Terms = p.Terms, slices.Clone(p.Terms)
	ps.drafts.Put(draft)
}

// Text returns the original runes of s.
func (p *Parsed) Text(s Span) string { return p.source.text(s) }

// Stripped returns the view without marks and spaces.
func (p *Parsed) Stripped() View {
	if p.stripped == nil {
		v := stripped(p.Runes, &p.lexicon.Folder)
		p.stripped = &v
	}
	return *p.stripped
}

// Adjacent reports whether nothing stands between the terms i and i+1.
func (p *Parsed) Adjacent(i int) bool {
	return i >= 0 && i+1 < len(p.Terms) && p.Terms[i].End == p.Terms[i+1].Start
}

// cut finds the terms: specifications first, then what the segmenter says of
// the stretches between them.
func (ps *Parser) cut(p *Parsed) {
	f := p.Folded.Runes
	start := 0
	flush := func(end int) {
		if start < end {
			offset := start
			ps.Segmenter.Segment(f[start:end], func(from, to int, w dict.Word) { ps.addWord(p, offset+from, offset+to, w.Entries()) })
		}
	}
	for i := 0; i < len(f); {
		if !digit(f[i]) || i > 0 && (alnum(f[i-1]) || f[i-1] == '.') {
			i++
			continue
		}
		n, class := specLength(f[i:], ps.Lexicon)
		if n == 0 || ps.longestTerm(f[i:]) > n {
			i++
			continue
		}
		flush(i)
		t := p.addUnknown(i, i+n, dict.Spec)
		if t.Known = true; class != "" {
			t.Canonical = class
		}
		i += n
		start = i
	}
	flush(len(f))
}

func (ps *Parser) longestTerm(runes []rune) int {
	longest := 0
	ps.Lexicon.Walk(runes, func(n int, entries []*dict.Entry) {
		if pick(entries) != nil {
			longest = n
		}
	})
	return longest
}

// addWord adds a word that the segmenter cut, range in runes of the folded view.
func (ps *Parser) addWord(p *Parsed, start, end int, entries []*dict.Entry) {
	word := p.Folded.Runes[start:end]
	if unicode.IsSpace(word[0]) && len(word) == 1 {
		return
	}
	if e := pick(entries); e != nil {
		p.addKnown(start, end, e, entries)
		return
	}
	if len(word) == 1 && !unicode.IsLetter(word[0]) && !unicode.IsNumber(word[0]) {
		p.addUnknown(start, end, dict.Mark)
		return
	}
	if alnum(word[0]) && ps.splitLatin(p, start, end) {
		return
	}
	p.addUnknown(start, end, unknownKind(word))
}

// unknownKind guesses the kind of a word from its form.
func unknownKind(word []rune) Kind {
	letters, digits := 0, 0
	for _, r := range word {
		switch {
		case digit(r):
			digits++
		case latin(r):
			letters++
		}
	}
	if digits > 0 && letters+digits == len(word) && (letters > 0 || digits >= 3) {
		return dict.Model
	}
	return dict.Other
}

// splitLatin parts a Latin run whose head the lexicon knows from the model
// behind it: iphone13pro, redmi9a. It reports whether it did.
func (ps *Parser) splitLatin(p *Parsed, start, end int) bool {
	f := p.Folded.Runes
	head := 0
	var entry *dict.Entry
	var also []*dict.Entry // of the same word
	ps.Lexicon.Walk(f[start:end], func(n int, entries []*dict.Entry) {
		e := pick(entries)
		if e == nil || e.Kind != dict.Brand && e.Kind != dict.Category || start+n >= end || n < 2 {
			return
		}
		rest := string(f[start+n : end])
		if digit(f[start+n]) && latin(f[start+n-1]) || e.Kind == dict.Brand && n >= 4 && modelWord(rest) {
			head, entry, also = n, e, entries
		}
	})
	if head == 0 {
		return false
	}
	p.addKnown(start, start+head, entry, also)
	p.addUnknown(start+head, end, dict.Model)
	return true
}

// modelWord reports whether s begins as names of models do: iphonexr,
// airpodspro.
func modelWord(s string) bool {
	for _, w := range []string{"pro", "max", "plus", "mini", "lite", "air", "note", "ultra", "xr", "xs", "se", "x"} {
		if strings.HasPrefix(s, w) && (len(s) == len(w) || len(w) > 1) {
			return true
		}
	}
	return false
}

// add appends a term that covers [start, end) of the folded view; its meaning is
// still to come.
func (p *Parsed) add(start, end int) *Term {
	p.Terms = append(p.Terms, Term{Span: p.Folded.Original(start, end)})
	t := &p.Terms[len(p.Terms)-1]
	t.Text = p.Text(t.Span)
	return t
}

// addKnown adds a term with that one of the entries of its word.
func (p *Parsed) addKnown(start, end int, e *dict.Entry, entries []*dict.Entry) {
	t := p.add(start, end)
	t.Folded = e.Term // as it was found there
	t.property = property(entries) != nil
	p.become(t, e)
}

// addUnknown adds a term that the lexicon does not have.
func (p *Parsed) addUnknown(start, end int, k Kind) *Term {
	t := p.add(start, end)
	if word := p.Folded.Runes[start:end]; slices.Equal(p.Runes[t.Start:t.End], word) {
		t.Folded = t.Text
	} else {
		t.Folded = string(word)
	}
	t.Kind, t.Canonical = k, t.Folded
	return t
}

// joinLatin makes one word of Latin runs that a joiner ties together: nc3-b,
// tp-link. Words that the lexicon knows stay apart.
func (p *Parsed) joinLatin() {
	if !slices.ContainsFunc(p.Folded.Runes, joins) {
		return
	}
	out := p.Terms[:0]
	for i := 0; i < len(p.Terms); i++ {
		t := p.Terms[i]
		last := i
		for !t.Known && latinOnly(p.Terms[last].Folded) && last+2 < len(p.Terms) && p.Adjacent(last) && p.Adjacent(last+1) &&
			joiner(p.Terms[last+1].Folded) && !p.Terms[last+2].Known && latinOnly(p.Terms[last+2].Folded) {
			if last > i && !(p.shown(&t) && p.shown(&p.Terms[last])) {
				break
			}
			last += 2
		}
		if last > i {
			t = p.merge(t, p.Terms[last])
			t.Kind = unknownKind([]rune(t.Folded))
			if hasDigit(t.Folded) {
				t.Kind = dict.Model
			}
			i = last
		}
		out = append(out, t)
	}
	p.Terms = out
}

// shown reports whether nothing that takes no room stands within a Latin word.
func (p *Parsed) shown(t *Term) bool { return latinOnly(p.lexicon.Folder.FoldString(t.Text)) }

func joiner(word string) bool { return len(word) == 1 && joins(rune(word[0])) }

func joins(r rune) bool {
	return r == '-' || r == '.' || r == '\'' || r == '_' || r == '&'
}

func latinOnly(s string) bool {
	for _, r := range s {
		if !alnum(r) && !joins(r) {
			return false
		}
	}
	return s != ""
}

func hasDigit(s string) bool {
	for _, r := range s {
		if digit(r) {
			return true
		}
	}
	return false
}

// merge returns one unknown word from the start of a to the end of b.
func (p *Parsed) merge(a, b Term) Term {
	t := Term{Span: Span{Start: a.Start, End: b.End}}
	t.Text = p.Text(t.Span)
	t.Folded = p.lexicon.Folder.FoldString(t.Text)
	t.Canonical = t.Folded
	return t
}
