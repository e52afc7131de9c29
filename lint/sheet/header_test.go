package sheet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHeaders(t *testing.T) {
	for header, want := range map[string]map[Role]string{
		"商品编码(平台),商品名称,状态":             {RoleID: "A 商品编码(平台)", RoleTitle: "B 商品名称", RoleStatus: "C 状态"},
		"商家编码,商品 ID,\uFEFF*商品标题 (必填)":  {RoleID: "B 商品 ID", RoleTitle: "C \uFEFF*商品标题 (必填)"},
		"Product_Name,SPU ID,Category": {RoleTitle: "A Product_Name", RoleID: "B SPU ID", RoleCategory: "C Category"},
		"选购商品,商品编码（自定义）,商品编码（平台）":      {RoleTitle: "A 选购商品", RoleID: "C 商品编码（平台）"},
		"标题,商品名称,类目ID,所属类目,短标题,品牌":     {RoleTitle: "B 商品名称", RoleCategory: "D 所属类目", RoleShort: "E 短标题", RoleBrand: "F 品牌"},
		"商品标题（最多 60 个字）,品牌【选填】":        {RoleTitle: "A 商品标题（最多 60 个字）", RoleBrand: "B 品牌【选填】"},
		"\"商品标题\n5 到 60 字\",num_iid":   {RoleTitle: "A 商品标题\n5 到 60 字", RoleID: "B num_iid"},
		"订单状态,店铺名称,商品全名,货号":            {RoleTitle: "C 商品全名", RoleID: "D 货号"},
	} {
		row := strings.Repeat("童装卫衣,", 6)
		table := readText(t, "a.csv", header+"\n"+row+"\n")
		assert.Equal(t, want, chosen(table), header)
	}
}

func TestHeaderBelowLimit(t *testing.T) {
	_, err := ReadFrom(strings.NewReader(strings.Repeat("说明\n", headerRows)+"商品名称\n雨衣\n"), "a.csv", Options{})
	assert.Equal(t, CodeNoTitleColumn, codeOf(t, err))
	table := readText(t, "a.csv", strings.Repeat("说明\n", headerRows-1)+"商品名称\n雨衣\n")
	assert.Equal(t, headerRows, table.HeaderRow)
}

func TestOverrides(t *testing.T) {
	const text = "导出,,,\n编号,名字,商品名称,牌子\nx1,雨衣,雨衣旧名,无品牌\n"
	for _, c := range []struct {
		name    string
		columns map[Role]string
		want    map[Role]string
		titles  []string
	}{
		{"by header", map[Role]string{RoleTitle: "名字", RoleID: "编号"}, map[Role]string{RoleTitle: "B 名字", RoleID: "A 编号"}, []string{"雨衣"}},
		{"by letter", map[Role]string{RoleBrand: "d"}, map[Role]string{RoleTitle: "C 商品名称", RoleBrand: "D 牌子"}, []string{"雨衣旧名"}},
		{"title by letter beside known headers", map[Role]string{RoleTitle: "B"}, map[Role]string{RoleTitle: "B 名字"}, []string{"雨衣"}},
		{"loosely", map[Role]string{RoleTitle: "* 名 字（必填）"}, map[Role]string{RoleTitle: "B 名字"}, []string{"雨衣"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := ReadFrom(strings.NewReader(text), "a.csv", Options{Columns: c.columns})
			require.NoError(t, err)
			assert.Equal(t, c.want, chosen(table))
			assert.Equal(t, 2, table.HeaderRow)
			assert.Equal(t, c.titles, texts(table))
		})
	}
}

func TestOverrideWithoutHeader(t *testing.T) {
	table, err := ReadFrom(strings.NewReader("1,雨衣\n2,雨鞋\n"), "a.csv", Options{Columns: map[Role]string{RoleTitle: "B", RoleID: "A"}})
	require.NoError(t, err)
	assert.Equal(t, 0, table.HeaderRow)
	assert.Equal(t, []string{"雨衣", "雨鞋"}, texts(table))
	assert.Equal(t, []string{"1", "2"}, ids(table))
}

func TestOverrideErrors(t *testing.T) {
	const text = "商品ID,商品名称,牌子\n1,雨衣,无\n"
	for _, c := range []struct {
		columns map[Role]string
		zh, en  string
	}{
		{map[Role]string{RoleBrand: "牌 字"}, "a.csv：列设置 brand：没有叫「牌 字」的列。现有列：A 商品ID、B 商品名称、C 牌子。是不是「牌子」？",
			`a.csv: column setting brand: there is no column "牌 字"; the columns are: A 商品ID, B 商品名称, C 牌子; did you mean "牌子"?`},
		{map[Role]string{RoleTitle: "名称"}, "a.csv：列设置 title：没有叫「名称」的列。现有列：A 商品ID、B 商品名称、C 牌子。是不是「商品名称」？", ""},
		{map[Role]string{RoleTitle: "Z"}, "a.csv：列设置 title：没有叫「Z」的列。现有列：A 商品ID、B 商品名称、C 牌子", ""},
		{map[Role]string{"titel": "B"}, "a.csv：没有叫「titel」的列用途。可用的有 title, id, category, brand, short_title, status。是不是「title」？", ""},
	} {
		_, err := ReadFrom(strings.NewReader(text), "a.csv", Options{Columns: c.columns})
		var e *Error
		require.ErrorAs(t, err, &e)
		assert.Equal(t, CodeColumn, e.Code)
		assert.Equal(t, c.zh, err.Error())
		if c.en != "" {
			assert.Equal(t, c.en, e.In("en"))
		}
	}
}

func codeOf(t *testing.T, err error) string {
	t.Helper()
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.NotEmpty(t, e.Problem.ZH)
	assert.NotEmpty(t, e.Problem.EN)
	assert.NotEmpty(t, e.Cure.ZH)
	assert.NotEmpty(t, e.Cure.EN)
	return e.Code
}
