"""The words by which names of indicators are judged: what says nothing, what says the same, what sets apart."""

from __future__ import annotations

import re

# Whose it is, when it was and how well it was done: not what was counted.
FILLERS = frozenset(
    """
全国 全省 全市 全区 全县 全州 全旗 全盟 全镇 全乡 全社会 全系统 全局 全厅 全院 我国 我省
我市 我区 我县 我局 本省 本市 本区 本县 本局 辖区 区域内 境内 全年 年内 本年 本年度 年度
当年 今年 去年 上年 今年以来 以来 期间 截至 截至目前 目前 截止 共 共计 总共 一共 合计
总计 全部 各类 各项 各种 各级 有关 相关 等 等等 等事项 方面 领域 工作 情况 任务 活动
事项类 类型 已 已经 均 分别 先后 及时 依法 依规 认真 积极 扎实 深入 持续 大力 进一步
有效 切实 全面 严格 加强 加快 继续 顺利 成功 圆满 稳步 不断 通过 围绕 针对 根据 按照
其中包括 进行 予以 给予 对 在 于 为 以 及 和 与 或 并 了 的 地 得 之 所 个 将 可 把 由
向 从 上 中 达 达到 达成 实现 完成 开展 组织 组织开展 做好 推进 推动 保持 得到 取得 出现
形成 具有 拥有 共有 现有 有 是 超过 突破 约 再 拟 要 预期 提出 力争 计划 草案 案 平均值
实施 实施了
""".split()
)

# Words that add to a name and leave what is counted: 新增养老机构床位 is left alone, 解决饮水安全问题 is not.
WEAK = frozenset(
    """
    问题 建设 居民 支持 带动 政策 企业 会议 安排 经费 资金 得到 事项 力度 享受 累计完成 业 总 每 额 量 性
    水平 综合 台阶 新台阶 政府 公众
""".split()
)

# Words that say the same, each group by its first.
_SAME = """
受理 办理 处理 承办 接办 收到 接到 接收 接
召开 举行 召集
举办 举行 主办
制定 出台 印发 制发 制订
发放 下发 派发 发出 散发
查处 查办
破获 侦破 破
排查 摸排 排查出
化解 调处 调解
参加 参与
发布 推送 刊发 发表 刊登 转发
审核 审查
提供 出具
建成 竣工 完工 建成投用
新建 新开工 开工建设
改造 改建
检查 巡查
培训 轮训
会议 会 例会
群众 市民 百姓
诉求 诉求件 工单 热线件 投诉件 来电 诉求量
微信公众号 公众号
信访件 信访问题 信访事项 信访案件
建议 议案建议
贫困户 困难户
规模以上 规上
比重 占比 比例 比率 比值
覆盖率 覆盖面
高等院校 高校 高等学校
老旧小区 旧小区
卫生室 卫生所
预期寿命 期望寿命
利用 使用
举措 措施
新改建 新建改建 新建改造
第一产业 一产
第二产业 二产
第三产业 三产
国家级 国家
高铁 高速铁路
经营主体 市场主体 经济主体
创建 新创建
院校 学校
播种 种植
实验区 试验区
"""
SAME = {
    word: words[0] for line in _SAME.split("\n") if (words := line.split()) for word in words[1:]
}

# Phrases that are brought to one before words are cut. Numbers in them are names, not counts.
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"12345(?:政务服务|便民服务|政府服务|市民服务|公共服务|市长|便民|市民)*(?:热线|平台|电话)*(?:平台)?"
        ),
        "12345热线",
    ),
    (re.compile(r"(?:地区|国内)?生产总值|GDP", re.I), "地区生产总值"),
    (re.compile(r"研究与试验发展|R&D|研究与开发", re.I), "研发"),
    (re.compile(r"党(?:组|委|工委)(?:\(扩大\)|扩大)?会(?:议)?"), "党委会议"),
    (re.compile(r"(?:群众)?诉求(?:件|工单)?"), "诉求"),
    (re.compile(r"三公经费|三公(?=支出)"), "三公经费"),
    # of the report's own level; 全国人大代表 are others
    (re.compile(r"(?<!全国)(?:自治区|[省市区县州旗盟])(?=人大|政协|政府规章|民生实事)"), ""),
    (re.compile(r"市、?区(?=.)"), ""),
    (re.compile(r"新建?[、和]?(?:改建|改造)"), "新改建"),
    (re.compile(r"制定修改[和及]?废止"), "立改废"),
    (re.compile(r"政协委员"), "政协"),
    (re.compile(r"地方性法规"), "法规"),
    (re.compile(r"(?<=法[律规])(?:草案|议案|案)"), ""),
    (re.compile(r"农民(?=人均)"), "农村居民"),
    (re.compile(r"安全生产事故"), "生产安全事故"),
    (re.compile(r"(?:公共财政预算|地方财政一般预算|财政一般预算)(?=收入|支出)"), "一般公共预算"),
    (re.compile(r"总(?=产量|装机|规模|人口|户数|播种)"), ""),
    (re.compile(r"每(?=万人)"), ""),
    # a standard of subsidy is one a head, whoever pays it
    (re.compile(r"(?:人均)?(?:财政)?补助标准"), "补助标准"),
    (re.compile(r"(?<=.)占比$"), "比重"),
    (re.compile(r"(?:对外贸易|外贸)?进出口(?:总额|总值)?"), "进出口"),
    (re.compile(r"研发(?:经费)?(?:投入|支出)?"), "研发经费"),
    (re.compile(r"居民消费价格(?:总水平|总指数|指数)?"), "居民消费价格"),
    (re.compile(r"民生类?(?:投入|支出)(?=占)"), "民生支出"),
    (re.compile(r"(?:地级及?以上)?(?:城市)?(?:环境)?空气质量(?=优良)"), "空气质量"),
    (re.compile(r"(?:国考|考核)(?=断面)"), "国控"),
    (re.compile(r"(?<=农林牧渔)业"), ""),
    (re.compile(r"(?:通车|营业|运营)?总?里程"), "里程"),
    (
        re.compile(r"(?:(?:居|列)?(?:全国|全省|全区|全市))?第[一二三四五六七八九十\d]+(?:位|名)?$"),
        "",
    ),
    (re.compile(r"(?<=率)平均值?$|^平均(?=.*率$)"), ""),
)

# What a name ends in when it says only that something is counted; the unit says it already.
COUNTING = re.compile(r"(?:总)?(?:数量|件数|人数|次数|户数|个数|场次|总量|总数|数)$")
SHARE = re.compile(r"(?<!占)(?:比重|占比|比例|比率)$")
AMOUNT = re.compile(r"(?:总)?(?:金额|总额|额|(?<!生产)总值)$")

# A name that has one of these is never one that has it not, nor one that has another of its row.
_APART = """
新增 累计 净增 存量 余额 结余 在建 年末 期末 期初 减少 下降 取消 当月 本月
城镇 农村 城乡 城市 乡村 县城 牧区
中央 地方 本级 全国性 国家级 省级 市级 县级 区级 自治区级 省本级 市本级 区本级
男 女
一般 专项 特别 再融资
申请 批准 受理 办结 立案 结案 起诉 抗诉 申诉 移送 逮捕 拘留 撤销 维持 驳回 胜诉 败诉 答复 查处 整改 出动
收入 支出 结转 增加值 产值 利润 销售 投资 产量 产能 消费 储备 销量
进口 出口 进出口
第一产业 第二产业 第三产业 工业 农业 服务业 建筑业 制造业
人均 户均 平均
率 占 比重 贡献率 增速 增幅 涨幅 覆盖率 入学率 参保率
再就业 再融资 再贷款 再生
高价值 重点领域
营造林
租赁
全国人大代表 全国人大 全国政协
其他 其中
线上 线下 网上 现场
新建 改建 扩建 续建 改造 修缮 建成 开工 投产 竣工 规划 启动
初次 重复 首次 再次
新设 新登记 新认定 新培育 新晋 新入规 新入库 净新增
未 非 不 无 没有 没 免 超
高中 初中 小学 幼儿园 中职 大学 本科 专科 研究生 高职
上 下 左 右 内 外
东部 中部 西部 东北
生产 生活 职工
国有 民营 外资 私营 个体 集体
失业 就业 创业
一级 二级 三级 四级 五级 甲级 乙级
国际 国内
较大 重大 一般事故 特大
转移 引进 输出
户籍 常住 流动 户
大型 中型 小型 微型 中小 小微
供水 排水 污水 雨水 供热 供气 燃气 天然气
水稻 小麦 玉米 大豆 薯类 油料 棉花 蔬菜 水果 粮食
牛 羊 猪 禽 马
"""
APART = frozenset(word for word in _APART.split() if word)
# Beside the dictionary's name these say what came to it, or another part or measure of it.
ANOTHER = frozenset(
    """
新增 净增 新建 改建 扩建 续建 改造 建成 开工 投产 竣工 新设 新登记 新认定 新培育 新晋
新入规 新入库 在建 当月 本月 累计 其他 全国人大代表 农村 省级 市级 产值 制造业 高价值 租赁 营造林
""".split()
)
SCOPES = frozenset("地方 中央 全国".split())
# Single characters that do the same wherever they stand: 高技能人才 is not 技能人才, 纯收入 not 收入.
TELLING = frozenset("未非不无没纯毛高低大小重轻")

# Names that say what was done or how much, and not of what: another section, another number.
BARE = re.compile(
    r"(?:(?:按时|按期|及时|如期|总|综合|平均)?"
    r"(?:办结|答复|处理|办复|回复|满意|化解|整改|合格|完成|受理|通过|参合|参保|达标|优良|利用|覆盖|入户|胜诉)?率"
    r"|投资|总投资|投入|资金|面积|总面积|受益|惠及|产值|其中|利息|利率|人员|人数|项目|企业|工程|任务|处理|办结"
    r"|城镇|农村|每年|平均|经费|补助|支出|收入|死亡|产业规模|规模|(?:高|低|快|慢)于(?:全国|全省|全区|全市)?|(?:国家|省|市|县)级"
    r"|[\u4e00-\u9fff]{1,4}类)"
)
