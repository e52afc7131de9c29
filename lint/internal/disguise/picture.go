package disguise

import "github.com/titlelint/titlelint/dict"

// pictures finds pictures that stand for a whole protected word: 🍎15pro.
func (s *search) pictures() {
	for i := range s.cells {
		if s.cells[i].class != picture {
			continue
		}
		for _, reading := range s.tables.Emoji[s.cells[i].r] {
			if id, ok := s.byName[reading]; ok {
				s.judgePicture(&s.words[id], i)
			}
		}
	}
}

func (s *search) judgePicture(w *word, i int) {
	if w.Kind != dict.SecretBanned && !w.Ridden || s.own(w.Protected) || s.standsOpenly(w.Word) || !s.in(w.Sectors) || s.inSector("food") {
		return
	}
	s.add(i, i+1, w.Word, w.Kind, Emoji, 0.8)
}
