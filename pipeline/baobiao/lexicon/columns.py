"""What each dictionary file looks like: its columns, and the Chinese words that stand for codes."""

from __future__ import annotations

from dataclasses import dataclass

from baobiao.lexicon.rows import (
    CanonicalIndicator,
    Division,
    KnownOrganisation,
    NotIndicator,
    OrganisationSuffix,
    PeriodWord,
    Qualifier,
    Unit,
    Wording,
)
from baobiao.lexicon.sheets import (
    EXAMPLE,
    SOURCE,
    Column,
    aliases,
    first_day,
    last_day,
    number,
    one_of,
    patterns,
    word,
)

UNIT_KINDS = {
    "量词": "classifier",
    "计量": "measure",
    "货币": "currency",
    "比率": "ratio",
    "时间": "time",
    "名次": "rank",
}
INDICATOR_KINDS = {"流量": "flow", "存量": "stock", "比率": "rate"}
QUALIFIER_CATEGORIES = {
    "近似": "approximation",
    "比较": "comparison",
    "方向": "direction",
    "目标": "target",
    "虚词": "filler",
}
QUALIFIER_EFFECTS = {
    "近似": {"约": "about", "至少": "at_least", "至多": "at_most"},
    "比较": {
        "同比": "year_on_year",
        "环比": "month_on_month",
        "时期": "over_period",
        "其他": "other",
    },
    "方向": {"上升": "up", "下降": "down", "持平": "flat"},
    "目标": {"目标": "target"},
    "虚词": {"略去": "drop"},
}
QUALIFIER_POSITIONS = {"前": "before", "后": "after", "前后": "any"}
NOT_INDICATOR_CATEGORIES = {
    "名称": "name",
    "口号": "slogan",
    "序数": "ordinal",
    "习语": "idiom",
    "电话": "phone",
    "地名": "place",
    "事件": "event",
    "界限": "threshold",
    "文件": "document",
}
PERIOD_MEANINGS = {
    "本年": "this_year",
    "上年": "last_year",
    "下年": "next_year",
    "前年": "year_before_last",
    "上年同期": "same_period_last_year",
    "年初至今": "year_to_date",
    "至今": "to_date",
    "上半年": "first_half",
    "下半年": "second_half",
    "一季度": "first_quarter",
    "二季度": "second_quarter",
    "三季度": "third_quarter",
    "四季度": "fourth_quarter",
    "前三季度": "first_three_quarters",
    "年初": "year_start",
    "年末": "year_end",
    "上年末": "last_year_end",
    "本月": "this_month",
    "本季度": "this_quarter",
    "回顾期": "review_period",
    "近n年": "last_n_years",
    "n年来": "past_n_years",
    "今后n年": "next_n_years",
    "近年": "recent_years",
    "今后": "from_now_on",
    "当前": "present",
    "每年": "every_year",
    "每月": "every_month",
    "每周": "every_week",
    "每日": "every_day",
    "每季度": "every_quarter",
}
SEVERITIES = {"错误": "error", "提醒": "warning", "说明": "info"}
_EFFECTS = {
    label: code for effects in QUALIFIER_EFFECTS.values() for label, code in effects.items()
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file of the folder. ``key`` heads the column by which its rows are told apart."""

    file: str
    row_type: type
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    attribute: str
    optional: bool = False


_TAIL = (Column(EXAMPLE), Column(SOURCE))

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "units.csv",
        Unit,
        (
            Column("单位", word, field="name"),
            Column("量纲", field="dimension"),
            Column("标准单位", field="canonical"),
            Column("系数", number, field="factor"),
            Column("类别", one_of(UNIT_KINDS), field="kind"),
            Column("别名", aliases, required=False, field="aliases"),
            Column(EXAMPLE),
            Column("说明", required=False, field="note"),
            Column(SOURCE),
        ),
        ("单位", "别名"),
        "units",
    ),
    Sheet(
        "indicators.csv",
        CanonicalIndicator,
        (
            Column("编号", field="indicator_id"),
            Column("名称", field="name"),
            Column("领域", field="domain"),
            Column("别名", aliases, required=False, field="aliases"),
            Column("单位", required=False, field="unit"),
            Column("类型", one_of(INDICATOR_KINDS), field="kind"),
            Column("恒等关系", required=False, field="identity"),
            Column("排除", aliases, required=False, field="exclusions"),
            *_TAIL,
        ),
        ("名称", "别名"),
        "indicators",
    ),
    Sheet(
        "qualifiers.csv",
        Qualifier,
        (
            Column("词", word, field="word"),
            Column("类别", one_of(QUALIFIER_CATEGORIES), field="category"),
            Column("作用", one_of(_EFFECTS), field="effect"),
            Column("位置", one_of(QUALIFIER_POSITIONS), field="position"),
            *_TAIL,
        ),
        ("词", "类别"),
        "qualifiers",
    ),
    Sheet(
        "not_indicators.csv",
        NotIndicator,
        (
            Column("写法", word, field="phrase"),
            Column("类别", one_of(NOT_INDICATOR_CATEGORIES), field="category"),
            *_TAIL,
        ),
        ("写法",),
        "not_indicators",
    ),
    Sheet(
        "periods.csv",
        PeriodWord,
        (
            Column("词", word, field="word"),
            Column("含义", one_of(PERIOD_MEANINGS), field="meaning"),
            *_TAIL,
        ),
        ("词",),
        "periods",
    ),
    Sheet(
        "organisations.csv",
        KnownOrganisation,
        (
            Column("全称", field="name"),
            Column("简称", aliases, required=False, field="aliases"),
            Column("类型", field="kind"),
            Column("上级", required=False, field="parent"),
            Column("起", first_day, required=False, field="valid_from"),
            Column("止", last_day, required=False, field="valid_to"),
            *_TAIL,
        ),
        ("全称", "起"),
        "organisations",
    ),
    Sheet(
        "organisation_suffixes.csv",
        OrganisationSuffix,
        (
            Column("后缀", word, field="suffix"),
            Column("类型", field="kind"),
            Column("层级", required=False, field="level"),
            Column("说明", required=False, field="note"),
            *_TAIL,
        ),
        ("后缀",),
        "organisation_suffixes",
    ),
    Sheet(
        "wording.csv",
        Wording,
        (
            Column("编号", field="code"),
            Column("名称", field="name"),
            Column("写法", patterns, field="patterns"),
            Column("建议", field="suggestion"),
            Column("级别", one_of(SEVERITIES), field="severity"),
            Column("例外", patterns, required=False, field="exceptions"),
            Column("说明", field="why"),
            Column(EXAMPLE, field="example"),
            Column(SOURCE, field="source"),
        ),
        ("编号",),
        "wording",
        optional=True,
    ),
    Sheet(
        "divisions.csv",
        Division,
        (
            Column("代码", field="code"),
            Column("名称", field="name"),
            Column("级别", field="level"),
            Column("上级代码", required=False, field="parent_code"),
            Column("起", required=False, field="valid_from"),
            Column("止", required=False, field="valid_to"),
        ),
        (),
        "divisions",
        optional=True,
    ),
)
