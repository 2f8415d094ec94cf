"""The letter some months later: one page that says what became of each action.

Those of which nothing was heard are counted first, as they are what a reader can help with. Each
action keeps the number it has in the synthesis. What does not fit is left out a whole line at a
time, and counted.
"""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from wcafe.domain.actions import (
    actions_by_state,
    months_since,
    numbered_actions,
)
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.text import abridged
from wcafe.domain.withheld import withheld_in_words
from wcafe.reports.action_table import Choice, Groups, action_table, state_in_words
from wcafe.reports.editions import Names
from wcafe.reports.pages.beginning import PAGE_ROOM
from wcafe.reports.pages.columns import stacked
from wcafe.reports.pages.fitting import size_for
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import Rules, SideBySide, WholePage
from wcafe.reports.pages.styles import (
    CAPTION,
    EYEBROW,
    FIGURE,
    INK,
    SMALL,
    TITLE,
)
from wcafe.services.cafe import Snapshot

_FACE = ParagraphStyle("letter_eyebrow", EYEBROW, spaceBefore=0, spaceAfter=4)
_CAPTION = ParagraphStyle("letter_caption", SMALL, fontSize=8.5, leading=11)
_FOOT = ParagraphStyle("letter_foot", CAPTION, fontSize=8.5, leading=12, textColor=INK)
_WHO = ParagraphStyle("letter_who", _FOOT, fontName=BOLD)
_GAP = 14  # points between two figures
_LONGEST_TITLE, _LONGEST_LINE = 160, 60  # characters
_MOST_LINES = 4  # of an address
_MOST = 30  # actions on the page


_CHOICES = (
    Choice(most=_MOST, longest=600, reason=400),
    Choice(most=_MOST, longest=220, reason=160),
    *(Choice(most=most) for most in range(_MOST, 9, -1)),
    *(Choice(most=most, longest=80, reason=60) for most in range(12, 5, -1)),
    Choice(most=5, longest=60, reason=40),
)
"""The fullest first; the last one fits in any case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the letter tells: the café as it is handed out, and its actions by their state."""

    snapshot: Snapshot
    names: Names
    has_notes: bool
    withheld: str
    groups: Groups


def letter(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return the one page, whatever there is to tell.

    Args:
        snapshot: the café; withheld actions are only counted.
        paper: what it is printed on; its day is that of the letter.
        options: whether those who take an action on are named who did not agree to it.
    """
    actions = [note for note in snapshot.notes if note.kind is Kind.ACTION]
    handed_out = snapshot.handed_out
    numbered = numbered_actions(handed_out.notes, handed_out.numbers, paper.words)
    told = _Told(
        snapshot=handed_out,
        names=Names(handed_out, options),
        has_notes=bool(snapshot.notes),
        withheld=withheld_in_words(actions, paper.words),
        groups=actions_by_state(numbered),
    )
    width, room = PAGE_ROOM
    for choice in _CHOICES[:-1]:
        parts, low = _page(told, choice, Paper(paper.language, paper.now))
        if stacked(parts, width).height + stacked(low, width).height <= room:
            return [WholePage(*_page(told, choice, paper))]
    return [WholePage(*_page(told, _CHOICES[-1], paper))]


def _page(told: _Told, choice: Choice, paper: Paper) -> tuple[list[Flowable], list[Flowable]]:
    """Return what stands on the page from its upper edge, and what at its foot."""
    return [
        *_head(told, paper),
        *_figures(told, paper),
        *_actions(told, choice, paper),
    ], _foot(told, choice, paper)


def _head(told: _Told, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe, today = told.snapshot.cafe, paper.now.date()
    shown = paper.set(abridged(cafe.title, _LONGEST_TITLE))
    size = size_for(shown, PAGE_ROOM[0], 2, (22, 11), SERIF)
    title = ParagraphStyle("letter_title", TITLE, fontSize=size, leading=1.2 * size, spaceAfter=6)
    facts = [_("WHAT BECAME OF IT")]
    months = months_since(cafe.day, today) if cafe.day else 0
    if months:
        after = paper.words.ngettext("{n} month later", "{n} months later", months)
        facts.append(after.format(n=paper.number(months)))
    where = abridged(cafe.place, _LONGEST_LINE)
    held = ", ".join(filter(None, (paper.long_date(cafe.day) if cafe.day else "", where)))
    known = _("This is what is known of its actions on {date}.")
    sentences = [_("The café: {when}.").format(when=held)] if held else []
    sentences.append(known.format(date=paper.long_date(today)))
    return [
        paper.text(" · ".join(facts), _FACE),
        paper.text(shown, title, tag="H1", outline=0, as_typed=True),
        paper.text(" ".join(sentences)),
    ]


def _figures(told: _Told, paper: Paper) -> list[Flowable]:
    """Return how many actions there are of each state, those not heard of first."""
    _, plural = paper.words.gettext, paper.words.ngettext
    if not told.has_notes:
        return [paper.text(_("No notes have been taken yet."))]
    if not told.groups and told.withheld:
        return []
    if not told.groups:
        return [paper.text(_("No action was written down at this café."))]
    number = sum(map(len, told.groups.values()))
    unheard = len(told.groups.get(None, ()))
    agreed = plural("{n} action was written down.", "{n} actions were written down.", number)
    sentence = (
        _("Nothing was heard of it yet.")
        if unheard == number == 1
        else _("Of {unheard} of them nothing was heard yet.").format(unheard=paper.number(unheard))
        if unheard
        else _("Something was heard of each of them.")
    )
    stacks: list[list[Flowable]] = [
        [
            paper.text(paper.number(len(chosen)), FIGURE),
            paper.text(state_in_words(state, paper), _CAPTION),
        ]
        for state, chosen in told.groups.items()
    ]
    rules = Rules(above=0.8, below=0.8)
    return [
        paper.text(f"{agreed.format(n=paper.number(number))} {sentence}"),
        SideBySide(stacks, gap=_GAP, pad=(6, 8), rules=rules),
    ]


def _actions(told: _Told, choice: Choice, paper: Paper) -> list[Flowable]:
    if not told.groups:
        return []
    title = kind_group(Kind.ACTION, paper.words, told.snapshot.cafe.kind_labels)
    table = action_table(told.groups, title, told.names, choice, paper)
    return [Spacer(0, 3 * mm), table]


def _foot(told: _Told, choice: Choice, paper: Paper) -> list[Flowable]:
    """Return what is not on the page, what the numbers mean, and who can be told more."""
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe = told.snapshot.cafe
    sentences = []
    left_out = sum(map(len, told.groups.values())) - choice.most
    if left_out > 0:
        others = plural(
            "The {n} other is in the synthesis.", "The {n} others are in the synthesis.", left_out
        )
        sentences.append(others.format(n=paper.number(left_out)))
    if told.withheld:
        sentences.append(told.withheld)
    first = next((actions[0] for actions in told.groups.values()), None)
    if first is not None:
        numbers = _("Numbers are those of the synthesis: {number} is a note of table {table}.")
        sentences.append(numbers.format(number=first.number, table=first.note.table + 1))
    lines = [line for line in cafe.publication.contact.splitlines() if line.strip()]
    address = [abridged(line, _LONGEST_LINE) for line in lines[:_MOST_LINES]]
    who = abridged(cafe.organiser, _LONGEST_LINE)
    parts: list[Flowable] = [Spacer(0, 4 * mm)]
    if sentences:
        parts.append(paper.text(" ".join(sentences), _FOOT))
    if told.groups and (who or address):
        parts.append(paper.text(_("If you know more of an action, tell:"), _FOOT))
    if who:
        parts.append(paper.text(who, _WHO, as_typed=True))
    if address:
        parts.append(paper.text(" · ".join(address), _FOOT, as_typed=True))
    return parts
