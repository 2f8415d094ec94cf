"""Under which licence a harvest is shared: the one that is proposed."""

from wcafe.domain.text import fold

PROPOSED_LICENCE = "CC BY-SA 4.0"
"""What a new café proposes, until somebody writes another one or none."""


def is_proposed(licence: str) -> bool:
    """Is it the one that a new café proposes, however it is written?

    >>> is_proposed("cc by-sa 4.0"), is_proposed("")
    (True, False)
    """
    return fold(licence) == fold(PROPOSED_LICENCE)
