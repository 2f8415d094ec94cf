"""Which column of a list of people is what: by its heading, checked by what its cells look like.

The order: what the user said; names (`name_columns`); known headings of the other fields; words in
headings; at last the one column of addresses, and the one of names, by their cells alone.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from wcafe.domain.fields import NAME_FIELDS, NAME_PARTS
from wcafe.domain.text import one_line, unguard_cell
from wcafe.errors import NoNames, NotAList
from wcafe.intake.columns import Columns, field_of, find_headings, join_headings
from wcafe.intake.decisions import Decisions
from wcafe.intake.evidence import Evidence, evidence_at
from wcafe.intake.headings import PEOPLE_HEADINGS, field_shown_by_words, fold_heading
from wcafe.intake.name_columns import choose_names
from wcafe.intake.name_headings import Owner, name_heading, owner_of
from wcafe.intake.names import is_nobody, reads_like_a_name
from wcafe.intake.sheet import Sheet

KNOWN = {name: field for field, names in PEOPLE_HEADINGS.items() for name in names.split("|")}
NAMES = frozenset(NAME_FIELDS)

_SAMPLE = 6  # rows
_MOST = 0.6  # the share of cells that tells what a column is
_CLEARLY = 0.3  # by so much one column is more like names than another
_DIFFERENT = 0.5  # the share of different cells in a column of names
_FEWEST = 3  # filled cells that are enough to tell names by
_WORDS = frozenset({"organisation", "group", "language", "needs"})
"""Fields that hold words: crosses in a column are answers to something else."""


def find_people_columns(sheet: Sheet, decisions: Decisions) -> Columns:
    """Return the headings of a list of people and what its columns fill; names may be missing.

    Raises:
        NoSuchColumn, NoSuchRow: the user named a column or a row that is not there.
    """
    wanted = decisions.columns
    columns = find_headings(
        sheet, KNOWN, wanted, header_row=decisions.header_row, is_heading=_is_heading
    )
    first = 0 if columns.header is None else columns.header + 1
    rows = [row for row in sheet.rows[first:] if any(row)]
    full = [row for row in rows if sum(map(bool, row)) > 1]
    told = full if len(full) > len(rows) / 3 else rows  # without titles and totals
    looks = {at: evidence_at(told, at) for at in range(max(map(len, sheet.rows)))}
    places = dict(columns.places)
    taken = {at for field, at in places.items() if field in PEOPLE_HEADINGS}
    if columns.header is not None:
        free = {at for at in range(len(columns.headings)) if at not in taken}
        places = choose_names(columns.headings, rows, looks, free, wanted, places)
        _add_others(places, columns, looks, wanted)
    guessed = _add_by_cells(places, columns, looks, wanted)
    return replace(columns, places=places, guessed=frozenset(guessed))


def require_names(columns: Columns, sheet: Sheet) -> Columns:
    """Return `columns` with a place for names.

    Raises:
        NoNames: nothing tells where they are. NotAList: there are no headings, and no names.
    """
    if columns.places.keys() & NAMES:
        return columns
    if columns.header is None and max(map(len, sheet.rows)) == 1:
        lines = [one_line(unguard_cell(row[0])) for row in sheet.rows if any(row)]
        lines = [line for line in lines if not is_nobody(line)]
        if sum(map(reads_like_a_name, lines)) < _MOST * len(lines):
            raise NotAList(path=sheet.path)
        return replace(columns, places={**columns.places, "full_name": 0})
    first = 0 if columns.header is None else columns.header + 1
    raise NoNames(
        path=sheet.path,
        columns=join_headings(columns.headings),
        headings=headings_of(sheet, columns),  # so that a face can let somebody choose one
        sample=tuple(row for row in sheet.rows[first:] if any(row))[:_SAMPLE],
    )


def headings_of(sheet: Sheet, columns: Columns) -> tuple[str, ...]:
    """Return what each column is called, as a mapping can name it."""
    width = max(map(len, sheet.rows))
    told = [*columns.headings, *[""] * (width - len(columns.headings))]
    return tuple(name or str(number) for number, name in enumerate(told, 1))


def _is_called(columns: Columns, at: int) -> bool:
    """Has a column a heading? Where it has none, first names alone will do."""
    return at < len(columns.headings) and any(map(str.isalnum, columns.headings[at]))


def _is_heading(title: str) -> bool:
    """Does a folded heading ask for a name or a field, though in words of its own?"""
    found = name_heading(title)
    return bool((found and found.is_sure) or field_shown_by_words(title))


def _add_others(
    places: dict[str, int],
    columns: Columns,
    looks: Mapping[int, Evidence],
    wanted: Mapping[str, str],
) -> None:
    """Fill the fields that hold no name: known headings first, the longest; then words."""
    titles = [fold_heading(title) for title in columns.headings]
    owners = _owners(titles)
    others = _others(places, titles, looks)
    taken = {at for field, at in places.items() if field in PEOPLE_HEADINGS}

    def add(at: int, field: str | None) -> None:
        is_free = field not in places and field not in wanted and at not in taken
        if field is None or field in NAMES or field == "name" or not is_free:
            return
        if not (field == "email" and owners[at] in others) and _fits(field, at, looks):
            places[field] = at
            taken.add(at)

    # the guest's own address before one that does not say whose it is
    for at, title in enumerate(titles):
        if owners[at] is Owner.GUEST and looks[at].filled and _shows(title, others) == "email":
            add(at, "email")
    for at in sorted(range(len(titles)), key=lambda at: -len(columns.headings[at])):
        add(at, field_of(titles[at], KNOWN))
    for at, title in enumerate(titles):
        add(at, _shows(title, others))


def _shows(title: str, others: Set[Owner]) -> str | None:
    return field_shown_by_words(title, is_buyer=Owner.BUYER not in others)


def _others(
    places: Mapping[str, int], titles: Sequence[str], looks: Mapping[int, Evidence]
) -> Set[Owner]:
    """Return whose addresses are not those of the people named in `places`.

    Whoever paid is the guest where the list names nobody else; guests who are named beside the
    people of the list are those whom they bring along.
    """
    used = [at for field, at in places.items() if field in NAMES and at < len(titles)]
    named = {each.owner for at in used if (each := name_heading(titles[at]))}
    found = {
        each.owner
        for at, title in enumerate(titles)
        if (each := name_heading(title)) and each.is_sure and looks[at].words >= _MOST
    }
    if named == {Owner.BUYER}:
        return {Owner.OTHER}
    is_plus_one = named == {Owner.ANYBODY} and Owner.GUEST in found
    return {Owner.OTHER, Owner.BUYER} | ({Owner.GUEST} if is_plus_one else set())


def _owners(titles: Sequence[str]) -> list[Owner]:
    """Return of whom each heading speaks."""
    found = [each for title in titles if (each := name_heading(title))]
    is_another = any(each.owner is Owner.BUYER and not each.is_noun for each in found)
    return [owner_of(title, is_contact_another=is_another) for title in titles]


def _fits(field: str, at: int, looks: Mapping[int, Evidence]) -> bool:
    """Can the cells of the column at `at` be what its heading says?"""
    look = looks[at]
    if not look.filled:
        return True
    if field == "email":
        is_elsewhere = any(each.addresses >= _MOST for each in looks.values())
        return look.addresses > 0 or not (is_elsewhere or look.numbers + look.dates >= 1)
    return not (field in _WORDS and look.crosses >= 1)


def _add_by_cells(
    places: dict[str, int],
    columns: Columns,
    looks: Mapping[int, Evidence],
    wanted: Mapping[str, str],
) -> list[int]:
    """Fill names and addresses from the one column that looks like them; return those columns."""
    titles = [] if columns.header is None else [fold_heading(each) for each in columns.headings]
    owners = dict(enumerate(_owners(titles)))
    others = _others(places, titles, looks)
    used = set(places.values())
    free = {
        at: look
        for at, look in looks.items()
        if at not in used and look.filled and owners.get(at) not in others
    }
    guessed = []
    is_asked = not any(field in wanted for field in (*NAME_PARTS, "full_name", "name"))
    if is_asked and not places.keys() & NAMES and len(looks) > 1:
        names = {
            at: look.names if columns.header is None or _is_called(columns, at) else look.words
            for at, look in free.items()
            if look.different >= _DIFFERENT and look.filled >= _FEWEST
        }
        best = sorted(names, key=lambda at: -names[at])
        is_one = len(best) == 1 or (best and names[best[0]] - names[best[1]] >= _CLEARLY)
        if is_one and names[best[0]] >= _MOST:
            places["full_name"] = best[0]
            guessed.append(best[0])
    mails = [at for at, look in free.items() if look.addresses >= _MOST and at not in guessed]
    is_missing = "email" not in places and "email" not in wanted
    if is_missing and len(mails) == 1 and places.keys() & NAMES:
        places["email"] = mails[0]
        guessed.append(mails[0])
    return guessed
