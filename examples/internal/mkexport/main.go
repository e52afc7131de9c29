// Command mkexport writes examples/store-export.xlsx, the made-up export of a
// shop, from products.tsv beside it:
//
//	go run ./examples/internal/mkexport
//
// The same table gives the same bytes, so that a stale workbook is seen.
package main

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/titlelint/titlelint/dict"
)

//go:embed products.tsv
var table string

// out is the workbook, from the top of the repository.
const out = "examples/store-export.xlsx"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "mkexport:", err)
		os.Exit(1)
	}
}

func run() error {
	products, err := readProducts()
	if err != nil {
		return err
	}
	data, err := workbook(products)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o666)
}

// product is one row of products.tsv.
type product struct {
	shows, title, short, subtitle, brand, category string
	categoryID                                     int
	price                                          float64
}

var columns = []string{"shows", "title", "short", "subtitle", "brand", "category", "price"}

// readProducts reads products.tsv. A category that is no leaf of the
// platform's tree is an error.
func readProducts() ([]product, error) {
	lexicon, err := dict.Builtin()
	if err != nil {
		return nil, err
	}
	var products []product
	err = dict.ReadTable(strings.NewReader(table), "products.tsv", columns, func(_ int, c []string) error {
		p := product{shows: c[0], title: c[1], short: c[2], subtitle: c[3], brand: c[4], category: c[5]}
		node := lexicon.Tree.Find(p.category)
		if node == nil || !node.Leaf || node.Path != p.category {
			return fmt.Errorf("%q is no leaf category: take a path from dict/data/tree.tsv", p.category)
		}
		p.categoryID = node.ID
		p.price, err = strconv.ParseFloat(c[6], 64)
		products = append(products, p)
		return err
	})
	return products, err
}

var headers = []any{
	"商品ID", "SPU编码", "商品名称", "副标题", "价格(元)", "最高价(元)", "总库存", "总销量", "总订单数", "总曝光量", "状态", "子状态",
	"上架时间", "编辑时间", "品牌", "SKU数", "商品类型", "类目ID", "商品类目", "短标题", "发货方式", "主图", "销售渠道",
}

// cells returns the row of the export for the product with that number from 0.
// Ids are texts: as numbers Excel would round them.
func (p product) cells(i int) []any {
	price := p.price
	sold := i * 37 % 211
	return []any{
		strconv.Itoa(10000260100000 + i*137), fmt.Sprintf("SPU%05d", 20001+i), p.title, p.subtitle, price, price + float64(i%4*10), 50 + i*13%400, sold, sold - sold/9,
		sold*41 + i*53%97, "销售中", "", fmt.Sprintf("2026-%02d-%02d 10:20:30", 3+i%7, 1+i%28), fmt.Sprintf("2026-10-%02d 09:00:00", 1+i%30), p.brand, 1 + i%4, "普通商品",
		strconv.Itoa(p.categoryID), p.category, p.short, "快递发货", fmt.Sprintf("https://example.com/i/%d.jpg", i), "微信小店",
	}
}

// notes are the lines of the second sheet.
var notes = []string{
	"说明",
	"这是一份虚构的商品导出表，用来试用 titlelint。商品、店铺品牌和编号都是编的。",
	"表里有正常的标题，也有专门写错的标题，每一种问题都有例子。",
	"检查：titlelint check store-export.xlsx -o checked.xlsx",
	"商品ID 是文本；请不要改成数字，否则 Excel 会把末尾几位变成 0。",
}

func workbook(products []product) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet, guide = "商品列表", "说明"
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return nil, err
	}
	last := len(products) + 1
	steps := []func() error{
		func() error { return f.SetSheetName("Sheet1", sheet) },
		func() error { return f.SetSheetRow(sheet, "A1", &headers) },
		func() error { return f.SetColWidth(sheet, "A", "B", 17) },
		func() error { return f.SetColWidth(sheet, "C", "C", 60) },
		func() error { return f.SetColWidth(sheet, "M", "N", 19) },
		func() error { return f.SetColWidth(sheet, "S", "T", 28) },
		func() error { return f.SetCellStyle(sheet, "A1", "W1", bold) },
		func() error { return f.SetCellStyle(sheet, "A2", fmt.Sprint("A", last), text) },
		func() error { return f.SetCellStyle(sheet, "R2", fmt.Sprint("R", last), text) },
		func() error {
			return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
		},
		func() error { _, err := f.NewSheet(guide); return err },
		func() error { return f.SetColWidth(guide, "A", "A", 90) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	for i, p := range products {
		row := p.cells(i)
		if err := f.SetSheetRow(sheet, fmt.Sprint("A", i+2), &row); err != nil {
			return nil, err
		}
	}
	for i, line := range notes {
		if err := f.SetCellStr(guide, fmt.Sprint("A", i+1), line); err != nil {
			return nil, err
		}
	}
	buffer, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return stored(buffer.Bytes())
}

// stored returns the package with its parts sorted and not compressed: what
// deflate makes of the same bytes changes with the version of Go.
func stored(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(z.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		p, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store})
		if err == nil {
			_, err = io.Copy(p, r)
		}
		if r.Close(); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
