package disguise

import (
	"unicode"

	"github.com/titlelint/titlelint/lint/text"
)

// class is what a cell holds.
type class uint8

const (
	mark class = iota // punctuation, symbols, letters of scripts that no protected word is written in
	space
	picture
	han
	letter
	digit
)

// cell is one visible character of the title in its plain form.
type cell struct {
	r      rune // half-width, lower-case, Simplified, Latin, without accents
	class  class
	hidden bool      // something invisible stands right before it
	accent bool      // a letter with a mark above or below, which may be honest
	how    Technique // what disguises the character itself
	at     int       // offset in the title
	end    int       // offset behind it and what hangs on it
}

// read appends the cells of a title to buffer.
func (f *Finder) read(runes []rune, buffer []cell) []cell {
	hidden := false
	for i, r := range runes {
		switch {
		case 'a' <= r && r <= 'z':
			buffer = append(buffer, cell{r: r, class: letter, hidden: hidden, at: i, end: i + 1})
		case 'A' <= r && r <= 'Z':
			buffer = append(buffer, cell{r: r + 'a' - 'A', class: letter, hidden: hidden, at: i, end: i + 1})
		case '0' <= r && r <= '9':
			buffer = append(buffer, cell{r: r, class: digit, hidden: hidden, at: i, end: i + 1})
		case r >= 0x4e00 && r < 0xa000:
			c := cell{r: r, class: han, hidden: hidden, at: i, end: i + 1}
			if s, ok := f.folder.Simplified(r); ok && s != r {
				c.r, c.how = s, Traditional
			}
			buffer = append(buffer, c)
		case r < 0x80 && r > ' ' && r != 0x7f:
			buffer = append(buffer, cell{r: r, class: mark, hidden: hidden, at: i, end: i + 1})
		case text.Invisible(r):
			if n := len(buffer); n > 0 && combines(r) && !hidden {
				c := &buffer[n-1]
				c.end = i + 1
				switch {
				case c.class == han || overlay(r):
					c.how |= Combining
				case c.class == letter:
					c.accent = true
				}
				continue
			}
			hidden = true
			continue
		default:
			c := f.rare(r)
			c.hidden, c.at, c.end = hidden, i, i+1
			buffer = append(buffer, c)
		}
		hidden = false
	}
	return buffer
}

// rare reads a character outside ASCII and the common Chinese ones.
func (f *Finder) rare(r rune) cell {
	if unicode.IsSpace(r) {
		return cell{r: ' ', class: space}
	}
	if g, ok := f.tables.Glyphs[r]; ok {
		c := cell{r: g.Plain, class: classOf(g.Plain)}
		switch g.How {
		case "fullwidth":
			c.how = FullWidth
		case "styled":
			c.how = Styled
		case "homoglyph":
			c.how = Homoglyph
		case "radical":
			c.how = Radical
			c.r = f.folder.Fold(c.r)
		case "accent":
			c.accent = true
		}
		return c
	}
	if _, ok := f.tables.Emoji[r]; ok {
		return cell{r: r, class: picture}
	}
	if s := f.folder.Fold(r); s != r {
		c := cell{r: s, class: classOf(s)}
		if c.class == han {
			c.how = Traditional // compatibility ideographs too
		}
		return c
	}
	switch {
	case text.Han(r):
		return cell{r: r, class: han}
	case unicode.Is(unicode.So, r):
		return cell{r: r, class: picture}
	}
	return cell{r: r, class: mark}
}

func classOf(r rune) class {
	switch {
	case 'a' <= r && r <= 'z':
		return letter
	case '0' <= r && r <= '9':
		return digit
	case text.Han(r) || r >= 0x2e80 && r < 0x2fe0:
		return han
	case r == ' ':
		return space
	}
	return mark
}

// combines reports whether r hangs on the character before it. A variation
// selector does not: it hides between two.
func combines(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) && !(r >= 0xfe00 && r < 0xfe10)
}

// overlay reports whether the combining mark strikes a letter through or
// encloses it, as no spelling of a name does.
func overlay(r rune) bool {
	return r >= 0x334 && r <= 0x338 || r >= 0x20d0 && r < 0x2100 || r == 0x489 || r == 0x488
}

// span returns the original range of the cells [start, end).
func span(cells []cell, start, end int) text.Span {
	return text.Span{Start: cells[start].at, End: cells[end-1].end}
}

// gap reports whether the cell may stand between the characters of a word that
// is pushed apart.
func (c *cell) gap() bool { return c.class == mark || c.class == space || c.class == picture }

// wild reports whether the cell may stand for a character that it hides.
func (c *cell) wild() bool {
	switch c.r {
	case '某', '*', '＊', '○', '〇', '□', '×', '✕', '●', '■', '_', '#':
		return true
	}
	return false
}
