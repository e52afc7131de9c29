package disguise

import "github.com/titlelint/titlelint/dict"

// weight spreads a character over 64 bits, so that the sum over a word tells
// its characters whatever their order.
func weight(r rune) uint64 {
	x := uint64(r) * 0x9e3779b97f4a7c15
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	return x ^ x>>32
}

// plantBags indexes the brands and the short sensitive words by their
// characters.
func (f *Finder) plantBags() {
	f.bags = make(map[uint64][]int32, len(f.words))
	for id := range f.words {
		w := &f.words[id]
		if w.Kind == dict.SecretGoods || w.Kind == dict.SecretBrand && !w.Ridden && len(w.runes) < 3 || len(w.runes) > 5 {
			continue
		}
		sum := uint64(0)
		for _, r := range w.runes {
			sum += weight(r)
		}
		f.bags[sum] = append(f.bags[sum], int32(id))
	}
}

// shuffled finds words whose characters stand in another order.
func (s *search) shuffled() {
	for i := range s.cells {
		sum, n := uint64(0), 0
		for j := i; j < len(s.cells) && n < 5; j++ {
			c := &s.cells[j]
			if c.class != han || !s.vital.has(c.r) {
				break
			}
			sum += weight(c.r)
			n++
			if n < 2 {
				continue
			}
			for _, id := range s.bags[sum] {
				s.judgeShuffle(&s.words[id], i, j+1)
			}
		}
	}
}

func (s *search) judgeShuffle(w *word, first, last int) {
	if len(w.runes) != last-first || s.own(w.Protected) {
		return
	}
	same := true
	for k, r := range w.runes {
		same = same && s.cells[first+k].r == r
	}
	plain := s.plain(first, last)
	if same || s.byName[plain] != 0 || s.standsOpenly(w.Word) {
		return
	}
	near := s.fits(w, first, last)
	if s.turned(w, first) {
		return
	}
	confidence := 0.85
	switch n := len(w.runes); {
	case s.ordinary(w, first, last, strict):
		return
	case n == 2 && (!near || !s.flanked(w, first, last) || w.Kind == dict.SecretBrand && !w.Ridden || w.Kind == dict.SecretClaim && !s.strong(w)):
		return
	case n == 2:
		confidence = 0.7
	case n == 3 && !near && (!w.Ridden || w.Kind != dict.SecretBrand):
		return
	}
	s.add(first, last, w.Word, w.Kind, Shuffle, confidence)
}

// turned reports whether the cells are the halves of the word in the other
// order, and words by themselves: 正品专柜.
func (s *search) turned(w *word, first int) bool {
	n := len(w.runes)
	for k := 1; k < n; k++ {
		match := true
		for i := range n {
			match = match && s.cells[first+i].r == w.runes[(i+k)%n]
		}
		if match && n > 2 {
			a, b := string(w.runes[k:]), string(w.runes[:k])
			return s.ordinaryWord(a) && len(w.runes[k:]) > 1 || s.ordinaryWord(b) && k > 1
		}
	}
	return false
}

func (s *search) ordinaryWord(word string) bool {
	return s.known(word) || s.lexicon.General(word) > 0
}

// strong reports whether a claim of two characters means nothing else when it
// is turned round: 肥减 does not, 湿除 might end a phrase.
func (s *search) strong(w *word) bool {
	switch w.Word {
	case "减肥", "美白", "治疗", "壮阳", "丰胸", "瘦身", "祛斑", "祛痘", "淡斑", "减脂", "燃脂", "消炎", "顶级", "极品", "第一", "最佳", "唯一", "国家级":
		return true
	}
	return false
}
