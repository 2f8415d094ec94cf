"""The first page of the flash: what was asked, who came, and what each theme says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from babel.dates import format_time
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.domain.text import abridged
from wcafe.reports.editions import confirmed, edition_title, place_of
from wcafe.reports.pages.beginning import PAGE_ROOM
from wcafe.reports.pages.fitting import size_for
from wcafe.reports.pages.flowables import Barred, WithSymbol
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import Rules, SideBySide
from wcafe.reports.pages.styles import (
    BODY,
    CAPTION,
    EYEBROW,
    FIGURE,
    HEADING,
    INK,
    LABEL,
    QUOTE,
    SMALL,
    TITLE,
)
from wcafe.reports.questions import asked
from wcafe.reports.sources import how_many
from wcafe.reports.themes import Told
from wcafe.services.cafe import Snapshot
from wcafe.services.known import is_known_who_came, known_people, known_tables

Stacks = tuple[Sequence[Flowable], Sequence[Flowable]]

_GAP = 22  # points between two columns
_FACE = ParagraphStyle("flash_eyebrow", EYEBROW, spaceBefore=0, spaceAfter=4)
_PURPOSE = ParagraphStyle("flash_purpose", BODY, fontSize=9.5, leading=13.5, spaceAfter=6)
_ASKED = ParagraphStyle("flash_asked", BODY, fontName=BOLD, fontSize=9, leading=12, spaceAfter=0)
_CHAPTER = ParagraphStyle("flash_chapter", HEADING, spaceBefore=12, spaceAfter=8)
_NAME = ParagraphStyle("flash_name", LABEL, fontSize=8.5, leading=11, spaceBefore=0, spaceAfter=4)
_SAID = ParagraphStyle(
    "flash_said", BODY, fontName=SERIF, fontSize=12, leading=16, spaceAfter=4, allowWidows=0
)
_SAID_SMALL = ParagraphStyle("flash_said_small", _SAID, fontSize=10, leading=13)
_QUOTE = ParagraphStyle("flash_quote", QUOTE, fontSize=9.5, leading=12.5)
_QUIET = ParagraphStyle("flash_quiet", SMALL, fontSize=7.5, leading=10.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """How much of what was said a version of the page shows; lengths in characters."""

    themes: int
    is_small: bool = False
    longest: int = 200  # of a statement
    quote: int = 150  # none where this is 0
    purpose: int = 420
    questions: int = 6


_CHOICES = (
    _Choice(themes=6),
    _Choice(themes=6, is_small=True, purpose=300),
    _Choice(themes=8, is_small=True, purpose=300),
    _Choice(themes=8, is_small=True, longest=140, quote=100, purpose=220),
    _Choice(themes=6, is_small=True, longest=140, quote=100, purpose=220, questions=4),
    _Choice(themes=4, is_small=True, longest=120, quote=100, purpose=160, questions=3),
    _Choice(themes=4, is_small=True, longest=100, quote=0, purpose=120, questions=2),
)


def what_was_said(
    snapshot: Snapshot, themes: Told, withheld: str
) -> Sequence[Callable[[Paper], Stacks]]:
    """Return the versions of the page, the fullest first; the last one fits in any case.

    Where there are more themes than the largest letters have room for, smaller ones come first.
    """
    choices = _CHOICES if len(themes) <= _CHOICES[0].themes else _CHOICES[2:]
    return [partial(_page, snapshot, themes, withheld, choice) for choice in choices]


def _page(snapshot: Snapshot, themes: Told, withheld: str, choice: _Choice, paper: Paper) -> Stacks:
    parts = [*_head(snapshot, choice, paper), _figures(snapshot, paper)]
    parts += _themes(snapshot, themes, choice, paper)
    return parts, _foot(snapshot, themes, choice, withheld, paper)


def _head(snapshot: Snapshot, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return which café this is, when and where it was, and what was asked."""
    _ = paper.words.gettext
    cafe = snapshot.cafe
    shown = paper.set(cafe.title)
    size = size_for(shown, PAGE_ROOM[0], 2, (24, 11), SERIF)
    title = ParagraphStyle("flash_title", TITLE, fontSize=size, leading=1.2 * size, spaceAfter=4)
    eyebrow = edition_title(_("FLASH REPORT"), snapshot, paper, *_when(snapshot, paper))
    parts: list[Flowable] = [
        paper.text(eyebrow, _FACE),
        paper.text(abridged(cafe.title, 200), title, tag="H1", outline=0),
    ]
    if cafe.purpose:
        parts.append(paper.text(abridged(cafe.purpose, choice.purpose), _PURPOSE))
    texts = asked(cafe)
    shown_texts = texts[: choice.questions]
    if shown_texts:
        numbered = [
            paper.text(f"{n + 1}. {abridged(text, 130)}" if len(texts) > 1 else text[:400], _ASKED)
            for n, text in enumerate(shown_texts)
        ]
        parts += _in_pairs([[one] for one in numbered], pad=(0, 3))
    if more := len(texts) - len(shown_texts):
        others = paper.words.ngettext(
            "{n} more question stands in the record.",
            "{n} more questions stand in the record.",
            more,
        )
        parts.append(paper.text(others.format(n=paper.number(more)), _QUIET))
    return parts


def _when(snapshot: Snapshot, paper: Paper) -> list[str]:
    """Return the day of the café, and the time where it is printed on that day."""
    day = snapshot.cafe.day
    if day is None:
        return []
    told = paper.long_date(day).upper()
    if paper.now.date() != day:
        return [told]
    time = str(format_time(paper.now, format="short", locale=paper.region))
    return [paper.words.gettext("{day}, {time}").format(day=told, time=time)]


def _in_pairs(
    cells: Sequence[Sequence[Flowable]], *, pad: tuple[float, float], rules: Rules | None = None
) -> list[Flowable]:
    """Return stacks two by two; one that is alone stands at the left."""
    rows: list[Flowable] = []
    for first in range(0, len(cells), 2):
        pair = [*cells[first : first + 2]]
        shown = [*pair, *[[]] * (2 - len(pair))] if len(cells) > 1 else pair
        rows.append(SideBySide(shown, gap=_GAP, pad=pad, rules=rules or Rules()))
    return rows


def _figures(snapshot: Snapshot, paper: Paper) -> Flowable:
    """Return who and how many, side by side; what nobody knows is left out."""
    plural = paper.words.ngettext
    people, tables = known_people(snapshot), known_tables(snapshot)
    rounds, notes = len(snapshot.cafe.rounds), len(snapshot.notes)
    actions = sum(note.kind is Kind.ACTION for note in snapshot.notes)
    came = (
        plural("participant", "participants", people)
        if is_known_who_came(snapshot)
        else plural("participant expected", "participants expected", people)
    )
    figures = [
        (people, came),
        (tables, plural("table", "tables", tables)),
        (rounds, plural("round", "rounds", rounds)),
        (notes, plural("note", "notes", notes)),
        (actions, plural("action proposed", "actions proposed", actions)),
    ]
    stacks = [
        [paper.text(paper.number(count), FIGURE), paper.text(label, _QUIET)]
        for count, label in figures
        if count
    ]
    rules = Rules(above=1, below=0.6, between=0.5, colour=INK)
    return SideBySide(stacks, gap=_GAP, pad=(5, 7), rules=rules)


def _themes(snapshot: Snapshot, themes: Told, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return each theme with what it says in one sentence, a quote, and how many notes it has."""
    _ = paper.words.gettext
    if not snapshot.notes:
        return [paper.text(_("No notes have been taken yet."), _CHAPTER, tag="H2")]
    rules = Rules(above=0.5)
    if not themes:
        title = paper.text(_("What was said, in people’s words"), _CHAPTER, tag="H2", outline=0)
        said = [
            note for note in snapshot.notes if note.may_quote and len(note.text) <= choice.quote
        ][: 2 * choice.themes]
        cells = [_quote(note, snapshot, paper, choice.quote) for note in said]
        return [title, *_in_pairs(cells, pad=(6, 2), rules=rules)] if cells else []
    title = paper.text(_("What the notes say, theme by theme"), _CHAPTER, tag="H2", outline=0)
    quoted: set[NoteId] = set()
    cells = [
        _theme(number, theme, notes, snapshot, choice, quoted, paper)
        for number, (theme, notes) in enumerate(themes[: choice.themes])
    ]
    return [title, *_in_pairs(cells, pad=(7, 8), rules=rules)]


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
        style = _SAID_SMALL if choice.is_small else _SAID
        cell.append(paper.text(abridged(said, choice.longest), style))
    count = how_many(notes, paper)
    if quote := _to_quote(notes, quoted, choice.quote):
        quoted.add(quote.id)
        return [*cell, *_quote(quote, snapshot, paper, choice.quote, count)]
    return [*cell, paper.text(count, _QUIET)]


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
    return [Barred([paper.text(shown, _QUOTE)], INK, weight=1.2), paper.text(where, _QUIET)]


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
    told += [sentence for sentence in (withheld, confirmed(snapshot, paper)) if sentence]
    if licence := snapshot.cafe.licence:
        told.append(_("Licence {licence}: copy, reuse, share").format(licence=licence) + ".")
    return [paper.text(" ".join(told), CAPTION)] if told else []
