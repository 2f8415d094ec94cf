"""The words for when phones come in: in the menu, and beside the address of the station."""

from wcafe.domain.phones import BEGINNING, LetIn
from wcafe.i18n import N_
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.words import _

LET_IN_NAMES = {
    LetIn.ALWAYS: N_("At any time"),
    LetIn.AT_BEGINNING: N_("Before round 1, then in the first {minutes} minutes of each round"),
    LetIn.NO: N_("No further phone"),
}
"""What the menu calls them."""


def name_of(when: LetIn) -> str:
    return _(LET_IN_NAMES[when]).format(minutes=round(BEGINNING.total_seconds() / 60))


def say_way_in(presenter: PhonesPresenter) -> str:
    """Return whether codes open their tables just now; empty where they always do."""
    station = presenter.station
    if not station.takes_typed_codes:
        return _("no further phone comes in")
    if station.let_in is LetIn.ALWAYS:
        return ""
    if not presenter.takes_codes:
        return _("codes closed just now")
    began = presenter.moment.began(presenter.now)
    if began is None:
        return _("codes open just now")
    until = (began + BEGINNING).astimezone()
    return _("codes open until {time}").format(time=until.strftime("%H:%M"))
