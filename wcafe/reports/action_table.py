"""A table of actions by their state: number, words, who and when, what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.actions import NumberedAction
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import ActionState
from wcafe.domain.text import abridged
from wcafe.reports.editions import Names
from wcafe.reports.pages.beginning import PAGE_ROOM
from wcafe.reports.pages.flowables import TaggedTable
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.styles import CELL, CELL_HEAD, RULED
from wcafe.written import day_in_words

_CELL = ParagraphStyle("action_cell", CELL, fontSize=8.5, leading=11)
_NUMBER = ParagraphStyle("action_number", _CELL, fontName=BOLD, fontSize=7.5)
_LABEL, _WHO_WIDTH, _BECAME = 20 * mm, 34 * mm, 56 * mm
_LONGEST_CELL = 48  # characters

Groups = Mapping[ActionState | None, Sequence[NumberedAction]]
"""Actions by their state; None is of those of which nothing was heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How many actions a table shows; how long each and its reason may be, in characters."""

    most: int
    longest: int = 160
    reason: int = 120


def action_table(
    groups: Groups, title: str, names: Names, choice: Choice, paper: Paper
) -> Flowable:
    """Return the actions of `groups`, one after the other; what nobody knows has no column.

    Args:
        groups: at least one action.
        title: what the café calls actions.
        names: whose may be printed.
        choice: how much there is room for.
        paper: what it is printed on.
    """
    _ = paper.words.gettext
    actions = shown_of(groups, choice.most)
    whose = [_who_and_when(action, names, paper) for action in actions]
    titles = [_("No."), title, *([_("Who, by when")] * any(whose)), _("What became of it")]
    table = paper.root.add("Table")
    head = table.add("TR")
    scope = {"O": PDFName("Table"), "Scope": PDFName("Column")}
    rows: list[list[Flowable]] = [
        [paper.text(each, CELL_HEAD, parent=head.add("TH", attributes=scope)) for each in titles]
    ]
    for action, who in zip(actions, whose, strict=True):
        line = table.add("TR")
        said = abridged(action.note.text, choice.longest)
        row: list[Flowable] = [
            paper.text(action.number, _NUMBER, parent=line.add("TD"), as_typed=True),
            paper.text(said, _CELL, parent=line.add("TD")),
        ]
        if any(whose):
            row.append(paper.text(who, _CELL, parent=line.add("TD")))
        row.append(paper.runs(_became(action, choice, paper), _CELL, parent=line.add("TD")))
        rows.append(row)
    widths = [*([_WHO_WIDTH] * any(whose)), _BECAME]
    across = [_LABEL, PAGE_ROOM[0] - _LABEL - sum(widths), *widths]
    return TaggedTable(rows, colWidths=across, style=RULED, hAlign="LEFT", splitInRow=0)


def shown_of(groups: Groups, most: int) -> list[NumberedAction]:
    """Return `most` actions at most: the first of each group before the second of any."""
    in_turn = sorted(
        (
            (place, number, each)
            for number, group in enumerate(groups.values())
            for place, each in enumerate(group)
        ),
        key=lambda one: one[:2],
    )
    chosen = sorted(in_turn[:most], key=lambda one: (one[1], one[0]))
    return [each for _place, _number, each in chosen]


def _who_and_when(action: NumberedAction, names: Names, paper: Paper) -> str:
    said = (names.who(action.note, paper), action.note.due)
    return ", ".join(abridged(each, _LONGEST_CELL) for each in said if each)


def _became(action: NumberedAction, choice: Choice, paper: Paper) -> list[Run]:
    """Return the state of an action, since which day, and why, as far as that was said."""
    note = action.note
    if note.state is None:
        return [Run(text=state_in_words(None, paper), face=Face.SMALL)]
    day = day_in_words(note.state_on, paper.language) if note.state_on else ""
    facts = ", ".join(filter(None, (day, abridged(note.state_why, choice.reason))))
    runs = [Run(text=state_in_words(note.state, paper), face=Face.BOLD)]
    return [*runs, Run(text=f" {facts}", face=Face.SMALL)] if facts else runs


def state_in_words(state: ActionState | None, paper: Paper) -> str:
    """Return what became of an action, or that nothing was heard yet."""
    words = paper.words
    return words.gettext("nothing heard yet") if state is None else state_name(state, words)
