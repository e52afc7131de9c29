package dict

import "io"

// TalkClass says what a word does in a sentence.
type TalkClass string

// The classes of words of sentences.
const (
	Particle TalkClass = "particle" // 啦, 吧
	Pronoun  TalkClass = "pronoun"  // 你, 这件
	Adverb   TalkClass = "adverb"   // 都, 真的
	Verb     TalkClass = "verb"     // 觉得, 遇见
	Verse    TalkClass = "verse"    // 岁月, 山河
	Weak     TalkClass = "weak"     // 的: tells little by itself
)

var talkClasses = []TalkClass{Particle, Pronoun, Adverb, Verb, Verse, Weak}

// Talk holds the words of sentences and of verse, by their folded form.
type Talk map[string]TalkClass

// BuiltinTalk loads the words that are built into the program.
func BuiltinTalk() (Talk, error) {
	f, err := data.Open("data/talk.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readTalk(f)
}

func readTalk(r io.Reader) (Talk, error) {
	return readClasses(r, "talk.tsv", talkClasses)
}
