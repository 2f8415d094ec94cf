"""What a cell says about being named in what is published. Only a clear yes is one."""

import re

from wcafe.domain.text import fold
from wcafe.intake.cells import is_yes

_NO_OBJECTION = re.compile(
    r"\b(pas|aucune?|sans|no|not a|any) (de |d )?(probleme|souci|objection|problem|worries)s?\b"
)
_NO = re.compile(
    r"\b(non|no|n|not|ne|pas|don ?t|doesn ?t|cannot|can ?t|refus\w*|faux|false|contre|jamais|"
    r"never|anonym\w*|aucune?|oppos\w*|declin\w*|disagree\w*|opt out)\b|^0$|[❌✗✘]"
)
_YES = re.compile(
    r"\b(oui|yes|accept\w*|accord|accorde\w*|agree\w*|consen\w*|autoris\w*|allow\w*|granted|"
    r"favorable|volontiers|nommee?|named)\b"
)
_NOTHING = re.compile(r"[-–—?./_ ]*|n ?[/.]? ?[ac]|ras|neant")


def consent_in(cell: str) -> bool | None:
    """Return whether somebody agrees to be named; None where the cell is neither yes nor no.

    Whatever has a no in it is one, but for those who object to nothing.

    >>> consent_in("Oui, j'accepte"), consent_in("Je n'accepte pas"), consent_in("initiales")
    (True, False, None)
    """
    said = " ".join(fold(cell).replace("’", " ").replace("'", " ").split())
    if _NO_OBJECTION.search(said):
        return True
    if _NO.search(said):
        return None if is_silent(cell) else False
    return True if is_yes(cell) or _YES.search(said) else None


def is_silent(cell: str) -> bool:
    """Is nothing said at all: no words, or a sign that there are none?"""
    return bool(_NOTHING.fullmatch(fold(cell)))
