package dict

import "fmt"

// Kind says what a word is in a product title.
type Kind uint8

// The kinds of words. The published names are those of String.
const (
	Other     Kind = iota // nothing below
	Brand                 // 华为, nike
	Category              // a product noun: 连衣裙
	Container             // a word that holds goods but names none: 套装, 礼盒
	Material              // 纯棉, 玻尿酸
	Function              // 防水, 补水
	Audience              // 女士, 学生
	Season                // 夏季
	Scene                 // where: 办公室, 厨房
	Use                   // what for: 通勤, 绘画
	Style                 // 韩版, 简约
	Form                  // 圆领, 短款
	Colour                // 黑色
	Origin                // 新疆, 进口
	Flavour               // 麻辣
	Spec                  // 20寸, 500ml*2
	Model                 // A2408, iphone's 13pro
	Series                // 小棕瓶
	Person                // a star, an athlete, a streamer
	IP                    // a film, a game, a cartoon figure
	Place                 // a place of use or of trade: 商场, 专柜
	Hype                  // praise without a fact: 高端
	Promo                 // sales words: 包邮
	Vague                 // an empty subject: 好物
	Hot                   // a word that draws traffic: 网红, 抖音
	Unit                  // a unit after a number: 寸
	Mark                  // punctuation and symbols
	Allow                 // no word: a phrase within which the shop wants no findings
	numKinds
)

var kindNames = [numKinds]string{
	"other", "brand", "category", "container", "material", "function", "audience", "season", "scene", "use",
	"style", "form", "colour", "origin", "flavour", "spec", "model", "series", "person", "ip", "place",
	"hype", "promo", "vague", "hot", "unit", "mark", "allow",
}

// String returns the name of k as the tables write it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// Public returns the name of k in the published formats, which know no vague,
// hot, unit, mark and allow: those are other there. A container is a noun for goods
// to them.
func (k Kind) Public() string {
	switch k {
	case Container:
		return Category.String()
	case Vague, Hot, Unit, Mark, Allow:
		return Other.String()
	}
	return k.String()
}

// Attribute reports whether a word of kind k tells a buyer a fact about the
// goods besides what they are, in the sense of the platform guide's
// "关键属性" (WX103): brand, colour, count and praise are none.
func (k Kind) Attribute() bool {
	switch k {
	case Material, Function, Audience, Season, Scene, Use, Style, Form, Origin, Flavour, Spec, Model, Series:
		return true
	}
	return false
}

// ParseKind is the inverse of String.
func ParseKind(name string) (Kind, error) {
	for k, n := range kindNames {
		if n == name {
			return Kind(k), nil
		}
	}
	return Other, fmt.Errorf("unknown kind %q", name)
}
