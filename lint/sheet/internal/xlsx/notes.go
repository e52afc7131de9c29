package xlsx

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Note is a comment on a cell; the column counts from 0, the row from 1.
type Note struct {
	Column, Row int
	Text        string
}

var commentsOrder = []string{"authors", "commentList", "extLst"}

// noteParts are the two parts that hold the comments of a sheet: their texts,
// and the boxes that they are drawn in.
type noteParts struct {
	texts, boxes string
	made         bool // by this patch
}

// SetNotes puts comments by author on cells of the sheet that have none, in
// place of all that this author put there before. The function that it returns
// is to be called for the tail of the sheet. Where comments could not be added
// without risk, there are none.
func (p *Patch) SetNotes(s Sheet, author string, notes []Note) (func(*Tail), error) {
	nothing := func(*Tail) {}
	parts, err := p.noteParts(s)
	if err != nil || parts.texts == "" && (len(notes) == 0 || parts.boxes != "") || p.strict() {
		return nothing, err
	}
	if parts.texts == "" {
		parts = noteParts{p.newName("xl/comments", ".xml"), p.newName("xl/drawings/vmlDrawing", ".vml"), true}
		p.set(parts.texts, []byte(xmlHead+`<comments xmlns="`+p.mainNS()+`"><authors/><commentList/></comments>`))
		p.set(parts.boxes, []byte(emptyVML))
	}
	n, err := p.node(parts.texts)
	if err != nil {
		return nothing, err
	}
	boxes, err := p.Read(parts.boxes)
	if parts.made {
		boxes, err = []byte(emptyVML), nil
	}
	if err != nil {
		return nothing, err
	}
	i := bytes.LastIndex(boxes, []byte("</xml>"))
	if i < 0 || !bytes.Contains(boxes, []byte(`xmlns:x="urn:schemas-microsoft-com:office:excel"`)) {
		return nothing, nil
	}
	gone, added, left, err := editComments(n, author, notes)
	if err != nil || len(gone)+len(added) == 0 {
		return nothing, err
	}
	if left == 0 && onlyNotes(boxes, gone) {
		return p.dropNotes(s, parts)
	}
	boxes = dropBoxes(boxes, gone)
	i = bytes.LastIndex(boxes, []byte("</xml>"))
	var b bytes.Buffer
	b.Write(boxes[:i])
	if !bytes.Contains(boxes, []byte(`id="_x0000_t202"`)) {
		b.WriteString(noteShape)
	}
	for j, note := range added {
		fmt.Fprintf(&b, noteBox, 60000+j, note.Column+1, note.Row-1, note.Column+4, note.Row+4, note.Row-1, note.Column)
	}
	b.Write(boxes[i:])
	p.set(parts.boxes, b.Bytes())
	p.set(parts.texts, n.bytes())
	if !parts.made {
		return nothing, nil
	}
	p.addType(parts.texts, sheetTypes+"comments+xml")
	p.addDefault("vml", drawings+"vmlDrawing")
	if _, err := p.relate(s.part, "comments", parts.texts); err != nil {
		return nothing, err
	}
	id, err := p.relate(s.part, "vmlDrawing", parts.boxes)
	rel := p.relNS()
	return func(t *Tail) { t.insert("legacyDrawing", `<legacyDrawing xmlns:r="`+rel+`" r:id="`+id+`"/>`) }, err
}

// noteParts finds the parts that the sheet has. With drawings but without
// comments, only boxes is set: they may be of form controls.
func (p *Patch) noteParts(s Sheet) (n noteParts, err error) {
	rels, err := p.relations(s.part)
	if err != nil {
		return n, err
	}
	for _, r := range rels {
		switch {
		case r.is("comments"):
			n.texts = r.Target
		case r.is("vmlDrawing"):
			content, err := p.Read(r.Target)
			if err != nil {
				return n, err
			}
			if n.boxes == "" || bytes.Contains(content, []byte(`ObjectType="Note"`)) {
				n.boxes = r.Target
			}
		}
	}
	if n.texts != "" && (n.boxes == "" || !p.Has(n.texts)) {
		n = noteParts{boxes: "?"}
	}
	return n, nil
}

// editComments takes the comments of the author out and puts notes in. It
// returns the cells of both and how many comments there are then.
func editComments(n *node, author string, notes []Note) (gone [][2]int, added []Note, left int, err error) {
	id := -1
	err = n.edit(commentsOrder, "authors", func(l *node) {
		name := func(k kid) string { a, _ := parseNode(k.raw); return strings.TrimSpace(textOf(a)) }
		i := 0
		for _, k := range l.kids {
			if k.name == "author" {
				if name(k) == author {
					id = i
				}
				i++
			}
		}
		if id < 0 {
			id = i
			l.add("author", prefixed(l.prefix(), "<author>"+string(appendEscaped(nil, author))+"</author>"))
		}
	})
	if err != nil {
		return nil, nil, 0, err
	}
	taken := map[[2]int]bool{}
	err = n.edit(commentsOrder, "commentList", func(l *node) {
		l.kids = slices.DeleteFunc(l.kids, func(k kid) bool {
			tag := tagAttrs(firstTag(k.raw))
			ref, _ := attr(tag, "ref")
			by, _ := attr(tag, "authorId")
			column, row, ok := parseRef([]byte(ref))
			if k.name != "comment" || !ok {
				return false
			}
			cell := [2]int{column, row + 1}
			if by == strconv.Itoa(id) {
				gone = append(gone, cell)
				return true
			}
			taken[cell] = true
			return false
		})
		for _, note := range notes {
			if taken[[2]int{note.Column, note.Row}] {
				continue
			}
			added = append(added, note)
			l.add("comment", prefixed(l.prefix(), `<comment ref="`+ColumnLetters(note.Column)+strconv.Itoa(note.Row)+`" authorId="`+strconv.Itoa(id)+
				`"><text><r><t xml:space="preserve">`+string(appendEscaped(nil, note.Text))+`</t></r></text></comment>`))
		}
		left = l.count("comment")
	})
	return gone, added, left, err
}

// textOf returns the text of an element that has no others in it.
func textOf(n *node) string {
	if n == nil {
		return ""
	}
	var b []byte
	for _, k := range n.kids {
		if k.name == "" {
			b, _ = appendText(b, k.raw)
		}
	}
	return string(b)
}

// dropNotes takes the parts away when nothing is left in them.
func (p *Patch) dropNotes(s Sheet, n noteParts) (func(*Tail), error) {
	rels, err := p.relations(s.part)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if r.Target == n.texts || r.Target == n.boxes {
			if err := p.unrelate(s.part, r.ID); err != nil {
				return nil, err
			}
		}
	}
	p.remove(n.texts)
	p.remove(n.boxes)
	return func(t *Tail) {
		t.n.kids = slices.DeleteFunc(t.n.kids, func(k kid) bool { return k.name == "legacyDrawing" })
	}, nil
}

// The boxes are VML, which need not be well-formed XML: Excel writes <br> into
// it. So they are found by their tags.
var (
	boxShape  = regexp.MustCompile(`(?s)<v:shape[ \t\r\n].*?</v:shape>`)
	boxRow    = regexp.MustCompile(`<x:Row>\s*(\d+)\s*</x:Row>`)
	boxColumn = regexp.MustCompile(`<x:Column>\s*(\d+)\s*</x:Column>`)
)

func dropBoxes(vml []byte, cells [][2]int) []byte {
	if len(cells) == 0 {
		return vml
	}
	return boxShape.ReplaceAllFunc(vml, func(m []byte) []byte {
		row, column := boxRow.FindSubmatch(m), boxColumn.FindSubmatch(m)
		if row == nil || column == nil {
			return m
		}
		r, _ := strconv.Atoi(string(row[1]))
		c, _ := strconv.Atoi(string(column[1]))
		if slices.Contains(cells, [2]int{c, r + 1}) {
			return nil
		}
		return m
	})
}

// onlyNotes reports whether nothing is drawn but the boxes of these cells.
func onlyNotes(vml []byte, cells [][2]int) bool {
	return !boxShape.Match(dropBoxes(vml, cells))
}

const (
	emptyVML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`
	noteShape = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>` +
		`<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	noteBox = `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:260pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`
)
