"""Share: themes put into words, the pages seen before they are printed, files for everybody."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.synthesis.page import SynthesisPage
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return SynthesisPresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, SynthesisPresenter)
    return SynthesisPage(presenter, parent)
