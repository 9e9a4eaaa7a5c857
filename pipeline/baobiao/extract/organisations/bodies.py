"""How the state writes in full what reports say for short: 区法院 → 人民法院, 市委 → 中共…委员会."""

from __future__ import annotations

import re

from baobiao.divisions import NOWHERE, Region, short_name

_BODIES = {
    "政府": "人民政府",
    "政府办": "人民政府办公室",
    "府办": "人民政府办公室",
    "人大办": "人民代表大会常务委员会办公室",
    "政府办公室": "人民政府办公室",
    "政府办公厅": "人民政府办公厅",
    "法院": "人民法院",
    "中院": "中级人民法院",
    "高院": "高级人民法院",
    "中级法院": "中级人民法院",
    "高级法院": "高级人民法院",
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
    "卫计局": "卫生和计划生育局",
    "卫计委": "卫生和计划生育委员会",
    "计生协": "计划生育协会",
    "消委": "消费者委员会",
    "防指办": "防汛抗旱指挥部办公室",
    "计生协会": "计划生育协会",
    "住房城乡建委": "住房和城乡建设委员会",
    "教体局": "教育体育局",
    "国资委": "国有资产监督管理委员会",
    "住建委": "住房和城乡建设委员会",
    "住房城乡建设局": "住房和城乡建设局",
    "住房城乡建设委": "住房和城乡建设委员会",
    "住房城乡建设厅": "住房和城乡建设厅",
    "发展改革局": "发展和改革局",
    "人力资源社会保障局": "人力资源和社会保障局",
    "人力资源社会保障厅": "人力资源和社会保障厅",
    "人力社保局": "人力资源和社会保障局",
    "规划自然资源局": "规划和自然资源局",
    "自然资源规划局": "自然资源和规划局",
    "文化旅游局": "文化和旅游局",
    "文化旅游厅": "文化和旅游厅",
    "文化旅游委": "文化和旅游发展委员会",
    "经济信息委": "经济和信息化委员会",
    "工业信息化局": "工业和信息化局",
    "卫生计生局": "卫生和计划生育局",
    "卫生计生委": "卫生和计划生育委员会",
    "法制办": "法制办公室",
    "住建局": "住房和城乡建设局",
    "住建厅": "住房和城乡建设厅",
    "人社局": "人力资源和社会保障局",
    "人社厅": "人力资源和社会保障厅",
    "工信局": "工业和信息化局",
    "工信厅": "工业和信息化厅",
    "医保局": "医疗保障局",
    "市场监管局": "市场监督管理局",
    "市监局": "市场监督管理局",
    "城管局": "城市管理局",
    "城管委": "城市管理委员会",
    "河长办": "河长制办公室",
    "河长办公室": "河长制办公室",
    "应急局": "应急管理局",
    "应急厅": "应急管理厅",
    "文旅局": "文化和旅游局",
    "文旅厅": "文化和旅游厅",
    "发改局": "发展和改革局",
    "退役军人局": "退役军人事务局",
    "林草局": "林业和草原局",
    "药监局": "药品监督管理局",
    "食药监局": "食品药品监督管理局",
    "安监局": "安全生产监督管理局",
    "环保局": "环境保护局",
    "国土局": "国土资源局",
    "工商局": "工商行政管理局",
    "质监局": "质量技术监督局",
    "国税局": "国家税务局",
    "地税局": "地方税务局",
    "关工委": "关心下一代工作委员会",
    "减灾委": "减灾委员会",
    "减灾委办公室": "减灾委员会办公室",
    "安委会办公室": "安全生产委员会办公室",
    "防汛办": "防汛抗旱指挥部办公室",
    "食安委": "食品安全委员会",
    "食安办": "食品安全委员会办公室",
    "爱卫办": "爱国卫生运动委员会办公室",
    "人防办": "人民防空办公室",
    "安委会": "安全生产委员会",
    "安委办": "安全生产委员会办公室",
    "安办": "安全生产委员会办公室",
    "防指": "防汛抗旱指挥部",
    "妇联": "妇女联合会",
    "残联": "残疾人联合会",
    "工商联": "工商业联合会",
    "社科联": "社会科学界联合会",
    "科协": "科学技术协会",
    "文联": "文学艺术界联合会",
    "侨联": "归国华侨联合会",
    "疾控中心": "疾病预防控制中心",
    "监委": "监察委员会",
    "律协": "律师协会",
    "教委": "教育委员会",
    "科委": "科学技术委员会",
    "计委": "计划委员会",
    "经委": "经济委员会",
    "体委": "体育运动委员会",
    "经信委": "经济和信息化委员会",
    "经信局": "经济和信息化局",
    "经贸委": "经济贸易委员会",
    "经贸信息委": "经济贸易和信息化委员会",
    "交通委": "交通委员会",
    "商务委": "商务委员会",
    "农业农村委": "农业农村委员会",
    "外办": "外事办公室",
    "供销社": "供销合作社",
    "经发局": "经济发展局",
    "财金局": "财政金融局",
    "投促局": "投资促进局",
    "人武部": "人民武装部",
}
_PARTY = {
    "委": "中共{}委员会",
    "党委": "中共{}委员会",
    "委办": "中共{}委办公室",
    "委办公室": "中共{}委办公室",
    "委办公厅": "中共{}委办公厅",
    "委常委会": "中共{}委员会常务委员会",
    "纪委": "中共{}纪律检查委员会",
    "政法委": "中共{}委政法委员会",
    "政法委员会": "中共{}委政法委员会",
    "组织部": "中共{}委组织部",
    "宣传部": "中共{}委宣传部",
    "统战部": "中共{}委统一战线工作部",
    "编办": "{}机构编制委员会办公室",
    "编委": "{}机构编制委员会",
    "网信办": "中共{}委网络安全和信息化委员会办公室",
    "党校": "中共{}委党校",
    "政协": "政协{}委员会",
    "政协办": "政协{}委员会办公室",
    "团委": "共青团{}委员会",
    "共青团委": "共青团{}委员会",
}
# In a zone these are organs of a 党工委, and no 区委 is in their names.
_OF_COMMITTEES = ("政法委", "办", "台办", "编办", "网信办", "统战部", "宣传部", "组织部", "党校")
_PARTY_PARTS = {
    "政法委": "政法委员会",
    "办": "办公室",
    "台办": "台湾工作办公室",
    "编办": "机构编制委员会办公室",
    "编委": "机构编制委员会",
    "网信办": "网络安全和信息化委员会办公室",
    "统战部": "统一战线工作部",
}
# Offices of a city, by how its branches in the districts are called.
_BRANCHES_OF_CITIES = {
    "公安分局": "公安局",
    "生态环境分局": "生态环境局",
    "自然资源分局": "自然资源和规划局",
}
_SHORTEST_COMMITTEE = 4
_NO_COMMITTEES = ("党委", "纪委", "监委", "团委", "工委")
_NUMBERED_HOSPITAL = re.compile("(?P<number>[一二三四五六七八九])医?院$")
_NUMBERED_COURT = re.compile("(?P<number>[一二三四五])中法?院$")
_RULE_OF_LAW = re.compile(r"(?:全面)?(依法治[省市县区州盟旗疆桂宁藏蒙])办(?:公室)?$")


def full_name(place: Region, title: str, body: str) -> str:
    """The full name of a body of a place; ``title`` is the place as a name has it.

    >>> full_name(Region("福建省"), "福建省", "法院")
    '福建省高级人民法院'
    >>> full_name(Region("广东省", "梅州市"), "梅州市", "委")
    '中共梅州市委员会'
    """
    if title.endswith("特别行政区") and body in ("政府", "特区政府"):
        return title + "政府"
    of_working_committee = place.zone and body in _OF_COMMITTEES  # a zone has a 党工委, no 区委
    if body in _PARTY and not of_working_committee:
        return _PARTY[body].format(title)
    office = "" if place.zone or place.area or not place.county else _BRANCHES_OF_CITIES.get(body)
    if office and (office != "公安局" or place.county.endswith("区")):
        # A branch of the city's office: 常德市公安局武陵分局 is 武陵公安分局.
        return (place.prefecture or place.province) + office + short_name(place.county) + "分局"
    law = _RULE_OF_LAW.match(body)
    if law:
        return f"中共{title}委全面{law[1]}委员会办公室"
    if body == "政府信息公开办":
        return title + "政府信息公开办公室"
    numbered = _NUMBERED_COURT.match(body)
    if numbered:
        return f"{title}第{numbered['number']}中级人民法院"
    if body == "法制办" and title and not place.zone:
        return title + "人民政府法制办公室"
    hospital = _NUMBERED_HOSPITAL.match(body)
    if hospital:
        return f"{title}第{hospital['number']}人民医院"
    if body in ("法院", "人民法院") and place != NOWHERE and not (place.county or place.zone):
        # 直辖市 has a high court and no court of its own below.
        rank = "中级" if place.prefecture else "高级"
        return title + rank + "人民法院"
    if body.endswith(("镇政府", "乡政府")):
        return title + body.removesuffix("政府") + "人民政府"
    committee = body.endswith("委") and not body.endswith(_NO_COMMITTEES)
    if committee and len(body) > _SHORTEST_COMMITTEE and body not in _BODIES:
        return title + body + "员会"  # 交通运输委
    return title + _BODIES.get(body, body)


def party_part(committee: str, body: str) -> str:
    """The full name of an organ of a Party committee, whose own full name is given.

    >>> party_part("中共梅州市梅县区委员会", "依法治区办")
    '中共梅州市梅县区委全面依法治区委员会办公室'
    """
    stem = committee.removesuffix("员会")
    if stem.endswith("自治区委"):  # 内蒙古自治区党委 is what it is called, not 区委
        stem = stem.removeprefix("中共").removesuffix("委") + "党委"
    if stem.endswith(("镇委", "乡委")) and body.startswith("理论"):  # of a township: 青岭镇党委
        stem = stem.removeprefix("中共").removesuffix("委") + "党委"
    law = _RULE_OF_LAW.match(body)
    if law:
        return f"{stem}全面{law[1]}委员会办公室"
    return stem + _PARTY_PARTS.get(body, body)
