"""Which column means what: guesses from headings in French and English, and the user's word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.text import one_line
from wcafe.errors import NoSuchColumn, NoSuchRow
from wcafe.intake.evidence import evidence_at, is_address, is_cross, is_value, is_whole_name
from wcafe.intake.headings import bare, fold_heading
from wcafe.intake.name_headings import speaks_of_people
from wcafe.intake.sheet import Sheet

_LOOKED_AT = 40  # records in which the headings are sought
_NAMES = {"name", "full_name", "given", "family", "text"}
_MOST_EMPTY = 0.34  # of the cells that others fill, in a row of headings that nobody knows
_MOST = 0.6  # the share of cells that tells what a column is
_SEVERAL = 0.3  # the share of records with several cells from which a list has columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the headings stand and what each column fills.

    `header` is the record's place from 0, or None for a file without headings; `places`
    maps a field, one of ours or of the user's own, to a column from 0. `guessed` are the
    columns that were taken by what their cells look like, whatever their heading says.
    """

    header: int | None
    headings: tuple[str, ...]
    places: Mapping[str, int]
    guessed: frozenset[int] = frozenset()

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
    *,
    header_row: int | None = None,
) -> Columns:
    """Find the record of headings and what its columns fill, by headings that are known.

    Args:
        sheet: what was read.
        headings: for each field its known headings, folded and separated by `|`.
        wanted: what the user said: a field and the heading (or number, from 1) of its column;
            or nothing, if no column is to fill that field. What is no field of ours may read a
            column that fills one of ours too.
        header_row: where the user says that the headings stand, from 1; 0 for nowhere.

    Raises:
        NoSuchColumn, NoSuchRow: the user named a column or a row that is not there.
    """
    known = {name: field for field, names in headings.items() for name in names.split("|")}
    columns = find_headings(sheet, known, wanted, header_row=header_row)
    places, titles = dict(columns.places), columns.headings
    if columns.header is not None:
        taken = {place for field, place in places.items() if field in headings}
        # of two columns that could fill a field the longer heading is the more precise one:
        # "E-mail du participant" is the guest's address, "E-mail" the buyer's
        for place in sorted(range(len(titles)), key=lambda at: -len(titles[at])):
            field = field_of(fold_heading(titles[place]), known)
            if field and field not in wanted and place not in taken:
                places.setdefault(field, place)
    return replace(columns, places=places)


def find_headings(
    sheet: Sheet,
    known: Mapping[str, str],
    wanted: Mapping[str, str],
    *,
    header_row: int | None = None,
    is_heading: Callable[[str], bool] = lambda _heading: False,
) -> Columns:
    """Find the record of headings; only what the user said fills columns.

    Args:
        sheet: what was read.
        known: the fields of headings that are known, folded.
        wanted: what the user said, as for `find_columns`.
        header_row: where the user says that the headings stand, from 1; 0 for nowhere.
        is_heading: whether other words, folded, ask for something too.

    Raises:
        NoSuchColumn, NoSuchRow
    """
    said = {field: column for field, column in wanted.items() if column.strip()}
    if header_row is None:
        header = _best_header(sheet.rows, known, said, is_heading)
    elif header_row > len(sheet.rows):
        raise NoSuchRow(row=header_row, path=sheet.path, rows=len(sheet.rows))
    else:
        header = header_row - 1 if header_row > 0 else None
    titles = _titles(sheet.rows, header, max(map(len, sheet.rows)))
    places = {field: _place(column, titles, sheet) for field, column in said.items()}
    return Columns(header=header, headings=titles, places=places)


def _best_header(
    rows: Sequence[Sequence[str]],
    known: Mapping[str, str],
    wanted: Mapping[str, str],
    is_heading: Callable[[str], bool],
) -> int | None:
    """Return the record that says most of what its columns are; else the first that could.

    A number that the user said is a place, and no cell is compared with it.
    """
    said = {fold_heading(column) for column in wanted.values() if not column.strip().isdigit()}
    has_columns = sum(sum(map(bool, row)) > 1 for row in rows) >= _SEVERAL * len(rows)
    best, header = 0, None
    for place, row in enumerate(rows[:_LOOKED_AT]):
        names = {fold_heading(cell) for cell in row if cell}
        fields = {field for name in names if (field := field_of(name, known))}
        asking = sum(is_heading(name) for name in names if not field_of(name, known))
        score = 6 * len(names & said) + 2 * len(fields) + 4 * len(fields & _NAMES) + asking
        is_title = has_columns and len(names) == 1 and not names & said
        if score <= best or is_title or (any(map(is_value, row)) and not names & said):
            continue
        if len(fields) + asking > 1 or names & said or not _comes_again(rows, place, known):
            best, header = score, place
    if header is None and has_columns:
        return _first_full(rows)
    return header


def _comes_again(rows: Sequence[Sequence[str]], place: int, known: Mapping[str, str]) -> bool:
    """Is the one heading of a record a value, which other records have in the same column?"""
    own = tuple(map(fold_heading, rows[place]))
    at = next((n for n, name in enumerate(own) if field_of(name, known)), None)
    if at is None or sum(map(bool, own)) == 1:
        return False
    others = (tuple(map(fold_heading, row)) for n, row in enumerate(rows) if n != place)
    return any(row != own and row[at : at + 1] == own[at : at + 1] for row in others)


def fields_meant(wanted: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, str]:
    """Return `wanted` with our name for each field that was called by a heading that means it.

    >>> from wcafe.intake.headings import PEOPLE_HEADINGS
    >>> fields_meant({"nom": "NOM", "E-mail": "Contact", "métier": "Job"}, PEOPLE_HEADINGS)
    {'name': 'NOM', 'email': 'Contact', 'métier': 'Job'}
    """
    known = {name: field for field, names in headings.items() for name in names.split("|")}
    return {
        said if said in headings else field_of(fold_heading(said), known) or said: column
        for said, column in wanted.items()
    }


def field_of(name: str, known: Mapping[str, str]) -> str | None:
    """Return the field whose heading `name`, folded, is known to be."""
    return known.get(name) or known.get(bare(name))


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


def _first_full(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the first early record that fills nearly as much as any, unless it reads like data."""
    early = rows[:_LOOKED_AT]
    most = max(sum(map(bool, row)) for row in early)
    full = (n for n, row in enumerate(early) if sum(map(bool, row)) >= most * (1 - _MOST_EMPTY))
    place = next(full)
    return None if _reads_like_data(rows, place) else place


def _reads_like_data(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Is a record like the others: an address, a figure, a name stand where theirs do?"""
    others = [row for at, row in enumerate(rows) if at != place]
    for at, cell in enumerate(rows[place]):
        if not cell:
            continue
        looks = evidence_at(others, at)
        is_like_others = (
            (is_value(cell) and looks.addresses + looks.numbers + looks.dates > _MOST)
            or (is_whole_name(cell) and looks.names > _MOST and not speaks_of_people(cell))
            or (is_cross(cell) and looks.crosses > _MOST)
        )
        if is_like_others or is_address(cell):
            return True
    return False


def _place(column: str, titles: Sequence[str], sheet: Sheet) -> int:
    """Return the column that a number, from 1, or a heading names."""
    if column.strip().isdigit() and 1 <= int(column) <= len(titles):
        return int(column) - 1
    names = [fold_heading(title) for title in titles]
    if fold_heading(column) in names:
        return names.index(fold_heading(column))
    raise NoSuchColumn(column=column, path=sheet.path, columns=join_headings(titles))


def join_headings(titles: Sequence[str]) -> str:
    """Return headings as one phrase for a message, a long row cut short."""
    named = [title for title in titles if title]
    return ", ".join(named[:20]) + (" …" if len(named) > 20 else "")
