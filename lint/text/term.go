package text

import "github.com/titlelint/titlelint/dict"

// Kind is the kind of a word in a product title.
type Kind = dict.Kind

// Term is one word of a title with its meaning there.
type Term struct {
	Span
	Text      string      // as it stands in the title
	Folded    string      // as the lexicon writes it
	Canonical string      // the standard word for it; Folded where there is none
	Entry     *dict.Entry // nil unless Known
	Kind      Kind        // the kind that fits this place best
	Role      Role        // what a product noun does in the title
	Known     bool        // the lexicon has it; otherwise the kind is a guess from its form or place
	property  bool        // a word that states a property too
}

// Has reports whether the term's entry carries the attribute key.
func (t *Term) Has(key string) bool { return t.Entry != nil && t.Entry.Has(key) }

// Role says what a product noun does in a title.
type Role uint8

// The roles of a product noun.
const (
	NoRole    Role = iota // no product noun
	Subject               // names what is sold
	Modifier              // belongs to the noun right after it: 手机 in 手机支架
	Host                  // what the goods are made for or used with: 适用手机
	Gift                  // comes along for free: 送充电器
	Component             // a part or a piece of content that is named: 含支架
)
