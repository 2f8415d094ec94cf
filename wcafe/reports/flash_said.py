"""The first page of the flash: what each theme says, in one sentence and a quote."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.domain.text import abridged
from wcafe.reports.editions import confirmed, place_of
from wcafe.reports.flash_head import QUIET, head, in_pairs
from wcafe.reports.pages.flowables import Barred, WithSymbol
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import Rules
from wcafe.reports.pages.styles import (
    BODY,
    CAPTION,
    HEADING,
    INK,
    LABEL,
    QUOTE,
)
from wcafe.reports.sources import how_many
from wcafe.reports.themes import Told
from wcafe.services.cafe import Snapshot

Stacks = tuple[Sequence[Flowable], Sequence[Flowable]]

_CHAPTER = ParagraphStyle("flash_chapter", HEADING, spaceBefore=12, spaceAfter=8)
_NAME = ParagraphStyle("flash_name", LABEL, fontSize=8.5, leading=11, spaceBefore=0, spaceAfter=4)
_SAID = ParagraphStyle("flash_said", BODY, fontName=SERIF, spaceAfter=5)
_QUOTE = ParagraphStyle("flash_quote", QUOTE, fontSize=9.5, leading=13)
_WHERE = ParagraphStyle("flash_where", QUIET, leftIndent=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """How much of what was said a version of the page shows; lengths in characters."""

    themes: int
    size: float = 10  # of a statement, in points
    pad: float = 8  # points above a theme
    longest: int = 200  # of a statement
    quote: int = 150  # none where this is 0
    purpose: int = 420
    questions: int = 6


_CHOICES = (
    _Choice(themes=6, size=15.5, pad=14, longest=300, quote=280, purpose=900),
    _Choice(themes=6, size=13.5, pad=10),
    _Choice(themes=6, size=12),
    _Choice(themes=6, purpose=300),
    _Choice(themes=12, longest=140, quote=100, purpose=300),
    _Choice(themes=8, purpose=300),
    _Choice(themes=8, longest=140, quote=100, purpose=220),
    _Choice(themes=6, longest=140, quote=100, purpose=220, questions=4),
    _Choice(themes=4, longest=120, quote=100, purpose=160, questions=3),
    _Choice(themes=4, longest=100, quote=0, purpose=120, questions=2),
)
_FOR_MORE = 4
"""The place of the first of these where there are more themes than large letters have room for."""


def what_was_said(
    snapshot: Snapshot, themes: Told, withheld: str
) -> Sequence[Callable[[Paper], Stacks]]:
    """Return the versions of the page, the fullest first; the last one fits in any case."""
    choices = _CHOICES if len(themes) <= _CHOICES[0].themes else _CHOICES[_FOR_MORE:]
    return [partial(_page, snapshot, themes, withheld, choice) for choice in choices]


def _page(snapshot: Snapshot, themes: Told, withheld: str, choice: _Choice, paper: Paper) -> Stacks:
    parts = head(snapshot, paper, purpose=choice.purpose, questions=choice.questions)
    if not snapshot.notes:
        said = abridged(withheld, 400) or paper.words.gettext("No notes have been taken yet.")
        parts.append(paper.text(said, _CHAPTER, tag="H2"))
    parts += _themes(snapshot, themes, choice, paper)
    return parts, _foot(snapshot, themes, choice, withheld, paper)


def _themes(snapshot: Snapshot, themes: Told, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return each theme with what it says in one sentence, a quote, and how many notes it has."""
    _ = paper.words.gettext
    rules = Rules(above=0.5)
    if not themes:
        cells = _in_their_words(snapshot, choice, paper)
        title = paper.text(_("What was said, in people’s words"), _CHAPTER, tag="H2", outline=0)
        return [title, *in_pairs(cells, pad=(6, 2), rules=rules)] if cells else []
    title = paper.text(_("What the notes say, theme by theme"), _CHAPTER, tag="H2", outline=0)
    quoted: set[NoteId] = set()
    cells = [
        _theme(number, theme, notes, snapshot, choice, quoted, paper)
        for number, (theme, notes) in enumerate(themes[: choice.themes])
    ]
    return [title, *in_pairs(cells, pad=(choice.pad, choice.pad + 3), rules=rules)]


def _in_their_words(snapshot: Snapshot, choice: _Choice, paper: Paper) -> list[list[Flowable]]:
    """Return what may be quoted; else the first note of each table, which ranks nothing."""
    may = [n for n in snapshot.notes if n.may_quote and len(n.text) <= choice.quote]
    first = {note.table: note for note in reversed(snapshot.notes)}
    chosen = may or [first[table] for table in sorted(first)]
    shown = chosen[: 2 * choice.themes] if choice.quote else []
    return [_quote(note, snapshot, paper, choice.quote) for note in shown]


def _theme(
    number: int,
    theme: Theme,
    notes: Sequence[Note],
    snapshot: Snapshot,
    choice: _Choice,
    quoted: set[NoteId],
    paper: Paper,
) -> list[Flowable]:
    name = paper.text(f"{number + 1}. {abridged(theme.name, 70)}", _NAME, tag="H3", outline=1)
    cell: list[Flowable] = [WithSymbol(name, mark_of(theme, number))]
    said = theme.headline or next((one.text for one in theme.statements), "")
    if said:
        size = choice.size
        style = ParagraphStyle(f"flash_said_{size}", _SAID, fontSize=size, leading=1.32 * size)
        cell.append(paper.text(abridged(said, choice.longest), style))
    count = how_many(notes, paper)
    if quote := _to_quote(notes, quoted, choice.quote):
        quoted.add(quote.id)
        return [*cell, *_quote(quote, snapshot, paper, choice.quote, count)]
    return [*cell, paper.text(count, QUIET)]


def _to_quote(notes: Sequence[Note], quoted: set[NoteId], longest: int) -> Note | None:
    """Return what may be quoted of a theme: a quote before a story before anything else."""
    may = [n for n in notes if n.may_quote and n.id not in quoted and len(n.text) <= longest]
    order = (Kind.QUOTE, Kind.STORY)
    may.sort(key=lambda n: order.index(n.kind) if n.kind in order else len(order))
    return may[0] if may else None


def _quote(
    note: Note, snapshot: Snapshot, paper: Paper, longest: int, count: str = ""
) -> list[Flowable]:
    """Return what somebody said, and where; no quotation marks around what is no quote."""
    _ = paper.words.gettext
    words = abridged(note.text, longest)
    said = _("“{words}”").format(words=words.strip(' \u00a0\u202f«»“”"'))
    kind = kind_name(note.kind, paper.words, snapshot.cafe.kind_labels)
    facts = [f"{kind}, {place_of(note, paper)}"] if has_kinds(snapshot.notes) else []
    where = " · ".join([*(facts or [place_of(note, paper)]), *([count] if count else [])])
    shown = said if note.kind is Kind.QUOTE else words
    barred = Barred([paper.text(shown, _QUOTE)], INK, weight=1.2)
    barred.spaceAfter = 3
    return [barred, paper.text(where, _WHERE)]


def _foot(
    snapshot: Snapshot, themes: Told, choice: _Choice, withheld: str, paper: Paper
) -> list[Flowable]:
    """Return what the signs mean, and what stands elsewhere or nowhere."""
    _, plural = paper.words.gettext, paper.words.ngettext
    told = []
    if (more := len(themes) - choice.themes) > 0:
        others = plural(
            "{n} more theme is in the synthesis.", "{n} more themes are in the synthesis.", more
        )
        told.append(others.format(n=paper.number(more)))
    if snapshot.notes:
        told.append(_("T6·R1 means table 6, round 1."))
    filed = {note.id for _theme, notes in themes for note in notes}
    if snapshot.notes and not themes:
        told.append(_("The notes have not been put into themes yet; all stand in the record."))
    elif left := sum(note.id not in filed for note in snapshot.notes):
        unsorted = plural(
            "{n} note is in no theme yet; like all others it stands in the record.",
            "{n} notes are in no theme yet; like all others they stand in the record.",
            left,
        )
        told.append(unsorted.format(n=paper.number(left)))
    told += [
        abridged(sentence, 400) for sentence in (withheld, confirmed(snapshot, paper)) if sentence
    ]
    if licence := snapshot.cafe.licence:
        told.append(_("Licence {licence}: copy, reuse, share").format(licence=licence) + ".")
    return [paper.text(" ".join(told), CAPTION)] if told else []
