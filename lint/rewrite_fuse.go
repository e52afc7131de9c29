package lint

import (
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint/text"
)

// A word that no table lists comes out of the segmentation in pieces: 粉红莲 as
// 粉红 and 莲, 红鸾心动 as 红, 鸾 and 心动. A single Chinese character that means
// nothing by itself gives it away. Such a stretch is one word here, which stays
// whole or goes whole: a fragment of it would say something else.

// fused returns the number of terms from i on that make one word of which a
// single character is unknown, and its kind; 0 where there is none.
func (w *rewrite) fused(i, main int) (int, text.Kind) {
	j := i
	for j+1 < len(w.Terms) && w.fuses(j, main) {
		j++
	}
	if j == i {
		return 0, 0
	}
	return j - i + 1, w.fusedKind(i, j)
}

// fuses reports whether the terms i and i+1 are parts of one word.
func (w *rewrite) fuses(i, main int) bool {
	a, b := &w.Terms[i], &w.Terms[i+1]
	if !w.Adjacent(i) || i == main || i+1 == main {
		return false
	}
	switch {
	case a.Kind == dict.Spec && b.Folded == "装":
		return false // 12支装
	case a.Kind == dict.Spec && shard(b):
		r := []rune(a.Folded)
		return len(w.lex.Lookup(string(r[len(r)-1])+b.Folded)) > 0 // 40个性
	case shard(a) && shard(b):
		return true
	case unlisted(a) && single(b), single(a) && unlisted(b):
		return true // 半生熟, 小太阳
	case shard(a) && i > 0 && w.Adjacent(i-1) && strings.Contains("士生性", a.Folded) && (strings.HasSuffix(w.Terms[i-1].Folded, "男") || strings.HasSuffix(w.Terms[i-1].Folded, "女")):
		return false // 士 of 新款男士 belongs to what stands before it
	case shard(a):
		return w.fusible(b) && (!w.mainName(b) || strings.Contains(turning, a.Folded)) && !(i > 0 && w.Adjacent(i-1) && suffix(a) && w.fusible(&w.Terms[i-1]))
	case shard(b):
		return w.fusible(a) && !w.mainName(a)
	}
	return false
}

// mainName reports whether t names the goods as the main noun does, so that it
// may have to stand for itself.
func (w *rewrite) mainName(t *text.Term) bool {
	return t.Kind == dict.Category && len(w.Core) > 0 && w.SameGoods(&w.Terms[w.Core[0]], t)
}

// unlisted reports whether t is a Chinese word of several characters that the
// lexicon does not list.
func unlisted(t *text.Term) bool {
	return !t.Known && t.Kind == dict.Other && t.Len() > 1 && text.Han([]rune(t.Folded)[0])
}

// single reports whether t is one character that is a property by itself and
// may be a part of the word beside it.
func single(t *text.Term) bool {
	return t.Known && t.Len() == 1 && t.Kind.Attribute() && t.Kind != dict.Audience && t.Kind != dict.Season && text.Han([]rune(t.Folded)[0]) && t.GrammarRole() == ""
}

// shard reports whether t is a single Chinese character that no table lists and
// that is no word of grammar.
func shard(t *text.Term) bool {
	return !t.Known && t.Kind == dict.Other && t.Len() == 1 && text.Han([]rune(t.Folded)[0]) && !strings.Contains(particles, t.Folded)
}

// particles are single characters that join words and belong to none.
const particles = "至的是和了与及或也都之让给把被从到能会要就还很太更最"

// suffix reports whether t is a character that ends the word before it, 雅灰色 or
// 文具用, and begins none.
func suffix(t *text.Term) bool { return strings.Contains("款型式色风版用", t.Folded) }

// fusible reports whether a piece of an unknown word may hide in t: a short
// Chinese word that is no name, no number and no word of grammar.
func (w *rewrite) fusible(t *text.Term) bool {
	switch t.Kind {
	case dict.Mark, dict.Brand, dict.Spec, dict.Model, dict.Promo, dict.Hot, dict.Vague, dict.Person, dict.IP:
		return false
	}
	if t.GrammarRole() != "" || !text.Han([]rune(t.Folded)[0]) || strings.Contains(particles, t.Folded) {
		return false
	}
	if t.Kind == dict.Audience && t.Len() == 1 {
		return false
	}
	return t.Len() <= 2 || t.Len() == 3 && t.Kind != dict.Hype
}

// fusedKind returns what the word of the terms [i, j] is: what its one known
// word says, where a single character only turns or ends it, else unknown.
func (w *rewrite) fusedKind(i, j int) text.Kind {
	if last := &w.Terms[j]; last.Kind == dict.Colour || last.Folded == "色" && last.End-w.Terms[i].Start <= 3 || strings.Contains(shades, last.Folded) && w.Terms[i].Kind == dict.Material {
		return dict.Colour // 雅灰色, 碳纤维黑
	}
	if j != i+1 {
		return dict.Other
	}
	a, b := &w.Terms[i], &w.Terms[j]
	if b.Kind == dict.Category && len(w.Core) == 0 {
		return dict.Form
	}
	switch {
	case shard(b) && suffix(b) && a.Kind.Attribute():
		return a.Kind
	case shard(a) && b.Kind == dict.Category && strings.Contains(turning, a.Folded) && !w.SameGoods(b, &w.Terms[w.Core[0]]):
		return dict.Form // 无手柄, 双手柄
	case shard(a) && b.Kind == dict.Category, shard(a) && b.Kind.Attribute() && strings.Contains(turning, a.Folded):
		return b.Kind // 小彩灯
	}
	return dict.Other
}

// shades are the characters that make a colour of what stands before them.
const shades = "灰白黑红蓝绿粉紫黄金银棕"

// turning are the single characters that turn or count what follows.
const turning = "不无非未免防抗双单两三四五六八多全半可易耐去除零低高"
