"""Mme, Dr, Prof.: words before a name that are no part of it.

They are left out of names, so that nobody is two people, sorted or greeted by one. Before a single
word they stay, as all that tells "Mme Martin" from "M. Martin", and stand where a first name would.
"""

import re
from collections.abc import Iterable

from wcafe.domain.text import fold

_SURE = frozenset(
    [
        *("mme", "mmes", "mlle", "mlles", "mr", "mrs", "ms", "mx", "dr", "drs", "prof", "doctor"),
        *("docteur", "monsieur", "messieurs", "madame", "mademoiselle", "professeur", "professor"),
    ]
)
_LIKELY = frozenset(
    ["m", "mm", "me", "pr", "dre", "miss", "sir", "maitre", "rev", "ing", "herr", "frau", "dra"]
)
"""Names and initials too: a list that writes titles before its names tells them."""
_GLUED = re.compile(
    r"^(m|mm|mme|mlle|mr|mrs|ms|mx|dr|dre|pr|prof|me)\.(?=[^\W\d_]{2})", re.IGNORECASE
)
_INITIAL = re.compile(r"[^\W\d_]\.?")
_AND = frozenset(["et", "and", "&", "/", "+", "ou", "or"])
_FEWEST = 2  # words that are left of a name


def is_title(word: str) -> bool:
    """Is this word a title before a name, or can it be one?

    >>> is_title("Mme"), is_title("Dr."), is_title("M."), is_title("Meyer")
    (True, True, True, False)
    """
    bare = fold(word).rstrip(".")
    return bare in _SURE or bare in _LIKELY


def has_titles(names: Iterable[str]) -> bool:
    """Does a list write titles before its names, so that its "M." is one and no initial?

    >>> has_titles(["Mme Awa Kermarrec"]), has_titles(["M. Paul Roy", "M. Léo Roy"])
    (True, True)
    >>> has_titles(["M. Night Shyamalan"]), has_titles(["M. Paul Roy", "M. Ann Roy", "J. Lee"])
    (False, False)
    """
    told = [_unglue(name).split() for name in names if name.strip()]
    if any(fold(word).rstrip(".") in _SURE for words in told for word in words):
        return True
    bare = [fold(words[0]).rstrip(".") for words in told]
    initials = {word for word in bare if _INITIAL.fullmatch(word) and word != "m"}
    return not initials and sum(word in _LIKELY for word in bare) > 1


def drop_title(name: str, *, is_titled: bool = True, fewest: int = _FEWEST) -> str:
    """Return `name` without the titles before it, unless fewer than `fewest` words were left.

    Args:
        name: one name on one line, "Family, First" too.
        is_titled: whether the list writes titles, as `has_titles` tells.
        fewest: words that must be left.

    >>> drop_title("M. Octave RINGUET"), drop_title("Kermarrec, Mme Awa"), drop_title("Mme Roy")
    ('Octave RINGUET', 'Kermarrec, Awa', 'Mme Roy')
    >>> drop_title("M. Night Shyamalan", is_titled=False), drop_title("Meyer Anne")
    ('M. Night Shyamalan', 'Meyer Anne')
    """
    family, comma, given = name.partition(",")
    if comma and given.strip() and "," not in given:
        parts = [
            drop_title(part.strip(), is_titled=is_titled, fewest=1) for part in (family, given)
        ]
        return ", ".join(parts)
    words = _unglue(name).split()
    if words[1:2] and fold(words[1]) in _AND:  # "M. et Mme Roy"
        return name
    place = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    inside = 0 < place < len(words) - 1 and _is_dropped(words[place], is_titled=is_titled)
    if inside and len(words) > fewest:  # "RINGUET M. Octave"
        del words[place]
    dropped = 0
    while len(words) - dropped > fewest and _is_dropped(words[dropped], is_titled=is_titled):
        dropped += 1
    return " ".join(words[dropped:]) if dropped or inside else name


def _is_dropped(word: str, *, is_titled: bool) -> bool:
    bare = fold(word).rstrip(".")
    return bare in _SURE or (is_titled and bare in _LIKELY)


def _unglue(name: str) -> str:
    return _GLUED.sub(r"\1. ", name.strip())
