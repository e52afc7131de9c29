package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func applied(t *testing.T, path string) (*Table, string) {
	t.Helper()
	table, err := Read(path, Options{})
	require.NoError(t, err)
	changes, _, err := table.Accepted()
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "新.xlsx")
	require.NoError(t, table.WriteApplied(out, changes))
	requireValid(t, out)
	return table, out
}

func TestApply(t *testing.T) {
	in := everything(t)
	_, out := check(t, in, faulty)
	out = edit(t, out, map[string]string{"H6": "是", "G6": " 加厚羊毛大衣女 ", "H7": "否", "G7": "不要", "H8": "是"})
	table, clean := applied(t, out)
	changes, empty, err := table.Accepted()
	require.NoError(t, err)
	assert.Empty(t, empty, "row 8 is no title")
	require.Len(t, changes, 1)
	assert.Equal(t, "B6", changes[0].Source.Cell)

	was, is := rowsOf(t, in), rowsOf(t, clean)
	was[5][1] = "加厚羊毛大衣女"
	assert.Equal(t, was, is)
	f, err := excelize.OpenFile(clean)
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"Sheet1", "汇总", "修改记录"}, f.GetSheetList())
	log, err := f.GetRows("修改记录")
	require.NoError(t, err)
	assert.Equal(t, []string{"Sheet1", "B6", "1000017345900037", "加厚羊毛大衣女中长款", "加厚羊毛大衣女"}, log[1])
	for _, n := range f.GetDefinedName() {
		assert.NotContains(t, n.Name, ownPrefix)
	}
	comments, err := f.GetComments("Sheet1")
	require.NoError(t, err)
	assert.Len(t, comments, 1, "hers stays")
	data, err := os.ReadFile(clean)
	require.NoError(t, err)
	for name, part := range zipParts(t, data) {
		if strings.HasSuffix(name, ".xml") {
			assert.NotContains(t, part, "_titlelint", name)
		}
	}
	_, _, err = mustRead(t, clean).Accepted()
	assert.Equal(t, CodeColumn, codeOf(t, err))
}

func mustRead(t *testing.T, path string) *Table {
	t.Helper()
	table, err := Read(path, Options{})
	require.NoError(t, err)
	return table
}

// With nothing accepted, the same cells come back, and no sheet more.
func TestApplyNothing(t *testing.T) {
	for _, in := range []string{workbook(t, goods), everything(t)} {
		_, out := check(t, in, faulty)
		_, clean := applied(t, out)
		assert.Equal(t, rowsOf(t, in), rowsOf(t, clean))
		a, err := excelize.OpenFile(in)
		require.NoError(t, err)
		b, err := excelize.OpenFile(clean)
		require.NoError(t, err)
		assert.Equal(t, a.GetSheetList(), b.GetSheetList())
		assert.Equal(t, a.GetDefinedName(), b.GetDefinedName())
		was, err := os.ReadFile(in)
		require.NoError(t, err)
		is, err := os.ReadFile(clean)
		require.NoError(t, err)
		parts := zipParts(t, is)
		for name, part := range zipParts(t, was) {
			if name != "[Content_Types].xml" && name != "xl/styles.xml" && !strings.Contains(name, "_rels") && name != "xl/worksheets/sheet1.xml" && name != "xl/comments1.xml" {
				assert.Equal(t, part, parts[name], name)
			}
		}
	}
}

func TestApplyInPlace(t *testing.T) {
	_, out := check(t, workbook(t, goods), faulty)
	out = edit(t, out, map[string]string{"H6": "是", "G6": "羊毛大衣"})
	before, err := os.ReadFile(out)
	require.NoError(t, err)
	table := mustRead(t, out)
	changes, _, err := table.Accepted()
	require.NoError(t, err)
	assert.Equal(t, CodeOutput, codeOf(t, table.WriteApplied(out, changes)))
	backup, err := table.ApplyInPlace(changes)
	require.NoError(t, err)
	kept, err := os.ReadFile(backup)
	require.NoError(t, err)
	assert.Equal(t, before, kept)
	assert.Equal(t, "羊毛大衣", mustRead(t, out).Titles[0].Text)
	assert.True(t, strings.HasSuffix(backup, "改过-备份1.xlsx"))
}
