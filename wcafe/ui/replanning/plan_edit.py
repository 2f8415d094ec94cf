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


class PlanEditPresenter(Presenter):
    """Puts another plan in the place of the one kept; undo and redo put both back."""

    def replace_plan(self, text: str, make: Callable[[], object]) -> bool:
        """Let `make` keep another plan; `text` is what the Undo menu says. Was it kept?"""
        before = self.current()
        if not self.attempt(make, subjects=PLAN):
            return False
        self.remember(text, before)
        return True

    def remember(self, text: str, before: PlanEdit) -> None:
        """Let undo put back what was there `before` the plan that is kept now."""
        edit = Edit(text, before, self.current(), self._put_back, subjects=PLAN, is_done=True)
        self.desk.history.push(edit)

    def current(self) -> PlanEdit:
        snapshot = self.desk.services.cafes.snapshot()
        return PlanEdit(plan=snapshot.plan, cafe=snapshot.cafe)

    def _put_back(self, edit: PlanEdit) -> bool:
        services = self.desk.services

        def restore() -> None:
            cafe = replace(
                services.cafes.get(),
                tables=edit.cafe.tables,
                tables_chosen=edit.cafe.tables_chosen,
            )
            services.plans.restore(edit.plan, cafe=cafe, by=self)

        return self.attempt(restore, subjects=PLAN)
