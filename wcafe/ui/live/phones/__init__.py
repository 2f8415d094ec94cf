"""Phones, in a window of their own: the station, the board of tables, who is in."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.live.phones.page import PhonesPage
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return PhonesPresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, PhonesPresenter)
    return PhonesPage(presenter, parent)
