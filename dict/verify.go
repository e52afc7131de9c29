package dict

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Verify returns everything that is wrong with the tables of words, in the
// order of the tables: a row without a source, a term that stands twice with
// one kind, a term that can never match a folded title, a category id that the
// tree does not know, a canonical word that is no term of its kind, a noun that is
// a kind of itself or of no noun; and what is wrong with the table of claims.
func (l *Lexicon) Verify() []error {
	var wrong []error
	seen := map[string]row{}
	for _, r := range l.allRows() {
		report := func(format string, args ...any) {
			wrong = append(wrong, &TableError{r.file, r.line, fmt.Errorf(format, args...)})
		}
		e := r.entry
		if e.Source == "" {
			report("%q has no source", e.Term)
		}
		if why := l.unmatchable(e); why != "" {
			report("%q can never match: %s", e.Term, why)
		}
		key := e.Kind.String() + "\t" + e.Term
		if old, dup := seen[key]; dup {
			report("%q is %s already in %s", e.Term, e.Kind, old.place)
		}
		seen[key] = r
		for _, id := range Values(e.Attr("in")) {
			if n, err := strconv.Atoi(id); err != nil || l.Tree.Node(n) == nil {
				report("%q stands in category %q, which the tree does not know", e.Term, id)
			}
		}
		if e.Kind == Category && l.As(e.Canonical, Category) == nil {
			report("%q has the standard word %q, which is no product noun here", e.Term, e.Canonical)
		}
		if is := e.Attr("is"); is != "" && l.As(is, Category) == nil {
			report("%q is a kind of %q, which is no product noun here", e.Term, is)
		} else if e.Kind == Category && l.circles(e) {
			report("%q is a kind of itself, by way of %q", e.Term, is)
		}
	}
	claims, err := BuiltinClaims()
	if err != nil {
		return append(wrong, err)
	}
	return append(wrong, claims.Verify(l)...)
}

// circles reports whether the wider nouns of e lead back to it.
func (l *Lexicon) circles(e *Entry) bool {
	const steps = 8 // no chain is longer
	wider := e
	for range steps {
		if wider = l.As(wider.Attr("is"), Category); wider == nil {
			return false
		}
		if wider.Term == e.Term {
			return true
		}
	}
	return false
}

// allRows returns every entry with its place: those of the image in the order
// of the tables, where their places are known, then those of the shop.
func (l *Lexicon) allRows() []row {
	rows := make([]row, 0, len(l.image.entries)+len(l.rows))
	for i := uint32(0); i < uint32(len(l.image.entries)); {
		entries := l.image.wordAt(i).entries
		for j, e := range entries {
			r := row{entry: e}
			if l.places != nil {
				r.place = l.places[int(i)+j]
			}
			rows = append(rows, r)
		}
		i += uint32(max(len(entries), 1))
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Or(strings.Compare(a.file, b.file), a.line-b.line) })
	return append(rows, l.rows...)
}

// Values splits the value of an attribute that lists several, parted by
// commas.
func Values(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

// Joiners are the marks that may stand inside a term.
const Joiners = "-'./+&·# "

// unitMarks are the marks that a unit may hold: 18%, 36°.
const unitMarks = "%°℃"

// unmatchable says why a term can never be found in a folded title, or "".
func (l *Lexicon) unmatchable(e *Entry) string {
	term := e.Term
	if term == "" {
		return "it is empty"
	}
	if strings.TrimSpace(term) != term {
		return "it begins or ends with a space"
	}
	if folded := l.Folder.FoldString(term); folded != term {
		return fmt.Sprintf("titles are read folded, write %q", folded)
	}
	if e.Kind == Allow {
		return "" // a phrase may hold marks
	}
	for _, r := range term {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune(Joiners, r) && !(e.Kind == Unit && strings.ContainsRune(unitMarks, r)) {
			return fmt.Sprintf("it holds %q (%U), which ends a word", r, r)
		}
	}
	return ""
}
