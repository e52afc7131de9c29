package lint

import (
	"slices"
	"strings"
	"unicode"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// A layout is a list of groups; a space parts them. Each group lists the kinds
// that it takes, in their order; the noun's place is dict.Category.
type layout [][]text.Kind

var layouts = map[Order]layout{
	OrderFormula: {
		{dict.Brand, dict.Series, dict.Season, dict.Origin, dict.Style, dict.Form, dict.Flavour, dict.Category, dict.Audience},
		{dict.Material, dict.Function, dict.Other},
		{dict.Scene, dict.Use, dict.Place},
		{dict.Spec, dict.Colour, dict.Model},
	},
	OrderManual: {
		{dict.Brand, dict.Series, dict.Flavour, dict.Category},
		{dict.Material, dict.Function, dict.Style, dict.Form, dict.Other},
		{dict.Season, dict.Origin, dict.Scene, dict.Use, dict.Place, dict.Audience},
		{dict.Model, dict.Colour, dict.Spec},
	},
	OrderStrict: {
		{dict.Brand, dict.Category},
		{dict.Material, dict.Function, dict.Series, dict.Style, dict.Form, dict.Flavour, dict.Origin, dict.Other},
		{dict.Season, dict.Scene, dict.Use, dict.Place, dict.Audience},
		{dict.Model, dict.Spec, dict.Colour},
	},
}

// assemble lays the pieces out and cuts what exceeds the length limit, the
// least important kinds first.
func (w *rewrite) assemble() string {
	order := w.linter.options.Order
	if order == "" {
		order = OrderFormula
	}
	for _, k := range []text.Kind{dict.Other, dict.Place, dict.Style, dict.Use, dict.Scene, dict.Form, dict.Function, dict.Audience} {
		title := w.lay(layouts[order])
		if len([]rune(title)) <= maxLength {
			return title
		}
		w.pieces = slices.DeleteFunc(w.pieces, func(c piece) bool {
			if c.kind == k && c.text != w.core {
				w.s.Dropped = append(w.s.Dropped, Dropped{c.text, "WX001"})
				return true
			}
			return false
		})
	}
	return ""
}

func (w *rewrite) lay(groups layout) string {
	var parts []string
	for _, kinds := range groups {
		var b strings.Builder
		for _, k := range kinds {
			for i, c := range w.pieces {
				if c.kind != k {
					continue
				}
				word := c.text
				if k == dict.Brand && b.Len() == 0 {
					word = "【" + w.brandName(i) + "】"
				} else if k == dict.Brand {
					continue // the brand's other form stands within the brackets
				}
				if needsSpace(b.String(), word) {
					b.WriteByte(' ')
				}
				b.WriteString(word)
			}
		}
		if b.Len() > 0 {
			parts = append(parts, b.String())
		}
	}
	return strings.Join(parts, " ")
}

// brandName returns all names of the brand of piece i as they stand together
// in the title: 美的Midea.
func (w *rewrite) brandName(i int) string {
	name := w.pieces[i].text
	for _, c := range w.pieces[i+1:] {
		if c.kind == dict.Brand {
			name += c.text
		}
	}
	return name
}

// needsSpace reports whether two words run into each other: Latin or digits on
// both sides.
func needsSpace(before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	a, b := []rune(before), []rune(after)
	x, y := a[len(a)-1], b[0]
	ascii := func(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return ascii(x) && ascii(y)
}
