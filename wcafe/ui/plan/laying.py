"""Laying another plan on the table: kept with undo, together with the tables it is for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.plan import Plan
from wcafe.ui.presenter import Presenter
from wcafe.ui.undo import Edit

SUBJECT = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A plan with the café whose tables it was made for: what undo puts back."""

    plan: Plan | None
    cafe: Cafe


class LayingPresenter(Presenter):
    """Puts another plan in the place of the one kept; undo and redo put both back."""

    def lay(self, text: str, make: Callable[[], object]) -> bool:
        """Let `make` keep another plan; `text` is what the Undo menu says. Was it kept?"""
        before = self.laid()
        if not self.attempt(make, subject=SUBJECT):
            return False
        self.remember(text, before)
        return True

    def remember(self, text: str, before: Laid) -> None:
        """Let undo put back what lay there `before` the plan that is kept now."""
        edit = Edit(text, before, self.laid(), self._put_back, subject=SUBJECT, is_done=True)
        self.desk.history.push(edit)

    def laid(self) -> Laid:
        snapshot = self.desk.services.cafes.snapshot()
        return Laid(plan=snapshot.plan, cafe=snapshot.cafe)

    def _put_back(self, laid: Laid) -> bool:
        services = self.desk.services

        def restore() -> None:
            cafe = replace(
                services.cafes.get(),
                tables=laid.cafe.tables,
                tables_chosen=laid.cafe.tables_chosen,
            )
            services.plans.restore(laid.plan, cafe=cafe, by=self)

        return self.attempt(restore, subject=SUBJECT)
