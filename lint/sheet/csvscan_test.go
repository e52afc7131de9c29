package sheet

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/titlelint/titlelint/lint"
)

func scanAll(text string, delim byte) (records [][]string, err error) {
	for r, err := range csvRows(text, delim) {
		if err != nil {
			return records, err
		}
		records = append(records, append([]string(nil), r.cells...))
	}
	return records, nil
}

func TestCSVScanLenient(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"blank lines are rows", "a,b\n\nc\n", [][]string{{"a", "b"}, {""}, {"c"}}},
		{"quote inside a bare field", "a,5\"屏\nb,c\n", [][]string{{"a", "5\"屏"}, {"b", "c"}}},
		{"text after the closing quote", "\"加厚\"大衣,x\n", [][]string{{"加厚大衣", "x"}}},
		{"quote after the closing quote", "\"a\"b\"c\",x\n", [][]string{{"ab\"c\"", "x"}}},
		{"space before a quote", " \"a\",b", [][]string{{" \"a\"", "b"}}},
		{"old Mac line ends", "a,b\rc,\"d\re\"\r", [][]string{{"a", "b"}, {"c", "d\ne"}}},
		{"empty last field", "a,", [][]string{{"a", ""}}},
		{"lone CR is data", "a\rb,c\n", [][]string{{"a\rb", "c"}}},
		{"CRLF in a cell", "\"a\r\nb\",c\r\n", [][]string{{"a\nb", "c"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := scanAll(c.text, ',')
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestCSVUnclosedQuote(t *testing.T) {
	_, err := scanAll("标题\n\"多\n行\"\n\"没有关\nb\nc\n", ',')
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, CodeQuote, e.Code)
	assert.Equal(t, 4, e.Row, "the line where the quote opens")
}

// againstStandard compares with encoding/csv wherever that accepts the text.
func againstStandard(t *testing.T, text string) {
	t.Helper()
	if strings.Contains(text, "\r") && !strings.Contains(text, "\n") {
		return // old Mac kind, unknown to encoding/csv
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	want, err := r.ReadAll()
	if err != nil {
		return
	}
	got, err := scanAll(text, ',')
	require.NoError(t, err, "%q", text)
	blank := func(records [][]string) (kept [][]string) {
		for _, r := range records {
			if len(r) != 1 || r[0] != "" { // it skips blank lines, but not ""
				kept = append(kept, r)
			}
		}
		return kept
	}
	assert.Equal(t, blank(want), blank(got), "%q", text)
}

func TestCSVAgainstStandard(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	pieces := []string{",", ",", "\n", "\r\n", "\r", `"`, `"`, `""`, `","`, "\"\n", "a", "连衣裙", " ", "\t", "😀", "="}
	for range 60_000 {
		var b strings.Builder
		for range rnd.IntN(14) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		againstStandard(t, b.String())
	}
	for range 2_000 { // valid by construction
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.UseCRLF = rnd.IntN(2) == 0
		for range 1 + rnd.IntN(4) {
			var rec []string
			for range 1 + rnd.IntN(4) {
				cell := ""
				for range rnd.IntN(5) {
					cell += pieces[rnd.IntN(len(pieces))]
				}
				rec = append(rec, strings.ReplaceAll(cell, "\r", ""))
			}
			require.NoError(t, w.Write(rec))
		}
		w.Flush()
		againstStandard(t, b.String())
	}
}

// assertPlaced checks that every rune of the title stands in text where its
// source says, given how the file writes that rune there.
func assertPlaced(t *testing.T, text string, title lint.Title, stands func(rest []rune, r rune) bool) {
	t.Helper()
	eol := "\n"
	if !strings.Contains(text, eol) {
		eol = "\r"
	}
	var lines [][]rune
	for line := range strings.SplitAfterSeq(text, eol) {
		lines = append(lines, []rune(line))
	}
	for i, r := range []rune(title.Text) {
		line, column := title.Source.At(i)
		require.True(t, line >= 1 && line <= len(lines), "line %d of %q", line, text)
		rest := lines[line-1]
		require.True(t, column >= 1 && column <= len(rest), "%d:%d for rune %d of %q in %q", line, column, i, title.Text, text)
		require.True(t, stands(rest[column-1:], r), "rune %d %q of %q is not at %d:%d of %q", i, r, title.Text, line, column, text)
	}
}

func standsCSV(rest []rune, r rune) bool {
	return rest[0] == r || r == '\n' && rest[0] == '\r'
}

func TestCSVPositions(t *testing.T) {
	for _, text := range []string{
		"a,\"法式\"\"方领\"\"连衣裙\"\n",
		"a,\"第一行\r\n第二行\n第三行\"\r\n",
		"\"x\ny\",\"\"\"引号开头\"\n",
		"q,\"加厚\"大衣\n",
		"q,\"\"后面还有\n",
		"q,\"a\"\"\"尾\"部\n",
		"q,裸\"引号\n",
		"a,\"旧\r苹果\"\rb,c",
	} {
		for r, err := range csvRows(text, ',') {
			require.NoError(t, err)
			src := lint.Source{}
			r.rec.place(1, &src)
			assertPlaced(t, text, lint.Title{Text: r.cells[1], Source: src}, standsCSV)
		}
	}
}

func TestCSVPositionExact(t *testing.T) {
	table := readText(t, "a.csv", "商品ID,商品名称\r\n1,\"羊毛\"\"软\"\"\r\n大衣\"\r\n")
	src := table.Titles[0].Source
	assert.Equal(t, "羊毛\"软\"\n大衣", table.Titles[0].Text)
	assert.Equal(t, lint.Source{File: "a.csv", Row: 2, Cell: "B2", Line: 2, Column: 4,
		Jumps: []lint.Jump{{Rune: 3, Line: 2, Column: 8}, {Rune: 5, Line: 2, Column: 11}, {Rune: 6, Line: 3, Column: 1}}}, src)
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"商品名称,品牌\n\"棉\"\"麻\",无\n", "a,b\r\n\"c\r\nd\",e", "\"a\"b,c\n", "\xff,\"", "a\rb\r", "\"\",\"\"\"\"\n\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// The checks below are quadratic, and \r\r\n in a cell means \r\n,
		// which no CSV writer writes back.
		if len(text) > 2048 || strings.Contains(text, "\r\r\n") {
			return
		}
		againstStandard(t, text)
		text = validUTF8([]byte(text))
		var copied strings.Builder
		var cells [][]string
		for r, err := range csvRows(text, ',') {
			if err != nil {
				return
			}
			for i, c := range r.cells {
				src := lint.Source{}
				r.rec.place(i, &src)
				assertPlaced(t, text, lint.Title{Text: c, Source: src}, standsCSV)
			}
			cells = append(cells, append([]string(nil), r.cells...))
			eol := r.rec.copy(&copied)
			copied.WriteString(eol)
		}
		if strings.Contains(text, "\r") && !strings.Contains(text, "\n") {
			return // old Mac records are not copied
		}
		again, err := scanAll(copied.String(), ',')
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("%q", cells), fmt.Sprintf("%q", again))
	})
}
