"""How words that end names behave: which need a stem, which name a class when bare, which are parts of a whole."""

from __future__ import annotations

from baobiao.extract.organisations.ending_kinds import (
    GUILDS,
    NUMBERED_HOSPITALS,
    NUMBERED_SQUADS,
    OWN_OFFICES,
    RULE_OF_LAW_OFFICES,
    STATE_LABORATORIES,
    STATIONS,
    UNIVERSITIES,
    VENUES,
    WARDS,
    WORKS,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Endings that say nothing without a stem before them.
NEED_STEM = _words("""
指挥部办公室 协调小组 协调小组办公室 工作小组 联谊会 同学会 信用联社 支公司 中心支公司 边检站
边防检查站 边防派出所 卫视 研究总院 设计研究总院 设计总院
联席会议办公室 护理院 养老院 养护院 颐养中心 康养中心 总厂 钢铁厂 炼油厂 化肥厂 造纸厂 纺织厂
制药厂 考试院 庭 推广总站 监测总站 防治总站 加工厂 制品厂 机械厂 化工厂 水泥厂 经营部 促进会
服务站 规划院 城乡规划院 勘察院 勘测院 社工服务中心 社会工作服务中心 总指挥部 委办公室 委办公厅
委常委会 专业合作社 专业合作联社 附中 附小 初中 高中 职业中专
职业中专学校 联合银行 监督所 教科院 农科院 社科院 设计院 法学院
医学院 商学院 系统党委 高等专科学校 附属中学 附属小学 附属学校 中心医院 中心卫生院 局 厅 委员会 委 部 署 司
处 科 股 总局 总队 支队 大队 中队 办公室 办公厅 管理局 监督管理局 管理处 管理所 管理中心 服务中心
监测中心 交易中心 指挥中心 调解中心 中心 监测站 工作站 执法队 工作部 领导小组 领导小组办公室
委员会办公室 指挥部 专班 工作专班 学会 协会 商会 联合会 基金会 工会 事务所 集团 公司 银行 支行
分行 大学 学院 学校 中学 小学 幼儿园 医院 研究院 研究所 实验室 分校 船厂 商厦 救援队 服务队 工作队
医疗队 讲师团 宣讲团 分公司 总公司 集团公司 有限公司 合作社 志愿服务队 法庭 联盟 协同创新中心
人寿保险 财产保险 人寿 财险 指导中心 培训中心 推广中心 起草委员会 筹备委员会 管理站 供应站
预备工作委员会 街道办 中心小学 中心幼儿园
""") | {*GUILDS, *VENUES, *WORKS, *STATE_LABORATORIES}

# Words that name a class unless a place, a letter or a whole stands before them.
NEED_PLACE = _words("""
监管局 政研室 纪工委监察工委 联社 监测中心站 军区 武警总队 武警中队 人大办 政协办 边检站 边防检查站
边防派出所 特区政府 养老院 养护院 护理院 联席会议办公室 高院 中院 法院 人民法院 中级人民法院
高级人民法院 检察院 人民检察院 人民法庭 综合行政执法队 综合执法队 行政执法队 派出所 看守所 拘留所
戒毒所 强制隔离戒毒所 司法所 监狱 政府 人民政府 政府办 政府办公室 政府办公厅 人民政府办公室
人民政府办公厅 人民代表大会 人大常委会 行政公署 人民代表大会常务委员会 党委 党组 党支部 党总支
党校 机关党委 纪委 纪委监委 监委 监察委员会 总工会 妇联 残联 工商联 科协 文联 侨联 红十字会 团委
共青团委 工会 供销合作社 公证处 海关 仲裁院 仲裁委员会 办事处 税务局 街道办事处 村委会 居委会
村民委员会 居民委员会 中心 管理中心 服务中心 监测中心 交易中心 指挥中心 调解中心 办公室 监测站
工作站 警务室 中队 部 署 委 人武部 人民武装部 军分区 武警支队 执法队 管理所 工作部 管理处 办公厅
交易所 科学院 福利院 敬老院 卫生院 卫生服务中心 疾控中心 疾病预防控制中心 融媒体中心 信用社 农商行
保险公司 分局 总局 编办 组织部 反诈中心 总队 消防救援总队 消防救援支队 消防救援大队 边防大队
海警局 自然保护区管理局 管理局 监督管理局 委员会办公室 工作队 医疗队 讲师团 宣讲团
党委理论学习中心组 党工委理论学习中心组 党组理论学习中心组 理论学习中心组
律师协会 法学会 学会 所 工委 社区卫生服务中心 妇幼保健院 教委
河长办公室 林长办公室 编委 律政司 中心学校 黄梅戏剧院 农广校 电大 精神病院 精神病医院 外侨办
中医医院 中级法院 高级法院 质量监督站 质量安全监督站
安全监督站 指导委员会 指导委员会办公室 幼师 融媒体 行署 中心校
科委 建委 农委 计委 经委 体委 律协 中医院 血站 中心血站 急救中心 财政所 税务所 供电所 市场监管所
监管所 研究室 参事室 外办 侨办 台办 台联 推广总站 监测总站 防治总站 服务站 技术创新中心
制造业创新中心 产业创新中心 监督站 质监站 社工站 文化站 消防站 水文站 分中心 调解室 工作室 纪检组
纪检监察组 银保监组 监管组 督查室
街区联合党委 新闻办 审批办 信访办 法规办 新闻办公室 审批办公室 信访办公室 法规办公室
民委 民宗委 法工委 代工委 教育督导室 指导中心 培训中心 推广中心 起草委员会 筹备委员会 筹委会
预备工作委员会 管理站 数办 议会 理论中心组 联合党委 人大主席团 农信社 督导室 救护队 调处中心
信访接待中心 来访接待中心 接访中心 调处化解中心
中心人民医院 合作社联合会 合作社联合社 农村信用社联合社 人大街道工委 法律顾问团 警备区 街道办 边境派出所 总行
""") | {*UNIVERSITIES, *STATIONS, *WARDS, *NUMBERED_HOSPITALS, *NUMBERED_SQUADS} - {
    "中心小学",
    "中心幼儿园",
}

# Parts of a body: the whole may stand right before them.
PARTS = _words("""
新闻办 审批办 信访办 法规办 新闻办公室 审批办公室 信访办公室 法规办公室
支公司 中心支公司 庭 法学院 医学院 商学院 附属中学 附属小学 附属学校 直属机关党委 行政执法队 综合执法队
审理委员会 综合行政执法队 执法队 监督所 安委会 安全生产委员会 讲师团 宣讲团 中心支行 党委 党组 党支部 党总支
机关党委 纪委 团委 工会 分局 分公司 支行 分行 派出所 总队 支队 大队 中队 处 科 股 司 局 办公室
办公厅 委员会 政工室 工作部 部 研究室 领导小组 领导小组办公室 研究院 学院 医院 管理处 法庭 税务局
调查队 中心 指挥中心 研究所 党委理论学习中心组 党工委理论学习中心组 党组理论学习中心组 理论学习中心组
委员会办公室 组织部 宣传部 统战部
政法委 附属医院 分校 网信办 编办 监察委员会 党校 政法委员会 社区卫生服务中心 纪检组 纪检监察组
分中心 附中 附小 管理站 供应站 预备工作委员会 总行
研究生院 理论中心组 规划院 设计院 勘察院 勘测院 先研院 工研院 产研院
""") | {*OWN_OFFICES, *WARDS, *WORKS, *RULE_OF_LAW_OFFICES, *NUMBERED_SQUADS}

# What a company is called before its name: 台企…, 央企….
LEADS = _words("台企 央企 国企 民企 外企 港企 车企 药企 房企")

# Bodies that are founded for a purpose, whose names are long: 成立文旅融合攻坚行动领导小组.
TASK_FORCES = (
    "领导小组",
    "领导小组办公室",
    "协调小组",
    "协调小组办公室",
    "指挥部",
    "总指挥部",
    "指挥部办公室",
    "专班",
    "工作专班",
    "工作小组",
)

# Centres that are grades but for what they work on: 国家技术创新中心, but 国家水稻技术创新中心.
GRADES = ("技术创新中心", "制造业创新中心", "产业创新中心")

# Hospitals that a word singles out which is common elsewhere.
HOSPITALS = _words("协和 同济 华西 湘雅 仁济 瑞金 安贞 天坛 宣武 盛京 西京 同仁 中日友好 积水潭")

# What a hospital is for, behind its name: 长征康复医院; and what makes a kind of such of a word before it.
SPECIALITIES = _words("康复 骨科 眼科 口腔 妇产 儿童 肿瘤 精神 中西医结合 肛肠 老年 盲人按摩")
KINDS_OF_HOSPITALS = _words("""
综合 专科 专业 大型 现代 高端 国际 建设 社区 公办 民办 公立 民营 区域 城市 农村 基层 康复 护理 优质
特色 配套 重点 标准 智慧 新建 医养 养老 骨科 眼科 口腔 妇产 儿童 肿瘤 精神
""")

# What an office does when it founds the body that is named next: 成立旅游宣传中心.
FOUNDING = _words("成立 组建 设立 挂牌 揭牌 新成立 新组建 新设 成立了 组建了 牵头成立 牵头组建")

# What it does with a task force that there is: 重新调整直达资金领导小组人员.
REFORMING = _words("调整 充实 调整充实 调整完善 调整优化")

# What is done in a field of technology, which names a laboratory or a school: 深空探测实验室, 飞行学院.
TECHNICAL = _words("""
探测 开采 开发 利用 制造 加工 转化 治理 防治 应用 控制 修复 集成 育种 制备 检测 预警 勘探 输送
存储 成像 导航 飞行 航行 翻译 表演 养殖 种植 栽培 冶炼 铸造 运营
""")

# Kinds of societies, which name none: 市行业协会.
CLASSES_OF_SOCIETIES = _words("行业 专业 产业 企业 社会 民间 异地 同乡 基层 经济 学术 商业 农民")

# Business of which a place has one company: 市水务集团, 区城投公司. 市教育集团 and 省产业集团 are classes.
GROUPS = ("集团", "集团公司", "公司")
CLASSES_OF_GROUPS = _words("""
企业 产业 教育 医疗 医院 骨干 国有 专业 服务 项目 股份 外资 中小企业 高新 行业 学校 民间 一流
""")

KINDS_OF_GROUPS = _words("""
大型 现代 绿色 智慧 数字 综合 国际 专业 新型 高端 全国 跨国 区域 龙头 一流 特色 优势 传统 民间 地方 区属 中央
农村 城市 城乡 先进 未来 新兴 海洋 电子 公共 商品 品牌 连锁 联合 投资 开发 建设 犯罪 诈骗 利益 国家 紧密
""")

# Companies that a place has one of, by what they do for short: 城投集团, 公交公司.
LOCAL_GROUPS = _words("""
城投 城建 城发 交投 交建 文旅 文旅投 旅投 水务 公交 金控 国投 产投 产控 农投 水投 能投 建投 投促
邮政 供电 电力 电信 移动 联通 自来水 烟草 国控 国资 国资运营 粮投 民航 机场 港口 港务 高速 地铁 农垦 盐业
""")

# Schools of which a place has one: 市教师进修学校, 省老年大学.
ONE_OF_A_PLACE = _words("""
老干部 卫生 会计 技工 直属机关 农商 特教 特殊教育 教师进修 教师 进修 实验 外国语 技师 职业技术 体育运动 体育 艺术 开放
广播电视 老年 警察 行政 机关 社会主义
""")

# Centres for the people of one township, called after it: 大坪便民服务中心.
TOWN_CENTRES = ("便民", "党群", "便民服务", "党群服务", "综治")

# Posts of a township or a quarter, whose place no list holds.
LOCAL_POSTS = _words("""
中队 派出所 司法所 人民法庭 法庭 卫生院 财政所 分局 税务所 供电所 市场监管所 监管所 街道办事处
办事处 村委会 居委会 村民委员会 居民委员会 社区卫生服务中心 支队 大队 社工站 文化站 消防站 水文站
分中心 服务站 敬老院 福利院 公证处 林检站 林管站 水利站 船管站 农技站 农机站 林业站 兽医站 畜牧站
联合党委 街区联合党委
税务分局 街道办 边境派出所 边防派出所 国土所 市监所 工商所 食药监所 民政所 房管所 安监所 安监站 环卫站 环卫所
计生站 农经站 警务站 邮政所 边防所 运管所 社保所 文明实践所 文明实践站 交管所 农商行 中医院 管委会 管理委员会
""")

# Those of which a township has one, which its own report calls by their kind alone.
TOWN_POSTS = _words("""
派出所 司法所 卫生院 财政所 国土所 自然资源所 市场监管所 市监所 税务所 水利站 农技站 林业站 文化站
社工站 敬老院 中心校
中心学校 市场监督管理所 城管中队 交警中队 人大街道工委
综合行政执法队 综治中心 便民服务中心 党群服务中心 社区卫生服务中心
社区事务受理服务中心 社区文化活动中心 社区党群服务中心 社会治理中心 退役军人服务站
""")

# Rooms for mediation and the like, called after who leads them: 王建国品牌调解室.
PERSONAL_ROOMS = ("调解室", "工作室")

_CENTRES = ("反诈中心", "管理中心", "服务中心", "监测中心", "交易中心", "指挥中心")
# Parts of one kind of body only: 市政府外办, 区人大财经委, 财政局财政所.
PARTS_OF = {
    "国务院": ("办",),
    "政府": (
        "国资委",
        "法律顾问团",
        "外办",
        "侨办",
        "办",
        "安办",
        "安委办",
        "研究室",
        "督查室",
        "督导室",
        "教育督导室",
        "参事室",
        "发展研究中心",
    ),
    **dict.fromkeys(
        ("省委", "市委", "区委", "县委"),
        ("工委", "督查室", "编委", "办", "台办", "侨办", "外办", "政研室"),
    ),
    "人大": ("委", "工委", "法工委", "代工委", "农村委", "农委"),
    "政协": ("委", "工委"),
    "人大常委会": ("委", "工委", "法工委", "代工委", "财经委", "预算工委", "办公厅", "办公室"),
    "局": (*sorted(LOCAL_POSTS), "工作站", "监督站", "质监站", "监测站", *_CENTRES),
    "厅": _CENTRES,
}

# Parts that name a place of their own: 梅州市公安局 + 梅县区 + 分局.
BRANCHES = _words("""
管理站 法庭 人民法庭 管理局 监管局 研究院 研究所 学院 医院 分局 中心支行 支行 分行 分公司 支公司
中心支公司 税务局 调查队 派出所 大队
支队 中队 总队 分校
""")

# Papers and presses are called by common words: 南方日报, 法律出版社.
PRESS = ("日报", "晚报", "时报", "出版社", "卫视")
# What names no paper or station: 疫情日报, 地方卫视.
NO_TITLES = _words("地方 省级 各地 情况 工作 信息 数据 舆情 疫情 进度 每日 生产 值班 项目 气象")

# The kinds whose names are proper names.
PROPER_KINDS = _words("enterprise bank school hospital association media institution team")

# Endings of such names that make a class even with 国家 or 省 before them: 国家实验室, 省重点企业.
WEAK = _words("""
实验室 集团 公司 学校 学院 大学 中学 小学 幼儿园 银行 协会 商会 学会 基金会 联合会 合作社 事务所
船厂 加工厂 制品厂 机械厂 化工厂 水泥厂 经营部 商厦 集团公司 支行 分行 分公司 总厂 钢铁厂 炼油厂
化肥厂 造纸厂 纺织厂 制药厂 护理院 养老院 支公司 中心支公司 联盟 协同创新中心 人寿保险 财产保险 人寿 财险
中心小学 中心幼儿园
""") | {*GUILDS, *VENUES, *WORKS}

# 区办 is an office of its place only before the part of it that acts: 市办学校 is another thing.
LETTER_OFFICES = ("区办", "市办", "县办", "省办", "州办", "旗办", "镇办", "乡办")

# Endings that follow a place directly: 君山片区管理局.
PLACE_IS_STEM = _words("""
银保监组 监管组 筹备委员会 筹委会 指挥部 警备区 中心人民医院 分院 海事处 水文局 航道局 疗养院
防治院 防治所 社会福利院 儿童福利院 120急救中心 教科所 农科所 林科所 高专 卫校 技校 职校 委办公室
委办公厅 委常委会 边检站 边防检查站 边防派出所 军区 武警总队 武警中队 监管局 管理局 管理处 管理所
管理委员会 医院 大学 学院 银行 集团 支行 分行 分公司 税务局 总工会 总队 支队 大队 调解中心
服务中心 管理中心 监测中心 交易中心 指挥中心 执法队 监测站 工作站
""")

# Centres that are buildings or quarters, not bodies.
FACILITIES = _words("""
多式联运 数据 数字 物流 会展 商务 金融 经济 贸易 文化 体育 旅游 科技 创新 购物 采购 航运 艺术 演艺
展览 算力 交通 能源 产业 政治 枢纽 营运
""")

# 所 ends a name only after such a business: 公路管理所; 在所 and 看守所 are other words.
BEFORE_SUO = ("管理", "监督", "研究", "检验", "监测", "检疫", "防治", "监察", "检定", "检测")

# Bare these are a class as often as the office next door.
CLASS_BODIES = _words("公安局 公安厅 公安分局 教育局 财政局") - _words("教育局 财政局")

# 专家委员会 and 工作领导小组 are kinds of committees, not names.
GENERIC = _words("""
专项 专门 相应 联合 统一 各类 临时 工作 管理 监督 组织 评审 服务 综合 执行 指挥 建设 项目 行动
业务 事务 仲裁 复议 行政复议 行政
""")
GENERIC_WITH = _words("""
委员会 领导小组 工作小组 指挥部 总指挥部 办公室 领导小组办公室 委员会办公室 专班 工作专班 联席会议办公室
协调小组 协调小组办公室
""")

# Teams, societies, stations and works that only a place singles out: 福建代表队; 考察代表团, 新春联谊会 are none.
OF_PLACES = _words("""
代表团 代表队 联谊会 同学会 卫视 总厂 钢铁厂 炼油厂 化肥厂 造纸厂 纺织厂 制药厂
""")

# Bodies of which each level has one, called by their kind alone in a list: 区总工会、妇联.
ONE_EACH = _words(
    "妇幼保健院 中医院 中医医院 疾病预防控制中心 慢性病防治站 消防救援大队"
    " 消防大队 交警大队 看守所 总工会 妇联 团工委 残联 工商联 科协 文联 侨联 红十字会 疾控中心 融媒体中心"
    " 供销合作社 团委"
)

# Bodies that never form one name with a body before them: 区党工委管委会.
PEERS = _words("政府 人民政府 管委会 管理委员会 党工委 人大 政协")

# Words that are a verb before a name and a noun inside one.
SOFT = _words("""
建设 组织 联合 执行 投资 开发 促进 培训 保障 改造 发展 服务 管理 支援 宣传 监督 合作 检查 规划
协作 编辑 收购 调查 指挥 改革 创建 征收 统筹 救援 融资 关爱 帮扶 防治 审计
""")

# Those that alone make no body with 局 or 厅: 组织局党组 is a 局党组 that somebody gathers.
VERBS = ("组织", "联合", "检查", "支援", "协作", "培训", "促进", "保障", "改造")

# What stands between a place and 学校 in the name of a class: 焦作市中等职业学校.
SCHOOL_CLASSES = _words("""
双语 绿色 中等 初等 高等 中等职业 高等职业 职业 普通 普通高中 普通高等 高中 初中 义务教育 民办 公办 农村
城区 乡镇 中心城区 城市 初级 高级 农牧区 社区 小区 企业 机关 标准化 配套 小岛 大岛 海岛 优质 薄弱
重点 示范 示范性 普惠 普惠性 村级 村办 中心 完全 九年制 全日制 现代 现代化 规范化 寄宿 寄宿制 集体
公立 私立 国办 定点 试点 实验 附属 辖区 周边 学前 幼儿 中小 大中 城镇 特殊 民族 边远 山区 偏远
半日制
""")

# What may not follow an ending: 局面, 部门, 处理, 大学生 are other words.
FORBIDDEN_NEXT = {
    "银行": "业",
    "支行": "业",
    "究院": "士校落系长所",
    "分行": "业",
    "初中": "生阶毕学入升招文",
    "高中": "生阶毕学入升招文教课",
    "媒体": "平矩产传建宣格作公客账发融",
    "局": "面部势限域",
    "厅": "堂",
    "部": "际门分署属队件级位落委下",
    "处": "理置罚分境于方所以在长",
    "科": "技学目研普创室协长",
    "司": "机法令",
    "委": "员托派任培",
    "院": "士校落系长",
    "所": "属有在需长",
    "站": "点位长",
    "队": "伍列员长",
    "会": "议场展计",
    "社": "会区保员长",
    "行": "业为动长使走驶进",
    "航": "道线班空海天",
    "团": "体化军",
    "表团": "队员长",
    "乐团": "队员长",
    "师团": "体化军队",
    "报": "告警送表请批备价",
    "厂": "长房区商家矿",
    "学": "生城习堂校位段",
    "园": "区林丁",
    "馆": "群",
    "心": "城组区线任工带村镇小校主思环点位枢",
    "大": "代提议建门量会道厅桥型",
    "中": "全学小等心国",
    "小": "学区组型时",
    "协": "委提调同助作会",
    "府": "性",
    "股": "份东权室",
    "庭": "审外院",
    "法庭": "外上",
    "办": "理法学事案公结",
    "署": "理名",
}
