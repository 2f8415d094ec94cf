"""Who may be meant by a name that nobody has: a word short of it, or a slip of the keyboard."""

from collections.abc import Iterable

from wcafe.domain.search.near import distance
from wcafe.domain.search.words import said_of_person

_SHORT, _LETTERS = 3, 5  # letters of a word with no slip in it; for one slip more
_NONE = 1000  # slips


def near_names(typed: str, names: Iterable[str], *, most: int) -> list[str]:
    """Return those of `names` that look like `typed`, the nearest first, `most` at most.

    Each word that was typed begins a word of the name, but for a slip; or all letters together
    are those of the name, but for a slip in five.

    >>> near_names("Zoe dan le", ["Zoé Danlé", "Zoé Daniel-Leroy", "Ana Silva"], most=4)
    ['Zoé Danlé', 'Zoé Daniel-Leroy']
    """
    sought = _words(typed)
    if not sought:
        return []
    ranked = [(_slips(sought, _words(name)), name) for name in dict.fromkeys(names)]
    allowed = sorted((slips, name) for slips, name in ranked if slips < _NONE)
    return [name for _slips_, name in allowed[:most]]


def _slips(sought: list[str], words: list[str]) -> int:
    """Return how many slips lie between both, a word that goes on counting as one; or _NONE."""
    written, turned = "".join(words), "".join([*words[-1:], *words[:-1]])
    joined = "".join(sought)
    whole = min(distance(joined, each) for each in (written, turned))
    if whole <= _allowed(joined):
        return whole
    return min(sum(min(_from(each, word) for word in words) for each in sought), _NONE)


def _from(sought: str, word: str) -> int:
    if word == sought:
        return 0
    if word.startswith(sought):
        return 1
    far = min(distance(sought, word), distance(sought, word[: len(sought)]) + 1)
    return far if far <= _allowed(sought) else _NONE


def _allowed(word: str) -> int:
    return 0 if len(word) <= _SHORT else max(1, len(word) // _LETTERS)


def _words(name: str) -> list[str]:
    return [word.key for word in said_of_person(name).words]
