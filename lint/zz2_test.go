package lint

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"github.com/titlelint/titlelint/dict"
)

func TestZY(t *testing.T) {
	lex, _ := dict.Builtin()
	l, _ := New(Options{Lexicon: lex})
	f, _ := os.Open(os.Getenv("ZZ"))
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		r, p := l.check(Title{Text: sc.Text()})
		w := &rewrite{linter: l, original: &r, restored: &r, Parsed: p, lex: lex}
		w.read()
		fmt.Print("T: ", sc.Text(), "\n  ")
		for _, t := range w.Core {
			fmt.Print(w.Terms[t].Text, ":", w.nounWorth(t), " same=", w.SameGoods(&w.Terms[w.Core[0]], &w.Terms[t]), " known=", w.Terms[t].Known, " off=", w.offence(w.Terms[t].Span), "; ")
		}
		fmt.Println()
	}
}
