package sheet

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"
	"iter"
	"strings"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/sheet/internal/xlsx"
)

// The words of the column 采用. A row that says accepted takes what stands in
// 建议标题, edited or not.
const (
	accepted = "是"
	refused  = "否"
)

// previousMark is what an earlier run and the person after it left in a row.
type previousMark struct{ suggestion, accept, remark string }

// state is a set of hashes: of each title that was checked, and of each title
// together with what was proposed for it. So the next run knows, however the
// rows were sorted since, which titles are as they were and which proposals a
// person edited.
type state map[uint64]bool

func hashOf(texts ...string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(texts, "\x00")))
	return h.Sum64()
}

func (s state) add(r *lint.Result) {
	s[hashOf(r.Text)] = true
	if p := proposed(r); p != "" {
		s[hashOf(r.Text, p)] = true
	}
}

// stateCell is how many hashes a cell of the state sheet holds.
const stateCell = 2000

// rows returns the state as rows of one cell, sorted, so that the same titles
// make the same file.
func (s state) rows() iter.Seq[[]xlsx.NewCell] {
	return func(yield func([]xlsx.NewCell) bool) {
		var b []byte
		flush := func() bool {
			ok := len(b) == 0 || yield([]xlsx.NewCell{{Text: base64.RawStdEncoding.EncodeToString(b)}})
			b = b[:0]
			return ok
		}
		for _, h := range sortedKeys(s) {
			if b = binary.BigEndian.AppendUint64(b, h); len(b) == 8*stateCell && !flush() {
				return
			}
		}
		flush()
	}
}

// readState reads the state that an earlier run left in the workbook.
func readState(w *xlsx.Workbook, own ownMarks) state {
	s := state{}
	for _, sheet := range w.Sheets {
		if sheet.Name != own.sheets["state"] {
			continue
		}
		for row, err := range w.Rows(sheet) {
			if err != nil {
				return s
			}
			for _, c := range row.Cells {
				b, err := base64.RawStdEncoding.DecodeString(string(c.Text()))
				for ; err == nil && len(b) >= 8; b = b[8:] {
					s[binary.BigEndian.Uint64(b)] = true
				}
			}
		}
	}
	return s
}

// carry puts what a person wrote beside the results of an earlier run into the
// new ones: a remark and a choice where the title is as it was then, and the
// proposal where she edited or accepted it.
func (t *Table) carry(m *marks) {
	if len(t.book.previous) == 0 {
		return
	}
	old := readState(t.book.workbook, t.book.own)
	m.carried = map[int]carried{}
	for _, s := range t.Skipped {
		m.carried[s.Row] = carried{remark: t.book.previous[s.Row].remark}
	}
	for i := range t.Titles {
		title := &t.Titles[i]
		p := t.book.previous[title.Source.Row]
		if !old[hashOf(title.Text)] {
			continue
		}
		c := carried{accept: p.accept, remark: p.remark}
		if p.accept == accepted || !old[hashOf(title.Text, p.suggestion)] {
			c.suggestion = p.suggestion
		}
		m.carried[title.Source.Row] = c
	}
}
