package xlsx

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

var workbookOrder = []string{"fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath", "workbookProtection",
	"bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews",
	"pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"}

const sheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml."

// AddSheet adds a worksheet as the last tab. A name that is taken gets a
// number. State is visible or veryHidden. The content comes from NewSheet.Write.
func (p *Patch) AddSheet(name, state string) (Sheet, error) {
	s := Sheet{Name: name, Hidden: state != "visible", Worksheet: true, part: p.newName("xl/worksheets/titlelint", ".xml")}
	taken := func(s string) bool {
		return slices.ContainsFunc(p.Sheets, func(x Sheet) bool { return strings.EqualFold(x.Name, s) })
	}
	for i := 2; taken(s.Name); i++ {
		s.Name = fmt.Sprintf("%s (%d)", name, i)
	}
	var err error
	if s.id, err = p.relate(p.part, "worksheet", s.part); err != nil {
		return s, err
	}
	err = p.book.edit(workbookOrder, "sheets", func(l *node) {
		last := 0
		for _, k := range l.kids {
			id, _ := attr(tagAttrs(k.raw), "sheetId")
			n, _ := parseInt([]byte(id))
			last = max(last, n)
		}
		raw := `<sheet xmlns:r="` + p.relNS() + `" name="` + string(appendEscaped(nil, s.Name)) + `" sheetId="` + strconv.Itoa(last+1) + `"`
		if s.Hidden {
			raw += ` state="` + state + `"`
		}
		l.add("sheet", prefixed(l.prefix(), raw+` r:id="`+s.id+`"/>`))
	})
	p.addType(s.part, sheetTypes+"worksheet+xml")
	p.set(s.part, nil)
	p.Sheets = append(slices.Clip(p.Sheets), s)
	return s, err
}

// FillSheet gives a sheet new content in place of all that it has.
func (p *Patch) FillSheet(s Sheet, n *NewSheet) error {
	if p.Has(s.part) && p.changed[key(s.part)] == nil {
		if err := p.removeBelow(s.part); err != nil {
			return err
		}
		delete(p.rels, s.part)
	}
	drawing := ""
	if n.Chart != nil && !p.strict() {
		var err error
		if drawing, err = p.addChart(s, n.Chart); err != nil {
			return err
		}
	}
	p.setFunc(s.part, func(w io.Writer) error { return n.write(w, p.mainNS(), p.relNS(), drawing) })
	return nil
}

// removeBelow removes what only part refers to.
func (p *Patch) removeBelow(part string) error {
	rels, err := p.relations(part)
	if err != nil {
		return err
	}
	p.removed[key(relsName(part))] = true
	used := map[string]bool{}
	for name := range p.parts {
		dir, file := path.Split(name)
		owner, ok := strings.CutSuffix(file, ".rels")
		if !ok || p.removed[name] {
			continue
		}
		others, err := p.relations(strings.TrimSuffix(dir, "_rels/") + owner)
		if err != nil {
			return err
		}
		for _, r := range others {
			used[key(r.Target)] = true
		}
	}
	for _, r := range rels {
		if !r.Extern && !used[key(r.Target)] && p.Has(r.Target) && !p.removed[key(r.Target)] {
			if err := p.removeBelow(r.Target); err != nil {
				return err
			}
			p.remove(r.Target)
		}
	}
	return nil
}

// RemoveSheet removes a tab with all that only it uses.
func (p *Patch) RemoveSheet(s Sheet) error {
	at := slices.IndexFunc(p.Sheets, func(x Sheet) bool { return x.Name == s.Name })
	if at < 0 || len(p.Sheets) == 1 {
		return nil
	}
	if err := p.removeBelow(s.part); err != nil {
		return err
	}
	p.remove(s.part)
	if err := p.unrelate(p.part, s.id); err != nil {
		return err
	}
	err := p.book.edit(workbookOrder, "sheets", func(l *node) {
		l.kids = slices.DeleteFunc(l.kids, func(k kid) bool {
			name, _ := attr(tagAttrs(k.raw), "name")
			return k.name == "sheet" && name == s.Name
		})
	})
	p.Sheets = slices.Delete(slices.Clone(p.Sheets), at, at+1)
	if err == nil && p.book.index("definedNames") >= 0 {
		err = p.book.edit(workbookOrder, "definedNames", func(l *node) { shiftLocal(l, at) })
	}
	if err == nil && p.book.index("bookViews") >= 0 {
		err = p.book.edit(workbookOrder, "bookViews", func(l *node) {
			for i, k := range l.kids {
				for _, name := range []string{"activeTab", "firstSheet"} {
					v, ok := attr(tagAttrs(firstTag(k.raw)), name)
					n, _ := parseInt([]byte(v))
					if k.name == "workbookView" && ok && n >= at && n > 0 {
						l.kids[i].raw = setAttr(l.kids[i].raw, name, strconv.Itoa(n-1))
					}
				}
			}
		})
	}
	p.dropEmptyNames()
	return err
}

// shiftLocal makes the names that belong to one sheet fit when the sheet with
// that number is gone.
func shiftLocal(names *node, gone int) {
	var kept []kid
	for _, k := range names.kids {
		v, local := attr(tagAttrs(firstTag(k.raw)), "localSheetId")
		n, _ := parseInt([]byte(v))
		if local && n == gone {
			continue
		}
		if local && n > gone {
			tag := firstTag(k.raw)
			k.raw = slices.Concat(setAttr(slices.Clip(tag), "localSheetId", strconv.Itoa(n-1)), k.raw[len(tag):])
		}
		kept = append(kept, k)
	}
	names.kids = kept
}

// SetNames makes hidden names, each for a reference, and removes all others
// that begin with prefix.
func (p *Patch) SetNames(prefix string, names []Name) error {
	err := p.book.edit(workbookOrder, "definedNames", func(l *node) {
		l.kids = slices.DeleteFunc(l.kids, func(k kid) bool {
			name, _ := attr(tagAttrs(firstTag(k.raw)), "name")
			return strings.HasPrefix(name, prefix)
		})
		for _, n := range names {
			l.add("definedName", prefixed(l.prefix(), `<definedName name="`+prefix+n.Name+`" hidden="1">`+string(appendEscaped(nil, n.Ref))+`</definedName>`))
		}
	})
	p.dropEmptyNames()
	return err
}

func (p *Patch) dropEmptyNames() {
	if i := p.book.index("definedNames"); i >= 0 {
		if l, err := parseNode(p.book.kids[i].raw); err == nil && l.count("definedName") == 0 {
			p.book.kids = slices.Delete(p.book.kids, i, i+1)
		}
	}
}

// Reference returns a reference to a cell, or with row 0 to a whole column.
func Reference(sheet string, column, row int) string {
	c := "$" + ColumnLetters(column)
	front := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!"
	if row == 0 {
		return front + c + ":" + c
	}
	return front + c + "$" + strconv.Itoa(row)
}
