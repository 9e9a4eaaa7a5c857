"""LibreOffice as a converter of documents that no library reads: without a window, with a profile of its own,
and ended when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from baobiao.read.source import ReadError

_SECONDS = 180
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)


def program() -> str | None:
    """The program, on the path or where installers put it; None where there is none."""
    on_path = (shutil.which(name) for name in _NAMES)
    return next(filter(None, on_path), None) or next(
        (place for place in _PLACES if Path(place).is_file()), None
    )


def convert(data: bytes, suffix: str, target: str = "docx") -> bytes:
    """A document in another format.

    Raises ``ReadError`` where LibreOffice is missing, cannot read the document, or does not end.
    """
    office = program()
    if office is None:
        raise ReadError("没有找到 LibreOffice")
    with tempfile.TemporaryDirectory(prefix="baobiao-", ignore_cleanup_errors=True) as folder:
        origin, made = Path(folder) / f"report.{suffix}", Path(folder) / "out" / f"report.{target}"
        origin.write_bytes(data)
        command = [
            office,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            str(made.parent),
            str(origin),
        ]
        _run(command, Path(folder))
        if not made.is_file():
            raise ReadError("LibreOffice 也读不出这个文档，可能已损坏或有密码")
        return made.read_bytes()


def _run(command: list[str], home: Path) -> None:
    """Runs the program to its end; it goes with all that it started when it takes too long."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "HOME": str(home)},
        )
    except OSError as problem:
        raise ReadError(f"LibreOffice 启动不了（{problem.strerror or problem}）") from problem
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as problem:
        raise ReadError(f"LibreOffice 转换超过 {_SECONDS} 秒仍未完成，已放弃") from problem
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True)
    process.wait()
