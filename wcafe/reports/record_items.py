"""The notes of a record as a list: what each says, and small behind it what is known of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.note_fields import support_name
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.reports.editions import Names, label_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.runs import Face, Run, symbol
from wcafe.reports.pages.styles import CELL, DEEPEST, MUTED
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Link, Look
from wcafe.services.cafe import Snapshot

_STEP = 13  # points that an item stands further in than the one it belongs to
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
class Record:
    """What is to be known while notes are written down."""

    snapshot: Snapshot
    paper: Paper
    names: Names
    ties: Ties
    themes: Mapping[NoteId, Sequence[tuple[int, Theme]]]
    against: Mapping[NoteId, Sequence[Note]]
    standing: Mapping[NoteId, Note]
    questions: Sequence[str] = field(default=())


def items_of(items: Sequence[tuple[Note, int]], prompt: str, record: Record) -> list[Flowable]:
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


def _behind(note: Note, prompt: str, record: Record) -> list[Run]:
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


def _facts(note: Note, prompt: str, record: Record) -> list[str]:
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
