"""baobiao 报表: Chinese government reports turned into tables.

``baobiao.extract(path_or_text)`` gives an object with one pandas frame a table, ``baobiao.compare(out)`` one with
years and departments side by side. Both are also subpackages: Python binds an imported subpackage to its name here,
over any function of that name, so the subpackages themselves can be called.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract"]


class _Callable(ModuleType):
    """A subpackage that is a function, too. pandas and the dictionaries are loaded when it is called."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        name = self.__name__.rpartition(".")[2]
        return getattr(importlib.import_module("baobiao.frames"), name)(*arguments, **options)


if TYPE_CHECKING:
    from baobiao.frames import compare, extract
else:
    compare = importlib.import_module("baobiao.compare")
    extract = importlib.import_module("baobiao.extract")
    compare.__class__ = extract.__class__ = _Callable
