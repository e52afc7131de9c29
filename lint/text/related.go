package text

// Related reports whether two product nouns may name the same goods: one
// standard word, one a kind of the other, or one leaf of the tree.
func (p *Parsed) Related(a, b *Term) bool { return related(p.noun(a), p.noun(b)) }

// SameNoun reports whether two product nouns have one standard word or the one
// is a kind of the other.
func (p *Parsed) SameNoun(a, b *Term) bool { return sameNoun(p.noun(a), p.noun(b)) }

// SameGoods reports whether two product nouns in one title are names of the
// same goods, so that the one stacks on the other: they are related, or they
// are kinds of one thing and no part, host or gift of each other.
func (p *Parsed) SameGoods(a, b *Term) bool { return sameGoods(p.noun(a), p.noun(b)) }

func related(a, b noun) bool { return sameNoun(a, b) || !a.Used(b.Noun) && a.ShareCategory(b.Noun) }

func sameNoun(a, b noun) bool {
	return a.Same(b.Noun) || (a.bare != a.Noun || b.bare != b.Noun) && a.bare.Same(b.bare)
}

func sameGoods(a, b noun) bool {
	switch {
	case sameNoun(a, b):
		return true
	case a.Used(b.Noun):
		return false
	}
	// kinds of one thing: 板鞋 and 小白鞋; heads of one character agree for
	// nouns that no table lists: 凭证盒 and 收纳盒
	return a.ShareCategory(b.Noun) || a.ShareKind(b.Noun) || a.head == b.head
}
