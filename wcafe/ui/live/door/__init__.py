"""The door, in a window of its own: who comes is found by two letters or a badge, Enter, done."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.live.door.page import DoorPage
from wcafe.ui.live.door.presenter import DoorPresenter
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return DoorPresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, DoorPresenter)
    return DoorPage(presenter, parent)
