"""How the state writes in full what reports say for short: 区法院 → 人民法院, 市委 → 中共…委员会."""

from __future__ import annotations

import re

from baobiao.divisions import Region

_BODIES = {
    "政府": "人民政府",
    "政府办": "人民政府办公室",
    "政府办公室": "人民政府办公室",
    "政府办公厅": "人民政府办公厅",
    "法院": "人民法院",
    "中院": "中级人民法院",
    "高院": "高级人民法院",
    "检察院": "人民检察院",
    "人大": "人民代表大会",
    "人大常委会": "人民代表大会常务委员会",
    "管理委员会": "管委会",
    "办": "办公室",
    "发改委": "发展和改革委员会",
    "发展改革委": "发展和改革委员会",
    "卫健委": "卫生健康委员会",
    "卫生健康委": "卫生健康委员会",
    "卫健局": "卫生健康局",
    "国资委": "国有资产监督管理委员会",
    "住建委": "住房和城乡建设委员会",
    "住建局": "住房和城乡建设局",
    "住建厅": "住房和城乡建设厅",
    "人社局": "人力资源和社会保障局",
    "人社厅": "人力资源和社会保障厅",
    "工信局": "工业和信息化局",
    "工信厅": "工业和信息化厅",
    "医保局": "医疗保障局",
    "市场监管局": "市场监督管理局",
    "市监局": "市场监督管理局",
    "安委会": "安全生产委员会",
    "安委办": "安全生产委员会办公室",
    "安办": "安全生产委员会办公室",
    "防指": "防汛抗旱指挥部",
    "妇联": "妇女联合会",
    "残联": "残疾人联合会",
    "工商联": "工商业联合会",
    "科协": "科学技术协会",
    "文联": "文学艺术界联合会",
    "侨联": "归国华侨联合会",
    "疾控中心": "疾病预防控制中心",
    "监委": "监察委员会",
    "供销社": "供销合作社",
    "人武部": "人民武装部",
}
_PARTY = {
    "委": "中共{}委员会",
    "党委": "中共{}委员会",
    "委办": "中共{}委办公室",
    "纪委": "中共{}纪律检查委员会",
    "政法委": "中共{}委政法委员会",
    "政法委员会": "中共{}委政法委员会",
    "组织部": "中共{}委组织部",
    "宣传部": "中共{}委宣传部",
    "统战部": "中共{}委统一战线工作部",
    "编办": "中共{}委机构编制委员会办公室",
    "网信办": "中共{}委网络安全和信息化委员会办公室",
    "党校": "中共{}委党校",
    "政协": "政协{}委员会",
    "团委": "共青团{}委员会",
    "共青团委": "共青团{}委员会",
}
_PARTY_PARTS = {
    "政法委": "政法委员会",
    "办": "办公室",
    "编办": "机构编制委员会办公室",
    "网信办": "网络安全和信息化委员会办公室",
    "统战部": "统一战线工作部",
}
_RULE_OF_LAW = re.compile(r"(?:全面)?(依法治[省市县区])办$")


def full_name(place: Region, title: str, body: str) -> str:
    """The full name of a body of a place; ``title`` is the place as a name has it.

    >>> full_name(Region("福建省"), "福建省", "法院")
    '福建省高级人民法院'
    >>> full_name(Region("广东省", "梅州市"), "梅州市", "委")
    '中共梅州市委员会'
    """
    if title.endswith("特别行政区") and body == "政府":
        return title + body
    if body in _PARTY:
        return _PARTY[body].format(title)
    law = _RULE_OF_LAW.match(body)
    if law:
        return f"中共{title}委全面{law[1]}委员会办公室"
    if body in ("法院", "人民法院") and not (place.county or place.zone):
        # 直辖市 has a high court and no court of its own below.
        rank = "中级" if place.prefecture else "高级"
        return title + rank + "人民法院"
    return title + _BODIES.get(body, body)


def party_part(committee: str, body: str) -> str:
    """The full name of an organ of a Party committee, whose own full name is given.

    >>> party_part("中共梅州市梅县区委员会", "依法治区办")
    '中共梅州市梅县区委全面依法治区委员会办公室'
    """
    stem = committee.removesuffix("员会")
    law = _RULE_OF_LAW.match(body)
    if law:
        return f"{stem}全面{law[1]}委员会办公室"
    return stem + _PARTY_PARTS.get(body, body)
