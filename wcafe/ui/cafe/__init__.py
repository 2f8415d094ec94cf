"""Prepare: purpose, questions, agenda, rounds, tables, checklist."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.cafe.page import CafePage
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return CafePresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, CafePresenter)
    return CafePage(presenter, parent)
