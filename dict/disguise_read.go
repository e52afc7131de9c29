package dict

import (
	"fmt"
	"io/fs"
	"strings"
)

const disguiseDir = "data/disguise/"

// loadDisguises reads the tables of data/disguise in fsys. The first malformed
// line ends it with a *TableError.
func loadDisguises(fsys fs.FS) (*Disguises, error) {
	d := &Disguises{
		Sectors:    make(map[string]Sector, 64),
		Glyphs:     make(map[rune]Glyph, 2500),
		Lookalikes: make(map[rune][]rune, 1000),
		Parts:      make(map[rune][]string, 1000),
		Emoji:      make(map[rune][]string, 400),
		Honest:     make(map[string]bool, 200),
	}
	tables := []struct {
		file    string
		columns []string
		row     func(c []string) error
	}{
		{"sectors.tsv", []string{"sector", "tops", "words", "source"}, d.addSector},
		{"protected.tsv", []string{"word", "latin", "kind", "sectors", "attributes", "source"}, d.addProtected},
		{"glyphs.tsv", []string{"plain", "how", "characters", "source"}, d.addGlyphs},
		{"syllables.tsv", []string{"syllable", "characters", "also", "source"}, func(c []string) error {
			d.Syllables = append(d.Syllables, Syllable{Name: c[0], Characters: c[1], Also: c[2]})
			return nil
		}},
		{"lookalikes.tsv", []string{"character", "lookalikes", "source"}, func(c []string) error {
			d.Lookalikes[first(c[0])] = []rune(c[1])
			return nil
		}},
		{"components.tsv", []string{"character", "parts", "source"}, func(c []string) error {
			d.Parts[first(c[0])] = Values(c[1])
			return nil
		}},
		{"emoji.tsv", []string{"emoji", "readings", "source"}, func(c []string) error {
			d.Emoji[first(c[0])] = Values(c[1])
			return nil
		}},
		{"nicknames.tsv", []string{"nickname", "plain", "sectors", "with", "unless", "source"}, func(c []string) error {
			d.Nicknames = append(d.Nicknames, Nickname{c[0], c[1], Values(c[2]), Values(c[3]), Values(c[4])})
			return d.knows(Values(c[2]))
		}},
		{"initials.tsv", []string{"letters", "plain", "sectors", "with", "source"}, func(c []string) error {
			d.Initials = append(d.Initials, Nickname{Name: c[0], Plain: c[1], Sectors: Values(c[2]), With: Values(c[3])})
			return d.knows(Values(c[2]))
		}},
		{"honest.tsv", []string{"word", "source"}, func(c []string) error {
			d.Honest[c[0]] = true
			return nil
		}},
	}
	for _, t := range tables {
		err := open(fsys, disguiseDir+t.file, func(f fs.File) error {
			return ReadTable(f, t.file, t.columns, func(_ int, c []string) error {
				if c[len(c)-1] == "" {
					return fmt.Errorf("%q has no source", c[0])
				}
				return t.row(c)
			})
		})
		if err != nil {
			return nil, fmt.Errorf("load the tables of disguises: %w", err)
		}
	}
	return d, nil
}

func (d *Disguises) addSector(c []string) error {
	d.Sectors[c[0]] = Sector{Any: c[2] == "*", Tops: Values(c[1]), Words: Values(c[2])}
	return nil
}

func (d *Disguises) addProtected(c []string) error {
	p := Protected{Word: c[0], Latin: Values(c[1]), Kind: Secret(c[2]), Sectors: Values(c[3])}
	switch p.Kind {
	case SecretBrand, SecretClaim, SecretContact, SecretPlatform, SecretBanned, SecretGoods:
	default:
		return fmt.Errorf("%q is of the unknown kind %q", c[0], c[2])
	}
	if p.Word == "" && len(p.Latin) == 0 {
		return fmt.Errorf("a word or a Latin name is wanted")
	}
	for _, attr := range strings.Split(c[4], ";") {
		switch attr {
		case "ridden":
			p.Ridden = true
		case "hant":
			p.Hant = true
		case "":
		default:
			return fmt.Errorf("%q has the unknown attribute %q", c[0], attr)
		}
	}
	d.Protected = append(d.Protected, p)
	return d.knows(p.Sectors)
}

// knows returns an error for a sector that sectors.tsv does not list.
func (d *Disguises) knows(sectors []string) error {
	for _, s := range sectors {
		if _, ok := d.Sectors[s]; !ok && s != "*" {
			return fmt.Errorf("unknown sector %q", s)
		}
	}
	return nil
}

func (d *Disguises) addGlyphs(c []string) error {
	for _, r := range c[2] {
		d.Glyphs[r] = Glyph{Plain: first(c[0]), How: c[1]}
	}
	return nil
}
