"""How it is told who gets no badge."""

from collections.abc import Sequence

from wcafe.domain.text import listed
from wcafe.i18n import Words


def without_badge(names: Sequence[str], words: Words, *, most: int) -> str:
    """Say in one sentence who gets no badge; nothing where everybody does.

    Args:
        names: of people who attend no round.
        words: the language of who reads it.
        most: how many are named.
    """
    if not names:
        return ""
    told = words.gettext("No badge is printed for people who attend no round: {names}.")
    return told.format(names=listed(names, most=most))
