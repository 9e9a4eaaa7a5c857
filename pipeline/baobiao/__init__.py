"""baobiao 报表: Chinese government reports turned into tables, and drafts checked.

``baobiao.extract(path_or_text)`` and ``baobiao.check(path_or_text)`` give an object with one pandas frame a table,
``baobiao.compare(out)`` one with years and departments side by side. The names are also subpackages: Python binds an
imported subpackage to its name here, over any function of that name, so the subpackages themselves can be called.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "check", "compare", "extract"]


class _Callable(ModuleType):
    """A subpackage that is a function, too: that of its name in ``frames``, loaded when it is called."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        name = self.__name__.rpartition(".")[2]
        return getattr(importlib.import_module("baobiao.frames"), name)(*arguments, **options)


if TYPE_CHECKING:
    from baobiao.frames import check, compare, extract
else:
    check = importlib.import_module("baobiao.check")
    compare = importlib.import_module("baobiao.compare")
    extract = importlib.import_module("baobiao.extract")
    check.__class__ = compare.__class__ = extract.__class__ = _Callable
