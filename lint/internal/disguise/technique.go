package disguise

import "math/bits"

// Technique is a way to disguise a word. A disguise may use several at once:
// the values are bits.
type Technique uint32

// The techniques, in the order in which one of several is named.
const (
	Nickname      Technique = 1 << iota // 驴家
	Mask                                // 某印良品
	Initials                            // ysld
	Shuffle                             // 奈香儿
	Split                               // 禾日奈儿
	PinyinMixed                         // 雅诗兰dai
	PinyinFull                          // xiangnaier
	Emoji                               // 爱🐴仕
	Lookalike                           // 劳力土
	Homophone                           // 雅诗蓝黛
	Homoglyph                           // 0ppo
	Styled                              // 𝐧𝐢𝐤𝐞
	FullWidth                           // ＮＩＫＥ
	Radical                             // 爱⻢仕
	Traditional                         // 愛馬仕
	Combining                           // 耐̶克̶
	Repeat                              // 耐耐克克
	ZeroWidth                           // U+200B inside a word
	Symbol                              // 美/白
	Space                               // 耐 克
	Misspelt                            // chnel
	numTechniques = iota
)

var names = [numTechniques][2]string{
	{"绰号", "nickname"},
	{"遮字", "a masked character"},
	{"拼音首字母", "initials"},
	{"换字序", "shuffled characters"},
	{"拆字", "a character split into its parts"},
	{"拼音夹写", "pinyin for a character"},
	{"全拼", "written in pinyin"},
	{"表情代字", "an emoji for a word"},
	{"形近字", "a look-alike character"},
	{"同音字", "a character of the same sound"},
	{"形近字母或数字", "look-alike letters or digits"},
	{"花体字母", "styled letters"},
	{"全角字母", "full-width letters"},
	{"部首字符", "radicals instead of characters"},
	{"繁体或异体字", "Traditional or variant characters"},
	{"附加符号", "combining marks"},
	{"叠字", "repeated characters"},
	{"不可见字符", "invisible characters"},
	{"词中夹符号", "marks inside a word"},
	{"词中夹空格", "spaces inside a word"},
	{"错拼字母", "misspelt letters"},
}

// Name returns the name of the first technique of t in the language, "en" or
// Chinese.
func (t Technique) Name(lang string) string {
	if t == 0 {
		return ""
	}
	n := names[bits.TrailingZeros32(uint32(t))]
	if lang == "en" {
		return n[1]
	}
	return n[0]
}

// has reports whether t uses any of the techniques of u.
func (t Technique) has(u Technique) bool { return t&u != 0 }
