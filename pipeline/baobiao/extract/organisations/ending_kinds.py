"""Which words end names that the dictionary does not list, and what kind of organisation each makes."""

from __future__ import annotations

# What a company is by law, at the end of its name.
LEGAL_FORM = "(?:集团)?(?:股份)?有限(?:责任)?公司"
# Bodies of a place by its level alone; the dictionary holds the commonest (市政府), this the rest.
LETTER_BODIES = {
    "委": "party",
    "党委": "party",
    "委办": "party",
    "政府": "government",
    "政府办": "government",
    "府办": "government",
    "府办公室": "government",
    "府办公厅": "government",
    "政府办公室": "government",
    "政府办公厅": "government",
    "委办公室": "party",
    "委办公厅": "party",
    "委常委会": "party",
    "办": "department",
    "办公室": "department",
}
# Endings in short that follow a place: 福建省政府, 省高院.
SHORT_ENDINGS = {
    "政府": "government",
    "中级法院": "court",
    "高级法院": "court",
    **dict.fromkeys(("高院", "中院"), "court"),
    **{number + end: "court" for number in "一二三四五" for end in ("中院", "中法院")},
}
# Schools called by number for short: 一中, 三小.
NUMBERED_SCHOOLS = tuple(
    number + kind for number in "一二三四五六七八九十" for kind in ("中", "小", "实小")
)
# Squads called by number for short: 特警大队二中队.
NUMBERED_SQUADS = tuple(number + "中队" for number in "一二三四五六七八九十")
# Hospitals called by number for short: 市一院.
NUMBERED_HOSPITALS = tuple(number + "院" for number in "一二三四五六七八九")
# The Youth League of a place: 团市委.
LEAGUES = ("团省委", "团市委", "团州委", "团区委", "团县委", "团旗委")
# Offices of the committees for the rule of law, by the level or region that they are for.
RULE_OF_LAW_OFFICES = tuple(
    f"依法治{place}{end}" for place in "省市县区州盟旗疆桂宁藏蒙" for end in ("办", "办公室")
)
# Institutes of a place, for short.
INSTITUTES = tuple(
    "安科院 建科院 工研院 先研院 产研院 特检院 质检院 药检院 计量院 林科院 医科院 水科院 地科院 环科院 畜科院 党史院"
    " 测绘院 调查院 纤检院 京剧院 越剧院 闽剧院 川剧院 豫剧院 昆剧院 话剧院 歌舞剧院 杂技团".split()
)
# Societies of a place, for short; a place has one of each.
SOCIETIES = tuple(
    "作协 书协 美协 音协 摄协 记协 民协 剧协 影协 舞协 曲协 视协 足协 篮协 排协 田协 计生协 消协 消委会 消保委"
    " 消费者权益保护委员会 社科联 台协"
    " 老体协 老年体协 台商会 台协会 青商会 知联会 老促会 文促会 侨商会"
    " 慈善会 医学会 护理学会 慈善总会 体育总会 供销社".split()
)
# Houses and services of a place, one of each.
HOUSES = tuple(
    "电教馆 电化教育馆 城建档案馆 血库 中心血库"
    " 群众艺术馆 招生办 干休所 军休所 光荣院 荣军医院 优抚医院 疗养院 学生资助中心 地震台 天文台 海洋站 海事处 渔政站"
    " 药检所 计量所 质检所 食检所 特检所 车管所 航道站 航道局 水文局 检察室 分院"
    " 招办 招考办 救助管理站 农机监理站 实验站 试验站"
    " 救助站 殡仪馆 科技馆 美术馆 群艺馆 方志馆 气象台 广播电台 少年宫 青少年宫 文化宫".split()
)
# Houses that are open to the public and called by names of their own: 金源网吧, 夕阳红托老所.
VENUES = {
    **dict.fromkeys(
        "网吧 加油站 加气站 酒楼 海鲜楼 茶楼 饭庄 会所 药房 大药房 俱乐部".split(), "enterprise"
    ),
    **dict.fromkeys("托老所 托养中心 养老服务中心 托育中心".split(), "institution"),
    **dict.fromkeys("诊所 门诊部 卫生室".split(), "hospital"),
    **dict.fromkeys(
        "孵化器 众创空间 创客空间 星创天地 典当行 书店 影城 农庄 山庄 酒庄 修理厂".split(),
        "enterprise",
    ),
    **dict.fromkeys("书画院 画院 书院".split(), "institution"),
}
# Societies of people of one trade, school or place of birth.
GUILDS = tuple("公会 同业公会 总会 总商会 校友会 同乡会 宗亲会 研究会 策进会 交流协会".split())
# Offices that each office has for itself, for short and in full.
OWN_OFFICES = tuple(
    office + end
    for office in ("党政", "综合", "党建", "综合协调", "督查")
    for end in ("办", "办公室")
)
# Wards, which are parts of a hospital alone.
WARDS = tuple(
    "胸外科 心外科 心内科 神经外科 神经内科 普外科 骨科"
    " 眼科 妇产科 儿科 急诊科 呼吸科 消化科 肿瘤科 口腔科 康复科 中医科".split()
)
# Works that a place, a brand or their company singles out: 包钢板材厂.
WORKS = tuple(
    "原种场 菌种场 渔苗场 鱼苗场 种苗场 良种场"
    " 砂厂 砖厂 机砖厂 页岩砖厂 石材厂 木材厂 养殖场 油库 充装站 板材厂 冷轧厂 热轧厂 薄板厂 炼铁厂 炼钢厂 轧钢厂"
    " 乐器厂 焦化厂 钢管厂 卷烟厂 酒厂 酿酒厂 糖厂 茶厂 药厂 农药厂 肥料厂 玻璃厂 陶瓷厂"
    " 印刷厂 服装厂 制衣厂 鞋厂 食品厂 家具厂 纺织印染厂 印染厂 电池厂 电缆厂 轴承厂 机床厂 造船厂 修船厂".split()
)
# Laboratories of the state: what they work on names them.
STATE_LABORATORIES = ("全国重点实验室", "国家重点实验室")
# Institutes and stations of a place, for short; and schools that are called so.
STATIONS = {
    **dict.fromkeys(
        "教科所 血防所 农科所 林科所 水科所 水产所 科研所"
        " 妇幼所 妇幼院 妇保院 妇幼保健所 皮防院 皮防所 结防所 血防站 防治院 防治所 防治站"
        " 船管站 水技站 农技站 农机站 林业站 水利站"
        " 兽医站 畜牧站 植保站 广电站 水产技术推广站 畜牧兽医站 木材检查站 防疫站 计生站 卫生所 卫生站"
        " 强戒所 运管所 交管所 房管所 国土所 土管所 自然资源所 环保所 园林所 市政所 民政所 社保所"
        " 市监所 工商所 食药监所 安监所"
        " 环卫所 环卫站 安监站 农经站 统计站 造价站 养护站 公路站 公路段 港务站 气象站 广播站 警务站 粮站 粮库"
        " 电教站 影剧院 教研室 水技总站 农技总站 畜牧总站 种子总站 植保总站 土肥总站"
        " 监督检查所 质监总站 造价总站 运管总站 林业总站"
        " 邮政所 边防所 测绘队 地质队 地勘院 采购中心 结算中心 文明实践所 文明实践站"
        " 水土保持站 工作总站 供水总站 种苗站 保护站 排灌站 植检站 监理站 蚕桑站 茶叶站 果树站 经作站"
        " 指导站 急救站 军供站"
        " 质监所 国土资源所 教育所 公路管理段 养护段 核对中心 创作室 610办公室 610办"
        " 推广站 检疫站 防治检疫站 林检站 林管站 造价管理站 设计队 规划设计队 慢性病防治站"
        " 经管站 水保站 种子站 土肥站 社会福利院 儿童福利院 120急救中心 12345热线中心 12345热线办".split(),
        "institution",
    ),
    **dict.fromkeys(
        "专职消防队 志愿消防队 义务消防队 巡防队 巡逻队 义工队 民兵连 民兵营".split(), "team"
    ),
    "储蓄所": "bank",
    "新华书店": "enterprise",
    "开放大学": "school",
    **dict.fromkeys(
        "体校 驾校 职专 高专 幼高专 幼专 卫校 技校 职校 中心小学 中心幼儿园".split(),
        "school",
    ),
}
# Universities for short, behind a place: 福建农大.
UNIVERSITIES = tuple("农大 师大 工大 医大 科大 财大 民大 理工大 交大 医科大 中医大".split())
# Teams and troupes, which a place or a name singles out.
TEAMS = tuple(
    "代表团 代表队 女足 男足 女篮 男篮 女排 男排"
    " 车队 自行车队 龙舟队 帆船队 赛艇队 皮划艇队 足球队 篮球队 排球队 乒乓球队 羽毛球队 网球队 棒球队"
    " 垒球队 手球队 橄榄球队 曲棍球队 冰球队 冰壶队 滑冰队 滑雪队 速滑队 田径队 游泳队 跳水队 体操队 举重队 摔跤队"
    " 拳击队 射击队 武术队 突击队 文工团 乐团 交响乐团 民族乐团 歌舞团 艺术团 合唱团 剧团 话剧团 戏剧团 采茶剧团"
    " 京剧团 越剧团 闽剧团 豫剧团 评剧团".split()
)
# Endings that the grammar knows by itself; a row of the dictionary with the same ending wins.
ENDINGS = {
    "庭": "internal_unit",
    "研究室": "internal_unit",
    "外办": "department",
    "侨办": "department",
    "台办": "department",
    "台侨办": "department",
    "台联": "association",
    "促进会": "association",
    "服务站": "institution",
    "规划院": "institution",
    "推广总站": "department",
    "监测总站": "department",
    "防治总站": "department",
    "城乡规划院": "institution",
    "勘察院": "institution",
    "勘测院": "institution",
    "参事室": "department",
    "教育督导室": "department",
    "街区联合党委": "party",
    **{
        office + end: "internal_unit"
        for office in ("新闻办", "审批办", "信访办", "法规办")
        for end in ("", "公室")
    },
    **dict.fromkeys(("研究总院", "设计研究总院", "设计总院"), "institution"),
    "工作小组": "department",
    "民委": "department",
    "卫计委": "department",
    "民宗委": "department",
    "法工委": "department",
    "代工委": "department",
    "监督站": "institution",
    "财政所": "department",
    "税务所": "department",
    "供电所": "department",
    "市场监管所": "department",
    "监管所": "department",
    "质监站": "institution",
    **dict.fromkeys(("质量监督站", "质量安全监督站", "安全监督站"), "institution"),
    "监管局": "department",
    **dict.fromkeys(("生态环境分局", "自然资源分局"), "department"),
    "律协": "association",
    "委办公室": "department",
    "委办公厅": "department",
    "委常委会": "party",
    "直属机关党委": "internal_unit",
    "系统党委": "party",
    "监督所": "institution",
    "森防站": "institution",
    "国有苗圃": "institution",
    **dict.fromkeys(("服务中心管委会", "服务中心管理委员会"), "department"),
    "教科院": "institution",
    "农科院": "institution",
    "纠纷调解仲裁委员会": "department",
    "纠纷仲裁委员会": "department",
    "调解仲裁办公室": "department",
    **dict.fromkeys(
        (field + "科学院" for field in ("社会", "农业", "林业", "医学", "水利", "环境", "教育")),
        "institution",
    ),
    **dict.fromkeys(("专业合作社", "专业合作联社"), "enterprise"),
    **dict.fromkeys(("文理学院", "理学院"), "school"),
    **dict.fromkeys(
        ("业余体校", "业余体育学校", "少年儿童业余体育学校", "中心校", "师大附中", "师大附小"),
        "school",
    ),
    "高中": "school",
    "行署": "government",
    "审理委员会": "department",
    "指导委员会": "department",
    "指导委员会办公室": "department",
    **dict.fromkeys(
        ("律师事务所有限公司", "会计师事务所有限公司", "税务师事务所有限公司"), "enterprise"
    ),
    "融媒体": "media",
    "社科院": "institution",
    "设计院": "institution",
    "法学院": "school",
    "医学院": "school",
    "商学院": "school",
    "高等专科学校": "school",
    "职院": "school",
    "师专": "school",
    "医专": "school",
    "附属中学": "school",
    "附属小学": "school",
    "附属学校": "school",
    "附中": "school",
    "附小": "school",
    "初中": "school",
    "职业中专": "school",
    "职业中专学校": "school",
    "技术创新中心": "institution",
    "制造业创新中心": "institution",
    "产业创新中心": "institution",
    "联合银行": "bank",
    "中心医院": "hospital",
    "中医院": "hospital",
    "中医医院": "hospital",
    "血站": "institution",
    "中心血站": "institution",
    "社工站": "institution",
    "社工服务中心": "institution",
    "社会工作服务中心": "institution",
    "总指挥部": "department",
    "指挥部办公室": "department",
    "文化站": "institution",
    "消防站": "institution",
    "水文站": "institution",
    "分中心": "institution",
    "调解室": "internal_unit",
    "工作室": "internal_unit",
    "纪检组": "internal_unit",
    "纪检监察组": "internal_unit",
    "急救中心": "institution",
    "考试院": "institution",
    "中心卫生院": "hospital",
    "部": "department",
    "委": "department",
    "署": "department",
    "总局": "department",
    "办公厅": "department",
    "所": "department",
    "卫生监督所": "department",
    "中心": "institution",
    "工委": "party",
    "教委": "department",
    "住房城乡建委": "department",
    "科委": "department",
    "建委": "department",
    "农委": "department",
    "计委": "department",
    "经委": "department",
    "体委": "department",
    "博物院": "institution",
    "交易所": "institution",
    "妇幼保健院": "hospital",
    "社区卫生服务中心": "hospital",
    "附属医院": "hospital",
    "人民法庭": "court",
    "综合行政执法队": "internal_unit",
    "综合执法队": "internal_unit",
    "行政执法队": "internal_unit",
    "理论学习中心组": "internal_unit",
    "党委理论学习中心组": "internal_unit",
    "党工委理论学习中心组": "internal_unit",
    "党组理论学习中心组": "internal_unit",
    **dict.fromkeys(("农村委", "防指办", "招生办公室"), "department"),
    **dict.fromkeys(("消委", "团工委"), "association"),
    "工会": "association",
    "中心支行": "bank",
    "总公司": "enterprise",
    "商厦": "enterprise",
    "船厂": "enterprise",
    "加工厂": "enterprise",
    "制品厂": "enterprise",
    "机械厂": "enterprise",
    "化工厂": "enterprise",
    "水泥厂": "enterprise",
    "经营部": "enterprise",
    "分校": "school",
    "晚报": "media",
    "时报": "media",
    "晚报社": "media",
    "时报社": "media",
    "救援队": "team",
    "服务队": "team",
    "工作队": "team",
    "医疗队": "team",
    "讲师团": "team",
    "宣讲团": "team",
    "护理院": "hospital",
    "养老院": "institution",
    "养护院": "institution",
    "颐养中心": "institution",
    "康养中心": "institution",
    "联席会议办公室": "department",
    "总厂": "enterprise",
    "钢铁厂": "enterprise",
    "炼油厂": "enterprise",
    "化肥厂": "enterprise",
    "造纸厂": "enterprise",
    "纺织厂": "enterprise",
    "制药厂": "enterprise",
    "人大办": "congress",
    "政协办": "congress",
    "联谊会": "association",
    "同学会": "association",
    "信用联社": "bank",
    "支公司": "enterprise",
    "中心支公司": "enterprise",
    "边检站": "department",
    "边防检查站": "department",
    "边防派出所": "internal_unit",
    "特区政府": "government",
    "政研室": "department",
    "纪工委监察工委": "party",
    "联社": "bank",
    "监测中心站": "department",
    "协调小组": "department",
    "协调小组办公室": "department",
    "军区": "other",
    "武警总队": "other",
    "武警中队": "other",
    "卫视": "media",
    "联盟": "association",
    "协同创新中心": "institution",
    **dict.fromkeys("都市报 商报 晨报 早报 导报 青年报 快报 经济报 法制报 法治报".split(), "media"),
    **dict.fromkeys(OWN_OFFICES, "internal_unit"),
    "理论中心组": "internal_unit",
    "联合党委": "party",
    "人大主席团": "congress",
    "农信社": "bank",
    "人大街道工委": "congress",
    "法律顾问团": "department",
    "督导室": "department",
    "救护队": "team",
    **dict.fromkeys(
        ("调处中心", "调处化解中心", "信访接待中心", "来访接待中心", "接访中心"), "institution"
    ),
    "数办": "department",
    "议会": "congress",
    "中心人民医院": "hospital",
    **dict.fromkeys(
        ("合作社联合会", "供销合作联合社", "供销合作社联合社", "供销联社", "计生协会"),
        "association",
    ),
    "合作社联合社": "association",
    "农村信用社联合社": "bank",
    **dict.fromkeys(WARDS, "internal_unit"),
    **dict.fromkeys(GUILDS, "association"),
    "总行": "bank",
    "研究生院": "school",
    "党工委管委会办公室": "department",
    "起草委员会": "department",
    "筹备委员会": "department",
    "筹委会": "department",
    "预备工作委员会": "department",
    "管理站": "institution",
    "供应站": "enterprise",
    "林长办": "department",
    "河长办": "department",
    **dict.fromkeys(("河长办公室", "林长办公室", "编委", "律政司"), "department"),
    "中心学校": "school",
    "黄梅戏剧院": "institution",
    "河湖长办": "department",
    "指导中心": "institution",
    "培训中心": "institution",
    "推广中心": "institution",
    "督查室": "department",
    "银保监组": "department",
    "监管组": "department",
    "人寿保险": "enterprise",
    "财产保险": "enterprise",
    "人寿": "enterprise",
    "财险": "enterprise",
    **VENUES,
    **dict.fromkeys(UNIVERSITIES, "school"),
    **{word + "学": "school" for word in UNIVERSITIES},  # 医科大学 is no 医科大
    **STATIONS,
    "警备区": "other",
    "街道办": "government",
    "税务分局": "department",
    "特教学校": "school",
    **dict.fromkeys(("农广校", "电大"), "school"),
    **dict.fromkeys(("精神病院", "精神病医院"), "hospital"),
    "外侨办": "department",
    "幼师": "school",
    "边境派出所": "internal_unit",
    **dict.fromkeys(WORKS, "enterprise"),
    **dict.fromkeys(STATE_LABORATORIES, "institution"),
    **dict.fromkeys(SOCIETIES, "association"),
    **dict.fromkeys(HOUSES, "institution"),
    **dict.fromkeys(TEAMS, "team"),
    **dict.fromkeys(INSTITUTES, "institution"),
    **dict.fromkeys(NUMBERED_HOSPITALS, "hospital"),
    **dict.fromkeys(NUMBERED_SQUADS, "internal_unit"),
    **dict.fromkeys(RULE_OF_LAW_OFFICES, "party"),
}
# Rows of the dictionary that name places or occasions more often than bodies.
NO_ENDINGS = ("社区", "村", "联席会议")
