package disguise

// step is how one character of a word is written in the title.
type step struct {
	start, end int      // cells
	char       rune     // the character that is meant, 0: the cell's own, or any of its sound
	spelt      syllable // the syllable that letters spell
	how        Technique
	gap        Technique // what stands between the step before and this one
	doubled    int       // repeats of the step before that were skipped
}

// walk tries every place of the title as the start of a word.
func (s *search) walk() {
	for i := range s.cells {
		c := &s.cells[i]
		switch c.class {
		case han, picture:
			s.edges(nil, i, 0, 0)
		case letter:
			if i == 0 || !s.cells[i-1].alnum() {
				s.edges(nil, i, 0, 0)
			}
		}
		if c.wild() || c.class == picture || c.class == letter && s.alone(i) {
			s.steps[0] = step{start: i, end: i + 1, how: Mask}
			if c.class == letter {
				s.steps[0].how = PinyinMixed
			}
			s.tail(i + 1)
		}
	}
}

func (c *cell) alnum() bool { return c.class == letter || c.class == digit }

// alone reports whether the letter at cell i has no letter or digit beside it.
func (s *search) alone(i int) bool {
	return (i == 0 || !s.cells[i-1].alnum()) && (i+1 == len(s.cells) || !s.cells[i+1].alnum())
}

// tail walks the words whose first character the step before cell i hides.
func (s *search) tail(i int) {
	if i >= len(s.cells) || s.cells[i].class != han {
		return
	}
	s.steps[1] = step{}
	if to := s.tails.from(s.sounds.class(s.cells[i].r)); to != 0 {
		s.steps[1] = step{start: i, end: i + 1}
		s.descend(&s.tails, to, 2)
	}
}

// descend goes on from a node that depth steps led to.
func (s *search) descend(t *tree, at int32, depth int) {
	n := &t.nodes[at]
	for _, id := range n.words {
		s.accept(&s.words[id], depth)
	}
	if depth == maxLength || len(n.kids) == 0 {
		return
	}
	last := s.steps[depth-1].end
	if last < len(s.cells) {
		s.next(t, n, last, depth, 0, 0)
	}
	// the same character again
	j, doubled := last, 0
	for j < len(s.cells) && s.cells[j].class == han && s.cells[j].r == s.cells[last-1].r {
		j, doubled = j+1, doubled+1
	}
	if doubled > 0 && j < len(s.cells) {
		s.next(t, n, j, depth, 0, doubled)
	} else if doubled > 0 {
		j = last
	}
	// pushed apart
	var gap Technique
	for j = last; j < len(s.cells) && s.cells[j].gap() && j-last < 3; j++ {
		switch s.cells[j].class {
		case space:
			gap |= Space
		case picture:
			gap |= Emoji
		default:
			gap |= Symbol
		}
	}
	if gap != 0 && j < len(s.cells) && !s.cells[j].gap() {
		s.next(t, n, j, depth, gap, 0)
	}
}

// next tries the ways in which cell i may write one more character of the words
// below n.
func (s *search) next(t *tree, n *node, i, depth int, gap Technique, doubled int) {
	w := way{t: t, n: n, depth: depth, gap: gap, doubled: doubled}
	c := &s.cells[i]
	switch c.class {
	case han:
		s.hanEdges(&w, i)
		if c.wild() && gap == 0 {
			s.maskEdges(&w, i, Mask)
		}
	case letter:
		s.letterEdges(&w, i)
	case digit:
		if c.r == '0' {
			s.letterEdges(&w, i)
		}
	case picture:
		s.pictureEdges(&w, i)
		s.maskEdges(&w, i, Emoji)
	case mark:
		if c.wild() && gap == 0 {
			s.maskEdges(&w, i, Mask)
		}
	}
}

// edges tries the ways in which cell i may write the first character of a word.
func (s *search) edges(_ *node, i int, gap Technique, doubled int) {
	w := way{t: &s.whole}
	switch s.cells[i].class {
	case han:
		s.hanEdges(&w, i)
	case letter:
		s.letterEdges(&w, i)
	case picture:
		s.pictureEdges(&w, i)
	}
}

// way is a place in the tree that the walk goes on from.
type way struct {
	t       *tree
	n       *node // nil at the root
	depth   int
	gap     Technique
	doubled int
}

func (w *way) child(sound uint16) int32 {
	if sound == 0 {
		return 0
	}
	if w.n == nil {
		return w.t.from(sound)
	}
	return w.n.child(sound)
}

// take records a step and goes on below it.
func (s *search) take(w *way, to int32, x step) {
	x.gap, x.doubled = w.gap, w.doubled
	s.steps[w.depth] = x
	s.descend(w.t, to, w.depth+1)
}

// hanEdges reads a Chinese character: as itself or one of its sound, as one it
// looks like, as the first part of one.
func (s *search) hanEdges(w *way, i int) {
	r := s.cells[i].r
	if to := w.child(s.sounds.class(r)); to != 0 {
		s.take(w, to, step{start: i, end: i + 1})
	}
	if x, ok := s.sounds.also[r]; ok {
		if to := w.child(s.sounds.sound[x]); to != 0 {
			s.take(w, to, step{start: i, end: i + 1})
		}
	}
	for _, l := range s.tables.Lookalikes[r] {
		if to := w.child(s.sounds.class(l)); to != 0 {
			s.take(w, to, step{start: i, end: i + 1, char: l, how: Lookalike})
		}
	}
	if len(s.parts[r]) > 0 {
		s.split(i, func(char rune, end int) {
			if to := w.child(s.sounds.class(char)); to != 0 {
				s.take(w, to, step{start: i, end: end, char: char, how: Split})
			}
		})
	}
}

// letterEdges reads letters as a syllable, or one letter as the first of one.
// A nought stands for an o.
func (s *search) letterEdges(w *way, i int) {
	if i > 0 && s.cells[i-1].alnum() && (w.depth == 0 || s.steps[w.depth-1].end != i || s.steps[w.depth-1].how&(PinyinFull|PinyinMixed) == 0) {
		return
	}
	k := uint32(0)
	for n := 1; n <= 6 && i+n <= len(s.cells); n++ {
		c := &s.cells[i+n-1]
		r := c.r
		if c.class == digit && r == '0' {
			r = 'o'
		} else if c.class != letter {
			break
		}
		k = k<<5 | uint32(r-'a'+1)
		if n == 1 && w.n != nil {
			s.initialEdges(w, i, byte(r))
		}
		if id := s.sounds.letters[k]; id != 0 {
			if to := w.child(s.sounds.sound[id]); to != 0 {
				s.take(w, to, step{start: i, end: i + n, spelt: id, how: PinyinFull})
			}
		}
	}
}

// initialEdges reads a letter as the first of a syllable, or x as a mask.
func (s *search) initialEdges(w *way, i int, r byte) {
	if r == 'n' {
		r = 'l'
	}
	mask := r == 'x' && s.alone(i)
	for _, k := range w.n.kids {
		if int(k.sound) < len(s.sounds.initial) && (s.sounds.initial[k.sound] == r || mask) {
			s.take(w, k.to, step{start: i, end: i + 1, how: PinyinMixed})
		}
	}
}

// pictureEdges reads a picture as a character of what it shows.
func (s *search) pictureEdges(w *way, i int) {
	for _, reading := range s.tables.Emoji[s.cells[i].r] {
		r, one := single(reading)
		if !one {
			continue
		}
		if to := w.child(s.sounds.class(r)); to != 0 {
			s.take(w, to, step{start: i, end: i + 1, char: r, how: Emoji})
		}
	}
}

// maskEdges reads a cell as hiding any character.
func (s *search) maskEdges(w *way, i int, how Technique) {
	if w.n == nil {
		return
	}
	for _, k := range w.n.kids {
		s.take(w, k.to, step{start: i, end: i + 1, how: how | Mask})
	}
}

// single returns the only character of a text, and whether there is only one.
func single(text string) (r rune, one bool) {
	for i, x := range text {
		if i > 0 {
			return 0, false
		}
		r = x
	}
	return r, r != 0
}
