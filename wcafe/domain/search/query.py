"""What somebody looks for, as they type it.

Words mean all of them; OU or OR between two means either; what stands in quotes is meant as it
stands; a dash before a word means without it. Whatever is typed is a search: what makes no sense
is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wcafe.domain.search.sought import Sought, Term, Way
from wcafe.domain.search.words import Said, Word, runs_of, said_of, said_of_person

QUOTES = '"«»“”„‟＂'
_PART = re.compile(
    "(?P<without>(?<!\\S)[-‐‑–—−](?=\\S))?"
    f"(?:[{QUOTES}](?P<exact>[^{QUOTES}]*)|(?P<plain>[^\\s{QUOTES}]+))[{QUOTES}]?"
)
_EITHER = frozenset({"OU", "OR"})


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: a text has it where each of `groups` has a term that holds.

    Where nothing is looked for, it is in every text.

    Attributes:
        typed: what somebody typed.
        groups: the terms of each group are alternatives.
        of_names: the texts are names and short facts about people.
    """

    typed: str
    groups: tuple[tuple[Term, ...], ...]
    of_names: bool = False

    def __bool__(self) -> bool:
        return bool(self.groups)

    def is_in(self, text: str) -> bool:
        """Does `text` have what is looked for?"""
        if not self.groups:
            return True
        said = self._read(text)
        return all(any(term.holds(said) for term in group) for group in self.groups)

    def marks(self, text: str) -> list[tuple[int, int]]:
        """Return from where to where in `text` stands what is looked for, apart and in order."""
        if not self.groups:
            return []
        said = self._read(text)
        places = sorted(
            place
            for group in self.groups
            for term in group
            if not term.is_without
            for place in term.places(said)
        )
        marks: list[tuple[int, int]] = []
        for start, end in places:
            if marks and start <= marks[-1][1]:
                marks[-1] = marks[-1][0], max(end, marks[-1][1])
            else:
                marks.append((start, end))
        return marks

    def _read(self, text: str) -> Said:
        return said_of_person(text) if self.of_names else said_of(text)


NOTHING = Search("", ())
"""Nothing is looked for."""


def look_for(typed: str, *, is_finished: bool = False) -> Search:
    """Return the search for what was `typed`, in notes or other sentences.

    Args:
        typed: whatever somebody typed.
        is_finished: nobody is typing any more. Until then the last word may be unfinished, and
            what begins with it is found too.

    >>> search = look_for("jardins ecol")
    >>> search.is_in("Un jardin à l’école"), search.is_in("L’école"), bool(look_for(" ?"))
    (True, False, False)
    >>> look_for("eau").is_in("Beaucoup"), look_for("eau").is_in("Les eaux de pluie")
    (False, True)
    >>> look_for('"jardin partagé" OU parc').is_in("Des jardins partagés")
    False
    """
    return _Reading(typed=typed, is_finished=is_finished).read()


def look_for_name(typed: str) -> Search:
    """Return the search for somebody whose name, or what else is known, was `typed` in part.

    Each word may be unfinished: that is how people look for a name. Blanks within a name make no
    difference, and there are no endings.

    >>> search = look_for_name("legof jea")
    >>> search.is_in("Jean-Marie Le Goff"), search.is_in("Anne Le Goff")
    (True, False)
    """
    return _Reading(typed=typed, of_names=True).read()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Makes a search of what was typed."""

    typed: str
    is_finished: bool = False
    of_names: bool = False

    def read(self) -> Search:
        groups: list[list[Term]] = []
        joins = False  # the last group and what comes next
        for part in _PART.finditer(self.typed):
            if part["plain"] in _EITHER and not part["without"] and groups:
                joins = True
                continue
            for term in self._terms_of(part):
                if joins:
                    groups[-1].append(term)
                else:
                    groups.append([term])
                joins = False
        return Search(self.typed, tuple(map(tuple, groups)), self.of_names)

    def _terms_of(self, part: re.Match[str]) -> Iterator[Term]:
        is_without, is_quoted = bool(part["without"]), part["plain"] is None
        place = part.span("exact" if is_quoted else "plain")
        runs = list(runs_of(self.typed, *place))
        if is_quoted:
            words = [word for run in runs for word in run.words]
            if words:
                yield Term((self._way(words, is_quoted=True, is_without=is_without),), is_without)
            return
        for run in runs:
            elided = 0 if self.of_names else run.elided  # a name keeps its article
            ways = [run.words[elided:]]
            if len(ways[0]) > 1:
                joined = run.joined[-1:] if elided else run.joined[:1]
                ways += [(word,) for word in joined]
            yield Term(
                tuple(self._way(way, is_quoted=False, is_without=is_without) for way in ways),
                is_without,
            )

    def _way(self, words: Sequence[Word], *, is_quoted: bool, is_without: bool) -> Way:
        def is_open(word: Word) -> bool:
            if is_without:
                return False
            is_last = word.end == len(self.typed) and not self.is_finished
            return is_last or (self.of_names and not is_quoted)

        is_exact = is_quoted or self.of_names
        return tuple(Sought(word, is_open=is_open(word), is_exact=is_exact) for word in words)
