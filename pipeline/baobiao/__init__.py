"""baobiao 报表: Chinese government reports turned into tables.

``baobiao.extract(path_or_text)`` gives an object with one pandas frame a table. ``baobiao.extract`` is also the
subpackage of the extractors: Python binds an imported subpackage to its name here, over any function of that
name, so the subpackage itself can be called.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "extract"]


class _Callable(ModuleType):
    """A subpackage that is a function, too. pandas and the dictionaries are loaded when it is called."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return importlib.import_module("baobiao.frames").extract(*arguments, **options)


if TYPE_CHECKING:
    from baobiao.frames import extract
else:
    extract = importlib.import_module("baobiao.extract")
    extract.__class__ = _Callable
