package disguise

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
)

// apartRun judges a name whose letters marks or spaces push apart, beginning
// with runs[i]: L.V, C A R T I E R, L*ouis Vuitton.
func (s *search) apartRun(runs []run, i int) {
	name := runs[i].text
	odd, short := false, len(name) <= 2
	for j := i + 1; j < len(runs) && j-i < 14; j++ {
		a, b := &runs[j-1], &runs[j]
		if b.start-a.end > 2 || b.letters < len(b.text) || a.letters < len(a.text) {
			return
		}
		for k := a.end; k < b.start; k++ {
			if !s.cells[k].gap() {
				return
			}
			odd = odd || s.cells[k].class == picture || strings.ContainsRune("*@/|_~+=^#$%!?:;。、＊丨", s.cells[k].r)
		}
		if b.start == a.end {
			return
		}
		name += b.text
		short = short || len(b.text) <= 2
		if len(name) > s.latin.longest {
			return
		}
		w := s.latin.byName[name]
		if w == nil || !odd && !short || s.honestSpelling(runs[i].start, b.end) {
			continue
		}
		// what goes on behind it makes another word of it
		if j+1 < len(runs) && runs[j+1].start == b.end+1 && s.cells[b.end].r == s.cells[a.end].r && len(runs[j+1].text) <= 2 && len(b.text) <= 2 {
			continue
		}
		if b.end < len(s.cells) && (s.cells[b.end].r == '&' || s.cells[b.end].r == '\'') {
			continue
		}
		if len(name) < 4 && !s.latinFits(name) || w.Kind != dict.SecretBrand {
			continue
		}
		how := Symbol
		switch c := s.cells[a.end].class; {
		case c == space && !odd:
			how = Space
		case c == picture:
			how = Emoji
		}
		s.addLatin(runs[i].start, b.end, name, how, 0.9)
		return
	}
}

// honestSpelling reports whether the cells stand as a name is openly written:
// dr.martens, h&m, new balance.
func (s *search) honestSpelling(first, last int) bool {
	var b strings.Builder
	for _, c := range s.cells[first:last] {
		r := c.r
		if r == '’' || r == '‘' {
			r = '\''
		}
		b.WriteRune(r)
	}
	spelt := b.String()
	sp := span(s.cells, first, last)
	for i := range s.p.Terms {
		if t := &s.p.Terms[i]; t.Known && !t.Has("nickname") && t.Contains(sp) {
			return true // a.o.
		}
	}
	return s.latin.spelling[spelt] || s.latin.spelling[spaced.Replace(spelt)] || s.latin.spelling[dotted.Replace(spelt)]
}

// Exports put commas for spaces, and people spaces for hyphens.
var (
	spaced = strings.NewReplacer("-", " ", ",", " ", "'", "")
	dotted = strings.NewReplacer(". ", ".", ",", ".")
)

// maskedRun judges a name some of whose letters a star hides, beginning with
// runs[i]: nik*, d*or.
func (s *search) maskedRun(runs []run, i int) {
	first := &runs[i]
	if first.letters < len(first.text) || first.start > 0 && s.cells[first.start-1].r == '*' {
		return
	}
	pattern := first.text
	letters, end := len(first.text), first.end
	for end < len(s.cells) && s.star(end) {
		pattern += "*"
		end++
		if i+1 < len(runs) && runs[i+1].start == end {
			i++
			if runs[i].letters < len(runs[i].text) {
				return
			}
			pattern += runs[i].text
			letters += len(runs[i].text)
			end = runs[i].end
		}
	}
	if end == first.end || letters < 3 || s.latin.open(bare(pattern)) {
		return
	}
	if end < len(s.cells) && s.cells[end].class == digit {
		return
	}
	for _, name := range s.latin.beginning(first.text[0]) {
		if len(name) >= 4 && covers(pattern, name) && s.latinFits(name) {
			s.addLatin(first.start, end, name, Mask, 0.88)
			return
		}
	}
}

func (s *search) star(i int) bool {
	r := s.cells[i].r
	return r == '*' || r == '＊' || r == '#' || r == '×' || r == '○' || r == '●'
}

// covers reports whether the pattern may hide the name: each star one letter,
// the last one up to two.
func covers(pattern, name string) bool {
	fits := func(p string) bool {
		if len(p) != len(name) {
			return false
		}
		for i := range len(p) {
			if p[i] != '*' && p[i] != name[i] {
				return false
			}
		}
		return true
	}
	return fits(pattern) || fits(pattern+"*") && strings.HasSuffix(pattern, "*")
}

// variants finds misspelt forms of a name that stands openly in the title too:
// vivix beside vivo.
func (s *search) variants(runs []run) {
	if len(runs) > 60 {
		return // no title; the search below is quadratic
	}
	for i := range runs {
		name := runs[i].text
		w := s.latin.byName[name]
		if w == nil || len(name) < 4 || w.Kind != dict.SecretBrand {
			continue
		}
		for j := range runs {
			r := &runs[j]
			if r.letters < len(r.text) || len(r.text) < len(name) || len(r.text) > len(name)+1 || s.latin.open(r.text) || r.text[0] != name[0] ||
				s.tables.Honest[r.text] || s.known(r.text) || distance(r.text, name) > 2 || strings.HasPrefix(r.text, name) {
				continue
			}
			s.addLatin(r.start, r.end, name, Misspelt, 0.7)
		}
	}
}

// distance returns the number of letters to change, add or drop.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			last, row[j] = row[j], min(row[j]+1, row[j-1]+1, last+cost)
		}
	}
	return row[len(b)]
}
