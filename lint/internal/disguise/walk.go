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
			s.edges(i)
		case letter:
			if i == 0 || !s.cells[i-1].alnum() {
				s.edges(i)
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
	alike := s.wholes
	if t == &s.tails {
		alike = s.tailed
	}
	for id := t.nodes[at].word; id != 0; id = alike[id-1] {
		s.accept(&s.words[id-1], depth)
	}
	if depth == maxLength || t.nodes[at].first == 0 {
		return
	}
	last := s.steps[depth-1].end
	if last < len(s.cells) {
		s.next(t, at, last, depth, 0, 0)
	}
	// the same character again
	j, doubled := last, 0
	for j < len(s.cells) && doubled < 6 && s.cells[j].class == han && s.cells[j].r == s.cells[last-1].r {
		j, doubled = j+1, doubled+1
	}
	if doubled > 0 && j < len(s.cells) {
		s.next(t, at, j, depth, 0, doubled)
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
		s.next(t, at, j, depth, gap, 0)
	}
}

// next tries the ways in which cell i may write one more character of the words
// below the node.
func (s *search) next(t *tree, at int32, i, depth int, gap Technique, doubled int) {
	w := way{t: t, at: at, depth: depth, gap: gap, doubled: doubled}
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
func (s *search) edges(i int) {
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
