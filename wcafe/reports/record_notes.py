"""The notes of a record: each one once, under its table, round and prompt, in two columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.marks import round_name, table_title
from wcafe.domain.nesting import in_order_of_parents
from wcafe.domain.note_fields import support_name
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.reports.editions import Names, label_of, place_of
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.flowables import Ringed
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.runs import Face, Run, symbol
from wcafe.reports.pages.styles import CELL, DEEPEST, HEADING, MUTED, SMALL
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Link, Look
from wcafe.reports.questions import asked
from wcafe.reports.themes import Told
from wcafe.services.cafe import Snapshot

MOST_NUMBERED = 9
"""So many questions are told by their numbers below their list; of more each stands in full."""

_STEP = 13  # points that an item stands further in than the one it belongs to
_TABLE = ParagraphStyle("record_table", HEADING, fontSize=13, leading=17, spaceBefore=14)
_ROUND = ParagraphStyle("record_round", SMALL, leading=11, spaceBefore=7, spaceAfter=2)
_PROMPT = ParagraphStyle(
    "record_prompt", CELL, fontName=BOLD, spaceBefore=8, spaceAfter=3, keepWithNext=1
)
_ITEM = ParagraphStyle("record_item", CELL, leftIndent=17, spaceAfter=3.5)
_ITEMS = tuple(
    ParagraphStyle(f"record_item_{depth}", _ITEM, leftIndent=17 + depth * _STEP, spaceAfter=2)
    if depth
    else _ITEM
    for depth in range(DEEPEST + 1)
)
_NUMBER = Look(CELL.fontName, 7.5, MUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Where a record leads and can be led to: names of places, see `pages.links`.

    Attributes:
        to_theme: the place of a theme that a note leads to; None where it is in another file.
        at_note: the name that a note has as a place; None where nothing leads to it.
    """

    to_theme: Callable[[Theme], str] | None = None
    at_note: Callable[[Note], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What is to be known while notes are written down."""

    snapshot: Snapshot
    paper: Paper
    names: Names
    ties: Ties
    themes: Mapping[NoteId, Sequence[tuple[int, Theme]]]
    against: Mapping[NoteId, Sequence[Note]]
    standing: Mapping[NoteId, Note]
    questions: Sequence[str] = field(default=())


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
    record = _Record(
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


def _against(snapshot: Snapshot, standing: Mapping[NoteId, Note]) -> dict[NoteId, list[Note]]:
    """Return the notes that each one was set against."""
    found: dict[NoteId, list[Note]] = {}
    for pair in sorted(snapshot.opposed):
        if pair.one in standing and pair.other in standing:
            found.setdefault(pair.one, []).append(standing[pair.other])
            found.setdefault(pair.other, []).append(standing[pair.one])
    return found


def _by_table(record: _Record) -> list[Flowable]:
    parts: list[Flowable] = []
    for table, notes in _grouped(record.snapshot.notes, lambda note: note.table):
        parts.append(_table_head(table, record))
        for round_, here in _grouped(notes, lambda note: note.round):
            parts += _sheet(table, round_, here, record)
    return parts


def _by_question(record: _Record) -> list[Flowable]:
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


def _table_head(table: int, record: _Record) -> Flowable:
    paper, cafe = record.paper, record.snapshot.cafe
    title = cafe.table_name(table) or table_title(table, "", paper.words)
    return Ringed(paper.text(title, _TABLE, tag="H3", outline=1), table + 1)


def _sheet(
    table: int,
    round_: int,
    notes: Sequence[Note],
    record: _Record,
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
        parts += _items(items, prompt, record)
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


def _items(items: Sequence[tuple[Note, int]], prompt: str, record: _Record) -> list[Flowable]:
    """Return notes as a list, those that belong to another one below it."""
    paper = record.paper
    levels = [min(depth, DEEPEST) for _note, depth in items]
    lists = [_list_in(paper.root)]
    parts: list[Flowable] = []
    for place, (note, _depth) in enumerate(items):
        level = levels[place]
        del lists[level + 1 :]
        item = lists[level].add("LI")
        number = record.snapshot.numbers.get(note.id)
        sign = "–" if number is None else str(number)
        bullet = Bullet(item.add("Lbl"), sign, _NUMBER, is_number=True)
        has_points = level < max(levels[place + 1 : place + 2], default=0)
        parent, tag = (item.add("LBody"), "P") if has_points else (item, "LBody")
        part = paper.runs(
            [Run(text=note.text), *_behind(note, prompt, record)],
            _ITEMS[level],
            tag=tag,
            parent=parent,
            bullet=bullet,
            place=record.ties.at_note(note) if record.ties.at_note else "",
        )
        part.keepWithNext = has_points
        parts.append(part)
        if has_points:
            lists.append(_list_in(parent))
    return parts


def _list_in(parent: Node) -> Node:
    return parent.add("L", attributes={"O": PDFName("List"), "ListNumbering": PDFName("Decimal")})


def _behind(note: Note, prompt: str, record: _Record) -> list[Run]:
    """Return what stands small behind a note: what is known of it, and the themes it is in."""
    runs = []
    if told := " · ".join(_facts(note, prompt, record)):
        runs.append(Run(text=f" {told}", face=Face.SMALL))
    for number, theme in record.themes.get(note.id, ()):
        link = None
        if record.ties.to_theme is not None:
            says = record.paper.words.gettext("to theme {number}").format(number=number + 1)
            link = Link(record.ties.to_theme(theme), says)
        arrow = Run(text="\u00a0→\u00a0", face=Face.SMALL, link=link)
        shown = Run(text=f"\u00a0{number + 1}", face=Face.SMALL, link=link)
        runs += [arrow, symbol(mark_of(theme, number), link), shown]
    return runs


def _facts(note: Note, prompt: str, record: _Record) -> list[str]:
    """Return what is to be known of a note; nobody's name that is not to be printed."""
    paper, snapshot = record.paper, record.snapshot
    _, plural = paper.words.gettext, paper.words.ngettext
    told = []
    if note.kind is not Kind.INSIGHT:  # what comes without a kind is kept as one
        told.append(kind_name(note.kind, paper.words, snapshot.cafe.kind_labels))
    if note.prompt and note.prompt != prompt:
        told.append(note.prompt)
    if note.conflict_of:
        other = record.standing.get(note.conflict_of)
        told.append(
            _("another version of {note}").format(note=label_of(other, snapshot, paper))
            if other
            else _("written at the same time as another version")
        )
    if note.is_late:
        told.append(_("came in after the round"))
    if note.is_lone:
        told.append(_("lone voice"))
    if note.support is not None:
        told.append(support_name(note.support, paper.words))
    if note.from_table is not None:
        told.append(_("from table {table}").format(table=note.from_table + 1))
    if note.votes is not None:
        votes = plural("{number} vote", "{number} votes", note.votes)
        told.append(votes.format(number=note.votes))
    if who := record.names.who(note, paper):
        told.append(who)
    if note.due:
        told.append(_("by when: {due}").format(due=note.due))
    told += [
        f"↔\u00a0{label_of(other, snapshot, paper)}" for other in record.against.get(note.id, ())
    ]
    return told
