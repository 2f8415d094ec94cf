"""Whether a window can be shown here: asked before Qt is loaded, which would end the program."""

import os
import sys
from collections.abc import Callable
from ctypes import CDLL, c_void_p
from pathlib import Path

_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_ON_X = {
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
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
    needed = {**_ALWAYS, **_of_platform()}
    return [package for name, package in needed.items() if not _is_there(name, load)]


def silent_screen(load: Callable[[str], CDLL] = CDLL) -> str | None:
    """Return the name of the screen that was asked for if nobody answers there.

    A window would then end the program. Where there is a choice one answer is enough.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    asked = {
        name: answers
        for variable, answers in (
            ("WAYLAND_DISPLAY", _answers_on_wayland),
            ("DISPLAY", lambda _name: _answers_on_x(load)),
        )
        if (name := os.environ.get(variable))
    }
    if not asked or any(answers(name) for name, answers in asked.items()):
        return None
    return ", ".join(asked)


def _of_platform() -> dict[str, str]:
    """Return what a window needs on the screen there is; with both kinds Qt can do with X."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        kinds = (_ON_X if "xcb" in chosen else {}), (_ON_WAYLAND if "wayland" in chosen else {})
        return kinds[0] or kinds[1]
    if os.environ.get("DISPLAY"):
        return _ON_X
    return _ON_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {}


def _answers_on_x(load: Callable[[str], CDLL]) -> bool:
    try:
        library = load("libxcb.so.1")
    except OSError:
        return True  # nobody knows; Qt says what it lacks
    library.xcb_connect.restype = c_void_p
    connection = c_void_p(library.xcb_connect(None, None))
    has_error = library.xcb_connection_has_error(connection)
    library.xcb_disconnect(connection)
    return not has_error


def _answers_on_wayland(name: str) -> bool:
    import socket  # only here, as not every system has this kind of it

    path = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere") / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        try:
            asking.connect(str(path))
        except OSError:
            return False
    return True


def _is_there(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True
