// Package dict is the lexicon: reviewed tables of what words mean in product
// titles, the fold of a character, the platform's category tree.
package dict

import (
	"embed"
	"io/fs"
)

//go:embed data
var data embed.FS

// Builtin loads the lexicon that is built into the program. Each call returns
// a new one, so that a shop's own words may be added to it.
func Builtin() (*Lexicon, error) {
	tables, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	return Load(tables)
}
