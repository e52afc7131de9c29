package lint

var unprovableClaim = Rule{
	Code: "WX603", Name: "unprovable-claim", Severity: Error, Fix: FixUnsafe,
	Doc: Doc{
		Title: Text{"无法证实的承诺", "claim that cannot be shown"},
		What: Text{"写 100%有效、无副作用、永久、保证、一次见效、零添加、纯天然一类无法证实的话。",
			"100%有效, 无副作用, 永久, 保证, 一次见效, 零添加, 纯天然 and kin cannot be shown to be true."},
		Why:  Text{"《广告法》第二十八条：不得用无法证实的内容误导消费者", "Advertising Law art. 28: no claims that cannot be shown and mislead buyers"},
		How:  Text{"删去，或写能证实的事实，如材质、成分、检测值。", "Drop it, or state what can be shown: material, content, a measured value."},
		Cost: Text{"罚款、商品下架；有店铺因一句夸大宣传被关", "a fine, taken down; stores were closed over one such line"},
		Sources: []Ref{
			{"adlaw", Official, Text{"第二十八条", "art. 28"}},
			{"exaggerate", Reported, Text{"夸大宣传清退店铺", "stores closed over exaggeration"}},
		},
	},
	Bad: []Example{
		{Title: "永久不变形儿童雨伞 卡通 长柄"}, {Title: "纯天然枣花蜂蜜 500克 瓶装"}, {Title: "无效退款灭蚊灯 静音 卧室"},
		{Title: "百分百不掉色床单 纯棉 1.8米"},
	},
	Good: []Example{
		{Title: "100%棉毛巾 加厚吸水 3条"}, {Title: "永久磁铁强力吸铁石 圆形 20mm"}, {Title: "纯天然乳胶枕 泰国 波浪"},
	},
	Check: func(p *Pass) { p.reportClaims("%s无法证实", "%s cannot be shown to be true") },
}
