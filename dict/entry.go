package dict

import "strings"

// Entry is one row of a table of words. A word that is of several kinds (苹果)
// has one entry for each.
type Entry struct {
	Term      string // as it stands in folded titles
	Kind      Kind   //
	number    uint32 // in its lexicon, from 1 on; 0 where it stands in none
	keys      Keys   // of its attributes; 0 until prepared
	Canonical string // the standard word for it; Term itself where the table leaves it empty
	Attrs     string // key=value or key, separated by semicolons
	Source    string // where the fact comes from

	attrs []attribute // Attrs, parted; nil until prepared
	nodes []*Node     // what its attribute "in" names, in the tree of its lexicon
}

type attribute struct{ key, value string }

// Attr returns the value of the attribute key: "" where it is absent or a mere
// flag.
func (e *Entry) Attr(key string) string {
	if e.lacks(key) {
		return ""
	}
	v, _ := e.lookup(key)
	return v
}

// Has reports whether the entry has the attribute key, as a flag or with a value.
func (e *Entry) Has(key string) bool {
	if e.lacks(key) {
		return false
	}
	_, ok := e.lookup(key)
	return ok
}

// lacks reports whether the keys tell that the key is absent, as they nearly
// always do.
func (e *Entry) lacks(key string) bool { return e.keys != 0 && !e.keys.May(key) }

// Keys returns the keys of the attributes of an entry.
func (e *Entry) Keys() Keys {
	if e.keys == 0 {
		return ^Keys(0)
	}
	return e.keys
}

func (e *Entry) lookup(key string) (string, bool) {
	attrs := e.attrs
	if attrs == nil {
		attrs = partAttributes(e.Attrs)
	}
	for i := range attrs {
		if attrs[i].key == key {
			return attrs[i].value, true
		}
	}
	return "", false
}

// prepare parts the attributes and finds the categories once for all: rules
// ask for them many times a title.
func (e *Entry) prepare(t *Tree) {
	e.attrs = partAttributes(e.Attrs)
	e.keys = keyBit("")
	for _, a := range e.attrs {
		e.keys |= keyBit(a.key)
	}
	e.nodes = t.named(e.Attr("in"))
}

// Keys is a set of keys of attributes that tells fast what is not in it: the
// keys of several entries are their union.
type Keys uint64

// May reports whether the key may be in the set. Where it is, it may.
func (k Keys) May(key string) bool { return k&keyBit(key) != 0 }

// keyBit is one of 64 bits that stands for a key, and maybe for another.
func keyBit(key string) Keys {
	if key == "" {
		return 1
	}
	return 1 << ((uint(key[0])*3 + uint(key[len(key)-1]) + uint(len(key))*16) % 64)
}

func partAttributes(list string) []attribute {
	if list == "" {
		return nil
	}
	attrs := make([]attribute, 0, 1+strings.Count(list, ";"))
	for one := range strings.SplitSeq(list, ";") {
		k, v, _ := strings.Cut(one, "=")
		attrs = append(attrs, attribute{k, v})
	}
	return attrs
}
