"""The words that decide how a name is put together."""

from __future__ import annotations

import re

# A predicate alone names nothing: 破案2宗 is 什么案件破案.
PREDICATES = """
    改好 不捕 不诉 不批捕 不起诉 批准逮捕 不批准逮捕 提起公诉 达标 成交
    破案 破获 侦破 查结 新收 审执结 执结 立案 结案 起诉 直诉 移诉 移送 移送起诉 移送审查起诉 公诉 批捕 逮捕 刑拘
    刑事拘留 拘留 行政拘留 治安拘留 取保 取保候审 监视居住 抓获 查获 处罚 罚款 警告 训诫 判处
    判决 审结 办结 结 受理 立案查处 查处 处置 整改 完成整改 整改完成 已整改 已处置 未处置
    未整改 化解 调解 调处 死亡 受伤 失踪 损失 胜诉 败诉 撤诉 维持 撤销 驳回 终止 纠正 变更 确认违法 责令履行
    予以公开 同意公开 部分公开 同意部分公开 信息不存在 无法提供 其他处理 答复 回复 按时答复 采纳
    创设 通过 合格 不合格 优秀 良好 上升 入库 开工 完工
    投产 建成 新增 净增 减少 增加 复工 注销 吊销 关闭 关停 取缔 拆除 没收 扣押 冻结 止付 返还
    追回 挽回 退还 兑付 报送 编发 采用 转发 转办 交办 督办 参与 参加 覆盖 受益 惠及 覆盖率
    占比 比重 完成 完成率 发现 发现问题 治愈 确诊 出院 录取 毕业 在校 招生 入学 脱贫 安置 就业
    在办理期限内 正在办理
    参保 参训 获证 持证 入选 现行有效 继续有效 剩余 其余 暂缓 查实 优良 退出 结转 新签 获批 获奖 上市 注册 签约
    支付 赔付 给付 征收 入账 填报入库 纳统入库 落地 到位 变现 解决 调用 支出 成功 已创设 已完成 已办结 已化解 已建成
""".split()
_ONE = "(?:不予\\w{2}|" + "|".join(sorted(PREDICATES, key=len, reverse=True)) + ")"
_PREDICATE = re.compile(
    "(?:已|均|未|尚未|正在|全部|共|其中|成功|依法|累计|当场|现场|跟进|实际)*"
    f"{_ONE}(?:(?:或|和|及|并|、){_ONE})*(?:的|了)?"
)

_DEED_END = re.compile(rf"(?<=\w{{3}})(?<![或和及、])(?:已|均|依法|累计)*(?:{_ONE})$")

# Heads by which many things are measured; alone they need the thing.
MEASURES = """
    资产总额 总产能 总容量 总规模 概算总投资 负债总额 净资产 全长
    总产量 产量 总产值 产值 总投资额 增加值 增加额 总量 总额 总面积 面积 总投资 收入 支出
    余额 总数 总藏量 藏量 数量 人数 户数 件数 起数 次数 场次 批次 金额 总金额 标准 比例 比重 占比 增速 增长率 涨幅
    增幅 降幅 贡献率 覆盖率 覆盖面 完成率 普及率 总里程 里程 浓度 年均值 总功率 功率 总吨位 吨位 总装机 装机
    装机容量 存栏数 出栏数 存栏 出栏 总产 单产 亩产 价格 均价 利润 利润总额 税收 投资额 销售额
    营业收入 营收 成交额 交易额 成交量 吞吐量 周转量 客运量 货运量 年初预算 年初预算数 预算安排 支出决算 支出决算数
    决算数 预算数 决算 预算 全年预算 调整预算 调整预算数 执行数 预算执行率 完成年初预算
    完成预算 完成调整预算 同比 总值 规模 容量 能力 产能 数 量 额 率 值 投入 总投入 支持 补助
    拨付 经费 保障标准 补助标准 月保障标准 年保障标准 人均保障标准 月人均保障标准 年人均保障标准
""".split()
# Words that need their thing when they stand alone, and belong to the name when they do not.
_ALONE = """
    投资 总投资 计划投资 完成投资 到位资金 建筑面积 总建筑面积 占地面积 占地 资金 补助资金
    花费 参保人数 参保率 笔数 家数 货币价值 涉及金额 涉及资金 涉及预算金额 涉案金额 平均得分
    成交金额 交易金额 参加人数 参训人数 总人次 人次 年人均 月人均 人均 户均 亩均 平均
""".split()
_MEASURE = re.compile(
    "其?(?:" + "|".join(sorted([*MEASURES, *_ALONE], key=len, reverse=True)) + ")"
)
_MEASURED_BY = re.compile(
    "(?:"
    + "|".join(sorted([*(m for m in MEASURES if len(m) > 1), *_ALONE], key=len, reverse=True))
    + ")$"
)
_MEASURE_END = re.compile(
    "(?<!生产)(?:"
    + "|".join(sorted((m for m in MEASURES if len(m) > 1), key=len, reverse=True))
    + ")$"
)

# Verbs after which the counted thing follows the number: 组建13家企业创新联合体.
VERBS = """
    启动 用好 扫除 安排 下达 落实 组建 建成 新建 改建 扩建 改造 建设 开工建设 开工 建立 设立 成立 创建 打造
    培养 培育 壮大 做大 做强 引进 引入 新增 净增 增加 实施 推进 推动 完成 实现 开展 举办 承办 召开 组织 组织开展
    办理 办结 查处 查办 查获 抓获 打掉 捣毁 破获 侦破 侦办 侦结 立案 立案查处 移送 处理 处置
    处罚 受理 审理 审结 审核 审查 审批 制定 制发 修订 出台 印发 发放 发布 发出 编制 编发 报送
    上报 提出 提供 签订 签约 落实 兑现 拨付 投入 投放 投资 筹措 争取 争取到 获得 获评 获批
    荣获 收获
    取得 评选 评为 选派 选聘 聘任 聘请 招聘 招录 引导 帮助 协助 指导 督促 动员 发动 帮扶 救助 资助 慰问 走访 接待
    服务 解决 化解 调解 排查 整改 整治 检查 抽查 巡查 监测 检测 抽检 关停 关停注销 关闭 取缔
    征迁 拆除 清理 清退 清查 淘汰 减少 压减 精简 取消 下放 承接 调整 推出 推行 上线 开通 开设 开发
    提升 优化 优化重组 录入 归集 共享 汇聚 采集 登记 注册 录取 培训 轮训 举行 播放 播映 推送
    刊发 制作 悬挂 张贴 出动 派出 惠及 覆盖 带动 吸引 吸纳 安置 转移 免除 减免 降低 发行 增发 偿还
    置换 盘活 出让 收储 供应 生产 销售 出口 进口 育出 种植 养殖 形成 拥有 具有 设有 下设 增设
    加设 配备 配置 购置 采购 安装 更换 更新 维修 铺设 新铺 敷设 疏通 修缮 绿化 栽植 种 建 修
    加固
    除险加固 修复 抢修 疏浚 清淤 整修 翻修 硬化 亮化 复垦
    设 办 开 搬迁 迁入 夺得 摘得 斩获 发现 查摆 查出 约谈 问责 追责 通报 曝光 公布 公开 公示
    答复 回复 回应 征集 收集 收到 接到 接收 接受 受教育 参加 参与 挂接 上传 对接 联系 储备
    谋划 策划 包装 入库 促成 执行 维护 救治 诊治 诊疗 确诊 接种 录用 引育 认定 新认定 复核
    备案 废止 保留 修改 宣布失效 失效 重点管控 管控 摸排 排查整治 梳理 梳理出 核查 调查 责令 发生
    出现 新探明 探明 在建 续建 新开工 竣工 签发 换发 补发 核发 颁发 注销 吊销 没收 收缴 缴获
    扣押 冻结 止付 追回 挽回 挽损 返还 退还
""".split()
TERM = "(?:年初|调整|变动|全年|年度|本年|年)?"
"""What may stand before 预算, 计划 and 任务: of which time, and whether adjusted."""
_BUDGET_END = re.compile(r"(?:支出决算|(?:年初|调整|全年)预算|决算|预算)数?$")
_OUTLAY = re.compile(
    r"(?:年度|当年|全年)?(?:计划|完成|总|共|累计|财政)?(?:投资|投入|总投资|固投)(?:资金)?|安排(?:专项)?资金"
    r"|(?:中央|省级?|市级?|区级?|县级?|地方|各级|本级)+财政(?:共|累计|已)?(?:投入|安排|拨付|下拨|支出)(?:资金)?|安排拨付(?:资金)?"
)
_ADVERBS = re.compile(r"^(?:基本|全部|全面|已|均|新)+(?=\w{2})")
# How far things are: what is said of the others of their kind in one list.
_STATES = frozenset("在建 续建 新建 改建 扩建 竣工 建成 开工 完工 投产 投用 通车 入库".split())
_STATE_END = re.compile(
    rf"(?<=\w{{2}})(?:基本|全部|已|新)*(?:{'|'.join(sorted(_STATES))})(?:建设|通车|投用|使用)?$"
)
_TWO_VERBS = re.compile(
    "({0})(?:或者?|和|及|并|、)({0})".format(
        "|".join(sorted((v for v in VERBS if len(v) > 1), key=len, reverse=True))
    )
)
_VERB_SET = frozenset(v for v in VERBS if len(v) > 1)
_ENDS_IN_VERB = re.compile(
    "(?:" + "|".join(sorted(VERBS, key=len, reverse=True)) + ")(?:了|过|起|出|到)?$"
)
_OPENING_VERB = re.compile(
    "(?!开发区|服务业|投资者)(?:"
    + "|".join(sorted((v for v in VERBS if len(v) > 1), key=len, reverse=True))
    + r")(?=\w{2})"
)
_BEGINS_WITH_VERB = re.compile(
    "(?:已|均|并|共|全部|先后|同时|依法|成功|同步|累计)*(?:"
    + "|".join(
        sorted(
            (
                v
                for v in VERBS
                if len(v) > 1
                and v
                not in (
                    "建设",
                    "服务",
                    "登记",
                    "检查",
                    "培训",
                    "审查",
                    "审批",
                    "监测",
                    "投资",
                    "公开",
                    "绿化",
                    "种植",
                    "养殖",
                    "采购",
                    "改造",
                    "对接",
                )
            ),
            key=len,
            reverse=True,
        )
    )
    + "|被|因|受|获|属|予以|进行)"
)

# A preposition hands its object to the verb behind it: 对5个政务新媒体予以关停.
PREPOSITIONS = re.compile(
    r"(?:对|将|把|为|让|(?<![意方志倾转导])向|给|(?<![定制持])(?<!不存)在|以|按|(?<!参)与|使|于|针对|涉及|包括|包含|如|至|到)$"
)

# Rates of what was done, which need their thing: 办结率, 签约率. 失业率 and 死亡率 say it by themselves.
_RATE = (
    r"(?:按[期时]|及时|基本|综合|群众|一次性?|总体)*"
    rf"(?:(?!不捕|不诉|不起诉|死亡|损失|就业|毕业|胜诉|败诉){_ONE}|满意|好评|知晓|达标|及时|准确|签约|响应|回复|回访|反馈|履约|入园|优秀|优良|参与|公开|查阅|成功)率"
)
_RATE_OF_DEEDS = re.compile(f"{_RATE}(?:[、和与及]{_RATE})*")
_RATE_END = re.compile(f"{_RATE}$")
_DEED = re.compile(r"([\u4e00-\u9fff]{2})率$")
# What is done to every case says nothing of the case: 受理投诉举报, of which 办结 so many.
_HANDLING = re.compile(
    r"(?:受理|收到|接到|接收|办理|查办|查处|处理|审理|组织开展|开展|组织|举办|举行|召开|签订|发出|发生|入库|归集)(?=[\u4e00-\u9fff“\d])"
)
_EXAMINED = re.compile(
    r"^(?:排查|抽查|抽取|抽调|评查|抽检|检查|发现|检出|查出|提出|持有|聘请)(?=[\u4e00-\u9fff“]{2})"
)
# Whom or what one is content with: cases and services, not whatever was counted before.
_CONTENT = re.compile("满意率|好评率")
_CASES = re.compile(
    "诉求|办件|热线|工单|提案|建议|事项|投诉|举报|信访|评价|服务|活动|培训|协议|件$|案$"
)


def is_rate_of_deeds(own: str) -> bool:
    """Whether the words are a rate without its thing.

    >>> is_rate_of_deeds("按时办结率"), is_rate_of_deeds("失业率")
    (True, False)
    """
    return bool(_RATE_OF_DEEDS.fullmatch(own))


def without_handling(name: str) -> str:
    """The case, without what is done to every case.

    >>> without_handling("受理投诉举报"), without_handling("新建公园")
    ('投诉举报', '新建公园')
    """
    return _HANDLING.sub("", name, count=1) if _HANDLING.match(name) else name


def rate_of(thing: str, rate: str) -> str:
    """A rate with the thing that it is about, whose own deed stands once.

    >>> rate_of("重点人群签约", "签约率"), rate_of("整改隐患", "整改率")
    ('重点人群签约率', '隐患整改率')
    """
    deed = deed_of(rate)
    thing = _RATE_END.sub("", _EXAMINED.sub("", without_handling(thing), count=1)) or thing
    thing = thing.removeprefix(deed) or thing
    if deed in thing[2:]:  # 空气质量优良天数, 优良率
        thing = (
            thing[: thing.index(deed, 2)]
            if not re.search("[不未]$", thing[: thing.index(deed, 2)])
            else thing
        )
    if not thing.endswith(("不" + deed, "未" + deed)):
        thing = thing.removesuffix(deed) or thing
    return re.sub(r"(?<=\w{2})(?:(?:办理|转办|交办|受理)|[不未]\w{2})$", "", thing) + rate


def can_be_rated(thing: str, rate: str) -> bool:
    """Whether a thing is one that the rate can be of.

    >>> can_be_rated("热线工单", "满意率"), can_be_rated("社会监督员", "满意率")
    (True, False)
    """
    if _MEASURE_END.search(thing) or _RATE_END.sub("", thing).endswith(("额", "量", "值", "率")):
        return False  # 外贸额增长5%，合格率98%
    if not _RATE_END.sub("", thing):
        return False  # 及时受理率100%、按时办结率100%
    return len(thing) > 2 and (not _CONTENT.search(rate) or bool(_CASES.search(thing)))


def deed_of(rate: str) -> str:
    """What a rate is the rate of: 按时办结率 → 办结.

    >>> deed_of("按时办结率"), deed_of("比例")
    ('办结', '')
    """
    match = _DEED.search(rate)
    return match[1] if match else ""


def ends_in_measure(text: str) -> str:
    """The measure that words end with: 推进计划总投资 → 总投资; nothing where they end with none.

    >>> ends_in_measure("推进总投资"), ends_in_measure("推进项目")
    ('总投资', '')
    """
    match = _MEASURED_BY.search(text)
    return match.group() if match else ""


def is_predicate(own: str) -> bool:
    """Whether the words name only what was done, not to what.

    >>> is_predicate("取保候审"), is_predicate("悬挂横幅")
    (True, False)
    """
    return bool(_PREDICATE.fullmatch(own) or _TWO_VERBS.fullmatch(own))


def without_deed(name: str) -> str:
    """What something was done to, without what was done.

    >>> without_deed("涉案人员依法不捕"), without_deed("涉案人员")
    ('涉案人员', '涉案人员')
    """
    return _DEED_END.sub("", name)


def is_measure(own: str) -> bool:
    """Whether the words are a measure without its thing.

    >>> is_measure("产量"), is_measure("粮食产量")
    (True, False)
    """
    return bool(_MEASURE.fullmatch(own))


def is_outlay(own: str) -> bool:
    """Whether the words say only that money was spent.

    >>> is_outlay("计划投资"), is_outlay("固定资产投资")
    (True, False)
    """
    return bool(_OUTLAY.fullmatch(own))


def without_budget(name: str) -> str:
    """What a budget figure is about: 公务接待费支出决算 → 公务接待费.

    >>> without_budget("一般公共预算支出年初预算")
    '一般公共预算支出'
    """
    return _BUDGET_END.sub("", name) or name


def without_measure(name: str) -> str:
    """The thing that a name measures.

    >>> without_measure("贻贝养殖面积")
    '贻贝养殖'
    """
    return _MEASURE_END.sub("", name) or name


def is_verb(own: str) -> bool:
    """Whether the words are a bare verb that wants its object: 废止, 新增."""
    return _ADVERBS.sub("", own) in _VERB_SET


def is_state(own: str) -> bool:
    """Whether the words say only how far something is.

    >>> is_state("在建"), is_state("基本建成"), is_state("办结")
    (True, True, False)
    """
    return _ADVERBS.sub("", own) in _STATES


def without_state(thing: str) -> str:
    """A thing without how far it is: 重大项目开工 → 重大项目.

    >>> without_state("保障性住房基本建成")
    '保障性住房'
    """
    return _STATE_END.sub("", thing) or thing


def opening_verb(text: str) -> str:
    """The verb that a name begins with, where something follows it.

    >>> opening_verb("建成过江通道")
    '建成'
    """
    match = _OPENING_VERB.match(text)
    return match.group() if match else ""


def object_of(text: str) -> str:
    """What the verbs that a clause begins with act on.

    >>> object_of("开工建设过江通道")
    '过江通道'
    """
    while verb := opening_verb(text):
        text = text[len(verb) :]
    return text


def ends_in_verb(text: str) -> re.Match[str] | None:
    return _ENDS_IN_VERB.search(text)


def begins_with_verb(text: str) -> bool:
    return bool(_BEGINS_WITH_VERB.match(text))
