"""Which columns of a list of notes fill which fields: by what a person said, headings and cells."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from wcafe.domain.kinds import Kind
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.text import fold, one_line
from wcafe.errors import NoSuchColumn, WcafeError
from wcafe.i18n import N_
from wcafe.intake.columns import join_headings
from wcafe.intake.days import is_about_a_day
from wcafe.intake.headings import NOTE_HEADINGS, ROUND_WORDS, TABLE_WORDS, bare, fold_heading
from wcafe.intake.kinds import find_kind, find_kind_within
from wcafe.intake.note_decisions import NoteDecisions
from wcafe.intake.note_facts import looks_like
from wcafe.intake.sheet import Sheet

_LOOKED_AT = 40  # records in which the headings are sought
_SAMPLE = 200  # rows whose cells are looked at
_FEW_WORDS = 3  # words of a free text, on average
_KNOWN = {name: field for field, names in NOTE_HEADINGS.items() for name in names.split("|")}
_TEXTS = {name: place for place, name in enumerate(NOTE_HEADINGS["text"].split("|"))}
_EITHER = ("sujet", "topic")  # a theme, or the topic of a table where nothing else names tables
_FIGURES = re.compile(r"[\d\s.,:/+-]+(am|pm|utc|wib|z)?", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")


class NoSuchField(WcafeError):
    """A column was named for something that a note does not have."""

    template = N_('A note has no "{field}". What a column may fill: {fields}.')


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteColumns:
    """Where the headings stand and which columns, from 0, fill each field.

    `header` is a record's place from 0, None for a list without headings; `kinds` says of which
    kind the notes of a column of texts are, where its heading says so.
    """

    header: int | None
    headings: tuple[str, ...]
    fields: Mapping[str, tuple[int, ...]]
    kinds: Mapping[int, Kind] = field(default_factory=dict)

    def named(self) -> dict[str, tuple[str, ...]]:
        """Return the headings of each field, or their numbers where they have none."""
        return {name: tuple(map(self.name_of, places)) for name, places in self.fields.items()}

    def name_of(self, place: int) -> str:
        heading = self.headings[place] if place < len(self.headings) else ""
        return heading or str(place + 1)


def find_note_columns(
    sheet: Sheet, decisions: NoteDecisions, *, sought: Collection[str]
) -> NoteColumns:
    """Find the headings and what the columns fill.

    Args:
        sheet: what was read.
        decisions: what a person said.
        sought: of `table` and `round` those that are not known otherwise.

    Raises:
        NoSuchColumn: a column was named that is not there.
    """
    header = _find_header(sheet, decisions)
    width = max(map(len, sheet.rows))
    titles = _titles(sheet.rows, header, width)
    rows = sheet.rows[0 if header is None else header + 1 :][:_SAMPLE]
    fields = {
        name: tuple(dict.fromkeys(_place(said, titles, width, sheet) for said in columns))
        for name, columns in decisions.columns.items()
    }
    if header is not None:
        _add_known(fields, titles)
        _add_by_words(fields, titles, rows, sought)
        _add_facts(fields, titles, rows)
        if "text" not in fields:
            fields["text"] = _find_texts(fields, titles, rows)
    texts = fields.get("text", ())
    kinds = {place: kind for place in texts if (kind := _kind_of_column(titles[place]))}
    return NoteColumns(
        header=header,
        headings=titles if header is not None else ("",) * width,
        fields={name: places for name, places in fields.items() if places},
        kinds=kinds if len(texts) > 1 or "kind" not in fields else {},
    )


def _find_header(sheet: Sheet, decisions: NoteDecisions) -> int | None:
    if decisions.header_row is not None:
        return decisions.header_row - 1 if 0 < decisions.header_row <= len(sheet.rows) else None
    columns = [said for columns in decisions.columns.values() for said in columns]
    wanted = {fold_heading(said) for said in columns if not said.strip().isdigit()}
    best, header = 0, None
    for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
        names = {fold_heading(cell) for cell in row if cell}
        known = {found for name in names if (found := _field_of(name))}
        shown = [n for n in names if re.search(TABLE_WORDS, n) or re.search(ROUND_WORDS, n)]
        kinds = [cell for cell in row if cell and find_kind(cell)]
        is_several = len(names) > 1
        score = 3 * len(names & wanted) + 2 * len(known) + (len(shown) + len(kinds)) * is_several
        if score > best:
            best, header = score, place
    if best >= 2 or not columns:
        return header
    return header if header is not None and wanted else _header_above_numbers(sheet, decisions)


def _header_above_numbers(sheet: Sheet, decisions: NoteDecisions) -> int | None:
    """Return 0 if the first row has no number where all the others have one, else None."""
    for name in ("table", "round"):
        for said in decisions.columns.get(name, ()):
            if not said.strip().isdigit():
                continue
            cells = [row[at] for row in sheet.rows if (at := int(said) - 1) < len(row) and row[at]]
            if cells and not any(map(str.isdigit, cells[0])):
                return 0 if all(any(map(str.isdigit, cell)) for cell in cells[1:]) else None
    return None


def _titles(rows: Sequence[Sequence[str]], header: int | None, width: int) -> tuple[str, ...]:
    row = rows[header] if header is not None else ()
    return tuple(one_line(row[place]) if place < len(row) else "" for place in range(width))


def _place(said: str, titles: Sequence[str], width: int, sheet: Sheet) -> int:
    """Return the column of a heading; a number is a place, from 1, where there is one."""
    if said.strip().isdigit() and 1 <= int(said) <= width:
        return int(said) - 1
    names = [fold_heading(title) for title in titles]
    if fold_heading(said) and fold_heading(said) in names:
        return names.index(fold_heading(said))
    shown = titles if any(titles) else fullest_row(sheet)
    raise NoSuchColumn(column=said, path=sheet.path, columns=join_headings(shown))


def fullest_row(sheet: Sheet) -> Sequence[str]:
    """Return the early row that fills the most cells, to tell what a list without headings has."""
    return max(sheet.rows[:20], key=lambda row: sum(map(bool, row)))


def _field_of(name: str) -> str | None:
    """Return the field whose heading `name`, folded, is known to be."""
    return _KNOWN.get(name) or _KNOWN.get(bare(name))


def _add_known(fields: dict[str, tuple[int, ...]], titles: Sequence[str]) -> None:
    """Fill fields from known headings; the longer one is the more precise, but for texts."""
    taken = {place for places in fields.values() for place in places}

    def rank(place: int) -> tuple[int, int]:
        name = fold_heading(titles[place])
        return _TEXTS.get(name, _TEXTS.get(bare(name), -1)), -len(titles[place])

    for place in sorted(range(len(titles)), key=rank):
        name = _field_of(fold_heading(titles[place]))
        if name and name not in fields and place not in taken:
            fields[name] = (place,)
    for named in ("table", "round"):
        if named not in fields and f"{named}_name" in fields:  # then the name is all there is
            fields[named] = fields.pop(f"{named}_name")


def _add_by_words(
    fields: dict[str, tuple[int, ...]],
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    sought: Collection[str],
) -> None:
    """Fill table and round from words in headings, where cells repeat as those of places do."""
    for name, pattern in (("round", ROUND_WORDS), ("table", TABLE_WORDS)):
        if name not in sought or name in fields:
            continue
        theme = fields.get("theme", ())
        taken = {at for other, places in fields.items() for at in places if other != "theme"}
        free = [
            (_rank_of_words(name, title), place)
            for place, title in enumerate(titles)
            if place not in taken
            and re.search(pattern, fold_heading(title))
            and (place not in theme or fold_heading(title) in _EITHER)
            and _repeats(place, rows)
        ]
        if free:
            fields[name] = (min(free)[1],)
            if fields[name] == theme:
                del fields["theme"]


def _add_facts(
    fields: dict[str, tuple[int, ...]], titles: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Fill facts from headings that may mean another thing too, where the cells look like them.

    The prompts of sheets repeat, and stand beside a text that is known by its heading.
    """
    taken = {place for places in fields.values() for place in places}
    for each in NOTE_FIELDS:
        names = tuple(filter(None, each.perhaps.split("|")))
        for place, title in enumerate(titles):
            if each.key in fields or place in taken or fold_heading(title) not in names:
                continue
            cells = [row[place] for row in rows if place < len(row)]
            is_so = looks_like(each, cells)
            if each.key == "prompt":
                is_so = "text" in fields and _repeats(place, rows)
            if is_so:
                fields[each.key] = (place,)
                taken.add(place)


def _rank_of_words(name: str, title: str) -> int:
    """Prefer the heading that has the very word, and one of days before one of events."""
    words = fold_heading(title).split()
    return 0 if name in words or f"{name}s" in words else 1


def _repeats(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Do the cells of a column repeat, as each table and round has several notes?"""
    cells = [fold(row[place]) for row in rows if place < len(row) and row[place]]
    return bool(cells) and len(set(cells)) <= max(3, len(cells) // 2)


def _find_texts(
    fields: Mapping[str, tuple[int, ...]], titles: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[int, ...]:
    """Return the columns of a form that hold texts: named after a kind, or written freely."""
    taken = {place for places in fields.values() for place in places}
    free = [place for place in range(len(titles)) if place not in taken and titles[place]]
    words = {place: _words_written(place, rows) for place in free}
    texts = [at for at in free if find_kind(titles[at]) or words[at] >= _FEW_WORDS]
    if not texts and max(words.values(), default=0) > 1:
        texts = [max(free, key=lambda at: words[at])]  # short notes, yet no word of a choice
    return tuple(texts)


def _words_written(place: int, rows: Sequence[Sequence[str]]) -> float:
    """Return how many words the cells of a column have on average, where they are written freely.

    Days, figures, addresses and words of a choice are not.
    """
    cells = [row[place] for row in rows if place < len(row) and row[place]]
    if not cells or len({fold(cell) for cell in cells}) <= len(cells) / 2:
        return 0
    if any(_FIGURES.fullmatch(c) or _ADDRESS.search(c) or is_about_a_day(c) for c in cells[:20]):
        return 0
    return sum(len(cell.split()) for cell in cells) / len(cells)


def _kind_of_column(title: str) -> Kind | None:
    return find_kind(title) or find_kind_within(title)


def fields_of_notes(columns: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return `columns` with our name for each field that is called by a heading that means it.

    Raises:
        NoSuchField: a note has no such field.
    """
    meant: dict[str, tuple[str, ...]] = {}
    for said, places in columns.items():
        field = said if said in NOTE_HEADINGS else _field_of(fold_heading(said))
        if field is None:
            raise NoSuchField(field=said, fields=", ".join(NOTE_HEADINGS))
        meant[field] = (*meant.get(field, ()), *places)
    return meant
