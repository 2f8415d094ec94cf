"""What is not printed for people: badges of some sizes, certificates of the unseen."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoBadgeSize(WcafeError):
    """What should say how large badges are, and is neither a known size nor one's own."""

    template = N_("“{said}” is no size of badges; there are {known}, or your own such as {own}.")


class BadgesOnOtherPaper(WcafeError):
    """Sheets of labels, asked for on a paper they do not come on."""

    template = N_("{size} labels come on sheets of {paper}: choose that paper.")


class BadgesDoNotFit(WcafeError):
    """Badges that take more than their paper has. All in millimetres."""

    template = N_(
        "{columns} × {rows} badges of {width:g} × {height:g} mm take {wide:g} × {high:g} mm with "
        "their margins, and the paper has {across:g} × {down:g} mm."
    )


class TooSmallForBadge(WcafeError):
    """Labels on which no name and route can be read. All in millimetres."""

    template = N_(
        "Nobody can read a badge of {width:g} × {height:g} mm: it takes {wide:g} × {high:g} mm."
    )


class TooManyRounds(WcafeError):
    """A route that leaves no room for a name. The badge's measures are in millimetres."""

    template = N_(
        "A name and the tables of {rounds} rounds cannot be read on a badge of "
        "{width:g} × {height:g} mm: take a larger one."
    )


class NobodySeen(WcafeError):
    """Certificates are asked for before anybody was checked in."""

    template = N_(
        "Nobody was noted as here yet. Certificates are made for those whom check-in saw."
    )


class NoCertificateOf(WcafeError):
    """Certificates were asked for of people whom check-in did not see."""

    template = N_("No certificate is printed for people whom check-in did not see: {names}.")
