"""The second page of the flash: what is discussed, what happens now, a slip to correct it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable, Spacer

from wcafe.domain.free_text import Heading, parse, plain
from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.notes import Note
from wcafe.domain.text import abridged
from wcafe.reports.editions import Names, place_of, until_when
from wcafe.reports.flash_discussed import CHAPTER, TEXT, tensions, voices
from wcafe.reports.flash_slip import slip
from wcafe.reports.pages.flowables import TaggedTable
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION, CELL, CELL_HEAD, RULED
from wcafe.services.cafe import Snapshot

Stacks = tuple[Sequence[Flowable], Sequence[Flowable]]

_BELOW = ParagraphStyle("flash_below", CAPTION, spaceBefore=5)
_WIDTH, _WHO, _WHEN = 170 * mm, 34 * mm, 30 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """How many of each a version of the page shows, and how long each may be, in characters."""

    tensions: int
    lone: int
    questions: int
    actions: int
    steps: int = 4
    longest: int = 220


_CHOICES = (
    _Choice(tensions=12, lone=12, questions=14, actions=20, steps=12, longest=400),
    _Choice(tensions=8, lone=7, questions=7, actions=12, steps=8, longest=300),
    _Choice(tensions=6, lone=4, questions=4, actions=10, steps=6),
    _Choice(tensions=5, lone=4, questions=4, actions=8, steps=5),
    _Choice(tensions=4, lone=3, questions=3, actions=7),
    _Choice(tensions=4, lone=3, questions=3, actions=5, longest=160),
    _Choice(tensions=3, lone=2, questions=2, actions=5, steps=3, longest=140),
    _Choice(tensions=2, lone=2, questions=2, actions=4, steps=3, longest=120),
    _Choice(tensions=1, lone=1, questions=1, actions=2, steps=2, longest=100),
    _Choice(tensions=1, lone=1, questions=1, actions=1, steps=1, longest=60),
)


def discussed_and_done(snapshot: Snapshot, names: Names) -> Sequence[Callable[[Paper], Stacks]]:
    """Return the versions of the page, the fullest first; the last one fits in any case."""
    return [partial(_page, snapshot, names, choice) for choice in _CHOICES]


def _page(snapshot: Snapshot, names: Names, choice: _Choice, paper: Paper) -> Stacks:
    parts = [
        *tensions(snapshot, paper, most=choice.tensions, longest=choice.longest),
        *voices(
            snapshot,
            paper,
            lone=choice.lone,
            questions=choice.questions,
            longest=choice.longest,
        ),
        *_now(snapshot, names, choice, paper),
    ]
    if not parts:
        nothing = paper.words.gettext("No tension, question or action has been noted.")
        parts = [paper.text(nothing, TEXT)]
    return parts, [Spacer(0, 5 * mm), *slip(snapshot, paper)]


def _now(snapshot: Snapshot, names: Names, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return the first actions, with who and by when as far as that is known, and what comes.

    Those that somebody takes on stand first.
    """
    _ = paper.words.gettext
    proposed = [note for note in snapshot.notes if note.kind is Kind.ACTION]
    actions = sorted(proposed, key=lambda action: (not action.who, not action.due))
    steps = _steps(snapshot, choice, paper)
    if not actions and not steps:
        return []
    story: list[Flowable] = [paper.text(_("And now"), CHAPTER, tag="H2", outline=0)]
    if actions:
        shown = actions[: choice.actions]
        story.append(_actions(shown, snapshot, names, choice, paper))
        if more := len(actions) - len(shown):
            others = paper.words.ngettext(
                "The {n} other action is in the record.",
                "The {n} other actions are in the record.",
                more,
            )
            story.append(paper.text(others.format(n=paper.number(more)), _BELOW))
    return [*story, *steps]


def _actions(
    actions: Sequence[Note], snapshot: Snapshot, names: Names, choice: _Choice, paper: Paper
) -> Flowable:
    """Return a table of actions; a column of which nothing is known is left out."""
    _ = paper.words.gettext
    first = kind_group(Kind.ACTION, paper.words, snapshot.cafe.kind_labels)
    columns = [
        (_("Who takes it on"), [names.who(action, paper) for action in actions], _WHO),
        (_("By when"), [action.due for action in actions], _WHEN),
    ]
    known = [column for column in columns if any(column[1])]
    table = paper.root.add("Table")
    head = table.add("TR")
    facts = {"O": PDFName("Table"), "Scope": PDFName("Column")}
    rows: list[list[Flowable]] = [
        [
            paper.text(title, CELL_HEAD, parent=head.add("TH", attributes=facts))
            for title in (first, *(title for title, _cells, _width in known))
        ]
    ]
    for place, action in enumerate(actions):
        line = table.add("TR")
        said, where = abridged(action.text, choice.longest), place_of(action, paper)
        row: list[Flowable] = [paper.text(said, CELL, parent=line.add("TD"), after=where)]
        for _title, cells, _width in known:
            row.append(paper.text(abridged(cells[place], 48), CELL, parent=line.add("TD")))
        rows.append(row)
    widths = [width for _title, _cells, width in known]
    made = [_WIDTH - sum(widths), *widths]
    return TaggedTable(rows, colWidths=made, style=RULED, hAlign="LEFT", splitInRow=0)


def _steps(snapshot: Snapshot, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return what the organiser says happens next, and until when corrections are taken."""
    said = [
        abridged(plain(block), choice.longest)
        for block in parse(snapshot.cafe.publication.next_steps)
        if not isinstance(block, Heading)
    ]
    told = said[: choice.steps] + [until_when(snapshot, paper)] * bool(until_when(snapshot, paper))
    if len(said) > choice.steps:
        told.insert(choice.steps, paper.words.gettext("What else comes is in the synthesis."))
    style = ParagraphStyle("flash_step", TEXT, spaceBefore=4)
    return [paper.text(sentence, style) for sentence in told]
