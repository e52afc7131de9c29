package sheet

import (
	"strings"
	"unicode"
)

// headerRows is how many rows from the top may hold the header: templates put
// a name, a guide and a legend above it.
const headerRows = 20

// aliases lists the headers of each role as shops, the platform and the tools
// around them write them, the surest first: where several columns fit a role,
// the one whose header stands first here is taken. So the platform's own
// product id wins over a merchant's code.
var aliases = map[Role][]string{
	RoleTitle: {
		"商品名称", "商品标题", "宝贝标题", "宝贝名称", "商品全名", "商品全称", "选购商品", "产品标题", "产品名称", "货品名称", "商品名",
		"标题", "品名", "title", "product title", "product name", "goods name", "goods title", "item name", "item title",
	},
	RoleID: {
		"商品ID", "商品编码(平台)", "平台商品ID", "平台商品编码", "SPUID", "SPU ID(平台)", "宝贝ID", "宝贝数字ID", "数字ID", "num_iid",
		"product id", "item id", "goods id", "spu id", "商品编号", "商品编码", "商品SPU编码", "SPU编码", "id", "商品编码(自定义)",
		"商家编码", "商家SPU编码", "商品货号", "货号", "out product id", "outer id", "merchant code",
	},
	RoleCategory: {
		"商品类目", "类目路径", "类目名称", "商品类目名称", "类目", "所属类目", "平台类目", "宝贝类目", "叶子类目", "末级类目", "商品分类",
		"category", "category name", "category path", "四级类目", "三级类目", "类目ID", "商品类目ID", "叶子类目ID", "category id", "cat id", "cid",
	},
	RoleBrand:  {"品牌", "品牌名称", "商品品牌", "品牌名", "brand", "brand name"},
	RoleShort:  {"短标题", "商品短标题", "short title"},
	RoleStatus: {"商品状态", "状态", "上架状态", "销售状态", "status"},
}

type alias struct {
	role Role
	rank int
}

var aliasOf = indexAliases()

func indexAliases() map[string]alias {
	m := map[string]alias{}
	for role, names := range aliases {
		for rank, name := range names {
			m[headerKey(name)] = alias{role, rank}
		}
	}
	return m
}

// decoration is what exports and templates add to a header, folded by foldHeader.
var decoration = strings.NewReplacer("(必填)", "", "(选填)", "", "(非必填)", "", "(可选)", "", "[必填]", "", "[选填]", "", "(必填项)", "",
	"(required)", "", "(optional)", "")

// headerKey returns what a header cell is compared by: lower case, without
// spaces, underscores, byte order marks, *, colons and notes such as （必填）.
func headerKey(cell string) string {
	key := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '_', r == '*', r == '＊', r == ':', r == '：', r == '\uFEFF', r == '\u200B':
			return -1
		case r == '（' || r == '）' || r == '【' || r == '】':
			return map[rune]rune{'（': '(', '）': ')', '【': '[', '】': ']'}[r]
		}
		return unicode.ToLower(r)
	}, cell)
	return decoration.Replace(key)
}

// lookup returns the role that a header cell names. A header with a longer
// note in it, on a second line or in brackets at the end, counts less than one
// that is a name and nothing else.
func lookup(cell string) (alias, bool) {
	if cell == "" || len(cell) > 400 {
		return alias{}, false
	}
	if a, ok := aliasOf[headerKey(cell)]; ok {
		return a, true
	}
	name, _, _ := strings.Cut(strings.TrimSpace(cell), "\n")
	key := headerKey(name)
	if i := strings.LastIndexAny(key, "(["); i > 0 && strings.HasSuffix(key, ")") || i > 0 && strings.HasSuffix(key, "]") {
		if _, ok := aliasOf[key]; !ok {
			key = key[:i]
		}
	}
	a, ok := aliasOf[key]
	a.rank += 100
	return a, ok
}

// guess returns the column, from 0, of each role that cells names as headers.
func guess(cells []string) map[Role]int {
	cols, ranks := map[Role]int{}, map[Role]int{}
	for i, cell := range cells {
		a, ok := lookup(cell)
		if !ok {
			continue
		}
		if old, taken := ranks[a.role]; !taken || a.rank < old {
			cols[a.role], ranks[a.role] = i, a.rank
		}
	}
	return cols
}
