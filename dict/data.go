// Package dict is the lexicon: reviewed tables of what words mean in product
// titles, the fold of a character, the platform's category tree.
//
// The tables in data are compiled into one image, data/lexicon.img, which the
// program embeds and reads in place. After every change to a table:
//
//	go generate ./dict
package dict

import (
	"embed"
	"fmt"
	"sync"
)

//go:generate go run ./internal/mkimage

// data holds the tables that are read at run time: those that Compile leaves out.
//
//go:embed data/claims.tsv data/groups.tsv data/leftovers.tsv data/misspellings.tsv data/stated.tsv data/talk.tsv data/disguise
var data embed.FS

// The image is embedded as bytes, not as a string: the linker aligns them.
//
//go:embed data/lexicon.img
var builtin []byte

var openBuiltin = sync.OnceValues(func() (*image, error) { return openImage(builtin) })

// Builtin returns the lexicon that is built into the program. Each call returns
// a new one, so that a shop's own words may be added to it; what they share is
// read-only.
func Builtin() (*Lexicon, error) {
	im, err := openBuiltin()
	if err != nil {
		return nil, fmt.Errorf("open the built-in dictionary: %w", err)
	}
	return newLexicon(im), nil
}
