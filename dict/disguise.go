package dict

// Disguises are the tables that the search for disguised words reads: which
// words sellers hide, and what hides them. They are read-only once loaded and
// safe for concurrent use.
type Disguises struct {
	Protected  []Protected
	Sectors    map[string]Sector
	Glyphs     map[rune]Glyph    // a character that looks like a plain one
	Syllables  []Syllable        // by syllable, in the order of the alphabet
	Lookalikes map[rune][]rune   // Chinese characters that are mistaken for each other
	Parts      map[rune][]string // a Chinese character → the ways to write it as its parts
	Emoji      map[rune][]string // a picture → the words that it stands for
	Nicknames  []Nickname
	Initials   []Nickname
	Honest     map[string]bool // Latin words that are near a protected one and mean themselves
}

// Secret says what kind of word a protected one is.
type Secret string

// The kinds of protected words.
const (
	SecretBrand    Secret = "brand"
	SecretClaim    Secret = "claim"    // an efficacy or an absolute term
	SecretContact  Secret = "contact"  // a way to reach the seller elsewhere
	SecretPlatform Secret = "platform" // another place of trade
	SecretBanned   Secret = "banned"   // goods that may not be sold, and shop-talk of copies
	SecretGoods    Secret = "goods"    // a plain product word, fit to be restored
)

// Protected is a word that sellers disguise.
type Protected struct {
	Word    string   // Chinese; may be empty for a brand known by its Latin name alone
	Latin   []string // the openly written Latin names
	Kind    Secret
	Sectors []string // the goods among which a weak disguise counts; "*" any
	Ridden  bool     // a brand that is ridden on
	Hant    bool     // openly written in Traditional characters
}

// Sector is a kind of goods, by what shows it in a title.
type Sector struct {
	Any   bool
	Tops  []string // names of top categories
	Words []string // words, folded
}

// Glyph is what a character that looks like a plain one stands for.
type Glyph struct {
	Plain rune
	How   string // fullwidth, styled, homoglyph, radical, accent
}

// Syllable is a syllable of pinyin, without its tone, with the characters that
// are read so: Also holds those for which it is a further reading.
type Syllable struct {
	Name       string // ü is v
	Characters string
	Also       string
}

// Nickname is a name or a shorthand that buyers understand as another word.
type Nickname struct {
	Name    string
	Plain   string
	Sectors []string // the goods among which it is understood so; "*" any
	With    []string // one of these stands in the title too; empty: no matter
	Unless  []string // words that make it innocent
}

// BuiltinDisguises loads the tables that are built into the program.
func BuiltinDisguises() (*Disguises, error) {
	return loadDisguises(data)
}
