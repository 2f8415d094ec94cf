"""What is suggested about notes, and why: proposals that do nothing until a person takes one.

Each has its reason in words, and a key by which one that was refused is not made again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import ThemeId
from wcafe.i18n import N_, Words

_MUCH = 0.5
"""The share of notes that two piles have in common which are the same pile to a person."""


class Wish(Enum):
    """What somebody may want suggestions about."""

    ALIKE = "alike"  # notes that say nearly the same
    SIMILAR = "similar"  # notes that are like one that is chosen
    THEMES = "themes"  # a theme for each note that has none
    PILES = "piles"  # a first split of all notes that have none


class Method(Enum):
    """How notes are compared; each value is what people are told of it."""

    WORDS = N_("Compared by their words.")
    MEANING = N_("Compared by their meaning and their words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two notes that say nearly the same, or something similar.

    Attributes:
        notes: both; of a note that was asked about, that one first.
        shared: words that really stand in both, as the first one writes them.
        is_same: whether one says the words of the other, and no more.
    """

    notes: tuple[NoteId, NoteId]
    shared: tuple[str, ...] = ()
    is_same: bool = False

    @property
    def key(self) -> str:
        return "|".join(sorted(self.notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A theme for a note.

    Attributes:
        shared: words of the note that really stand in notes of the theme, as the note writes them.
        among: how many notes of the theme have one of them.
        near: the words of the note of the theme that is nearest.
    """

    note: NoteId
    theme: ThemeId
    shared: tuple[str, ...] = ()
    among: int = 0
    near: str = ""

    @property
    def key(self) -> str:
        return f"{self.note}>{self.theme}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Notes that may belong together; people name what they have in common.

    Attributes:
        notes: at least two, the most typical first.
        shared: words that really stand in several of them.
        among: how many of them have one of these words.
    """

    notes: tuple[NoteId, ...]
    shared: tuple[str, ...] = ()
    among: int = 0

    @property
    def key(self) -> str:
        return "+".join(sorted(self.notes))


Suggestion = Alike | Proposal | Pile


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was refused, and is not suggested again."""

    keys: frozenset[str] = frozenset()
    piles: frozenset[frozenset[str]] = frozenset()

    def holds(self, suggestion: Suggestion) -> bool:
        """Was this refused? A pile was, too, if another one was that is nearly the same."""
        if not isinstance(suggestion, Pile):
            return suggestion.key in self.keys
        notes = frozenset[str](suggestion.notes)
        return any(len(notes & pile) > _MUCH * len(notes | pile) for pile in self.piles)

    def with_refused(self, suggestions: Iterable[Suggestion]) -> "Refused":
        """Return these and `suggestions`."""
        keys, piles = _keys_and_piles(suggestions)
        return replace(self, keys=self.keys | keys, piles=self.piles | piles)

    def without(self, suggestions: Iterable[Suggestion]) -> "Refused":
        """Return these but for `suggestions`."""
        keys, piles = _keys_and_piles(suggestions)
        return replace(self, keys=self.keys - keys, piles=self.piles - piles)

    def pack(self) -> str:
        """Return all of it as one line of text, for `unpack`."""
        piles = sorted(sorted(pile) for pile in self.piles)
        return json.dumps({"keys": sorted(self.keys), "piles": piles}, separators=(",", ":"))

    @classmethod
    def unpack(cls, text: str) -> "Refused":
        """Return what was packed; nothing refused where `text` is something else.

        >>> refused = Refused().with_refused([Alike(notes=(NoteId("b"), NoteId("a")))])
        >>> Refused.unpack(refused.pack()) == refused, Refused.unpack("?") == Refused()
        (True, True)
        """
        try:
            packed = json.loads(text)
            keys, piles = packed["keys"], packed["piles"]
            return cls(
                keys=frozenset(map(str, keys)),
                piles=frozenset(frozenset(map(str, pile)) for pile in piles),
            )
        except (ValueError, TypeError, KeyError):
            return cls()


def _keys_and_piles(
    suggestions: Iterable[Suggestion],
) -> tuple[frozenset[str], frozenset[frozenset[str]]]:
    these = tuple(suggestions)
    piles = frozenset(frozenset[str](each.notes) for each in these if isinstance(each, Pile))
    return frozenset(each.key for each in these if not isinstance(each, Pile)), piles


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What came of one wish: the best first, and how it was found.

    `read` is what comparing had to read first, by the words of a note: whoever asks again hands
    it over, so that nothing is read twice.
    """

    wish: Wish
    method: Method
    found: tuple[Suggestion, ...] = ()
    read: Mapping[str, bytes] = field(default_factory=dict)


def why(suggestion: Suggestion, words: Words) -> str:
    """Return the reason of `suggestion` as a person reads it."""
    _, said = words.gettext, ", ".join(suggestion.shared)
    if isinstance(suggestion, Alike):
        if suggestion.is_same:
            return _("both say the same words")
        return _("both say “{words}”").format(words=said) if said else _("resemble each other")
    number = suggestion.among
    if isinstance(suggestion, Pile):
        if not said:
            return _("resemble each other")
        sentence = words.ngettext(
            "“{words}” in {number} of them", "“{words}” in {number} of them", number
        )
        return sentence.format(words=said, number=number)
    if not said:
        return _("resembles “{words}”").format(words=suggestion.near)
    sentence = words.ngettext(
        "shares “{words}” with {number} note of this theme",
        "shares “{words}” with {number} notes of this theme",
        number,
    )
    return sentence.format(words=said, number=number)
