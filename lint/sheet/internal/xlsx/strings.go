package xlsx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// stringTable holds the shared strings in as little memory as their bytes
// need: an export of 100,000 rows may have two million of them.
type stringTable struct {
	part   string
	loaded bool
	err    error
	blocks [][]byte // each string is its length and its bytes
	starts []uint32 // block<<blockBits | offset
}

const blockBits = 20

// at returns the string with that number; nil where there is none.
func (t *stringTable) at(i int) []byte {
	if i < 0 || i >= len(t.starts) {
		return nil
	}
	b := t.blocks[t.starts[i]>>blockBits][t.starts[i]&(1<<blockBits-1):]
	n, size := binary.Uvarint(b)
	return b[size : size+int(n)]
}

func (t *stringTable) add(s []byte) error {
	need := len(s) + binary.MaxVarintLen32
	if need > 1<<blockBits || len(t.blocks) >= 1<<(32-blockBits)-1 {
		return doubt("a shared string of %d bytes", len(s))
	}
	if len(t.blocks) == 0 || len(t.blocks[len(t.blocks)-1])+need > 1<<blockBits {
		size := 1 << blockBits
		if len(t.blocks) == 0 {
			size = max(need, 16<<10) // most workbooks are small
		}
		t.blocks = append(t.blocks, make([]byte, 0, size))
	}
	last := len(t.blocks) - 1
	b := t.blocks[last]
	t.starts = append(t.starts, uint32(last<<blockBits|len(b)))
	b = binary.AppendUvarint(b, uint64(len(s)))
	t.blocks[last] = append(b, s...)
	return nil
}

// load reads the part once; a workbook without it has no shared strings.
func (t *stringTable) load(p *Package) error {
	if t.loaded {
		return t.err
	}
	t.loaded = true
	r, err := p.Open(t.part)
	if errors.Is(err, ErrNoPart) {
		return nil
	}
	if err != nil {
		t.err = err
		return err
	}
	defer r.Close()
	s := newScanner(r)
	root := true
	var text []byte
	for t.err == nil {
		if !root && t.fastItems(s) > 0 {
			continue
		}
		if !s.next() {
			break
		}
		if s.kind != tokStart {
			continue
		}
		if root {
			root = false
			if string(s.name) != "sst" {
				t.err = doubt("shared strings within %s", s.name)
			}
			if n, ok := attr(s.attrs, "uniqueCount"); ok {
				if n, ok := parseInt([]byte(n)); ok {
					t.starts = make([]uint32, 0, min(int64(n), p.Size(t.part)/8))
				}
			}
			continue
		}
		if string(s.name) != "si" || s.depth+btoi(s.empty) != 2 {
			t.err = doubt("<%s> among the shared strings", s.name)
			break
		}
		if text, t.err = s.item(text[:0]); t.err == nil {
			t.err = t.add(text)
		}
	}
	if t.err == nil {
		t.err = s.err
	}
	if t.err != nil {
		t.err = fmt.Errorf("%s: %w", t.part, t.err)
	}
	return t.err
}

// fastItems reads the strings at hand that have the shape of nine of ten,
// <si><t>…</t></si>, and returns how many these were.
func (t *stringTable) fastItems(s *scanner) (n int) {
	const open, end = "<si><t>", "</t></si>"
	for {
		w := s.buf[s.pos:s.end]
		if s.depth != 1 || len(w) < len(open) || string(w[:len(open)]) != open {
			return n
		}
		i := bytes.IndexByte(w[len(open):], '<')
		if i < 0 || len(w) < len(open)+i+len(end) || string(w[len(open)+i:len(open)+i+len(end)]) != end {
			return n
		}
		text := w[len(open) : len(open)+i]
		if bytes.IndexByte(text, '&') >= 0 || bytes.IndexByte(text, '\r') >= 0 || bytes.Contains(text, []byte("_x")) || t.add(text) != nil {
			return n // a closer look is needed
		}
		s.pos += len(open) + i + len(end)
		n++
	}
}

// item appends the text of the si or is element that was just started: its t,
// or the t of its runs; phonetic guides are left out.
func (s *scanner) item(to []byte) ([]byte, error) {
	if s.empty {
		return to, nil
	}
	texts, runs := 0, false
	depth := s.depth
	from := len(to)
	for s.next() {
		switch s.kind {
		case tokEnd:
			if s.depth < depth {
				return append(to[:from], unescape(to[from:])...), nil
			}
		case tokText, tokCDATA:
			if len(bytes.TrimSpace(s.raw)) > 0 && s.depth == depth {
				return to, doubt("text between the runs of a string")
			}
		case tokStart:
			var err error
			switch string(s.name) {
			case "t":
				if texts++; texts > 1 || runs {
					return to, doubt("a string of several texts")
				}
				to, err = s.characters(to)
			case "r":
				runs = true
				to, err = s.run(to)
			case "rPh", "phoneticPr":
				s.skip()
			default:
				err = doubt("<%s> within a string", s.name)
			}
			if err != nil {
				return to, err
			}
		}
	}
	return to, s.err
}

// run appends the text of a run with properties of its own.
func (s *scanner) run(to []byte) ([]byte, error) {
	if s.empty {
		return to, nil
	}
	texts := 0
	for depth := s.depth; s.next(); {
		switch s.kind {
		case tokEnd:
			if s.depth < depth {
				return to, nil
			}
		case tokStart:
			switch string(s.name) {
			case "t":
				if texts++; texts > 1 {
					return to, doubt("a run of several texts")
				}
				var err error
				if to, err = s.characters(to); err != nil {
					return to, err
				}
			case "rPr":
				s.skip()
			default:
				return to, doubt("<%s> within a run", s.name)
			}
		}
	}
	return to, s.err
}

// characters appends the text of the element that was just started, which has
// no elements in it.
func (s *scanner) characters(to []byte) ([]byte, error) {
	if s.empty {
		return to, nil
	}
	for s.next() {
		switch s.kind {
		case tokText:
			var ok bool
			if to, ok = appendText(to, s.raw); !ok {
				s.broken("an unknown entity")
				return to, s.err
			}
		case tokCDATA:
			to = appendLines(to, s.raw[9:len(s.raw)-3])
		case tokStart:
			return to, doubt("<%s> within a text", s.name)
		case tokEnd:
			return to, nil
		}
	}
	return to, s.err
}
