package lint

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

var duplicateTitle = Rule{
	Code: "WX801", Name: "duplicate-title", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title:   Text{"标题重复", "duplicate title"},
		What:    Text{"两个商品用了同一个标题；同一商品的多行、已下架和草稿不算。", "Two products have one title; rows of one product, off-shelf ones and drafts do not count."},
		Why:     Text{"商品审核：相似商品经营受限", "the audit limits near-identical products"},
		How:     Text{"合并成一个商品的多个规格，或写清两者的区别。", "Make them variants of one product, or say what parts them."},
		Cost:    Text{"商品经营受限", "the products are limited"},
		Sources: []Ref{{"audit", Official, Text{"ProductSpuAudit 回调：相似商品", "ProductSpuAudit callback: near-identical products"}}},
	},
	Bad:  []Example{{Title: "手工白瓷茶杯家用 150ml"}, {Title: "手工白瓷茶杯家用 150ml"}},
	Good: []Example{{Title: "手工白瓷茶杯家用 150ml"}, {Title: "手工青瓷茶壶家用 600ml"}},
	CheckAll: func(b *Batch) {
		b.reportTwins(func(r *Result) uint64 { return r.same }, nil, "和%s的标题完全相同", "has the title of %s")
	},
}

var nearDuplicateTitle = Rule{
	Code: "WX802", Name: "near-duplicate-title", Severity: Warning, Fix: FixNone,
	Doc: Doc{
		Title:   Text{"标题近似", "near-duplicate title"},
		What:    Text{"两个商品的标题除规格、颜色和词序外相同。", "Two titles are the same but for specifications, colours and the order of words."},
		Why:     Text{"商品审核：相似商品经营受限", "the audit limits near-identical products"},
		How:     Text{"合并成一个商品的多个规格，或写清两者的区别。", "Make them variants of one product, or say what parts them."},
		Cost:    Text{"商品可能经营受限", "the products may be limited"},
		Sources: []Ref{{"audit", Official, Text{"ProductSpuAudit 回调：相似商品", "ProductSpuAudit callback: near-identical products"}}},
	},
	Bad:  []Example{{Title: "手工白瓷茶杯家用 150ml"}, {Title: "家用手工白瓷茶杯 300ml"}},
	Good: []Example{{Title: "手工白瓷茶杯家用 150ml"}, {Title: "手工青瓷茶壶家用 600ml"}},
	CheckAll: func(b *Batch) {
		b.reportTwins(func(r *Result) uint64 { return r.near }, func(r *Result) uint64 { return r.same }, "和%s的标题只差规格或词序", "differs from %s in specifications or order only")
	},
}

// reportTwins reports every product whose key another product before it has
// too. Where not is given, products that agree in it are left to another rule.
func (b *Batch) reportTwins(key, not func(*Result) uint64, zh, en string) {
	first := map[uint64]int{}
	for i := range b.Results {
		r := &b.Results[i]
		if r.OffShelf || key(r) == 0 {
			continue
		}
		j, seen := first[key(r)]
		if !seen {
			first[key(r)] = i
			continue
		}
		other := &b.Results[j]
		if other.ID == r.ID || not != nil && not(r) == not(other) {
			continue
		}
		b.Report(i, Report{Message: fmt.Sprintf(b.Say(zh, en), place(other.Title))})
		if !slices.ContainsFunc(other.Findings, func(f Finding) bool { return f.Rule == b.Rule.Code }) {
			b.Report(j, Report{Message: fmt.Sprintf(b.Say(zh, en), place(r.Title))})
		}
	}
}

// place names a product for the finding of another: its id and its row.
func place(t Title) string {
	switch {
	case t.Source.Row > 0:
		return fmt.Sprintf("「%s」(%s:%d)", t.ID, t.Source.File, t.Source.Row)
	default:
		return fmt.Sprintf("「%s」", t.ID)
	}
}

// fingerprint returns the keys by which titles are held to be the same: of the
// whole title without spaces and marks, and of its words without
// specifications, colours and order. 0 means that there is too little
// to tell.
func fingerprint(p *text.Parsed) (same, near uint64) {
	if s := string(p.Stripped().Runes); s != "" {
		same = hash(s)
	}
	var words []string
	for i := range p.Terms {
		switch t := &p.Terms[i]; t.Kind {
		case dict.Mark, dict.Spec, dict.Colour, dict.Promo, dict.Hype:
		default:
			words = append(words, t.Folded)
		}
	}
	if len(words) >= 3 {
		slices.Sort(words)
		near = hash(strings.Join(slices.Compact(words), "\x00"))
	}
	return same, near
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s)) // never fails
	return h.Sum64()
}
