package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The reasons for which a row is no title.
var (
	skipBlank   = Skip{Code: "blank-title", Reason: Text{ZH: "标题是空的", EN: "the title is blank"}}
	skipExample = Skip{Code: "example", Reason: Text{ZH: "示例行", EN: "an example row"}}
	skipTotal   = Skip{Code: "total", Reason: Text{ZH: "合计行", EN: "a row of totals"}}
	skipNote    = Skip{Code: "note", Reason: Text{ZH: "说明行", EN: "a note"}}
	skipHeader  = Skip{Code: "header", Reason: Text{ZH: "重复的表头", EN: "the header again"}}
)

var (
	exampleWords = []string{"示例", "样例", "范例", "例子"}
	totalWords   = []string{"本页合计", "合计", "总计", "小计", "共计", "subtotal", "grand total", "total"}
	noteWords    = []string{"填写说明", "说明", "注意事项", "注意", "备注", "提示", "注"}
	legendWords  = []string{"必填", "选填", "非必填", "可选", "必填项", "选填项"}
)

// skipReason reports whether a row below the header is no product, and why.
// It looks at the title, the id and the first cell only, since 示例 or 合计 may
// well stand in a remark about a product.
func (l layout) skipReason(r row) (Skip, bool) {
	cells := r.cells
	title := cell(cells, l.cols[RoleTitle])
	first, count := "", r.rest
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			if first == "" {
				first = c
			}
			count++
		}
	}
	id := first
	if i, ok := l.cols[RoleID]; ok {
		id = strings.TrimSpace(cell(cells, i))
	}
	trimmed := strings.TrimSpace(title)
	switch {
	case isTotal(first, trimmed), isTotal(id, trimmed):
		return skipTotal, true
	case labelled(first, exampleWords), labelled(id, exampleWords), labelled(trimmed, exampleWords),
		strings.HasPrefix(trimmed, "例：") || strings.HasPrefix(trimmed, "例:"):
		return skipExample, true
	// A note stands alone in its row, though it may stand in the title column.
	case count == 1 && len(l.cells) > 1 && (labelled(first, noteWords) || strings.HasPrefix(first, "※")):
		return skipNote, true
	case trimmed == "":
		return skipBlank, true
	case isOneOf(trimmed, legendWords):
		return skipNote, true
	case l.header > 0 && count > 1 && l.isHeader(trimmed):
		return skipHeader, true
	}
	return Skip{}, false
}

// isHeader reports whether a title is the header of its column again. Titles
// that clearly are not are not folded: there are 100,000 of them.
func (l layout) isHeader(title string) bool {
	if len(title) > len(l.titleKey)+60 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(l.titleKey)
	return (last < utf8.RuneSelf || strings.ContainsRune(title, last)) && headerKey(title) == l.titleKey
}

// labelled reports whether s is one of the words, or begins with one that
// something other than a letter follows, or has one in brackets at its front:
// 示例：A001, 【示例】…, 合计 12, but not 注射器 or 合计王.
func labelled(s string, words []string) bool {
	if len(s) == 0 {
		return false
	}
	s = strings.TrimLeft(s, "【[（(*")
	for _, w := range words {
		if len(s) < len(w) || s[0]|0x20 != w[0]|0x20 || !strings.EqualFold(s[:len(w)], w) {
			continue
		}
		next, size := utf8.DecodeRuneInString(s[len(w):])
		if size == 0 || !unicode.IsLetter(next) {
			return true
		}
	}
	return false
}

// isTotal reports whether the cell s says that its row sums others up. Total
// is a brand of oil too, so that a row with a name in its title is a product
// unless the cell is the word and nothing else.
func isTotal(s, title string) bool {
	if s != title && isOneOf(strings.TrimRight(s, ":： "), totalWords) {
		return true
	}
	if s == title {
		for _, w := range totalWords {
			if strings.HasPrefix(title, w) {
				title = title[len(w):]
				break
			}
		}
	}
	return labelled(s, totalWords) && strings.IndexFunc(title, unicode.IsLetter) < 0
}

func isOneOf(s string, words []string) bool {
	s = strings.Trim(s, "（）()*【】[]")
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

func cell(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}
