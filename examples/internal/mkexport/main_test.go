package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/lint"
)

// The workbook is what the table makes, again and again.
func TestExportIsCurrent(t *testing.T) {
	products, err := readProducts()
	require.NoError(t, err)
	want, err := os.ReadFile("../../store-export.xlsx")
	require.NoError(t, err)
	for range 2 {
		got, err := workbook(products)
		require.NoError(t, err)
		assert.True(t, slices.Equal(want, got), "stale: go run ./examples/internal/mkexport")
	}
}

// The table has enough of everything: products, categories, clean titles, and
// a title for every rule.
func TestProducts(t *testing.T) {
	products, err := readProducts()
	require.NoError(t, err)
	assert.GreaterOrEqual(t, len(products), 72)
	tops, shows := map[string]bool{}, map[string]int{}
	for _, p := range products {
		top, _, _ := strings.Cut(p.category, ">")
		tops[top] = true
		shows[p.shows]++
	}
	assert.GreaterOrEqual(t, len(tops), 12)
	assert.GreaterOrEqual(t, shows["clean"], 36)
	for _, r := range lint.Builtin() {
		assert.NotZero(t, shows[r.Code], "products.tsv has no title that shows %s", r.Code)
	}
}
