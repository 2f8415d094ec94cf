"""Laying another plan on the table: kept with undo, together with the tables it is for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.plan import Plan
from wcafe.ui.presenter import Presenter

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
        before, made = self._laid(), list[Laid]()

        def save(laid: Laid | None) -> None:
            if laid is None and not made:
                make()
                made.append(self._laid())
                return
            there = laid or made[0]
            cafe = replace(
                self.desk.services.cafes.get(),
                tables=there.cafe.tables,
                tables_chosen=there.cafe.tables_chosen,
            )
            self.desk.services.plans.restore(there.plan, cafe=cafe, by=self)

        return self.edit(text, before, None, save, subject=SUBJECT)

    def _laid(self) -> Laid:
        snapshot = self.desk.services.cafes.snapshot()
        return Laid(plan=snapshot.plan, cafe=snapshot.cafe)
