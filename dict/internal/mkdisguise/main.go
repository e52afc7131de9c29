// Mkdisguise writes the table of syllables that the search for homophones
// reads: every character of GB 2312 under its pinyin, without tones.
//
//	go run ./dict/internal/mkdisguise > dict/data/disguise/syllables.tsv
//
// It is a program of its own because go-pinyin costs 1.8 ms of every start.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const header = `# The characters of GB 2312 by syllable, without tones, ü written v.
# characters: under their first reading; also: those that people read so too. Written by dict/internal/mkdisguise.
syllable	characters	also	source
`

// second are the further readings of common characters; go-pinyin lists many
// that nobody types.
const second = "yue乐 zhang长 chong重 hang行 bo薄剥 pian便 xing省 luo落 sha厦 zang藏 chao朝 zhai翟 shan单 sheng盛 du都 qie茄 lou露 lv率 jue觉角 dan弹 hui会 zhuan传 jiang降 chang场 hao好 nan难 qi期 yao约 shi似 tiao调 jiao校 zhao着 lao络 gai盖 ka卡 qia卡 bai百 bei被 yin音 dai大"

func main() {
	first := map[string][]rune{}
	also := map[string][]rune{}
	for _, r := range gb2312() {
		if s := reading(r); s != "" {
			first[s] = append(first[s], r)
		}
	}
	for _, field := range strings.Fields(second) {
		s := strings.TrimRight(field, strings.TrimLeft(field, "abcdefghijklmnopqrstuvwxyz"))
		for _, r := range strings.TrimPrefix(field, s) {
			if reading(r) != s {
				also[s] = append(also[s], r)
			}
		}
	}
	var syllables []string
	for s := range first {
		syllables = append(syllables, s)
	}
	sort.Strings(syllables)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprint(out, header)
	for _, s := range syllables {
		fmt.Fprintf(out, "%s\t%s\t%s\tgo-pinyin v0.21.0 (MIT)\n", s, string(first[s]), string(also[s]))
	}
}

// reading returns the most usual syllable of r, "" where it has none.
func reading(r rune) string {
	args := pinyin.NewArgs()
	readings := pinyin.SinglePinyin(r, args)
	if len(readings) == 0 {
		return ""
	}
	return strings.ReplaceAll(readings[0], "ü", "v")
}

// gb2312 returns the Chinese characters of GB 2312 in its order.
func gb2312() []rune {
	decoder := simplifiedchinese.GBK.NewDecoder()
	var all []rune
	for hi := byte(0xb0); hi <= 0xf7; hi++ {
		for lo := byte(0xa1); lo <= 0xfe; lo++ {
			s, err := decoder.Bytes([]byte{hi, lo})
			if err != nil {
				continue
			}
			if r := []rune(string(s)); len(r) == 1 && r[0] >= 0x4e00 && r[0] < 0xa000 {
				all = append(all, r[0])
			}
		}
	}
	return all
}
