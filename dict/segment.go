package dict

import (
	"sync"
	"unicode"
)

// Segment calls cut for each word of a stretch of a folded title, from left to
// right, with its range in runes. The words cover the stretch without a gap.
// The stretch is cut exactly as gse.Segment cuts it, loaded with the words and
// frequencies of Words. No memory is taken once it has run.
func (l *Lexicon) Segment(stretch []rune, cut func(start, end int, w Word)) {
	if len(stretch) <= onStack {
		var steps [onStack + 1]step
		l.segment(stretch, steps[:len(stretch)+1], cut)
		return
	}
	pooled := longRoutes.Get().(*[]step)
	if len(*pooled) <= len(stretch) {
		*pooled = make([]step, 2*len(stretch))
	}
	steps := (*pooled)[:len(stretch)+1]
	clear(steps)
	l.segment(stretch, steps, cut)
	longRoutes.Put(pooled)
}

// onStack is the length in runes up to which a route is kept on the stack.
const onStack = 96

var longRoutes = sync.Pool{New: func() any { return new([]step) }}

// step is one place of a stretch, before a rune or at the end.
type step struct {
	distance float32 // of the shortest way here; 0 means that none is known, as in gse
	link     int32   // the place that the way comes from; later the one that it goes to
	code     uint32  // of the rune behind the place, and inside
	word     uint32  // that ends here on the way, as in Word
}

// inside marks a place within an element. Elements are what gse's words are
// made of: a run of letters and digits of up to two bytes, or any other rune.
const inside = 1 << 31

// reach notes a way to s from the place from, where it is the first or the
// shortest.
func (s *step) reach(distance float32, from int, word uint32) {
	if s.distance == 0 || s.distance > distance {
		s.distance, s.link, s.word = distance, int32(from), word
	}
}

// segment expects a cleared step for each rune and one more.
func (l *Lexicon) segment(stretch []rune, steps []step, cut func(start, end int, w Word)) {
	l.encode(stretch, steps)
	l.route(stretch, steps)
	next := int32(0)
	for at := int32(len(stretch)); at > 0; {
		from := steps[at].link
		steps[at].link = next
		at, next = from, at
	}
	for start := 0; start < len(stretch); {
		end := int(next)
		cut(start, end, Word{l, steps[end].word})
		start, next = end, steps[end].link
	}
}

// encode looks the runes up once: the walks from each place share them.
func (l *Lexicon) encode(stretch []rune, steps []step) {
	run := false
	for i, r := range stretch {
		code := l.image.codes.at(lower(r))
		if !narrow(r) {
			run = false
		} else if run {
			code |= inside
		} else {
			run = true
		}
		steps[i].code = code
	}
}

// narrow reports whether gse keeps r together with its like.
func narrow(r rune) bool { return r < 0x800 && narrowLetter(r) }

func narrowLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// lower is all that gse does about case.
func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

// unknownDistance is what gse takes for an element that is no word.
const unknownDistance = 32

// route finds the shortest way to each place. The arithmetic is gse's, in the
// order of gse: words that begin at one place end at different ones, so those of
// the image and of the shop may follow one another.
func (l *Lexicon) route(stretch []rune, steps []step) {
	im := l.image
	for start, end := 0, 0; start < len(stretch); start = end {
		for end = start + 1; steps[end].code&inside != 0; {
			end++
		}
		before := steps[start].distance
		whole := false // the element at start is a word
		at, n := uint32(0), im.nodes[0]
		for i := start; i < len(stretch); i++ {
			if at, n = im.child(n, steps[i].code&^inside); at == 0 {
				break
			}
			value := n.value()
			if value == 0 || steps[i+1].code&inside != 0 || l.hidden != nil && l.hidden[at] {
				continue
			}
			if number := im.number(value); im.cuts(number) {
				steps[i+1].reach(before+(l.weight-im.weights[number]), start, value)
				whole = whole || i+1 == end
			}
		}
		if l.added != nil && l.routeOwn(stretch, steps, start, end) {
			whole = true
		}
		if !whole {
			steps[end].reach(before+unknownDistance, start, 0)
		}
	}
}

// routeOwn notes the ways from start over the shop's own words, and reports
// whether one of them ends at end.
func (l *Lexicon) routeOwn(stretch []rune, steps []step, start, end int) (whole bool) {
	t := l.added
	for i := start; i < len(stretch); i++ {
		if t = t.next[lower(stretch[i])]; t == nil {
			break
		}
		if t.own != nil && t.own.frequency > 0 && steps[i+1].code&inside == 0 {
			steps[i+1].reach(steps[start].distance+(l.weight-t.own.weight), start, ownWords|t.own.number)
			whole = whole || i+1 == end
		}
	}
	return whole
}
