"""Which table or round a cell means: by its number, by a name in the café, or by a new name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wcafe.domain.text import fold, one_line
from wcafe.errors import WcafeError
from wcafe.intake.days import is_about_a_day, read_day
from wcafe.intake.place_errors import NotANumber

_NUMBER = re.compile(r"(\D{0,20}?)(\d{1,4})(\D{0,20}?)")  # "3", "T3", "Table 3", "Ronde 3"
_NUMBER_AND_NAME = re.compile(r"\D{0,12}?(\d{1,3})\s*[.):·–—-]\s*(\D.+)", re.DOTALL)
_STEMS = re.compile(
    r"(t|r|tables?|rounds?|rondes?|tours?|rotations?|sessions?|seances?|groupes?|groups?|ateliers?|"
    r"workshops?|ilots?|nos?|nr|numeros?|numbers?|[^a-z]*)[^a-z]*(nos?|n|numero|number)?[^a-z]*"
)
"""What stands around a number that is certainly one."""

NOWHERE = -1
"""The place of a word for which no table or round is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """The tables, or the rounds, that a café has.

    `names` has one for each, empty where it has none; `listed` the names that lists gave each,
    which it may have lost since. `most` is how many there may be at all, more than there are where
    the café may grow or its tables are yet to be proposed.
    """

    names: tuple[str, ...] = ()
    listed: tuple[tuple[str, ...], ...] = ()
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWord:
    """A word by which a list calls a table or round, from 0.

    `name` is what that is to be called from now on, empty if it has that name or another one.
    `day` is the one that the word says, where there is no doubt.
    """

    word: str
    place: int
    name: str = ""
    day: date | None = None

    @property
    def is_somewhere(self) -> bool:
        """Is there a table or round for it?"""
        return self.place != NOWHERE


class Placing:
    """What the cells of one column mean: the numbers, names and new names of tables or rounds."""

    def __init__(
        self,
        cells: Iterable[str],
        spots: Spots,
        decided: Mapping[str, int],
        *,
        errors: tuple[type[WcafeError], type[WcafeError]],
    ) -> None:
        """Decide what each different cell of the column means.

        Args:
            cells: all cells of the column.
            spots: what the café has.
            decided: what a person said about words, from 0.
            errors: for an empty cell, and for a word beyond the last table or round.
        """
        self._spots = spots
        self._errors = errors
        self._places: dict[str, int] = {}
        self.words: tuple[PlaceWord, ...] = ()
        told: dict[str, str] = {}
        for cell in filter(None, cells):
            told.setdefault(fold(cell), one_line(cell))
        self._decide(told, {fold(word): place for word, place in decided.items()})

    def of(self, cell: str) -> int:
        """Return the table or round that `cell` means, from 0.

        Raises:
            NoTableSaid, NoRoundSaid, NoTableLeft, NoRoundLeft, NotANumber
        """
        if not cell:
            raise self._errors[0]
        place = self._places.get(fold(cell))
        if place is not None and 0 <= place < self._spots.most:
            return place
        if place is None and self._is_by_number:
            raise NotANumber(cell=one_line(cell))
        raise self._errors[1](cell=one_line(cell), places=len(self._spots.names))

    def _decide(self, cells: Mapping[str, str], decided: Mapping[str, int]) -> None:
        names = self._find_names()
        words: dict[str, PlaceWord] = {}
        new: list[str] = []
        clear = {key for key in cells if _is_clear_number(key, cells)}
        open_ = [key for key in cells if key not in decided and key not in names]
        self._is_by_number = 2 * sum(key in clear for key in open_) >= len(open_) > 0
        for key in open_:
            if key in clear or (self._is_by_number and _number_in(key) is not None):
                number = _number_in(key)
                assert number is not None
                self._places[key] = number - 1
            elif numbered := _NUMBER_AND_NAME.fullmatch(cells[key]):
                words[key] = self._numbered(cells[key], int(numbered[1]) - 1, numbered[2])
            elif not self._is_by_number:
                new.append(key)
        for key in cells:
            if key in decided or key in names:
                place = decided.get(key, names.get(key, -1))
                words[key] = self._word(cells[key], place, is_name=key in decided)
        taken = {word.place for word in words.values()} | set(self._places.values())
        for key in _in_order_of_days(new, cells):
            if (free := self._free(taken)) is not None:
                taken.add(free)
                words[key] = self._word(cells[key], free, is_name=True)
            else:
                words[key] = PlaceWord(word=cells[key], place=NOWHERE)
        self._places |= {key: word.place for key, word in words.items()}
        self.words = tuple(words[key] for key in cells if key in words)

    def _find_names(self) -> Mapping[str, int]:
        """Return which table or round each name means, folded: one of today before an older one."""
        today = [(name, at) for at, name in enumerate(self._spots.names) if name]
        older = [(name, at) for at, names in enumerate(self._spots.listed) for name in names]
        return {fold(name): at for name, at in reversed([*today, *older])}

    def _numbered(self, cell: str, place: int, name: str) -> PlaceWord:
        word = self._word(cell, place, is_name=True)
        return PlaceWord(word=cell, place=place, name=one_line(name) if word.name else "")

    def _word(self, cell: str, place: int, *, is_name: bool) -> PlaceWord:
        """Return what a word means; it becomes a name only where there is none."""
        names = self._spots.names
        is_nameless = place >= len(names) or not names[place]
        return PlaceWord(
            word=cell,
            place=place,
            name=cell if is_name and is_nameless and 0 <= place < self._spots.most else "",
            day=read_day(cell),
        )

    def _free(self, taken: set[int]) -> int | None:
        """Return the first table or round without a name that nothing else of the list means."""
        names = self._spots.names
        return next(
            (
                place
                for place in range(self._spots.most)
                if place not in taken and (place >= len(names) or not names[place])
            ),
            None,
        )


class NamesBeside:
    """The names of tables or rounds that stand in a column beside that of their numbers."""

    def __init__(self, spots: Spots) -> None:
        self._spots = spots
        self._words: dict[int, PlaceWord] = {}

    def say(self, place: int, name: str, day: str = "") -> None:
        """Remember what a row calls the table or round at `place`, from 0, and its `day` in ISO.

        The first name counts, and only where there is none yet.
        """
        names = self._spots.names
        has_name = place < len(names) and bool(names[place])
        if (name or day) and not has_name and place not in self._words:
            said = one_line(name)
            self._words[place] = PlaceWord(word=said, place=place, name=said, day=read_day(day))

    @property
    def words(self) -> tuple[PlaceWord, ...]:
        return tuple(self._words[place] for place in sorted(self._words))


def _number_in(key: str) -> int | None:
    found = None if is_about_a_day(key) else _NUMBER.fullmatch(key)
    return int(found[2]) if found else None


def _is_clear_number(key: str, cells: Iterable[str]) -> bool:
    """Is a folded cell a number, alone or behind a word such as table, or as all the others are?"""
    if _number_in(key) is None:
        return False
    if _STEMS.fullmatch(_stem(key)):
        return True
    others = [other for other in cells if other != key]
    return bool(others) and all(
        _number_in(other) is not None and _stem(other) == _stem(key) for other in others
    )


def _stem(key: str) -> str:
    return re.sub(r"\d+", "", key).strip()


def _in_order_of_days(keys: Sequence[str], cells: Mapping[str, str]) -> Sequence[str]:
    """Return `keys` as they come, or by their days where each of them says one."""
    days = {key: read_day(cells[key]) for key in keys}
    dated = {key: day for key, day in days.items() if day is not None}
    return sorted(keys, key=lambda key: dated[key]) if len(dated) == len(keys) else keys
