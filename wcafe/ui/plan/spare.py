"""The choice beside “Compose the plan”: how many spare places it keeps for walk-ins."""

from wcafe.domain.cafe import Spare
from wcafe.services.planning.jokers import spare_places
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.words import _, ngettext

_OFFERED = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20)


class SpareField(ChoiceField):
    """None, the usual share, or a number. What is chosen is an edit that can be undone."""

    def __init__(self, presenter: PlanPresenter) -> None:
        super().__init__(_("Spare places for walk-ins"))
        # its choices change with the people: the usual number is always to be read in full
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self._presenter = presenter
        self._offered: dict[Spare, str] = {}
        self.setToolTip(_("The next plan keeps so many places, each with a joker route to print."))
        self.kept.connect(self._on_kept)

    def show_spare(self) -> None:
        presenter = self._presenter
        spare = presenter.cafe.rules.spare
        offered = _choices(presenter, spare)
        if offered != self._offered:
            self._offered = offered
            self.show_choices(offered)
        self.show_key(spare)
        self.setEnabled(bool(presenter.guests))
        self.setVisible(presenter.begun == 0)  # afterwards there are as many as are left

    def _on_kept(self, spare: object) -> None:
        self._presenter.set_rules(_("change the spare places"), spare=spare)


def _choices(presenter: PlanPresenter, chosen: Spare) -> dict[Spare, str]:
    usual = spare_places(presenter.cafe.with_spare("usual"), presenter.guests)
    numbers = {*_OFFERED, chosen} if chosen != "usual" else set(_OFFERED)
    words = ngettext("{number} spare place (5%)", "{number} spare places (5%)", usual)
    return {
        0: _("No spare places"),
        "usual": words.format(number=usual),
        **{
            n: ngettext("{number} spare place", "{number} spare places", n).format(number=n)
            for n in sorted(number for number in numbers if number)
        },
    }
