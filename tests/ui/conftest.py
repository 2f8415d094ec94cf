"""A café on the desk, in English, light, with settings of its own."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import show_page
from wcafe.app import open_for_desk
from wcafe.doors import doors
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.bus import QtBus
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.settings import Settings
from wcafe.ui.tasks import Tasks
from wcafe.ui.undo import History
from wcafe.ui.widgets.theme import Look, apply_look
from wcafe.ui.window.desk import Desk


def let_go():
    """Take all fingers off the keyboard: what Qt takes for held turns a choice into a toggle."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Space)


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: what never comes fails all the same.

    Its Ctrl and its Shift are up again after a click, which QTest leaves down.
    """

    def keyClick(self, *which, **how):
        super().keyClick(*which, **how)
        let_go()

    def mouseClick(self, *which, **how):
        super().mouseClick(*which, **how)
        let_go()

    def waitUntil(self, callback, *, timeout=60_000):
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=60_000, **how):
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitActive(self, widget, *, timeout=60_000):
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(autouse=True)
def english_desk(qapp):
    """English words, a light look, no key held, nothing on the clipboard."""
    words.use(words_for("en"), "en")
    apply_look(qapp, Look.LIGHT)
    let_go()
    QGuiApplication.clipboard().clear()
    yield
    words.use(words_for("en"), "en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def time(now):
    """The clock of the café; tests move it with `time.now += timedelta(…)`."""
    return SimpleNamespace(now=now())


@pytest.fixture
def opened(cafe_file, time):
    """The empty café, open as the desk opens it."""
    services = open_for_desk(cafe_file, now=lambda: time.now)
    yield services
    services.close()


@pytest.fixture
def desk(qapp, opened, settings):
    """The empty café on the desk: services, bus, undo, tasks."""
    on_desk = DeskCafe(
        services=opened,
        bus=QtBus(opened.changes),
        history=History(),
        tasks=Tasks(),
        settings=settings,
    )
    yield on_desk
    on_desk.tasks.close()
    for part in (on_desk.bus, on_desk.history, on_desk.tasks):
        part.deleteLater()


@pytest.fixture
def presenter(desk, package):
    """The presenter of the workspace whose folder names its `package`."""
    presenter = package.make_presenter(desk, None)
    yield presenter
    presenter.deleteLater()


@pytest.fixture
def page(qtbot, presenter, package):
    return show_page(qtbot, package.make_page(presenter))


@pytest.fixture
def on_desk(qapp, settings, tmp_path):
    """The desk as a program starts it, with a home folder of its own."""
    desk = Desk(doors(), settings, home=tmp_path / "home")
    yield desk
    desk.close()
    if desk.window is not None:
        desk.window.hide()
        desk.window.deleteLater()
    words.use(words_for("en"), "en")
