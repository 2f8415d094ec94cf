"""What lists call the kinds of note: in the singular and plural, in French and English."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from wcafe.domain.kinds import Kind, Labels, kind_group, kind_name, words_of_labels
from wcafe.domain.text import fold, one_line
from wcafe.i18n import LANGUAGES, words_for
from wcafe.intake.notes_found import KindWord

_ALSO = {
    Kind.INSIGHT: "insight|finding|observation|learning|constat|enseignement|apprentissage",
    Kind.IDEA: "idea|idee|suggestion",
    Kind.QUESTION: "question|open question|question ouverte|interrogation",
    Kind.TENSION: "tension|disagreement|desaccord|conflict|conflit|divergence",
    Kind.STORY: "story|recit|anecdote|histoire|temoignage|testimony",
    Kind.QUOTE: "quote|quotation|citation|verbatim",
    Kind.ACTION: "action|next step|to do|todo|a faire|prochaine etape",
}
_AROUND = re.compile(
    r"(?:(?:une?|des?|les?|la|l|the|an?|your|votre|vos|autres?|other|another)\b[ ']*)?"
    r"(.*?)(?:\s*(?:n|no|n°|nr)?[ .°]*\d+)?[ .:!?*]*"
)


def find_kind(word: str, said: Mapping[str, Kind] | None = None) -> Kind | None:
    """Return the kind that `word` names, alone or with an article or number; None if it names none.

    Args:
        word: as it stands in a list.
        said: what a person said that words mean, folded; it goes before what we know.

    >>> find_kind("Idées"), find_kind("Une question"), find_kind("3 retours principaux")
    (<Kind.IDEA: 'idea'>, <Kind.QUESTION: 'question'>, None)
    """
    folded = fold(word)
    if said and folded in said:
        return said[folded]
    inner = _AROUND.fullmatch(folded)
    known = _known()
    return known.get(folded) or (known.get(inner[1]) if inner else None)


class KindWords:
    """What a list calls kinds, word by word, and how each was understood.

    Args:
        labels: what the café calls its kinds.
        said: what a person said that words mean, which goes before.
    """

    def __init__(self, labels: Labels, said: Mapping[str, Kind]) -> None:
        known = (*words_of_labels(labels), *said.items())
        self._said = {fold(word): kind for word, kind in known}
        self._words: dict[str, KindWord] = {}

    @property
    def words(self) -> tuple[KindWord, ...]:
        """All of them, in the order in which they came."""
        return tuple(self._words.values())

    def read(self, cell: str) -> tuple[Kind, bool]:
        """Return which kind a cell means, and whether that was understood; an empty one was."""
        if not cell:
            return Kind.INSIGHT, True
        key = fold(cell)
        word = self._words.get(key)
        if word is None:
            kind = find_kind(cell, self._said)
            word = KindWord(
                word=one_line(cell), kind=kind or Kind.INSIGHT, is_known=kind is not None, rows=0
            )
        self._words[key] = replace(word, rows=word.rows + 1)
        return word.kind, word.is_known


def find_kind_within(heading: str) -> Kind | None:
    """Return the kind that a word of a longer heading names, the first that is there.

    >>> find_kind_within("Quelles questions restent ouvertes ?")
    <Kind.QUESTION: 'question'>
    """
    known = _known()
    words = re.findall(r"[^\W\d_]+", fold(heading))
    return next((known[word] for word in words if word in known), None)


@cache
def _known() -> dict[str, Kind]:
    known: dict[str, Kind] = {}
    for kind, names in _ALSO.items():
        for name in names.split("|"):
            known |= dict.fromkeys((name, *_plurals(name)), kind)
    for words in map(words_for, LANGUAGES):
        for kind in Kind:
            known |= dict.fromkeys(
                (fold(kind_name(kind, words)), fold(kind_group(kind, words))), kind
            )
    return known


def _plurals(name: str) -> tuple[str, ...]:
    every = " ".join(word if word in ("a", "to", "do") else f"{word}s" for word in name.split())
    ending = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return every, ending
