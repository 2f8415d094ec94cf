"""What one cell of a list says: a yes, nothing, several things."""

import re

from wcafe.domain.text import fold

_YES = re.compile(
    r"(oui|yes|y|o|x|1|true|vrai|ok|volontaire|volunteer|hote\w*|host|willing|sure|"
    r"(je veux|volontiers|avec plaisir|d.accord)\w*)\b|[✓✔☑✅]"
)
_NOTHING = re.compile(
    r"(non|no|n|aucune?|none|nothing|rien|neant|ras|nc|n/a|0|false|faux|-+)[ .]*$"
)
_SEVERAL = re.compile(r"\s*(?:[,;/|\n]|\bet\b|\band\b)\s*")


def is_yes(cell: str) -> bool:
    """Does the answer begin with a yes, or is it a tick?"""
    return bool(_YES.match(fold(cell)))


def is_nothing(cell: str) -> bool:
    """Is the answer a no, a "none" or a dash, and nothing else?"""
    return bool(_NOTHING.match(fold(cell)))


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that may hold several, without repetition."""
    return tuple(dict.fromkeys(part for part in _SEVERAL.split(cell) if part))
