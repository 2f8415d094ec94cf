"""Another plan in the place of the one kept, with undo, together with the tables it is for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.plan import Plan
from wcafe.ui.presenter import Presenter
from wcafe.ui.undo import Edit

PLAN = frozenset({"plan"})
"""The subject of every edit that puts another plan in the place of the one kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdit:
    """A plan with the café whose tables it was made for: what undo puts back."""

    plan: Plan | None
    cafe: Cafe


class Replanning:
    """The part of a presenter that puts another plan in the place of the one kept, with undo."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._services = presenter.desk.services

    def replace_plan(self, text: str, make: Callable[[], object]) -> bool:
        """Let `make` keep another plan; `text` is what the Undo menu says. Was it kept?"""
        before = self._now()
        if not self._presenter.attempt(make, subjects=PLAN):
            return False
        self.remember(text, before)
        return True

    def remember(self, text: str, before: PlanEdit) -> None:
        """Let undo put back what was there `before` the plan that is kept now."""
        edit = Edit(text, before, self._now(), self._put_back, subjects=PLAN, is_done=True)
        self._presenter.desk.history.push(edit)

    def _now(self) -> PlanEdit:
        snapshot = self._services.cafes.snapshot()
        return PlanEdit(plan=snapshot.plan, cafe=snapshot.cafe)

    def _put_back(self, edit: PlanEdit) -> bool:
        def restore() -> None:
            cafe = replace(
                self._services.cafes.get(),
                tables=edit.cafe.tables,
                tables_chosen=edit.cafe.tables_chosen,
            )
            self._services.plans.restore(edit.plan, cafe=cafe, by=self._presenter)

        return self._presenter.attempt(restore, subjects=PLAN)
