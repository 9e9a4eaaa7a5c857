"""What a clerk reads instead of column names and codes: a Chinese title and a sentence each."""

from __future__ import annotations

from collections.abc import Mapping

TABLES: Mapping[str, tuple[str, str]] = {
    "documents": ("文档", "每篇报告一行：类型、标题、发布单位、年份和公文要素"),
    "indicators": ("指标", "每个数据一行：报告写到的数量，连同单位、年份和所在语句"),
    "headings": ("标题", "每个标题一行：层次、编号和文字"),
    "dates": ("日期", "每处时间一行：原文及其起止日期"),
    "organisations": ("机构", "每处机构名称一行：原文及其全称"),
    "findings": ("问题", "每个问题一行：报告中需要核对或修改之处"),
    "failures": ("失败", "每个未能读取或处理的文件一行，附原因"),
}

COLUMNS: Mapping[str, tuple[str, str]] = {
    "document_id": ("文档编号", "由文件内容算出，内容相同则编号相同"),
    "source": ("来源文件", "报告所在的文件；“#”后是表格文件中的行号"),
    "format": ("格式", "文件的格式"),
    "report_type": ("报告类型", "报告属于哪一类"),
    "title": ("标题", "不含编号的标题文字"),
    "issuer": ("发布单位", "发布报告的单位"),
    "region": ("地区", "报告所属的行政区"),
    "year": ("年份", "这个数据说的是哪一年；文档的年份是标题中的年份"),
    "document_number": ("文号", "发文字号"),
    "signer": ("签发人", "签发报告的人"),
    "recipient": ("主送机关", "报告送给哪个机关"),
    "issue_date": ("成文日期", "报告写成的日期"),
    "characters": ("字数", "全文字符数，含标点和空格"),
    "sections": ("标题数", "找到的标题数"),
    "indicators": ("指标数", "找到的数据数"),
    "section_id": ("标题序号", "所在标题在本报告中的序号，0 为第一个标题之前"),
    "parent_id": ("上级序号", "上一级标题的序号，0 为报告本身"),
    "level": ("层次", "编号的层次：一、为1，（一）为2，1.为3，（1）为4，①为5，一是为6"),
    "marker": ("编号", "标题前的编号，照原文"),
    "section_end": ("内容止于", "标题所辖内容在全文中的结束位置"),
    "required_section": ("必备章节", "它对应规定必写的哪一部分"),
    "start": ("起", "在全文中的起始位置（从 0 数起的字符）"),
    "end": ("止", "在全文中的结束位置（不含）"),
    "text": ("原文", "报告中的原文，一字不改"),
    "date_from": ("起始日", "含当日；空白表示未写明"),
    "date_to": ("截止日", "含当日；空白表示至今或未写明"),
    "precision": ("精度", "原文写到日、月、季度还是年"),
    "indicator": ("标准指标", "指标词典中的统一名称；词典没有的留空"),
    "name": ("指标名称", "报告对这个数据的叫法，单独读得懂"),
    "value": ("数值", "精确值，万、亿已换算；下降的变化值为负数"),
    "value_high": ("数值上限", "原文是一个范围时的上限，此时“数值”为下限"),
    "unit": ("单位", "数值的单位，不含万、亿"),
    "kind": ("值的类型", "水平值：有多少；变化值：比另一时间增减多少"),
    "basis": ("变化口径", "变化值与什么时间相比"),
    "approximation": ("约数", "约、至少（以上、超过）、至多（以内、不足）；空白为确数"),
    "status": ("实际/目标", "实际：已经发生；目标：计划、预期或要求"),
    "period_from": ("时段起", "数据所属时段的第一天"),
    "period_to": ("时段止", "数据所属时段的最后一天"),
    "actor": ("责任主体", "做这件事的单位；空白即发布单位"),
    "context": ("原文语句", "数据所在的语句"),
    "table_cell": ("表格位置", "数据来自报告中的表格时，它的行列和表头"),
    "rule": ("依据规则", "程序据以认定的规则"),
    "page": ("页码", "在原文件的第几页（从 1 数起）；没有页的格式留空"),
    "paragraph": ("段号", "在原文件的第几段（从 1 数起）；没有段号的格式留空"),
    "confidence": (
        "识别把握",
        "扫描件识别文字的把握（百分数），低的请核对原件；不是识别得来的留空",
    ),
    "box": ("页面位置", "所在段落或单元格在页面上的左、上、右、下，单位为磅"),
    "code": ("代码", "问题的代码"),
    "severity": ("级别", "错误：违反法律或国家标准；提醒：不合惯例；提示：供参考"),
    "message": ("问题", "问题是什么"),
    "suggestion": ("建议", "怎样修改"),
    "key": ("对象", "问题涉及的必备章节或指标"),
    "source_of_rule": ("出处", "规则的出处：法律条款、国家标准或惯例"),
    "step": ("步骤", "在哪一步失败"),
    "error": ("原因", "失败的原因"),
    # joined to every row of the workbook, so that it reads alone
    "report_title": ("报告标题", "数据所在报告的标题"),
    "report_year": ("报告年份", "报告标题中的年份"),
    "section": ("所在章节", "所在的标题"),
    "parent": ("上级标题", "上一级标题"),
}

_OWN_TITLES: Mapping[tuple[str, str], str] = {
    ("documents", "title"): "报告标题",
    ("organisations", "name"): "机构全称",
    ("organisations", "kind"): "机构类别",
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {"level": "水平值", "change": "变化值"},
    "basis": {
        "year_on_year": "同比",
        "month_on_month": "环比",
        "over_period": "期间累计",
        "other": "其他",
    },
    "approximation": {"about": "约", "at_least": "至少", "at_most": "至多"},
    "status": {"actual": "实际", "target": "目标"},
    "precision": {
        "day": "日",
        "month": "月",
        "quarter": "季度",
        "half_year": "半年",
        "year": "年",
        "span": "时段",
        "plan": "规划期",
        "word": "时间词",
    },
    "severity": {"error": "错误", "warning": "提醒", "info": "提示"},
    "step": {
        "read": "读取",
        "outline": "分析结构",
        "extract": "提取",
        "check": "检查",
        "tables": "入表",
    },
}

_OWN_WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("organisations", "kind"): {
        "party": "党的机关",
        "government": "政府",
        "department": "部门",
        "internal_unit": "内设机构",
        "court": "法院",
        "procuratorate": "检察院",
        "congress": "人大政协",
        "enterprise": "企业",
        "bank": "银行",
        "school": "学校",
        "hospital": "医院",
        "association": "群团社团",
        "media": "媒体",
        "institution": "事业单位",
        "team": "队伍",
        "other": "其他",
    },
}


def title(table: str, column: str) -> str:
    """The Chinese title of a column.

    >>> title("indicators", "unit"), title("organisations", "name")
    ('单位', '机构全称')
    """
    return _OWN_TITLES.get((table, column)) or COLUMNS[column][0]


def words(table: str, column: str) -> Mapping[str, str]:
    """The codes of a column with their Chinese words; empty for a column without codes.

    >>> words("organisations", "kind")["court"], words("indicators", "kind")["level"]
    ('法院', '水平值')
    """
    return _OWN_WORDS.get((table, column)) or WORDS.get(column, {})


def word(table: str, column: str, value: str) -> str:
    """A code in Chinese; what is no code stays as it is.

    >>> word("indicators", "status", "target"), word("indicators", "unit", "target")
    ('目标', 'target')
    """
    return words(table, column).get(value, value)
