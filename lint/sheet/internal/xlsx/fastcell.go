package xlsx

import "bytes"

// fastCell reads the next cell where it has the shape that nine of ten have,
// <c r="A1" s="1" t="s"><v>1</v></c> or <c r="A1"/>, and all of it is at hand.
// It reports false, and has done nothing, where a closer look is needed. It is
// half of the speed of the reader.
func (r *rowReader) fastCell(last int) (column int, ok bool) {
	w := r.buf[r.pos:r.end]
	if len(w) < 8 || w[0] != '<' || w[1] != 'c' || w[2] != ' ' {
		return 0, false
	}
	i := 3
	c := Cell{Column: last + 1}
	kind := kindValue
	for {
		// name="value", one blank before each but the first
		if len(w) < i+3 || w[i+1] != '=' || w[i+2] != '"' {
			return 0, false
		}
		n := bytes.IndexByte(w[i+3:], '"')
		if n < 0 || len(w) < i+n+6 {
			return 0, false
		}
		value := w[i+3 : i+3+n]
		switch w[i] {
		case 'r':
			column, row, ok := parseRef(value)
			if !ok || column <= last || row != r.row.Number-1 {
				return 0, false
			}
			c.Column = column
		case 's':
			if _, ok := parseInt(value); !ok {
				return 0, false
			}
		case 't':
			if kind, ok = cellKinds[string(value)]; !ok || kind == kindInline {
				return 0, false
			}
		default:
			return 0, false
		}
		i += n + 4
		if w[i] != ' ' {
			break
		}
		i++
	}
	if c.Column >= MaxColumns {
		return 0, false
	}
	if w[i] == '/' {
		if w[i+1] != '>' {
			return 0, false
		}
		r.pos += i + 2
		return c.Column, true
	}
	const open, end = "><v>", "</v></c>"
	if len(w) < i+len(open)+len(end) || string(w[i:i+len(open)]) != open {
		return 0, false
	}
	i += len(open)
	n := bytes.IndexByte(w[i:], '<')
	if n < 0 || len(w) < i+n+len(end) || string(w[i+n:i+n+len(end)]) != end {
		return 0, false
	}
	value := w[i : i+n]
	if kind == kindShared && n > 0 {
		if c.index, ok = parseInt(value); !ok || !r.book.strings.loaded || r.book.strings.err != nil {
			return 0, false
		}
		c.shared = r.book.strings
	} else {
		if bytes.IndexByte(value, '&') >= 0 || bytes.IndexByte(value, '\r') >= 0 {
			return 0, false
		}
		r.arena = append(r.arena, value...)
	}
	r.pos += i + n + len(end)
	r.keep(c)
	return c.Column, true
}

// keep adds a cell to the row unless it is empty. The text of one that is not
// shared was appended to the arena.
func (r *rowReader) keep(c Cell) {
	if c.Formula || c.shared != nil && len(c.Text()) > 0 || len(r.arena) > r.arenaStart() {
		r.row.Cells = append(r.row.Cells, c)
		r.ends = append(r.ends, len(r.arena))
	}
}
