package lint

import (
	"html"
	"slices"
	"strings"
	"unicode"
)

// unpaired returns the brackets that lack their twin. A closing one behind a
// number counts off: 1). An opening one after which none is shut was left open
// where the title was cut to its length.
func (p *Pass) unpaired() []Span {
	var open []int
	var alone []Span
	last := 0 // bracket that shuts another
	for i, r := range p.Runes {
		switch {
		case r == '<' || r == '>': // arrows and less-than signs as well
		case strings.ContainsRune(opening, r) && !strings.ContainsRune(quotationMarks, r):
			open = append(open, i)
		case strings.ContainsRune(closing, r) && !strings.ContainsRune(quotationMarks, r):
			k := len(open) - 1
			for k >= 0 && !twins(p.Runes[open[k]], r) {
				k--
			}
			if k >= 0 {
				for _, at := range open[k+1:] {
					alone = append(alone, Span{Start: at, End: at + 1})
				}
				open, last = open[:k], i
			} else if i == 0 || !unicode.IsNumber(p.Runes[i-1]) {
				alone = append(alone, Span{Start: i, End: i + 1})
			}
		}
	}
	for _, at := range open {
		if at < last {
			alone = append(alone, Span{Start: at, End: at + 1})
		}
	}
	return alone
}

// quotationMarks are opening and closing at once, or stand for inches and feet.
const quotationMarks = "“”‘’"

// pairs reports whether a closing bracket is the twin of an opening one.
func pairs(open, shut rune) bool {
	o := []rune(opening)
	c := []rune(closing)
	for i := range o {
		if o[i] == open && c[i] == shut {
			return true
		}
	}
	return false
}

// twins reports whether a closing bracket fits an opening one, in either width.
func twins(open, shut rune) bool {
	return pairs(open, shut) || strings.ContainsRune("(（", open) && strings.ContainsRune(")）", shut) ||
		strings.ContainsRune("[【", open) && strings.ContainsRune("]】", shut)
}

// entities returns what is left of the characters of a web page: &nbsp; or
// &mdash without its semicolon.
func (p *Pass) entities() []Span {
	var found []Span
	for i := 0; i < len(p.Runes); i++ {
		if p.Runes[i] != '&' {
			continue
		}
		end := i + 1
		for end < len(p.Runes) && (p.Runes[end] >= 'a' && p.Runes[end] <= 'z' || p.Runes[end] == '#' || unicode.IsDigit(p.Runes[end])) {
			end++
		}
		name := string(p.Runes[i:end]) + ";"
		if end-i < 3 || html.UnescapeString(name) == name {
			continue
		}
		closed := end < len(p.Runes) && p.Runes[end] == ';'
		if !closed && i > 0 && p.Runes[i-1] <= unicode.MaxASCII && unicode.IsLetter(p.Runes[i-1]) && !slices.Contains(pasted, string(p.Runes[i+1:end])) {
			continue // moon&star: a name
		}
		if closed {
			end++
		}
		found = append(found, Span{Start: i, End: end})
		i = end - 1
	}
	return found
}

// pasted are the characters that shops' pages are full of; no name ends in them.
var pasted = []string{"amp", "nbsp", "quot", "mdash", "ndash", "hellip", "middot", "ldquo", "rdquo", "lt", "gt", "times", "bull"}

// merged returns all the spans in order, those that touch as one.
func merged(lists ...[]Span) []Span {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b Span) int { return a.Start - b.Start })
	var out []Span
	for _, s := range all {
		if n := len(out); n > 0 && out[n-1].End >= s.Start {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
