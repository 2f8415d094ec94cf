"""Harvest sheets on paper: which there are to be, and in which form they were printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from wcafe.domain.lengths import ShortText, require_short

TABLECLOTH = 0
"""The page of what belongs to a table and round and is none of their sheets."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SheetPlace:
    """Which sheet it is: of which round and table, both from 0, and which of theirs, from 1."""

    round: int
    table: int
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """What stood on sheets when they were printed, by which a picture of one is read.

    Attributes:
        version: a short digest of the rest, which stands in the code of each sheet.
        prompts: what the sheet asked for, in their order.
        tables: how many the café had.
        rows: the ids of what can be voted for, of a sheet with dots.
    """

    version: ShortText
    prompts: tuple[ShortText, ...] = ()
    tables: int = 0
    rows: tuple[ShortText, ...] = ()

    def __post_init__(self) -> None:
        require_short(self)


def missing_sheets(
    expected: Iterable[SheetPlace], received: Iterable[SheetPlace], blank: Iterable[SheetPlace]
) -> tuple[SheetPlace, ...]:
    """Return the sheets that were handed out, and neither came back nor stayed blank, by round."""
    return tuple(sorted({*expected}.difference(received, blank)))
