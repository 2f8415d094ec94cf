"""People: bring in a list, see who comes, put right what is known of them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.people.page import PeoplePage
from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return PeoplePresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, PeoplePresenter)
    return PeoplePage(presenter, parent)
