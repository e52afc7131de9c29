// Package lint checks product titles of WeChat Store (微信小店) listings: a
// Title goes in, a Result comes out. It reads no files and prints nothing.
//
//	linter, err := lint.New(lint.Options{})
//	result := linter.Check(lint.Title{Text: "小个子 150 显长大衣"})
//
// Positions are rune offsets into Title.Text, never bytes.
package lint

import "sort"

// Title is one product title with what its row says about the goods.
// Only Text is needed; Category and Brand are evidence where they are known.
type Title struct {
	ID        string `json:"id"` // the product id of the row, else file:row
	Source    Source `json:"source"`
	Text      string `json:"title"`
	ShortText string `json:"short_title,omitempty"`
	Category  string `json:"category"` // a path such as 服饰内衣>女装>连衣裙, a leaf name, or a category id
	Brand     string `json:"brand"`    // as the row states it; 无品牌 counts as stated
	OffShelf  bool   `json:"-"`        // the status of the row says that it is not on sale
}

// Source says where a title stands, so that a person can go there. Row, Line
// and Column count from 1; 0 means that the kind of file has no such thing.
type Source struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row,omitempty"`
	Cell   string `json:"cell,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`

	// Jumps tells where the runes of the title stand in a text file when they
	// do not simply follow each other from Line and Column on: after an
	// escape (CSV "", JSON \u) or a line break inside a cell. Sorted by Rune.
	Jumps []Jump `json:"-"`
}

// Jump says that the rune at offset Rune of a title stands at Line and Column
// of its file; the runes after it follow, a column each, until the next Jump.
type Jump struct {
	Rune, Line, Column int
}

// At returns the line and column, both from 1, of the rune at the given offset
// of the title. Both are 0 where the source has no lines.
func (s Source) At(offset int) (line, column int) {
	if s.Line == 0 {
		return 0, 0
	}
	i := sort.Search(len(s.Jumps), func(i int) bool { return s.Jumps[i].Rune > offset })
	if i == 0 {
		return s.Line, s.Column + offset
	}
	j := s.Jumps[i-1]
	return j.Line, j.Column + offset - j.Rune
}
