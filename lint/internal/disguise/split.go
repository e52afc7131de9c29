package disguise

// parts is a way to write a character as its parts.
type parts struct {
	char   rune
	pieces []rune
}

// spelled are the parts that people also write as the character they come
// from: 亻 as 人.
var spelled = map[rune]rune{'亻': '人', '讠': '言', '钅': '金', '饣': '食', '扌': '手', '犭': '犬', '忄': '心', '礻': '示', '氵': '水', '艹': '草'}

// plantParts indexes the ways to split the characters of protected words.
func (f *Finder) plantParts() {
	f.parts = make(map[rune][]parts, 256)
	for char, ways := range f.tables.Parts {
		if !f.vital.has(char) {
			continue
		}
		for _, way := range ways {
			pieces := []rune(way)
			f.parts[pieces[0]] = append(f.parts[pieces[0]], parts{char, pieces})
			if full, ok := spelled[pieces[0]]; ok {
				other := append([]rune{full}, pieces[1:]...)
				f.parts[full] = append(f.parts[full], parts{char, other})
			}
		}
	}
}

// split calls found for each character of a protected word whose parts stand
// at cell i, with the cell behind them.
func (s *search) split(i int, found func(char rune, end int)) {
	for _, p := range s.parts[s.cells[i].r] {
		end := i + len(p.pieces)
		if end > len(s.cells) {
			continue
		}
		match := true
		for k := 1; k < len(p.pieces) && match; k++ {
			match = s.cells[i+k].r == p.pieces[k]
		}
		if match {
			found(p.char, end)
		}
	}
}
