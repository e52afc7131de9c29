package lint

import (
	"regexp"

	"github.com/titlelint/titlelint/dict"
)

var efficacyClaim = Rule{
	Code: "WX602", Name: "efficacy-claim", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"疾病治疗或违规功效用语", "claim of a cure or a forbidden effect"},
		What: Text{"普通商品写治疗、消炎、降血糖、祛疤、燃脂、医美级一类的医疗或功效用语。",
			"Goods that are no medicine claim to cure or to do what their kind may not claim: 治疗, 消炎, 降血糖, 祛疤, 燃脂, 医美级."},
		Why: Text{"《广告法》第十七条：医疗、药品、医疗器械以外的广告不得涉及疾病治疗功能；第十八条：保健食品只能写批准的功能",
			"Advertising Law art. 17: only medicine may claim to cure; art. 18: health food may claim its approved functions alone"},
		How: Text{"删去功效用语；保健食品、特殊化妆品、医疗器械请放进对应类目，只写批准的功能。",
			"Drop the claim; list health food, special cosmetics and devices under their own category with the approved function."},
		Cost: Text{"十万元以上罚款，商品下架", "a fine of 100,000 yuan or more; taken down"},
		Sources: []Ref{
			{"adlaw", Official, Text{"第十七条、第十八条、第五十八条", "art. 17, 18, 58"}},
		},
	},
	Bad: []Example{
		{Title: "苦荞茶降血糖 黑苦荞 罐装", Category: "食品饮料>茗茶>养生茶"}, {Title: "祛疤修护面霜 男女 50g"},
		{Title: "颈椎病专用枕头 记忆棉 慢回弹"}, {Title: "活血化瘀泡脚粉 艾叶 老姜 30包", Category: "个人护理>身体护理>足浴粉/足浴盐"},
	},
	Good: []Example{
		{Title: "补水保湿面膜 玻尿酸 10片"}, {Title: "抗菌棉袜 男 吸汗 中筒 5双"}, {Title: "肩颈按摩仪 热敷 揉捏 充电"},
	},
	Check: checkEfficacyClaim,
}

var (
	licensed = regexp.MustCompile(`国药准字|药准字|械备|械注|医疗器械|医用|otc|非处方|药品`)
	dosed    = regexp.MustCompile(`\d(mg|g|ml|iu)\*\d+(s|片|粒|丸|袋|支|板|贴|枚|瓶)|\d(片|粒|丸|袋|支|s|ml|g)/(盒|瓶|板)`) // 0.5mg*24粒/盒, as pharmacies write it
	beasts   = regexp.MustCompile(`宠物|狗狗|猫咪|幼犬|幼猫|犬用|猫用|兽用|兽药|猪用|牛羊`)
)

// checkEfficacyClaim leaves medicine and devices alone, which the store's tree
// has no category for: their titles state the licence or the dose. Goods for
// animals are not meant either.
func checkEfficacyClaim(p *Pass) {
	hits := p.claimHits()
	if len(hits) == 0 {
		return
	}
	folded := string(p.Folded.Runes)
	if p.Category == nil && (dosed.MatchString(folded) || p.forAnimals()) {
		return
	}
	if licensed.MatchString(folded) && !within(p.linter.goods(p.Parsed), "食品饮料", "美妆护肤") {
		return
	}
	p.reportHits(hits, "%s是疾病治疗或违规功效用语", "%s claims a cure or a forbidden effect")
}

// forAnimals reports whether the title names animals that the goods are for.
func (p *Pass) forAnimals() bool { return beasts.MatchString(string(p.Folded.Runes)) }

// within reports whether one of the categories lies in one of that name.
func within(nodes []*dict.Node, names ...string) bool {
	for _, n := range nodes {
		if n.Under(names) {
			return true
		}
	}
	return false
}
