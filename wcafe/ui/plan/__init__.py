"""Seating plan: the room round by round, what the plan is worth, its rules, swaps by hand."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.ui.plan.page import PlanPage
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page


def make_presenter(desk: DeskCafe, parent: QObject) -> Presenter:
    return PlanPresenter(desk, parent)


def make_page(presenter: Presenter, parent: QWidget | None = None) -> Page:
    assert isinstance(presenter, PlanPresenter)
    return PlanPage(presenter, parent)
