"""Whether a window can be shown here: asked before Qt is loaded, which would end the program."""

import os
import sys
from collections.abc import Callable
from ctypes import CDLL

_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_ON_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""System libraries that Qt loads, and Debian's packages for them; see packaging/qt_libs.sh."""


def has_screen() -> bool:
    """Can a window be shown at all? On Linux a session without a display cannot."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def missing_packages(load: Callable[[str], object] = CDLL) -> list[str]:
    """Return Debian's names of the system libraries that a window needs and does not find.

    `load` raises OSError for a library that is not there.
    """
    if not sys.platform.startswith("linux"):
        return []
    is_on_x = os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM")
    needed = {**_ALWAYS, **_ON_X} if is_on_x else _ALWAYS
    return [package for name, package in needed.items() if not _is_there(name, load)]


def _is_there(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True
