package lint

import (
	"slices"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// dropRepeats drops what another piece says already: the same word, a shorter
// form of it, or another word for it.
func (w *rewrite) dropRepeats() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.core || w.goods.accessory && c.kind == dict.Model || c.kind == dict.Brand && w.opens(i) && c.entry != nil || w.goods.set && (c.kind == dict.Spec || c.kind == dict.Category) {
			continue
		}
		for j := range w.pieces {
			o := &w.pieces[j]
			if i == j || o.dropped {
				continue
			}
			if c.residual && !o.residual && (o.core || o.kind == c.kind) && strings.ContainsAny(o.folded, c.folded) {
				w.drop(i, "WX301")
				break
			}
			if w.says(o, c) && (i > j && !w.leads(i) || w.leads(j) || !w.says(c, o)) && !(w.leads(i) && !o.core && !w.leads(j)) {
				w.drop(i, w.stacked(c.Span))
				break
			}
		}
	}
	w.dropAudiences()
}

// dropSingles drops single characters that the word beside them left behind,
// and years.
func (w *rewrite) dropSingles() {
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.core {
			continue
		}
		switch c.kind {
		case dict.Colour:
			if c.len() == 1 && (w.fastened(i-1, i) || w.fastened(i, i+1)) && !(i > 1 && w.between(i-2, i) == "+") {
				w.drop(i, "")
			}
		case dict.Form, dict.Scene, dict.Use, dict.Style, dict.Season, dict.Material, dict.Function, dict.Place, dict.Other, dict.Origin, dict.Flavour:
			cut := i > 0 && w.fastened(i-1, i) && w.pieces[i-1].dropped && !w.pieces[i-1].known && w.pieces[i-1].kind != dict.Mark
			if c.len() == 1 && (cut || !w.leads(i)) && !ascii(c.text) && !(c.kind == dict.Other && w.fastened(i-1, i) && w.kept(i-1)) && !w.seasonRun(i) {
				w.drop(i, "")
			}
		case dict.Model, dict.Spec:
			if year := strings.TrimSuffix(c.folded, "年"); len(year) == 4 && bareDigits(year) && year >= "2010" && year <= "2030" {
				w.drop(i, "WX203")
			}
		}
	}
}

// seasonRun reports whether i is a season beside another one: 春 夏.
func (w *rewrite) seasonRun(i int) bool { return w.pieces[i].kind == dict.Season }

// says reports whether piece o says all that c says.
func (w *rewrite) says(o, c *piece) bool {
	if o.core {
		return c.role == text.NoRole && strings.Contains(o.folded, c.folded) && c.len() >= 2 || c.folded == o.folded
	}
	switch c.kind {
	case dict.Series:
		return c.folded == o.folded
	case dict.Spec, dict.Model:
		return squeezed(o.folded) == squeezed(c.folded) || (c.kind == dict.Model || bareDigits(c.text)) && o.kind != dict.Spec && c.len() >= 2 && holdsName(o.folded, c.folded)
	case dict.Brand:
		if o.kind == dict.Brand && c.canonical == o.canonical && c.entry != nil && ascii(c.folded) == ascii(o.folded) {
			return true
		}
		return squeezed(o.folded) == squeezed(c.folded) || o.kind == dict.Brand && holdsName(o.folded, c.folded)
	}
	if c.canonical == o.canonical && c.kind == o.kind {
		return true
	}
	if c.len() < 2 {
		return strings.Contains(o.folded, c.folded) && o.kind == c.kind
	}
	return strings.Contains(o.folded, c.folded)
}

// holdsName reports whether a name of a model or a brand holds another one and
// goes on with another word: iphone x in 苹果iphone x, not in iphone xr.
func holdsName(name, part string) bool {
	a, b := squeezed(name), squeezed(part)
	i := strings.Index(a, b)
	if i < 0 {
		return false
	}
	rest := a[i+len(b):]
	return rest == "" || !(rest[0] < 0x80 && rest[0] != '/')
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return r
	}, s)
}

// stacked returns WX301 where its finding marks the stretch, else "".
func (w *rewrite) stacked(s text.Span) string {
	for _, f := range w.restored.Findings {
		if f.Rule == "WX301" && slices.ContainsFunc(f.Spans, func(q Quote) bool { return q.Overlaps(s) }) {
			return "WX301"
		}
	}
	return ""
}

// dropAudiences leaves one word for each group of people: 男女 says what 男士
// and 女款 say.
func (w *rewrite) dropAudiences() {
	best := map[string]int{}
	both := -1
	children := 0
	for i := range w.pieces {
		c := &w.pieces[i]
		if c.dropped || c.kind != dict.Audience {
			continue
		}
		if strings.ContainsAny(c.folded, "童孩婴幼宝") {
			if children++; children > 1 && !w.leads(i) {
				w.drop(i, "WX301")
			}
			continue
		}
		base := strings.TrimRight(c.folded, "款士式生性用人孩")
		if base == "男女" || base == "情侣" {
			if both >= 0 {
				w.drop(i, w.stacked(c.Span))
				continue
			}
			both = i
		}
		if base != "男" && base != "女" {
			continue
		}
		if _, ok := best[base]; ok {
			w.drop(i, w.stacked(c.Span))
			continue
		}
		best[base] = i
	}
	if both >= 0 {
		for _, i := range best {
			w.drop(i, w.stacked(w.pieces[i].Span))
		}
	}
}
