package text

import (
	"unicode"

	"github.com/titlelint/titlelint/dict"
)

// longestNote is the length of the longest end of a title that is taken for a
// note.
const longestNote = 20

// SKUNote returns the end of the title that only tells which variant is meant,
// as marketplaces append it: a last part behind a space that holds a colour or
// a count and comes after the goods were named. It is empty where there is none.
func (p *Parsed) SKUNote() Span {
	end := len(p.Runes)
	note := Span{Start: end, End: end}
	for i := end - 1; i > max(end/3, end-longestNote-2); i-- {
		if !unicode.IsSpace(p.Runes[i]) {
			continue
		}
		part := Span{Start: i + 1, End: end}
		named, variant, nouns := false, false, 0
		for j := range p.Terms {
			t := &p.Terms[j]
			switch {
			case t.Start >= part.Start:
				if t.Role == Subject {
					nouns++
				}
				variant = variant || t.Kind == dict.Colour || t.Kind == dict.Spec || t.Kind == dict.Model || t.Kind == dict.Form || t.Folded == "标准版" || t.Folded == "套餐"
			case t.Role == Subject:
				named = true
			}
		}
		if named && variant && part.Len() <= longestNote && (nouns == 0 || end >= 30 && part.Len() <= 12) {
			note = part
		}
	}
	return note
}
