"""What can go wrong with dot-vote sheets and the dots on them."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoVoteRow(WcafeError):
    """A row that a dot-vote sheet does not have."""

    template = N_("There is no row {row}: this sheet has {rows}.")


class VotesKept(WcafeError):
    """A picture is to go, or to be filed elsewhere, whose dots are votes."""

    template = N_("The dots on {photo} are kept as votes: let them be votes no more first.")


class TooManyVoteSheets(WcafeError):
    """More to give dots to than the codes of dot-vote sheets can tell apart."""

    template = N_(
        "Dot-vote sheets take {most} ideas and actions at most. Sort the notes into themes first: "
        "then the sheets list these."
    )
