"""Run: the clock, the agenda as it really goes, the notes as they come, and the room window."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.live.page import LivePage
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.steady import steady_seconds
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    is_main = not desk.window  # of several windows one rings, and notices a clock that was set
    return LivePresenter(desk, parent, steady=steady_seconds if is_main else None, rings=is_main)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, LivePresenter)
    return LivePage(presenter, parent)
