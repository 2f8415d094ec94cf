"""What a command on dots is refused, with what to type next."""

from wcafe.errors import WcafeError
from wcafe.i18n import N_


class NoVoteSheet(WcafeError):
    """A photo whose dots are asked for shows no dot-vote sheet that this café printed."""

    template = N_(
        "{photo} shows no dot-vote sheet of this café: “wcafe photos list” says what each shows."
    )


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
