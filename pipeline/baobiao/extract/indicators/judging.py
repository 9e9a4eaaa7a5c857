"""Which quantities are no indicators, and why: the reasons that ``baobiao explain`` gives."""

from __future__ import annotations

import re

from baobiao.extract.indicators import vocabulary
from baobiao.extract.indicators.clauses import prose_cells
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.names import GRAMMAR_NAMES, Cover, known_names
from baobiao.lexicon import Lexicon
from baobiao.model import Draft

# Units that a Chinese numeral does not count: 二期 is an ordinal, 八方 and 十分 are words, 三线 and 四季 concepts.
_COUNTED_BY_DIGITS = frozenset(
    "类期方线口分字面道头路网集本角度通层点手版节卷章枚级站把发根副里尺寸丈担两折片环端代号金银铜村案棒"
)
_ARRANGED = frozenset(
    {"大类", "小类", "大项", "小项"}
)  # 八大类商品 are known, 8大类事项 are counted
_DURATIONS = frozenset({"time", "age"})
_LEVELS = frozenset({"rank", "ordinal"})
_SPECIFICATIONS = frozenset({"英寸", "英尺", "寸", "纳米", "千伏", "伏", "像素"})

_STEPS = re.compile(r"[百千万]*亿元?(?:台阶|大关)")  # 跨越3个千亿元台阶
_AMONG_THE_FIRST = re.compile(r"(?<![年月日])前$")
_CAPACITIES = frozenset({"千瓦", "兆瓦", "吉瓦", "吉瓦时", "兆瓦时", "千伏安", "方"})
_PLANT = re.compile(r"(?:/年)?[\u4e00-\u9fff]{2,10}?(?:扩产|扩建|工程|项目|基地|生产线)")

_ONE_OF = re.compile("[\u4e00-\u9fff]{2,12}(?<!分)之一")  # 全国首批5个国家公园之一
_NAMED_ABOVE = ("个", "条", "项", "种", "点", "类", "大")
_CONCEPT = re.compile("(?:工作|重点|主要)?(?:机制|制度|行动|举措|措施|原则|要求|任务|体系|模式)")
_MEASURED_TIMES = "(?:时间|时长|时限|期限|年限|用时|周期|天数|寿命|平均年龄)"
_PART_OF_TIME = re.compile(
    rf"{_MEASURED_TIMES}[^，。；\n]{{1,12}}[，、(]其中[:，]?[^，。；\n]{{2,24}}$"
)
_GROWN_BY = re.compile(r"(?:[增高多快大加]了?|增长)[近约超]?$")  # 增长一倍; 一倍 alone is a phrase
_A_NATION = 10**8  # 14亿人民 is a way to say China
_NAMED = re.compile(r"[\u4e00-\u9fff]{3,10}”")
_PAIRED = re.compile(
    r"[一二两三四五六七八九][\u4e00-\u9fff](?<![一二三四五六七八九十百千万个次件人批场项家户名条])"
)
_AND_COUNTED = re.compile(r"\d+(?:[人名例宗件户家个艘辆台座栋]|[\u4e00-\u9fff]{1,3}以[上下])")
_NAMES_BEFORE = re.compile(r"[第〔\[]$|(?:^|[^\u4e00-\u9fff]|[附见如])[表图]\s?$")
_CODE_BEFORE = re.compile(r"[A-Za-z.+/_]$|\d[-—]$|(?<![A-Za-z])[A-Za-z]-$")
_BEFORE_CODE = re.compile(r"\d{1,2}[、.]\s?2\d{6}")  # 1、2100301城市社区卫生机构
_LINES = re.compile(r"\d{1,3}(?:[、和及与]\d{1,3})+号")  # 地铁7、9、11号线
_CODE_AFTER = re.compile(r"[A-Za-z+_/\]〕]|\.\d")


class Judge:
    """Says why a number is no indicator; an empty reason lets it through."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        text = draft.folded
        self.text = text
        self.unfolded = draft.report.text
        blocks = draft.report.blocks
        self.residue = Cover((b.start, b.end) for b in blocks if b.kind == "furniture")
        self.tables = Cover((b.start, b.end) for b in blocks if b.kind == "table")
        self.prose = Cover((cell.start, cell.end) for cell in prose_cells(draft.report))
        self.markers = Cover((s.start, s.start + len(s.marker)) for s in draft.sections if s.marker)
        self.dates = Cover((d.start, d.end) for d in draft.dates)
        known = [m.span() for m in known_names(lexicon).finditer(text)]
        self.names = Cover(
            [s for s in known if not text[s[0] : s[1]].isdigit()]
            + [m.span() for m in GRAMMAR_NAMES.finditer(text)]
        )
        self.codes = Cover(s for s in known if text[s[0] : s[1]].isdigit())
        quoted = _quoted(text)
        self.quotes = [(s, e) for s, e, kind in quoted if kind == "“"]
        self.titles = Cover((s, e) for s, e, kind in quoted if kind == "《")
        self.short_quotes = Cover((s, e) for s, e in self.quotes if e - s <= 14)
        self.long_quotes = Cover((s, e) for s, e in self.quotes if e - s > 14)

    def reason(self, group: list[Quantity]) -> str:
        first, last = group[0], group[-1]
        start, end = first.number, last.end
        text = self.text
        before, after = text[max(0, start - 6) : start], text[end : end + 6]
        if self.residue.overlaps(start, end):
            return "在页面残留里，不作指标"
        if self.tables.overlaps(start, end) and not self.prose.contains(start, end):
            return "在表格里，但没有能说明它的表头，或者与别的数字连在一起"
        if not last.unit and self.unfolded[first.start - 1 : first.start] == "\t":
            return "与前面的文字隔着制表符，像页码"
        if self.markers.overlaps(start, end) or _BEFORE_CODE.match(self.text, start):
            return "是标题的序号"
        if self.dates.overlaps(start, end):
            return "是日期的一部分"
        if self.titles.overlaps(start, end):
            return "在书名号里，是文件名的一部分"
        if self.names.contains(start, first.numeral_end):
            return "是名称、序数、提法或型号的一部分"
        if not first.unit and self.codes.overlaps(start, end):
            return "是电话或代号"
        if self.short_quotes.overlaps(start, end) and first.unit_kind not in ("ratio", "currency"):
            return "在引号里，是名称或提法"
        if self.long_quotes.overlaps(start, end) and not first.unit:
            return "在引号里，是名称或提法"
        if (
            self.text[start - 3 : start - 1] in ("“两", "“三", "“四", "“五")
            and self.text[start - 1] == "个"
        ):
            return "在引号里，是名称或提法"  # “两个10亿元”
        quoted = self.text[start - 1 : start] == "“" and _NAMED.match(text, end)
        if quoted and first.unit_kind == "currency":  # “80元旅游套餐”
            return "在引号里，是名称或提法"
        if before.endswith("每"):
            return "是计价、计量的基数"
        if _NAMES_BEFORE.search(before):
            return "是序数或编号"
        acronym = first.unit and re.search(r"(?<![A-Za-z])[A-Z]{3,}$", before)  # GDP36.5亿元
        if not first.unit and _LINES.match(text, first.start):
            return "是序数或编号"
        if not first.chinese and not acronym and _CODE_BEFORE.search(before):
            return "是代码或型号的一部分"
        if not last.unit and _CODE_AFTER.match(after):
            return "是代码或型号的一部分"
        if first.unit_kind == "ratio" and _AMONG_THE_FIRST.search(before):  # 进入前1%
            return "是等级、位次或编号"
        if _STEPS.match(text, end):
            return "是提法，不是数量"
        if _ONE_OF.match(text, end):
            return "说的是其中之一，不是数量"
        if first.chinese and before.endswith(("这", "上述", "以上")) and first.unit in _NAMED_ABOVE:
            return "是前面所列的个数"  # 这九条方针
        if self._of_a_plant(first, before):
            return "是规格"
        if first.part:
            return "" if self._is_ratio(group, before) else "不是比例，像时刻或编号"
        moved = first.unit == "位" and re.search("[前后]移$", before)  # 成绩较上年前移5位
        if first.unit_kind in _LEVELS or moved:
            return "是等级、位次或编号"
        if first.unit_kind in _DURATIONS:
            return "" if self._measured_time(first) else "是时长、年龄或期限"
        if _size_class(text, first):
            return "是规模档次"
        if first.unit == "个" and re.match(r"(?:方面|部分|层面)", after):
            return "是提法，不是数量"
        if first.chinese:
            return self._chinese(first, after)
        if first.unit and first.unit_kind != "ratio" and re.match(r"级|型|口径", after):
            return "是规格等级"
        if first.unit in ("米", "公里", "平方米") and re.match(
            "(?:以|之)?内[\u4e00-\u9fff]", after
        ):
            return "是规格"  # 50米内换乘比例
        if first.unit in _SPECIFICATIONS and re.match(r"[\u4e00-\u9fff]", after):
            return "是规格"
        if not first.unit:
            return self._bare(first, before, after)
        return ""

    def _of_a_plant(self, quantity: Quantity, before: str) -> bool:
        """5万千瓦风电项目, 年产3000辆专用车生产线: what a plant can do is told with its name, not counted."""
        sized = quantity.unit in _CAPACITIES and not vocabulary.ends_in_verb(before)
        made = re.search(r"年(?:生?产|处理)$", before)
        return bool((sized or made) and _PLANT.match(self.text, quantity.end))

    def _is_ratio(self, group: list[Quantity], before: str) -> bool:
        if len(group) > 2 or any(q.value != q.value.to_integral_value() for q in group):
            return True
        return bool(re.search(r"[比为]$", before))

    def _measured_time(self, quantity: Quantity) -> bool:
        """平均办理时间3.5天, 人均预期寿命78.5岁: a time that is measured, not a limit or a length of days."""
        if quantity.unit in ("学时", "课时"):
            return True
        if _PART_OF_TIME.search(self.text[max(0, quantity.start - 48) : quantity.start]):
            return True
        sentence = self.text[self.text.rfind("。", 0, quantity.start) + 1 :][:200].split("。")[0]
        if quantity.unit == "天" and "天数" in sentence:
            return True  # 优良天数306天，超过目标8天，比上年增加5天
        before = self.text[max(0, quantity.start - 48) : quantity.start]
        clause = re.split(r"[，。；\n]", before)[-1]
        return bool(
            re.search(
                r"(?:时间|时长|时限|期限|年限|用时|周期|天数|寿命|平均年龄)"
                r"(?:[由从][^，。；]{1,14}?[\d.]+(?:个工作|个)?[年月天日岁小时分钟]+)?[^，。；]{0,6}"
                r"(?:到|至)?(?:20\d\d年的?)?$",
                clause,
            )
        )

    def _chinese(self, quantity: Quantity, after: str) -> str:
        surface = self.text[quantity.number : quantity.end]
        if quantity.rule == "doubling" and self.text[quantity.start - 1] in "个大":
            return "是提法，不是数量"  # “六个翻番”
        if quantity.rule in ("percent_words", "fraction", "doubling"):
            return ""
        if not quantity.unit:
            return self._round_number(quantity, surface, after)
        if quantity.unit == "倍" and _GROWN_BY.search(self.text[: quantity.number][-4:]):
            return ""
        if quantity.unit == "个" and after.startswith("月"):
            return "是时长、年龄或期限"
        if (
            surface[0] == "一" and surface[1:2] not in "百千万亿十二三四五六七八九两零"
        ) or surface.startswith("一一"):
            return "“一”在这里是冠词，不是数量"
        led = (
            quantity.start < quantity.number or quantity.approximation == "about"
        )  # 近百家, 千余家
        led = led or (
            surface.endswith(("以上", "以下", "左右")) and quantity.unit in ("斤", "元", "吨")
        )
        if surface[0] in "百千万亿" and not led:
            return "是规模词，不是数量"
        if self.text[quantity.number - 1] == "前" and len(surface) == 2:
            return "是次序，不是数量"  # 前两批额度
        if quantity.unit in _ARRANGED:
            return "是提法，不是数量"
        if quantity.unit in _COUNTED_BY_DIGITS or (len(surface) == 2 and quantity.unit == "元"):
            return "是序数、提法或副词"
        if (
            quantity.unit == "次"
            and self.text[max(0, quantity.number - 2) : quantity.number] == "连续"
        ):
            return "是次序，不是数量"
        if self.text.startswith("”", quantity.number - 1) and _CONCEPT.match(after):
            return "是提法，不是数量"
        if len(surface) == 2 and _PAIRED.match(after):  # 四门四访, 三清三拆
            return "是提法，不是数量"
        if quantity.unit in ("个", "件", "项", "大") and after.startswith("“"):  # 两个“毫不动摇”
            return "是提法，不是数量"
        if quantity.unit == "组" and re.match("[一二三四五六七八九两]班", after):
            return "是提法，不是数量"
        if _sums_up(self.text, quantity, after):
            return "是前面所列的个数"
        if quantity.approximation:  # 近百场大型演出: who approximates, counts
            return ""
        if re.match(
            r"(?:方面|重点|大|原则|关系|环节|维护|确立|意识|自信|坚持|全面|面向|不|层面|阶段|转变|统筹|必须|明确|更加|聚焦"
            r"|现代化|基本原则|(?:联合)?公报|联合声明|文明(?:建设|一起)|世界的|超级大国|基本法|特别行政区|(?:政治)?标准|(?:基本)?国策"
            r"|战线|道路的|体制|孩子|攻坚战|新的?举措|(?:经济建设)?方针|截然|根本"
            r"|市场[、，。两]|资源[、，。联]|积极性|闸门|层次|渠道|途径|前提|特点|优势|结合)",
            after,
        ):
            return "是提法，不是数量"
        if re.match(
            r"(?:重点|主要|基本|关键|中心|重要)?(?:工作|任务|制度|举措|措施|政策|抓手|原则|准则|目标|方向|方针|主张|主线|要求|指标|事)"
            r"(?:[，。、：；均分都达的]|$)",
            after,
        ):
            return "是提法，不是数量"
        return ""

    def _round_number(self, quantity: Quantity, surface: str, after: str) -> str:
        """突破万亿, 上千万家庭, 五百万人才: 万 and 亿 count without a unit where digits or 近 上 超 lead to them."""
        led = quantity.start < quantity.number or surface[0] not in "百千万亿"
        if surface.rstrip("多余")[-1] not in "万亿" or not led or _NAMES_BEHIND_ROUND.match(after):
            return "是词语里的数字"
        return self._multiplied(quantity, after)

    @staticmethod
    def _multiplied(quantity: Quantity, after: str) -> str:
        people = "|人民|各族|中国人|同胞|中华" if quantity.value >= _A_NATION else ""
        names = re.match(f"级|[个]?亿|众|象|科|达广{people}", after)
        return "是规模档次或名称" if names else ""

    def _bare(self, quantity: Quantity, before: str, after: str) -> str:
        """A number without a unit counts where a thing stands before it and the clause ends behind it."""
        text = self.text
        has_multiplier = any(c in "万亿" for c in text[quantity.number : quantity.end])
        if has_multiplier and re.match(r"[，。；、）)和\n]|[\u4e00-\u9fff]", after):
            return self._multiplied(quantity, after)
        if not re.search(r"[\u4e00-\u9fff”》)][:：,]?[ ]?$", before):
            return "没有单位，也不在登记式的列举里"
        ends = re.match(
            r"[ ]?(?:[，。；、）)\n]|$|,(?!\d)|[和与及]"
            r"|(?:缩小|扩大|提高|提升|下降|降低|调整|上升|增加|减少|降)[到至为]?)",
            after,
        )
        if not ends:
            return "没有单位，后面也没有断开"
        if re.search(
            r"[第附图表号条款章节页版于在之代型]$|(?:编号|代码|电话|热线|邮编|传真|账号)[:：]?$",
            before,
        ):
            return "是编号"
        return ""


# 发现停发等三类问题, 残疾人补贴、老年人补贴两项补贴, 三个100%: how many were just named.
_LISTED_BEFORE = re.compile(r"[、和与及][^，。；、\n]{2,16}$")
_SUMMED = re.compile(
    r"补贴|标准|问题|指标|目标|职能|定位|制度|政策|机制|领域|环节|维度|任务|体系|关键"
)
_QUOTED_LIST = re.compile("“[^“”]*、[^“”]*”$")
# 优于全省九个设区城市: how many there are is known.
_SET_AGAINST_ALL = re.compile(r"(?:[优高低快好]于|居|列)全[国省市区县]?$")


def _sums_up(text: str, quantity: Quantity, after: str) -> bool:
    """Whether a small number in characters only says how many were named before it, or how many there are."""
    if quantity.unit not in ("个", "项", "类", "种") or quantity.end - quantity.number > 2:
        return False
    before = text[max(0, quantity.number - 20) : quantity.number]
    if (before.endswith("等") and quantity.unit == "类") or re.match(r"\d+%", after):
        return True
    if _QUOTED_LIST.search(text, max(0, quantity.number - 80), quantity.number):
        return True  # “投资、融资、培育”三项职能
    all_of_them = before[-1:] in "，；" and re.match(r"[\u4e00-\u9fff]{2,4}[均都]", after)
    listed = (_LISTED_BEFORE.search(before) or all_of_them) and _SUMMED.match(after)
    return bool(listed or _SET_AGAINST_ALL.search(before))


# 超百万的省份, 上亿元项目: a class by size; 万众, 万里 are words.
_NAMES_BEHIND_ROUND = re.compile(
    r"的|元|产业|企业|集群|园区|规模|县|镇|村|里|物|岁|年|步|分|[一二三四五六七八九十百千]"
)
_CLASS = re.compile(r"(?!行政村|群众|居民|的(?:目标|任务)|并|且)[\u4e00-\u9fff]")
_AND_ABOVE = re.compile(r"(?:\(含\)|及)以[上下][\u4e00-\u9fff]")  # 100万元(含)以上设备
# 12家企业年营业收入超50亿元: an amount that each of the counted has.
_OF_EACH = re.compile(
    r"\d[余多]?[家户个](?!.*[\d，。；])[^，。；\n]{0,12}(?:营业收入|营收|产值|销售额|销售收入|市值|交易额)$"
)
# 2个项目高于5%: the limit that the counted passed.
_PASSED = re.compile(
    r"\d[余多]?[家户个项人名处](?!.*[\d，。；])[\u4e00-\u9fff]{1,8}(?:高于|低于|大于|小于)$"
)
_SHARED_BY = re.compile(r"的(?:有|达|共)?\d+[个种项家户类]")  # 占比超过10%的有44种
_TRADE = re.compile(r"(?:元|级)?的?[\u4e00-\u9fff]{0,6}(?:产业|集群|企业|园区)")  # 过五千亿新兴产业
_LISTED_ABOVE = re.compile(r"\d[个家所座处项]以上[^，。；、\d]+、$")  # 打造2个以上园区、5个以上小镇
_COUNTED_CLASS = re.compile(
    r"的?(?:[县市区镇村]|[\u4e00-\u9fff“”]{2,8}?)(?:已|共|达)*\d+[个项家户]"
)
# 日供水5万吨的水厂2座, 总投资50亿元的项目6个: how large each of the counted is.
_PART_OF = re.compile(r"的[\u4e00-\u9fff]{2,6}?占比?(?:为|达)?\d+(?:\.\d+)?%")
_SIZED = re.compile(
    r"(?:[年日][产供处销]\w{0,4}|投资|装机|产值|面积|容量|规模|库容|营收|收入)[约超达近过]?$"
)
_COUNTED_SIZED = re.compile(r"的[\u4e00-\u9fff“”]{2,10}?\d+[个项家户座套处所条辆艘]")


def _size_class(text: str, quantity: Quantity) -> bool:
    """500万元以上项目, 超10亿元重大项目14个: a class of things by size; 新增50家以上工厂 counts them."""
    if not quantity.unit and re.match(
        r"以[上下]人口|人口(?:以[上下])?的?[县市镇]", text[quantity.numeral_end :][:8]
    ):
        return True  # 20万以上人口县
    if not quantity.unit and re.match(
        r"以[上下][\u4e00-\u9fff]{2,8}(?:项目|企业)", text[quantity.numeral_end :][:16]
    ):
        return True  # 500万以上民宿投资项目
    if quantity.unit in ("%", "‰", "个百分点", ""):
        lead = text[max(0, quantity.number - 16) : quantity.number]
        passed = quantity.unit == "%" and (
            _PASSED.search(lead) or _SHARED_BY.match(text, quantity.end)
        )
        sized = (
            not quantity.unit and lead.endswith(("过", "超")) and _TRADE.match(text, quantity.end)
        )
        return bool(passed or sized)
    if quantity.unit == "人" and re.match("口以[上下]的", text[quantity.end : quantity.end + 4]):
        return True
    if _AND_ABOVE.match(text, quantity.end):
        return True
    if text[quantity.end - 2 : quantity.end] in ("以上", "以下"):
        if re.match(_AND_COUNTED, text[quantity.end : quantity.end + 8]):
            return True  # 600分以上109人
        done = vocabulary.ends_in_verb(text[max(0, quantity.start - 6) : quantity.start])
        done = done or _LISTED_ABOVE.search(text[max(0, quantity.start - 30) : quantity.start])
        counts = (
            quantity.unit_kind == "classifier"
            and done
            and text[quantity.end : quantity.end + 1] != "的"
        )
        return not counts and bool(_CLASS.match(text, quantity.end))
    if quantity.approximation and _PART_OF.match(text, quantity.end):
        return True  # 超过70分贝的路段占14.8%
    counted = _COUNTED_SIZED.match(text, quantity.end)
    if counted and _SIZED.search(text[max(0, quantity.start - 8) : quantity.start]):
        return True
    money = quantity.unit_kind == "currency" and quantity.approximation == "at_least"
    each = money and _OF_EACH.search(text[max(0, quantity.start - 24) : quantity.start])
    return bool(each) or (money and bool(_COUNTED_CLASS.match(text, quantity.end)))


def _quoted(text: str) -> list[tuple[int, int, str]]:
    """Spans inside quotes and book-title marks, with the kind of mark."""
    found = []
    for pattern, kind in (
        (r"“[^“”\n]{1,60}”", "“"),
        (r"《[^《》\n]{1,120}》", "《"),
        (r"‘[^‘’\n]{1,30}’", "“"),
    ):
        found += [(m.start(), m.end(), kind) for m in re.finditer(pattern, text)]
    return found
