package lint_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
)

// Titles of random words under random categories, checked on all cores, are all
// answered, and as they are one by one. With -race it shows that what the rules
// share is read only.
func TestRandomTitles(t *testing.T) {
	lexicon, err := dict.Builtin()
	require.NoError(t, err)
	var words []string
	lexicon.Words(func(w string, _ int) {
		if lexicon.Lookup(w) != nil {
			words = append(words, w)
		}
	})
	random := rand.New(rand.NewPCG(3, 1))
	joints := []string{"", "", " ", "送", "赠", "含", "+", "/", "、", "（", "）", "适用", "任选", "套装", "同款", "3件", "&nbsp"}
	categories := []string{"", "食品饮料>茗茶>铁观音", "手机通讯>手机配件>手机壳/保护套", "图书>小说", "家具>卧室家具>床", "生鲜>水果>苹果"}
	titles := make([]lint.Title, 2000)
	for i := range titles {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(joints[random.IntN(len(joints))])
			b.WriteString(words[random.IntN(len(words))])
		}
		titles[i] = lint.Title{Text: b.String(), Category: categories[random.IntN(len(categories))]}
	}
	l := newLinter(t, lint.Options{})
	results, err := l.CheckAll(context.Background(), titles, nil)
	require.NoError(t, err)
	require.Len(t, results, len(titles))
	for i := 0; i < len(titles); i += 50 {
		one := l.Check(titles[i])
		assert.Equal(t, one.Core, results[i].Core, titles[i].Text)
		assert.Equal(t, one.Suggestion, results[i].Suggestion, titles[i].Text)
	}
}
