package lint

var counterfeitOrBanned = Rule{
	Code: "WX703", Name: "counterfeit-or-banned", Severity: Error, Fix: FixNone,
	Doc: Doc{
		Title: Text{"仿冒或禁售", "copy or banned goods"},
		What: Text{"标题暗示仿品（高仿、原单、过检、代购级、专柜品质），或写禁售商品、迷信、回收变现、祖传秘方。",
			"The title hints at a copy (高仿, 原单, 过检, 代购级, 专柜品质), or names banned goods, superstition, promises of gain, secret recipes."},
		Why:  Text{"《微信小店带货违规管理规则》：不得发布假冒商品和违禁信息", "the store's trade rules: no copies, no banned information"},
		How:  Text{"改标题不能解决：请下架该商品，或取得并上传授权、许可。", "A new title does not cure this: take the goods down, or hold and upload the licence."},
		Cost: Text{"下架、扣保证金、清退店铺，可能承担法律责任", "taken down, deposit lost, store closed; liability in law"},
		Sources: []Ref{
			{"trade", Reported, Text{"发布违禁信息、假冒商品", "banned information, copies"}},
		},
	},
	Bad: []Example{
		{Title: "原单级羊毛大衣女 双面呢 秋冬"}, {Title: "专柜品质 链条斜挎包女 小众 菱格"}, {Title: "开光黑曜石手串 男 12mm"},
		{Title: "电子烟一次性 草莓味"},
	},
	Good: []Example{
		{Title: "高仿真恐龙模型 软胶 儿童 霸王龙"}, {Title: "翡翠A货手镯 圆条 57圈口"}, {Title: "足金转运珠手绳 红绳编织 女"}, {Title: "仿真丝枕套 单人 夏季凉感"},
	},
	Check: checkCounterfeitOrBanned,
}

// checkCounterfeitOrBanned proposes no edit: a better title would launder the
// goods.
func checkCounterfeitOrBanned(p *Pass) {
	p.reportHits(p.claimHits(), "%s暗示仿品或属于禁售内容", "%s hints at a copy or at what may not be sold")
}
