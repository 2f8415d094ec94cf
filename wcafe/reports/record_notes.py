"""The notes of a record: each one once, under its table, round and prompt, in two columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.marks import round_name, table_title
from wcafe.domain.nesting import in_order_of_parents
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photos import Photo
from wcafe.domain.synthesis import Theme
from wcafe.reports.editions import Names, place_of
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.flowables import Ringed
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CELL, HEADING, SMALL
from wcafe.reports.photos import pictures
from wcafe.reports.questions import asked
from wcafe.reports.record_items import Record, Ties, items_of
from wcafe.reports.themes import Told
from wcafe.services.cafe import Snapshot

MOST_NUMBERED = 9
"""So many questions are told by their numbers below their list; of more each stands in full."""

_TABLE = ParagraphStyle("record_table", HEADING, fontSize=13, leading=17, spaceBefore=14)
_ROUND = ParagraphStyle("record_round", SMALL, leading=11, spaceBefore=7, spaceAfter=2)
_PROMPT = ParagraphStyle(
    "record_prompt", CELL, fontName=BOLD, spaceBefore=8, spaceAfter=3, keepWithNext=1
)


def recorded_notes(
    snapshot: Snapshot,
    themes: Told,
    paper: Paper,
    names: Names,
    *,
    by_question: bool = False,
    ties: Ties | None = None,
) -> list[Flowable]:
    """Return all notes in columns, by table or by question; headings begin at H3.

    Args:
        snapshot: the café as it is handed out.
        themes: those that notes are told to be in, in their order.
        paper: what they are printed on.
        names: who may be named beside an action.
        by_question: whether they stand by question; else by table.
        ties: links, where the record is a part of a longer document.
    """
    standing = {note.id: note for note in snapshot.notes}
    found: dict[NoteId, list[tuple[int, Theme]]] = {}
    for number, (theme, notes) in enumerate(themes):
        for note in notes:
            found.setdefault(note.id, []).append((number, theme))
    record = Record(
        snapshot=snapshot,
        paper=paper,
        names=names,
        ties=ties or Ties(),
        themes=found,
        against=_against(snapshot, standing),
        standing=standing,
        questions=asked(snapshot.cafe),
    )
    parts = _by_question(record) if by_question else _by_table(record)
    return [Columns(parts)] if parts else []


def photos_elsewhere(snapshot: Snapshot, *, by_question: bool) -> list[Photo]:
    """Return the photos that stand behind no notes, as there are none of their table or sheet."""
    places = {(note.table, note.round) for note in snapshot.notes}
    tables = {table for table, _round in places}
    return [
        photo
        for photo in snapshot.photos
        if ((photo.table, photo.round) not in places if by_question else photo.table not in tables)
    ]


def _against(snapshot: Snapshot, standing: Mapping[NoteId, Note]) -> dict[NoteId, list[Note]]:
    """Return the notes that each one was set against."""
    found: dict[NoteId, list[Note]] = {}
    for pair in sorted(snapshot.opposed):
        if pair.one in standing and pair.other in standing:
            found.setdefault(pair.one, []).append(standing[pair.other])
            found.setdefault(pair.other, []).append(standing[pair.one])
    return found


def _by_table(record: Record) -> list[Flowable]:
    parts: list[Flowable] = []
    for table, notes in _grouped(record.snapshot.notes, lambda note: note.table):
        parts.append(_table_head(table, record))
        for round_, here in _grouped(notes, lambda note: note.round):
            parts += _sheet(table, round_, here, record)
        photos = (photo for photo in record.snapshot.photos if photo.table == table)
        parts += pictures(photos, record.paper)
    return parts


def _by_question(record: Record) -> list[Flowable]:
    cafe, paper = record.snapshot.cafe, record.paper
    order = {text: place for place, text in enumerate(record.questions)}

    def question(note: Note) -> tuple[int, str]:
        text = cafe.question(note.table, note.round)
        return order.get(text, len(order)), text

    parts: list[Flowable] = []
    for (_place, text), notes in _grouped(record.snapshot.notes, question):
        said = text or paper.words.gettext("Without a question")
        parts.append(_heading(paper.text(said, _TABLE, tag="H3", outline=1)))
        for (table, round_), here in _grouped(notes, lambda note: (note.table, note.round)):
            parts += _sheet(table, round_, here, record, has_table=True)
            photos = record.snapshot.photos
            of_sheet = (each for each in photos if (each.table, each.round) == (table, round_))
            parts += pictures(of_sheet, record.paper)
    return parts


def _grouped(notes: Iterable[Note], key: Callable[[Note], Any]) -> list[tuple[Any, list[Note]]]:
    """Return notes by what `key` tells of them, in its order; each group in theirs."""
    found: dict[Any, list[Note]] = {}
    for note in notes:
        found.setdefault(key(note), []).append(note)
    return sorted(found.items(), key=lambda group: group[0])


def _heading(part: Any) -> Flowable:
    part.keepWithNext = True
    return part  # type: ignore[no-any-return]  # whatever it is, it is a flowable


def _table_head(table: int, record: Record) -> Flowable:
    paper, cafe = record.paper, record.snapshot.cafe
    title = cafe.table_name(table) or table_title(table, "", paper.words)
    return Ringed(paper.text(title, _TABLE, tag="H3", outline=1), table + 1)


def _sheet(
    table: int,
    round_: int,
    notes: Sequence[Note],
    record: Record,
    *,
    has_table: bool = False,
) -> list[Flowable]:
    """Return what one table said in one round: where that was, and the notes by prompt."""
    paper, cafe = record.paper, record.snapshot.cafe
    where = [place_of(notes[0], paper)]
    if has_table and cafe.table_name(table):
        where.append(cafe.table_name(table))
    where += [name] if (name := round_name(cafe.round_at(round_), paper.words)) else []
    question = "" if has_table else cafe.question(table, round_)
    if len(record.questions) > 1 and question:
        number = record.questions.index(question) + 1
        told = paper.words.gettext("question {number}").format(number=number)
        where.append(told if len(record.questions) <= MOST_NUMBERED else question)
    parts = [_heading(paper.text(" · ".join(where), _ROUND, tag="H4"))]
    ordered = in_order_of_parents(notes)
    for prompt, items in _by_prompt(ordered):
        if prompt:
            parts.append(_heading(paper.text(prompt, _PROMPT, tag="H5")))
        parts += items_of(items, prompt, record)
    return parts


def _by_prompt(
    ordered: Sequence[tuple[Note, int]],
) -> list[tuple[str, list[tuple[Note, int]]]]:
    """Return notes by the prompt of the one they lie below; those without one come first."""
    found: dict[str, list[tuple[Note, int]]] = {"": []}
    prompt = ""
    for note, depth in ordered:
        prompt = prompt if depth else note.prompt
        found.setdefault(prompt, []).append((note, depth))
    return [(prompt, items) for prompt, items in found.items() if items]
