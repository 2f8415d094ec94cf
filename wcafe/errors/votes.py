"""What can go wrong with dot-vote sheets and the dots on them."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoVoteSheet(WcafeError):
    """A photo whose dots are asked for shows no dot-vote sheet that this café printed."""

    template = N_(
        "{photo} shows no dot-vote sheet of this café: “wcafe photos list” says what each shows."
    )


class NoVoteRow(WcafeError):
    """A row that a dot-vote sheet does not have."""

    template = N_("There is no row {row}: this sheet has {rows}.")


class DotsToCount(WcafeError):
    """Dots are to be kept as votes of which nobody knows how many there are."""

    template = N_(
        "On {photo} some dots are not certain. Count them and give them as --count ROW=N. "
        "Rows: {rows}."
    )


class VotedTwice(WcafeError):
    """A picture of a dot-vote sheet of which there is another one."""

    template = N_(
        "There is another photo of the sheet on {photo}, and its dots count once. "
        "If it hung on another wall, add --another."
    )


class VotesKept(WcafeError):
    """A picture is to go, or to be filed elsewhere, whose dots are votes."""

    template = N_("The dots on {photo} are kept as votes: let them be votes no more first.")


class TooManyVoteSheets(WcafeError):
    """More to give dots to than the codes of dot-vote sheets can tell apart."""

    template = N_(
        "Dot-vote sheets take {most} ideas and actions at most. Sort the notes into themes first: "
        "then the sheets list these."
    )
