// Package sheet reads product titles out of files of rows and writes the
// marked copy: spreadsheets (.xlsx, .xlsm), delimited text (.csv, .tsv), plain
// text (a title a line), JSON lines, and the HTML, CSV or XML that shops export
// under the name of .xls. What a file is, its encoding, its sheet, its header
// row and its columns are found by looking at the content.
//
//	table, err := sheet.Read("store-export.xlsx", sheet.Options{})
//	// lint table.Titles
//	err = table.WriteChecked("store-export-检查结果.xlsx", results)
//
// Every error that concerns the input or the output is an *Error, which says
// in Chinese or English what is wrong, where, and how to cure it.
package sheet

import (
	"errors"
	"io"
	"os"

	"github.com/titlelint/titlelint/lint"
)

// Role is what a column means to the linter.
type Role string

// The roles, in the order in which Table.Columns names them.
const (
	RoleTitle    Role = "title"
	RoleID       Role = "id"
	RoleCategory Role = "category"
	RoleBrand    Role = "brand"
	RoleShort    Role = "short_title"
	RoleStatus   Role = "status"
)

// Roles returns all roles, the title first.
func Roles() []Role {
	return []Role{RoleTitle, RoleID, RoleCategory, RoleBrand, RoleShort, RoleStatus}
}

// Options says what Read should not guess. The zero value guesses everything.
type Options struct {
	// Sheet names the worksheet to read, or gives its number from 1.
	Sheet string

	// Columns maps a role to the text of its header cell, or to a column
	// letter. A header text is compared as the guess compares it: without
	// case, spaces, * and （必填）. In JSON lines it is the name of the key.
	// With a letter for the title, a file that has no row of known headers is
	// read from its first row on.
	Columns map[Role]string
}

// Column is a column that was chosen.
type Column struct {
	Role   Role
	Header string // as it stands in the file; empty where the file has no header row
	Letter string // A, B, … AA
	index  int    // from 0
}

// Skip is a row that has content but was not taken as a title.
type Skip struct {
	Row    int    // from 1
	Code   string // blank-title, example, total, note or header
	Reason Text
}

// Table is what was read from one sheet of one file.
type Table struct {
	File        string   // as given
	Sheet       string   // empty where the kind of file has no sheets
	Encoding    string   // UTF-8, UTF-8 BOM, GB18030, UTF-16LE or UTF-16BE; empty for workbooks
	HeaderRow   int      // from 1; 0 where there is none
	Columns     []Column // in the order of Roles; none for plain text and JSON lines
	Titles      []lint.Title
	Skipped     []Skip   // never includes rows without any content
	OtherSheets []string // sheets that have a title column too and were not read

	Notices []Text // what a person should know about the last copy that was written

	book  *book
	page  page
	width int // columns in use from the first row on
	last  int // number of the last row with content
}

// maxBytes is the largest file that is read. The largest export seen, 100,000
// rows of 60 columns, is a tenth of it.
const maxBytes = 512 << 20

// Read reads the table in the file at path. Besides unreadable files it is an
// error when no title is found: a check of nothing must not look like success.
func Read(path string, o Options) (*Table, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if info.IsDir() {
		return nil, (&Error{Code: CodeUnreadable,
			Problem: Text{ZH: "这是一个文件夹", EN: "this is a folder"},
			Cure:    Text{ZH: "请指定其中的文件", EN: "name a file in it"}}).in(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	return ReadFrom(f, path, o)
}

// ReadFrom reads the table in r. The extension of name helps to tell what it
// is and may be empty: then content that shows neither JSON lines nor a title
// column is taken as plain text, a title a line. The name is only read, never
// opened; it becomes Table.File.
func ReadFrom(r io.Reader, name string, o Options) (*Table, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	t, err := read(data, name, o)
	var e *Error
	if errors.As(err, &e) {
		return nil, e.in(name)
	}
	return t, err
}

func read(data []byte, name string, o Options) (*Table, error) {
	if len(data) > maxBytes {
		return nil, tooLarge(nil)
	}
	if err := checkRoles(o); err != nil {
		return nil, err
	}
	b, err := open(data, name, o)
	if err != nil {
		return nil, err
	}
	defer b.close()
	t := &Table{File: name, Encoding: b.encoding, book: b}
	switch b.kind {
	case kindLines:
		err = t.readLines()
	case kindJSON:
		err = t.readJSON(o)
	default:
		err = t.readPages(o)
	}
	if err != nil {
		return nil, err
	}
	if len(t.Titles) == 0 {
		return nil, noTitles(t)
	}
	return t, nil
}
