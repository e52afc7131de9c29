package lint

var absoluteClaim = Rule{
	Code: "WX601", Name: "absolute-claim", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"绝对化用语", "absolute claim"},
		What: Text{"用国家级、最佳、顶级、第一、唯一一类的词形容商品。",
			"国家级, 最佳, 顶级, 第一, 唯一 and kin are said of the goods."},
		Why:  Text{"《广告法》第九条第三项：不得使用国家级、最高级、最佳等用语", "Advertising Law art. 9(3): no 国家级, 最高级, 最佳 and the like"},
		How:  Text{"删去，或换成能证实的具体说法。", "Drop it, or state a fact that can be shown."},
		Cost: Text{"二十万元以上一百万元以下罚款，商品下架", "a fine of 200,000 yuan or more; taken down"},
		Sources: []Ref{
			{"adlaw", Official, Text{"第九条第三项；市场监管总局 2023 年第 6 号公告及其例外", "art. 9(3); SAMR notice 2023 No. 6 with its exceptions"}},
		},
	},
	Bad: []Example{
		{Title: "全网最低价亚麻抱枕 简约客厅"}, {Title: "顶级羊绒围巾 加厚 冬季"}, {Title: "销量第一电炖锅 陶瓷 家用 2L"},
		{Title: "颜值天花板珍珠发夹 复古"},
	},
	Good: []Example{
		{Title: "特级初榨橄榄油 冷榨 750ml"}, {Title: "晾衣架 最大承重15kg 落地折叠"}, {Title: "宝宝第一步学步鞋 软底 春秋"},
		{Title: "万能遥控器 空调通用 大按键"}, {Title: "一级能效变频空调 1.5匹 挂机"},
	},
	Check: func(p *Pass) { p.reportClaims("%s是绝对化用语", "%s is an absolute claim") },
}
