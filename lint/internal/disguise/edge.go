package disguise

// way is a place in the tree that the walk goes on from.
type way struct {
	t       *tree
	at      int32 // node; 0 the root
	depth   int
	gap     Technique
	doubled int
}

func (w *way) child(sound uint16) int32 {
	if sound == 0 {
		return 0
	}
	if w.at == 0 {
		return w.t.from(sound)
	}
	return w.t.child(w.at, sound)
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
		if n == 1 && w.at != 0 {
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
	if s.guesses(w.depth) > 2 {
		return
	}
	if r == 'n' {
		r = 'l'
	}
	mask := r == 'x' && s.alone(i)
	for k := w.t.nodes[w.at].first; k != 0; k = w.t.nodes[k].next {
		if mask || s.sounds.initial[w.t.nodes[k].sound] == r {
			s.take(w, k, step{start: i, end: i + 1, how: PinyinMixed})
		}
	}
}

// guesses returns the number of masks and initials among the first depth steps.
// Without a limit on them a row of stars would stand for every word.
func (s *search) guesses(depth int) int {
	n := 0
	for k := range depth {
		if s.steps[k].how.has(Mask | PinyinMixed) {
			n++
		}
	}
	return n
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
	if w.at == 0 || s.guesses(w.depth) > 0 {
		return // what two masks hide is anybody's guess
	}
	for k := w.t.nodes[w.at].first; k != 0; k = w.t.nodes[k].next {
		s.take(w, k, step{start: i, end: i + 1, how: how | Mask})
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
