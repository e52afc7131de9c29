package disguise

import "github.com/titlelint/titlelint/dict"

// judgeShape judges a word whose characters are all there in another shape:
// Traditional, radicals, styled, with combining marks.
func (s *search) judgeShape(w *word, t *tally, first, last int) (Technique, float64) {
	technique := t.shape & -t.shape // the first of them
	if technique == Traditional {
		if w.Kind == dict.SecretGoods || w.Hant || s.traditionalTitle(first, last) || s.ordinary(w, first, last, loose) {
			return 0, 0
		}
		if w.Kind == dict.SecretBrand && !w.Ridden && !s.fits(w, first, last) {
			return 0, 0
		}
		return Traditional, 0.85
	}
	if s.ordinary(w, first, last, loose) {
		return 0, 0
	}
	return technique, 0.95
}

// traditionalTitle reports whether the title holds Traditional characters
// outside [first, last) too, so that its writer types them anyway.
func (s *search) traditionalTitle(first, last int) bool {
	n := 0
	for i := range s.cells {
		if (i < first || i >= last) && s.cells[i].how.has(Traditional) {
			n++
		}
	}
	return n >= 2
}

// judgeApart judges a word whose plain characters marks, spaces or pictures
// push apart.
func (s *search) judgeApart(w *word, t *tally, first, last int) (Technique, float64) {
	technique := t.between & -t.between
	if t.shape != 0 && t.shape != Traditional {
		technique = t.shape & -t.shape
	}
	single := t.gaps == t.n-1 // every character stands alone
	switch {
	case (t.n == 2 || !single) && s.ordinary(w, first, last, apart):
		return 0, 0
	case technique == Space && !single && s.wordsOnBothSides(w, t):
		return 0, 0 // 完美 日记 is a space between two words
	case technique == Space && t.n == 2 && s.looseCharacters(first, last):
		return 0, 0
	case technique == Symbol && t.n == 2 && s.choices(first, last):
		return 0, 0
	case t.n == 2 && w.Kind == dict.SecretBrand && !w.Ridden && !s.fits(w, first, last):
		return 0, 0
	case technique == Space && w.Kind == dict.SecretGoods && !single:
		return 0, 0
	}
	confidence := 0.85
	if single && t.n > 2 {
		confidence = 0.95
	}
	return technique, confidence
}

// wordsOnBothSides reports whether the pieces between the gaps are words of two
// characters and more.
func (s *search) wordsOnBothSides(w *word, t *tally) bool {
	if t.gaps != 1 {
		return false
	}
	for k := 1; k < t.n; k++ {
		if s.steps[k].gap != 0 {
			return k >= 2 && t.n-k >= 2
		}
	}
	return false
}

// looseCharacters reports whether single characters parted by spaces stand
// around the pair too, as in 春 夏 新 款: then spaces are the writer's style.
func (s *search) looseCharacters(first, last int) bool {
	n := 0
	for i := range s.cells {
		if s.cells[i].class == han && (i == 0 || s.cells[i-1].class == space) && (i+1 == len(s.cells) || s.cells[i+1].class == space) {
			n++
		}
	}
	return n > 2
}

// choices reports whether the two characters are items of a list: 红/黑/白, 黑/白.
func (s *search) choices(first, last int) bool {
	m := s.cells[first+1].r
	if m != '/' && m != '、' && m != '|' && m != '+' && m != ',' {
		return false
	}
	beside := func(i, step int) bool { // one more single character beyond the next mark
		return i >= 0 && i < len(s.cells) && s.cells[i].r == m && i+step >= 0 && i+step < len(s.cells) && s.cells[i+step].class == han &&
			(i+2*step < 0 || i+2*step >= len(s.cells) || s.cells[i+2*step].class != han)
	}
	if !beside(last, 1) && !beside(first-1, -1) {
		return false
	}
	return item(s.cells[first].r) && item(s.cells[last-1].r)
}

// item reports whether a character names one of several things to choose from.
func item(r rune) bool {
	switch r {
	case '红', '黑', '白', '蓝', '绿', '黄', '紫', '灰', '粉', '金', '银', '棕', '橙', '青', '春', '夏', '秋', '冬', '男', '女', '童', '水', '乳', '霜', '大', '中', '小', '长', '短', '左', '右', '上', '下', '前', '后', '厚', '薄', '高', '低', '冷', '热', '干', '湿', '甜', '咸', '辣', '酸', '软', '硬', '圆', '方', '猪', '牛', '羊', '鸡', '鸭', '鱼', '猫', '狗', '早', '晚', '日', '夜', '天', '月', '年', '单', '双', '新', '旧', '东', '西', '南', '北', '床', '桌', '椅', '门', '窗', '茶', '酒', '咖', '刀', '叉', '勺', '碗', '盘', '杯', '衣', '裤', '裙', '鞋', '帽', '袜':
		return true
	}
	return false
}

// judgeRepeat judges a word whose characters are repeated.
func (s *search) judgeRepeat(w *word, t *tally, first, last int) (Technique, float64) {
	// the last character's repeats
	end := last
	for end < len(s.cells) && end-last < 6 && s.cells[end].class == han && s.cells[end].r == s.cells[last-1].r {
		end++
	}
	doubled := t.doubled
	if end > last {
		doubled++
	}
	all := doubled == t.n
	if !all && (t.n == 2 || !t.trebled && doubled < 2) || s.ordinary(w, first, end, loose) || t.n == 2 && !s.fits(w, first, end) {
		return 0, 0
	}
	if w.Kind == dict.SecretGoods {
		return 0, 0
	}
	if end > last { // mark the repeats too
		s.add(first, end, w.Word, w.Kind, Repeat, 0.92)
	}
	return Repeat, 0.9
}
