"""Starting: a window at once, the café in it a moment later, and a sentence where that fails."""

import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import PySide6
import pytest

from tests.project.places import ROOT
from wcafe import screen
from wcafe.doors import doors
from wcafe.screen import has_screen, missing_packages, silent_screen
from wcafe.ui.window import workspaces
from wcafe.ui.window.start import Start, make_app
from wcafe.ui.window.workspaces import Workspace


@pytest.fixture
def started(qapp, settings, tmp_path):
    made = []

    def start(path=None):
        made.append(Start(doors, settings, path, home=tmp_path / "home"))
        return made[-1]

    yield start
    for each in made:
        each.close()
        if each.desk is not None and each.desk.window is not None:
            each.desk.window.hide()
            each.desk.window.deleteLater()


def test_a_window_is_there_before_the_café_is_opened(qtbot, started, cafe_file):
    start = started(cafe_file)

    order = []
    start.seen.connect(lambda: order.append(("seen", start.desk)))
    start.ready.connect(lambda: order.append(("ready", start.desk)))

    assert cafe_file.name in start.window.sentence.text()
    qtbot.waitUntil(lambda: len(order) == 2)

    assert order[0] == ("seen", None)
    assert start.desk.window.isVisible()
    assert start.desk.cafe.services.place.path == cafe_file


def test_each_workspace_is_loaded_ahead_once_the_café_is_there(
    qtbot, started, cafe_file, monkeypatch
):
    loaded, load = [], workspaces.load
    monkeypatch.setattr(workspaces, "load", lambda each: loaded.append(each) or load(each))
    start = started(cafe_file)
    with qtbot.waitSignal(start.ready):
        pass
    loaded.clear()

    qtbot.waitUntil(lambda: len(loaded) >= len(Workspace))
    qtbot.waitUntil(lambda: not start._ahead.isActive())

    assert loaded == list(Workspace)


def test_without_a_screen_a_command_is_named_instead(cafe_file):
    told = subprocess.run(
        [sys.executable, "-m", "wcafe", str(cafe_file)],
        env={"LANG": "en_GB.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "wcafe demo FOLDER" in told.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")
def test_a_linux_session_without_a_display_has_no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_screen()

    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_screen()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there Qt needs the system's")
def test_system_libraries_that_a_window_lacks_are_named_as_debian_names_them(monkeypatch):
    def load(name):
        if "icccm" in name or name == "libEGL.so.1":
            raise OSError(name)

    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert missing_packages(load) == ["libegl1", "libxcb-icccm4"]

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert missing_packages(load) == ["libegl1"]
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")  # asked for by name
    assert missing_packages(load) == ["libegl1", "libxcb-icccm4"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there Qt needs the system's")
def test_every_library_of_x_that_qt_names_is_known(monkeypatch):
    qt = Path(PySide6.__file__).parent / "Qt"
    parts = qt / "plugins" / "platforms" / "libqxcb.so", qt / "lib" / "libQt6XcbQpa.so.6"
    needed = {
        name.decode()
        for part in parts
        for name in re.findall(rb"lib(?:xcb|X11|xkb)[\w-]*\.so\.\d+", part.read_bytes())
    }

    assert needed <= {**screen._ALWAYS, **screen._ON_X}.keys()
    assert "libxcb-keysyms.so.1" in needed  # the control


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there Qt needs the system's")
def test_what_a_window_lacks_on_wayland_alone_is_named_too(monkeypatch):
    def load(name):
        if "wayland" in name or "xcb" in name:
            raise OSError(name)

    for name in ("DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    lacking = ["libwayland-client0", "libwayland-cursor0", "libwayland-egl1"]
    assert missing_packages(load) == lacking


@pytest.fixture
def screens(monkeypatch, tmp_path):
    """No screen, and room for those of a test."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    folder = Path(tempfile.mkdtemp(prefix="w", dir="/tmp"))  # a socket's name must be short
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield monkeypatch, folder
    shutil.rmtree(folder)


@contextmanager
def x_server():
    """Answer on a port as an X server does that has one screen; give its display."""
    one_screen = bytes(40)
    setup = struct.pack(
        "<4I2H8BI", 1, 0x100000, 0xFFFFF, 0, 0, 65535, 1, 0, 0, 0, 32, 32, 8, 255, 0
    )
    answer = struct.pack("<BBHHH", 1, 0, 11, 0, len(setup + one_screen) // 4) + setup + one_screen

    def serve():
        asking, _address = server.accept()
        with asking:
            asking.recv(1000)
            asking.sendall(answer)
            asking.recv(1000)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1] - 6000}"
        thread.join()


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")
@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("DISPLAY", ":4711"),
        ("DISPLAY", "localhost:4711.0"),
        ("DISPLAY", "nonsense"),
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("WAYLAND_DISPLAY", "/nowhere/wayland-0"),
    ],
)
def test_a_screen_that_does_not_answer_is_a_sentence(screens, cafe_file, variable, name):
    monkeypatch, _folder = screens
    monkeypatch.setenv(variable, name)
    told = subprocess.run(
        [sys.executable, "-m", "wcafe", str(cafe_file)], capture_output=True, text=True, check=False
    )

    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert f"screen {name} does not answer" in told.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")
def test_a_screen_that_answers_is_believed_and_one_of_two_is_enough(screens):
    monkeypatch, folder = screens
    assert silent_screen() is None  # none was asked for: `has_screen` says so

    with x_server() as display:
        monkeypatch.setenv("DISPLAY", display)
        assert silent_screen() is None
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert silent_screen() == f"wayland-0, {display}"

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "wayland-0"))
        server.listen()
        assert silent_screen() is None
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert silent_screen() is None


def test_what_qt_needs_is_named_alike_where_it_is_installed_and_where_it_is_missed():
    script = (ROOT / "packaging" / "qt_libs.sh").read_text()
    told = re.split(r'[\s"=]+', script)

    for name, package in {**screen._ALWAYS, **screen._ON_X, **screen._ON_WAYLAND}.items():
        assert {name, package} <= set(told)


FAILING = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from wcafe.ui.window import desk, start

def fail(*_args):
    raise RuntimeError("not expected")

setattr(desk.Desk, sys.argv[2], fail)

def close_what_is_seen():
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.close()

app = start.make_app()
closer = QTimer(app)
closer.timeout.connect(close_what_is_seen)
closer.start(700)
from wcafe.doors import doors
sys.exit(start.run(doors, Path(sys.argv[1])))
"""


@pytest.mark.slow
@pytest.mark.parametrize("failing", ["start", "open", "put_away", "keep_typed"])
def test_the_program_ends_with_its_last_window_whatever_failed(cafe_file, tmp_path, failing):
    done = subprocess.run(
        [sys.executable, "-c", FAILING, str(cafe_file), failing],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=100,
    )

    assert done.returncode in (0, 1)


def test_ctrl_c_in_the_window_ends_it_in_one_line(cafe_file, tmp_path):
    program = """
import os, signal, sys
from PySide6.QtCore import QTimer
from wcafe.ui.window import start
import wcafe.__main__

honest = start.make_app

def make_app():
    app = honest()
    app.presser = QTimer(app)
    app.presser.timeout.connect(lambda: os.kill(os.getpid(), signal.SIGINT))
    app.presser.setSingleShot(True)
    app.presser.start(1500)
    return app

start.make_app = make_app
sys.exit(wcafe.__main__.main())
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(cafe_file)],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=100,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )

    assert done.returncode == 130
    said = [line for line in done.stderr.splitlines() if "plugin" not in line]  # Qt's own
    assert said == ["wcafe: Stopped before the end. What was saved is kept."]


def test_every_window_bears_the_icon(qapp):
    icon = make_app().windowIcon()

    for size in (16, 32, 256):
        picture = icon.pixmap(size, size).toImage()
        assert picture.width() >= size
        assert picture.pixelColor(0, 0).alpha() == 0  # round corners
        colours = {picture.pixelColor(x, y).name() for x in range(size) for y in range(size)}
        assert len(colours) > 10
