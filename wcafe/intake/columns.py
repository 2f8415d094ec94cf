"""Which column means what: guesses from headings in French and English, and the user's word."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.fields import NAME_PARTS
from wcafe.domain.text import one_line
from wcafe.errors import NoSuchColumn
from wcafe.intake.headings import PEOPLE_HEADINGS, bare, field_shown_by_words, fold_heading
from wcafe.intake.sheet import Sheet

_LOOKED_AT = 10  # records in which the headings are sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the headings stand and what each column fills.

    `header` is the record's place from 0, or None for a file without headings; `places`
    maps a field, one of ours or of the user's own, to a column from 0.
    """

    header: int | None
    headings: tuple[str, ...]
    places: Mapping[str, int]

    def named(self) -> dict[str, str]:
        """Return each field with its heading, in the order of the list's columns."""
        in_order = sorted(self.places.items(), key=lambda filled: filled[1])
        return {field: self.headings[place] for field, place in in_order}

    def with_places(self, field: str, places: Sequence[int]) -> "Columns":
        """Return these with `field` in `places` and nowhere else, the second as `field_2` …."""
        others = {name: place for name, place in self.places.items() if name != field}
        names = [field, *(f"{field}_{number}" for number in range(2, len(places) + 1))]
        return replace(self, places={**others, **dict(zip(names, places, strict=False))})

    def unused(self) -> tuple[str, ...]:
        """Return the headings of the columns that fill nothing."""
        if self.header is None:
            return ()
        filled = set(self.places.values())
        return tuple(name for n, name in enumerate(self.headings) if name and n not in filled)


def find_columns(
    sheet: Sheet,
    headings: Mapping[str, str],
    wanted: Mapping[str, str],
) -> Columns:
    """Find the record of headings and what its columns fill.

    Args:
        sheet: what was read.
        headings: for each field its known headings, folded and separated by `|`.
        wanted: what the user said: a field and the heading (or number, from 1) of its column;
            or nothing, if no column is to fill that field. What is no field of ours may read a
            column that fills one of ours too.

    Raises:
        NoSuchColumn: the user named a column that is not there.
    """
    left_out = {field for field, column in wanted.items() if not column.strip()}
    wanted = {field: column for field, column in wanted.items() if field not in left_out}
    known = {name: field for field, names in headings.items() for name in names.split("|")}
    said = {fold_heading(column) for column in wanted.values()}
    best, header = 0, None
    for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
        names = {fold_heading(cell) for cell in row if cell}
        fields = {field for name in names if (field := _field_of(name, known))}
        score = 3 * len(names & said) + len(fields) + 2 * len(fields & _NAMES)
        if score > best:
            best, header = score, place
    width = max(map(len, sheet.rows))
    if header is None and width > 1 and not _are_numbers(wanted):
        header = _first_full(sheet.rows)  # to say in a message what the columns are called
    titles = _titles(sheet.rows, header, width)
    places = {field: _place(column, titles, sheet) for field, column in wanted.items()}
    if header is not None:
        taken = {place for field, place in places.items() if field in headings}
        # of two columns that could fill a field the longer heading is the more precise one:
        # "E-mail du participant" is the guest's address, "E-mail" the buyer's
        for place in sorted(range(len(titles)), key=lambda at: -len(titles[at])):
            field = _field_of(fold_heading(titles[place]), known)
            if field and field not in left_out and place not in taken:
                places.setdefault(field, place)
        if headings is PEOPLE_HEADINGS:
            _add_shown_by_words(places, titles, left_out)
    return Columns(header=header, headings=titles, places=places)


def fields_meant(wanted: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, str]:
    """Return `wanted` with our name for each field that was called by a heading that means it.

    >>> fields_meant({"nom": "NOM", "E-mail": "Contact", "métier": "Job"}, PEOPLE_HEADINGS)
    {'name': 'NOM', 'email': 'Contact', 'métier': 'Job'}
    """
    known = {name: field for field, names in headings.items() for name in names.split("|")}
    return {
        said if said in headings else _field_of(fold_heading(said), known) or said: column
        for said, column in wanted.items()
    }


def _field_of(name: str, known: Mapping[str, str]) -> str | None:
    """Return the field whose heading `name`, folded, is known to be."""
    return known.get(name) or known.get(bare(name))


def _add_shown_by_words(
    places: dict[str, int], titles: Sequence[str], left_out: Collection[str]
) -> None:
    """Fill fields that are still empty from columns that are still free, the leftmost first."""
    for place, title in enumerate(titles):
        field = field_shown_by_words(fold_heading(title))
        if field in NAME_PARTS and "full_name" in places:
            continue  # somebody else's: a child's, a guest's
        if field and field not in left_out and place not in places.values():
            places.setdefault(field, place)


_NAMES = {"name", "full_name", "given", "family", "text"}


def _are_numbers(wanted: Mapping[str, str]) -> bool:
    return bool(wanted) and all(column.strip().isdigit() for column in wanted.values())


def _titles(rows: Sequence[Sequence[str]], header: int | None, width: int) -> tuple[str, ...]:
    """Return a heading for each column: its number where there is none.

    A heading that spans two rows stands in the upper one, above an empty cell.
    """
    if header is None:
        return tuple(str(place + 1) for place in range(width))
    above = rows[header - 1] if header else ()
    if sum(map(bool, above)) < 2:
        above = ()
    return tuple(
        one_line(cell or (above[place] if place < len(above) else ""))
        for place, cell in enumerate(rows[header])
    )


def _first_full(rows: Sequence[Sequence[str]]) -> int:
    """Return the first of the early records that fills the most cells."""
    early = rows[:_LOOKED_AT]
    return max(range(len(early)), key=lambda place: (sum(map(bool, early[place])), -place))


def _place(column: str, titles: Sequence[str], sheet: Sheet) -> int:
    names = [fold_heading(title) for title in titles]
    if fold_heading(column) in names:
        return names.index(fold_heading(column))
    if column.strip().isdigit() and 1 <= int(column) <= len(titles):
        return int(column) - 1
    raise NoSuchColumn(column=column, path=sheet.path, columns=join_headings(titles))


def join_headings(titles: Sequence[str]) -> str:
    """Return headings as one phrase for a message, a long row cut short."""
    named = [title for title in titles if title]
    return ", ".join(named[:20]) + (" …" if len(named) > 20 else "")
