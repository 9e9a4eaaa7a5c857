"""Years and departments side by side: tables in, tables out; a report is never opened.

``baobiao.compare(out)`` gives pandas frames: the subpackage can be called, as ``baobiao.extract`` can.
"""
