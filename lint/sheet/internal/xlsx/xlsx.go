// Package xlsx reads the rows of a workbook and copies a workbook with single
// parts changed. It works on the zip and on the bytes of its XML: nothing is
// loaded that is not looked at, and what is not changed is copied as it is
// packed.
//
// It reads what ECMA-376 describes and what programs are known to write. XML
// that is well-formed but of a shape that it does not know ends in ErrDoubt,
// and the caller may turn to a library that models all of the format.
package xlsx

import (
	"errors"
	"fmt"
)

var (
	// ErrDoubt is returned for what is well-formed, but outside of what this
	// package reads for certain.
	ErrDoubt = errors.New("not sure how to read this workbook")

	// ErrTooLarge is returned beyond a limit of entries, expansion or depth.
	ErrTooLarge = errors.New("the workbook exceeds a limit")

	// ErrNoPart is returned for a part that a relationship names and the zip
	// does not hold.
	ErrNoPart = errors.New("the workbook lacks a part")
)

// Limits against files made to exhaust memory or time. The largest export
// seen, 100,000 rows of 60 columns, needs a tenth of each.
const (
	MaxParts    = 50_000
	MaxUnzipped = 2 << 30 // of all parts together
	maxSmall    = 256 << 20
	maxDepth    = 128
	maxToken    = 16 << 20 // one tag, or one stretch of text
)

// MaxRows and MaxColumns are what a worksheet holds.
const (
	MaxRows    = 1 << 20
	MaxColumns = 1 << 14
)

func doubt(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDoubt, fmt.Sprintf(format, args...))
}
