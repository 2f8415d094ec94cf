"""Which encoding of one byte a letter a text has: the one in which its letters sit well.

It has to make sense by itself, and clearly more than each other one does where they differ; else
a person is asked, who sees some lines in each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wcafe.intake.letters import cost_of

_AGAINST = {"cp1252": 0.0, "iso8859-15": 0.1, "cp850": 0.25, "cp437": 0.4, "mac_roman": 0.3}
"""How much each has against it before a letter is looked at: old computers are rare."""

_OF_TODAY = ("cp1252", "iso8859-15")
_LEAST_GAP = {True: 0.1, False: 0.35}  # one letter says enough where the encoding is a likely one
_GAP_A_LETTER = 0.15
_MOST_COST = 0.35  # of a letter, on the whole
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SAMPLE = 4  # lines
_LONGEST = 120  # characters of such a line


@dataclass(frozen=True, slots=True, kw_only=True)
class InDoubt:
    """Several encodings make some sense, or none: some lines as each of them has them."""

    samples: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A text in one encoding, and how little sense each letter of `places` makes there."""

    encoding: str
    text: str
    places: Sequence[int]
    costs: Sequence[float]

    @property
    def against(self) -> float:
        return sum(self.costs) + _AGAINST[self.encoding]

    def is_sensible(self) -> bool:
        return sum(self.costs) <= _MOST_COST * max(len(self.places), 1)

    def is_clearly_better(self, other: "_Reading") -> bool:
        """Does this make clearly more sense than `other`, or is it the same text?"""
        apart = [n for n, at in enumerate(self.places) if self.text[at] != other.text[at]]
        gap = sum(other.costs[n] - self.costs[n] for n in apart)
        gap += _AGAINST[other.encoding] - _AGAINST[self.encoding]
        needed = max(_LEAST_GAP[self.encoding in _OF_TODAY], _GAP_A_LETTER * len(apart))
        return not apart or gap >= needed


def find_one_byte(accented: bytes, whole: bytes) -> str | InDoubt | None:
    """Return the encoding in which the lines `accented` make sense, of those `whole` may have.

    None where they are no text in any.
    """
    places = [place for place, byte in enumerate(accented) if byte > 127]
    readings = []
    for encoding in _AGAINST:
        text = _text(accented, encoding)
        if text is not None and _text(whole, encoding) is not None and not _is_binary(text):
            around = f"  {text} "
            costs = [cost_of(*around[place : place + 4]) for place in places]
            reading = _Reading(encoding=encoding, text=text, places=places, costs=costs)
            readings.append(reading)
    if not readings:
        return None
    best, *others = sorted(readings, key=lambda reading: reading.against)
    if best.is_sensible() and all(map(best.is_clearly_better, others)):
        return best.encoding
    return InDoubt(samples=tuple((each.encoding, _sample(each.text)) for each in (best, *others)))


def _text(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > len(text) / 50


def _sample(text: str) -> tuple[str, ...]:
    lines = (line.strip()[:_LONGEST] for line in text.splitlines() if not line.isascii())
    return tuple(line for line, _number in zip(lines, range(_SAMPLE), strict=False))
