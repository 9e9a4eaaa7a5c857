"""Bodies of other countries: 英国政府, 葡萄牙外交部, 蒙古国驻某市领事馆.

A government of China's own (中国政府, 我国政府) is no body of its own: it is what the report speaks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.extract.organisations.stems import Name

# The countries that reports name most; short names end in 国 or are read as a whole.
_COUNTRIES = (
    "美国 英国 法国 德国 俄罗斯 苏联 日本 韩国 朝鲜 蒙古 蒙古国 越南 老挝 柬埔寨 缅甸 泰国 马来西亚 新加坡"
    " 印度尼西亚 印尼"
    "菲律宾 文莱 东帝汶 印度 巴基斯坦 孟加拉国 尼泊尔 不丹 斯里兰卡 马尔代夫 阿富汗 伊朗 伊拉克 叙利亚 以色列"
    " 巴勒斯坦 约旦"
    "沙特 沙特阿拉伯 阿联酋 卡塔尔 科威特 土耳其 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦"
    " 白俄罗斯 乌克兰"
    "波兰 捷克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 希腊 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 奥地利 瑞典"
    " 挪威 芬兰"
    " 丹麦 冰岛 爱尔兰 加拿大 墨西哥 古巴 巴西 阿根廷 智利 秘鲁 委内瑞拉 哥伦比亚 埃及 南非 埃塞俄比亚 尼日利亚 肯尼亚"
    " 坦桑尼亚 赞比亚 阿尔及利亚 摩洛哥 苏丹 安哥拉 澳大利亚 新西兰 斐济 巴布亚新几内亚"
).split()
_COUNTRY = "|".join(sorted(_COUNTRIES, key=len, reverse=True))
_BODY = re.compile(
    rf"(?<!中)(?:{_COUNTRY})"
    r"(?P<body>政府(?!间|军|级)|外交部|国防部|商务部|国会|议会|(?:人民|共产|劳动|社会|人民革命|社会民主)党"
    r"|驻(?:[\u4e00-\u9fff]{1,6}?)(?:总领事馆|领事馆|大使馆|总领馆|领馆|使馆))"
)


def foreign_bodies(text: str) -> Iterator[Name]:
    """The bodies of other countries that a text names in full."""
    for match in _BODY.finditer(text):
        kind = "government" if match["body"].startswith("政府") else "department"
        yield Name(match.start(), match.end(), kind, "foreign_body", body=match.group())
