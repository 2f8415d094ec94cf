"""Presenters hold parts: what those tell is told, and none has an heir."""

import ast
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wcafe.ui.presenter import Presenter

DESK = Path(__file__).parents[2] / "wcafe" / "ui"


class Printer(QObject):
    """A part that can fail and has something to tell, and a signal of its own."""

    failed = Signal(object)
    told = Signal(str)
    printed = Signal()


def test_what_a_part_tells_its_presenter_tells(desk):
    presenter = Presenter(desk, desk.bus)
    heard = []
    presenter.told.connect(heard.append)
    presenter.failed.connect(heard.append)

    part = presenter.adopt(Printer())
    part.told.emit("Two pages.")
    part.failed.emit("no paper")

    assert heard == ["Two pages.", "no paper"]
    assert part.parent() is presenter, "it lives as long as its presenter"


def test_a_presenter_grows_by_parts_and_not_by_heirs():
    trees = (ast.parse(path.read_text()) for path in DESK.rglob("*.py"))
    classes = [each for tree in trees for each in ast.walk(tree) if isinstance(each, ast.ClassDef)]
    parents = {base.id for each in classes for base in each.bases if isinstance(base, ast.Name)}
    assert {name for name in parents if name.endswith("Presenter")} == {"Presenter"}
