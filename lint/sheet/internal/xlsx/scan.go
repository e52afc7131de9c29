package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// tokenKind says what a token is.
type tokenKind uint8

const (
	tokStart tokenKind = iota + 1 // <a …> or <a …/>
	tokEnd                        // </a>
	tokText                       // between tags
	tokCDATA                      // <![CDATA[…]]>
	tokOther                      // comment, processing instruction
)

// scanner cuts XML into tokens. The raw bytes of all tokens, one after the
// other, are the input. Tags must nest; more is not checked.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool
	err      error

	kind  tokenKind
	raw   []byte // the whole token; valid until the next one
	name  []byte // of a tag, without its prefix
	qname []byte // with it
	attrs []byte // of a start tag, unparsed
	empty bool   // the start tag closes itself; no end tag follows
	depth int    // open elements, that of a start tag included unless empty

	open  []byte // names of the open elements
	begin []int  // where each starts in open
	seen  bool   // the root was closed
}

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, 128<<10)} }

// fill reads more behind the window from pos on. It reports false at the end.
func (s *scanner) fill() bool {
	if s.eof || s.err != nil {
		return false
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			s.err = ErrTooLarge
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for range 100 {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		if err == io.EOF {
			s.eof = true
			return n > 0
		}
		if err != nil {
			s.err = err
			return false
		}
		if n > 0 {
			return true
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// until returns the length of the window up to and with the first mark at or
// after from, or -1 where there is none.
func (s *scanner) until(mark string, from int) int {
	for {
		if w := s.buf[s.pos:s.end]; len(w) >= from {
			if i := bytes.Index(w[from:], []byte(mark)); i >= 0 {
				return from + i + len(mark)
			}
			from = max(from, len(w)-len(mark)+1)
		}
		if !s.fill() {
			return -1
		}
	}
}

// next moves to the next token. It reports false at the end and at an error.
func (s *scanner) next() bool {
	if s.err != nil || s.pos == s.end && !s.fill() {
		return s.finish()
	}
	if s.buf[s.pos] != '<' {
		return s.text()
	}
	for s.end-s.pos < 2 {
		if !s.fill() {
			return s.broken("a tag breaks off")
		}
	}
	switch s.buf[s.pos+1] {
	case '/':
		return s.endTag()
	case '?':
		return s.take(tokOther, s.until("?>", 2))
	case '!':
		return s.declaration()
	}
	return s.startTag()
}

func (s *scanner) take(kind tokenKind, n int) bool {
	if n < 0 {
		return s.broken("it breaks off")
	}
	s.kind, s.raw = kind, s.buf[s.pos:s.pos+n]
	s.pos += n
	return true
}

func (s *scanner) text() bool {
	i := bytes.IndexByte(s.buf[s.pos:s.end], '<')
	for from := s.end - s.pos; i < 0; {
		if !s.fill() {
			if s.err != nil {
				return false
			}
			i = s.end - s.pos
			break
		}
		if i = bytes.IndexByte(s.buf[s.pos+from:s.end], '<'); i >= 0 {
			i += from
		}
		from = s.end - s.pos
	}
	s.take(tokText, i)
	if s.depth == 0 && len(bytes.Trim(s.raw, " \t\r\n\x00\xEF\xBB\xBF")) > 0 {
		return s.broken("text outside of the root element")
	}
	return true
}

func (s *scanner) declaration() bool {
	for s.end-s.pos < 9 && s.fill() {
	}
	w := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(w, []byte("<!--")):
		return s.take(tokOther, s.until("-->", 4))
	case bytes.HasPrefix(w, []byte("<![CDATA[")):
		return s.take(tokCDATA, s.until("]]>", 9)) && (s.depth > 0 || s.broken("text outside of the root element"))
	}
	// A DOCTYPE may define entities that expand without end.
	s.err = doubt("a document type")
	return false
}

func (s *scanner) startTag() bool {
	n, quote := 1, byte(0)
	for {
		w := s.buf[s.pos:s.end]
		for ; n < len(w); n++ {
			c := w[n]
			if quote != 0 {
				if c == quote {
					quote = 0
				}
				continue
			}
			if c == '>' {
				n++
				return s.started(n)
			}
			if c == '"' || c == '\'' {
				quote = c
			} else if c == '<' {
				return s.broken("a tag within a tag")
			}
		}
		if !s.fill() {
			return s.broken("a tag breaks off")
		}
	}
}

func (s *scanner) started(n int) bool {
	s.take(tokStart, n)
	in := s.raw[1 : n-1]
	if s.empty = len(in) > 0 && in[len(in)-1] == '/'; s.empty {
		in = in[:len(in)-1]
	}
	i := 0
	for i < len(in) && !isSpace(in[i]) {
		i++
	}
	s.qname, s.attrs = in[:i], in[i:]
	s.name = local(s.qname)
	if len(s.name) == 0 {
		return s.broken("a tag without a name")
	}
	if s.depth == 0 && s.seen {
		return s.broken("a second root element")
	}
	s.seen = true
	if s.empty {
		return true
	}
	if s.depth++; s.depth > maxDepth {
		s.err = ErrTooLarge
		return false
	}
	s.begin = append(s.begin, len(s.open))
	s.open = append(s.open, s.qname...)
	return true
}

func (s *scanner) endTag() bool {
	if !s.take(tokEnd, s.until(">", 2)) {
		return false
	}
	s.qname = bytes.TrimRight(s.raw[2:len(s.raw)-1], " \t\r\n")
	s.name = local(s.qname)
	if s.depth == 0 || string(s.open[s.begin[s.depth-1]:]) != string(s.qname) {
		return s.broken("a closing tag without its opening one")
	}
	s.depth--
	s.open = s.open[:s.begin[s.depth]]
	s.begin = s.begin[:s.depth]
	return true
}

// finish makes sure that the end is one.
func (s *scanner) finish() bool {
	switch {
	case s.err != nil:
	case s.depth > 0, !s.seen:
		s.err = io.ErrUnexpectedEOF
	}
	return false
}

var errMalformed = errors.New("malformed XML")

func (s *scanner) broken(how string) bool {
	if s.err == nil {
		s.err = fmt.Errorf("%w: %s", errMalformed, how)
	}
	return false
}

// skip moves to the end tag of the element that was just started.
func (s *scanner) skip() bool {
	if s.empty {
		return true
	}
	for depth := s.depth; s.next(); {
		if s.kind == tokEnd && s.depth < depth {
			return true
		}
	}
	return false
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// local returns a name without its prefix.
func local(name []byte) []byte { return name[bytes.LastIndexByte(name, ':')+1:] }

// nextAttr splits the first attribute off b. ok is false at the end of b and
// where b is no list of attributes.
func nextAttr(b []byte) (name, value, rest []byte, ok bool) {
	i := 0
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	start := i
	for i < len(b) && b[i] != '=' && !isSpace(b[i]) {
		i++
	}
	name = b[start:i]
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	if len(name) == 0 || i == len(b) || b[i] != '=' {
		return nil, nil, nil, false
	}
	i++
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	if i == len(b) || b[i] != '"' && b[i] != '\'' {
		return nil, nil, nil, false
	}
	j := bytes.IndexByte(b[i+1:], b[i])
	if j < 0 {
		return nil, nil, nil, false
	}
	return name, b[i+1 : i+1+j], b[i+2+j:], true
}

// rawAttr returns the value of the attribute with that name as it stands.
func rawAttr(attrs []byte, want string) ([]byte, bool) {
	for {
		name, value, rest, ok := nextAttr(attrs)
		if !ok {
			return nil, false
		}
		if string(name) == want {
			return value, true
		}
		attrs = rest
	}
}

// attr returns the decoded value of the attribute with that name, prefix and all.
func attr(attrs []byte, want string) (string, bool) {
	value, ok := rawAttr(attrs, want)
	if !ok {
		return "", false
	}
	text, ok := appendText(nil, value)
	return string(text), ok
}
