"""Harvest: write notes at typing speed, find them, put them right, sort them into themes."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.notes.page import NotesPage
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return NotesPresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, NotesPresenter)
    return NotesPage(presenter, parent)
