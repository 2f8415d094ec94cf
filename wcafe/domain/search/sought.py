"""What fits: one word that is looked for, and words that stand one behind the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from wcafe.domain.search.stems import beginnings, plain_forms, stems
from wcafe.domain.search.words import Said, Word


@dataclass(frozen=True, slots=True)
class Sought:
    """One word that is looked for.

    Attributes:
        word: as it was typed; its place is that in what was typed.
        is_open: words that begin with it are meant too.
        is_exact: the same word with another ending is not.
        forms: keys of words that fit for certain.
        beginnings: all other words that fit begin with one of them.
    """

    word: Word
    is_open: bool = False
    is_exact: bool = False
    forms: frozenset[str] = field(init=False, repr=False, compare=False)
    beginnings: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        key = self.word.key
        begun = frozenset() if self.is_exact else beginnings(key)
        forms = frozenset({key}) if self.is_exact else plain_forms(key)
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "beginnings", (*begun, key) if self.is_open else tuple(begun))

    def fits(self, word: str) -> bool:
        """Is `word`, the key of a word, one that is meant?"""
        if word in self.forms:
            return True
        if not word.startswith(self.beginnings):
            return False
        return (self.is_open and word.startswith(self.word.key)) or self._has_stem_of(word)

    def _has_stem_of(self, word: str) -> bool:
        if self.is_exact:
            return False
        own, its = stems(self.word.key), stems(word)
        return any(one and one == other for one, other in zip(own, its, strict=True))


Way = tuple[Sought, ...]
"""Words that stand one behind the other."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a text has where it has one of `ways`, or, if `is_without`, none of them."""

    ways: tuple[Way, ...]
    is_without: bool = False

    def holds(self, said: Said) -> bool:
        return any(True for _place in self.places(said)) != self.is_without

    def places(self, said: Said) -> Iterator[tuple[int, int]]:
        """Yield from where to where one of the ways stands in what is said."""
        for way in self.ways:
            if len(way) == 1:
                for word in (*said.words, *said.joined):
                    if way[0].fits(word.key):
                        yield word.start, word.end
            else:
                for at in places_of([each.fits for each in way], [w.key for w in said.words]):
                    yield said.words[at].start, said.words[at + len(way) - 1].end


def places_of(fit: Sequence[Callable[[str], bool]], keys: Sequence[str]) -> Iterator[int]:
    """Yield where among `keys` words stand one behind the other that fit each its own."""
    first = fit[0]
    for at in range(len(keys) - len(fit) + 1):
        if first(keys[at]) and all(
            one(key) for one, key in zip(fit, keys[at : at + len(fit)], strict=True)
        ):
            yield at
