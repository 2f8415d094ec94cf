"""The six workspaces: what each is called, and how its presenter and page are made.

Each is imported after the window is there, at the latest when it is first shown.
"""

from enum import StrEnum
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wcafe.domain.people import participants
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page
from wcafe.ui.window.step_button import Step
from wcafe.ui.words import _


class Workspace(StrEnum):
    """The nouns of wcafe, in the order of the work; each value is its folder in `ui`."""

    CAFE = "cafe"
    PEOPLE = "people"
    PLAN = "plan"
    LIVE = "live"
    NOTES = "notes"
    SYNTHESIS = "synthesis"

    @property
    def place(self) -> int:
        return list(Workspace).index(self)


class Aside(StrEnum):
    """What is never in the main window, as other hands have it; each value is a module of `ui`."""

    DOOR = "live.door"
    PHONES = "live.phones"


Shown = Workspace | Aside
"""What a window can show."""

NAMES: dict[Shown, str] = {
    Workspace.CAFE: N_("Prepare"),
    Workspace.PEOPLE: N_("People"),
    Workspace.PLAN: N_("Seating plan"),
    Workspace.LIVE: N_("Run"),
    Workspace.NOTES: N_("Harvest"),
    Workspace.SYNTHESIS: N_("Share"),
    Aside.DOOR: N_("Check-in"),
    Aside.PHONES: N_("Phones"),
}


def name_of(workspace: Shown) -> str:
    return _(NAMES[workspace])


def load(workspace: Shown) -> ModuleType:
    """Import what `workspace` is made of; some hundredths of a second the first time."""
    return import_module(f"wcafe.ui.{workspace}")


def shown_as(key: str) -> Shown:
    """Return what has that key. Raises ValueError if nothing has."""
    return Aside(key) if key in set(Aside) else Workspace(key)


def make_presenter(workspace: Shown, desk: DeskCafe, parent: QObject) -> Presenter:
    made = load(workspace).make_presenter(desk, parent)
    assert isinstance(made, Presenter)
    return made


def make_page(workspace: Shown, presenter: Presenter, parent: QWidget) -> Page:
    """Return the page in `parent` from its birth: whole pages that move are styled twice."""
    made = load(workspace).make_page(presenter, parent)
    assert isinstance(made, Page)
    return made


def steps(snapshot: Snapshot) -> list[Step]:
    """Return how far each step of the café is."""
    cafe, plan = snapshot.cafe, snapshot.plan
    is_done = {
        Workspace.CAFE: bool(cafe.title and any(cafe.questions.texts)),
        Workspace.PEOPLE: bool(participants(snapshot.people)),
        Workspace.PLAN: plan is not None and not snapshot.is_plan_stale,
        Workspace.LIVE: bool(snapshot.notes) and snapshot.live.clock is None,
        Workspace.NOTES: bool(snapshot.notes),
        Workspace.SYNTHESIS: any(theme.statements for theme in snapshot.themes),
    }
    return [Step(name_of(workspace), is_done[workspace]) for workspace in Workspace]
