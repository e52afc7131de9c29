package dict

// Path is a way through the words of a lexicon, from their first rune on: it
// finds what several strings spell together without joining them.
type Path struct {
	lexicon *Lexicon
	node    node  // of the image
	lost    bool  // no word of the image goes on so
	own     *twig // nil where no word of the shop goes on so
}

// Path returns the way that has not gone over any rune yet.
func (l *Lexicon) Path() Path { return Path{lexicon: l, node: l.image.nodes[0], own: l.added} }

// Go goes on over the runes of a folded text and reports whether any word does.
func (p *Path) Go(folded string) bool {
	im := p.lexicon.image
	for _, r := range folded {
		if !p.lost {
			var at uint32
			at, p.node = im.child(p.node, im.codes.at(r))
			p.lost = at == 0
		}
		if p.own != nil {
			p.own = p.own.next[r]
		}
		if p.lost && p.own == nil {
			return false
		}
	}
	return true
}

// Word returns the word that ends here.
func (p *Path) Word() Word {
	if own := p.own.word(); own != nil {
		return Word{p.lexicon, ownWords | own.number}
	}
	return Word{p.lexicon, p.node.value()} // a lost way has the zero node
}
