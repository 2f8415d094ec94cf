"""How the columns of a list are understood, and what they are called where one is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wcafe.domain.text import one_line
from wcafe.i18n import N_
from wcafe.ui.words import _

NOTHING = -1
"""The place of no column."""
_LONGEST = 16  # characters of an example

SEPARATORS = {";": N_("semicolons"), ",": N_("commas"), "\t": N_("tabs"), "|": N_("bars")}

ENCODINGS = {
    "utf-8": N_("UTF-8"),
    "cp1252": N_("Windows (Western Europe)"),
    "iso8859-15": N_("ISO 8859-15 (Western Europe)"),
    "cp850": N_("MS-DOS (850)"),
    "cp437": N_("MS-DOS (437)"),
    "mac_roman": N_("Mac"),
    "utf-16": N_("UTF-16"),
}
"""The encodings of text that can be chosen, as Python calls them, with the names people know."""


def encoding_key(encoding: str) -> str:
    """Return which of `ENCODINGS` is meant, whatever it is called and however its bytes run."""
    plain = encoding.casefold().replace("_", "-").replace("iso-", "iso")
    for key in ENCODINGS:
        if plain.startswith(key.replace("_", "-")):
            return key
    return encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, text that was pasted, or the rows of another copy; `name` is what it is called."""

    name: str
    path: Path | None = None
    text: str = ""
    rows: tuple[Sequence[str], ...] = ()

    @property
    def is_copy(self) -> bool:
        """Whether it is read as we wrote it, and nothing of it has to be guessed."""
        return bool(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of a list, and which of them fills what. Columns count from 0."""

    headings: tuple[str, ...]  # numbers from 1 where there are none
    places: Mapping[str, int]  # the column of each field
    sample: tuple[tuple[str, ...], ...] = ()  # the first rows as they stand in the list

    def example(self, place: int) -> str:
        """Return what stands in the column at `place`, in the first row that has something."""
        cells = (one_line(row[place]) for row in self.sample if place < len(row))
        return next(filter(None, cells), "")

    def column(self, place: int) -> str:
        """Return how a mapping names the column at `place`: by number where its name would not."""
        heading = self.headings[place]
        is_clear = self.headings.count(heading) == 1 and not heading.strip().isdigit()
        return heading if is_clear else str(place + 1)

    def place_of(self, column: str) -> int:
        """Return the place of what `column` returned; NOTHING for no column."""
        if column.strip().isdigit():
            return int(column) - 1 if 1 <= int(column) <= len(self.headings) else NOTHING
        return self.headings.index(column) if column in self.headings else NOTHING

    def choices(self) -> dict[int, str]:
        """Return what each column is called, with an example where its heading does not tell."""
        lines = {NOTHING: "–"}
        for place, heading in enumerate(self.headings):
            words = _("Column {number}").format(number=heading) if heading.isdigit() else heading
            example = self.example(place)
            is_clear = not heading.isdigit() and place in self.places.values()
            if example and not is_clear:
                shown = example if len(example) <= _LONGEST else f"{example[:_LONGEST]}…"
                words = f"{words} · {shown}"
            lines[place] = words
        return lines

    def filled(self, field: str, place: int) -> dict[str, int]:
        """Return the places once `field` is filled from `place`; a column fills one field only."""
        places = {name: at for name, at in self.places.items() if at != place and name != field}
        return places if place == NOTHING else {**places, field: place}
