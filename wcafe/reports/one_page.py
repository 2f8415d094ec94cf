"""The summary on one page: what every theme says, how much stands behind it, and where."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind
from wcafe.domain.placing import Placed
from wcafe.domain.settled_places import Chapter
from wcafe.domain.synthesis import mark_of
from wcafe.reports.apart import left_over
from wcafe.reports.editions import confirmed
from wcafe.reports.free_text import opening_of
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import PAGE_ROOM, height_of
from wcafe.reports.pages.fitting import evened
from wcafe.reports.pages.flowables import Drawing
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.runs import Run, page_of
from wcafe.reports.pages.side_by_side import Rules, SideBySide
from wcafe.reports.pages.styles import (
    CAPTION,
    CHAPTER,
    COUNT,
    COUNT_BELOW,
    HEADING,
    LEAD,
    SAYS,
    SENTENCE,
    SMALL,
)
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.reports.themes import heading_of

_ROOM = PAGE_ROOM[1] - 6  # points
_SYMBOL = 9
_SHARES, _GAP = (0.05, 1, 0.24), 4  # of the symbol, of what a theme says, of its counts
_SAYS_ROOM = (PAGE_ROOM[0] - 2 * _GAP) / sum(_SHARES) - 1
_APART = (Chapter.TENSION, Chapter.LONE, Chapter.QUESTION)

_Row = Callable[[int, Placed, Noted], list[Flowable]]


def on_one_page(noted: Noted, *, withheld: str, has_annex: bool) -> list[Flowable]:
    """Return the summary, as much of it as a page holds.

    Where it is too long the sentences are left to the themes' own chapters, and then what the
    themes say. Where there is no note to be read it says so, or that all are `withheld`.
    """
    rows: tuple[_Row, ...] = (_whole, _headed, _named)
    make = partial(_page, withheld=withheld, has_annex=has_annex)
    for row in rows[:-1]:
        scratch = Paper(noted.paper.language, noted.paper.now)
        story = make(Noted(noted.snapshot, scratch), row)
        if height_of(story, PAGE_ROOM[0], _ROOM) <= _ROOM:
            return make(noted, row)
    return make(noted, rows[-1])


def _page(noted: Noted, row: _Row, *, withheld: str, has_annex: bool) -> list[Flowable]:
    paper, notes = noted.paper, noted.snapshot.notes
    _ = paper.words.gettext
    story: list[Flowable] = [paper.text(_("On one page"), CHAPTER, tag="H2", outline=0)]
    if opening := noted.snapshot.cafe.publication.opening:
        story.append(paper.runs(opening_of(opening), LEAD))
    if not notes:
        story.append(paper.text(withheld or _("No notes have been taken yet."), LEAD))
    elif not noted.placing.themes:
        said = _("The notes have not been put into themes yet. They stand table by table below.")
        if has_annex:
            said = _("The notes have not been put into themes yet. They stand in the annex.")
        story.append(paper.text(said, LEAD))
    for number, placed in enumerate(noted.placing.themes):
        story += row(number, placed, noted)
    story += _beside_themes(noted)
    told = [
        left_over(noted, has_annex=has_annex),
        withheld if notes else "",
        confirmed(noted.snapshot, paper),
    ]
    if said := " ".join(filter(None, told)):
        story.append(paper.text(said, CAPTION))
    return story


def _whole(number: int, placed: Placed, noted: Noted) -> list[Flowable]:
    return _themed(number, placed, noted, has_sentence=True)


def _headed(number: int, placed: Placed, noted: Noted) -> list[Flowable]:
    return _themed(number, placed, noted, has_sentence=False)


def _themed(number: int, placed: Placed, noted: Noted, *, has_sentence: bool) -> list[Flowable]:
    """Return a theme: its small name, what it says in large letters, a sentence, its counts."""
    paper, theme = noted.paper, placed.theme
    says = theme.headline or (theme.statements[0].text if theme.statements else "")
    first = theme.statements[0].text if theme.headline and theme.statements else ""
    name = f"{number + 1}. {theme.name}"
    told: list[Flowable] = []
    if says:
        large = evened(paper.set(says), _SAYS_ROOM, SAYS.fontSize, SAYS.fontName)
        told += [paper.text(name, SMALL), paper.text(large, SAYS, tag="H3")]
    else:
        told.append(paper.text(name, SAYS, tag="H3"))
    if has_sentence and first:
        told.append(paper.text(first, SENTENCE))
    stacks = [[_symbol(mark_of(theme, number))], told, _counts(number, placed, noted)]
    rules = Rules(above=0.5 if number == 0 else 0, below=0.5)
    return [SideBySide(stacks, shares=_SHARES, gap=_GAP, pad=(7, 8), rules=rules)]


def _named(number: int, placed: Placed, noted: Noted) -> list[Flowable]:
    """Return a theme by its name and counts alone, on one line."""
    paper = noted.paper
    runs = [
        Run(text=f"{number + 1}. {placed.theme.name} · {_how_many(placed, noted)} "),
        _page_of(f"theme-{number + 1}", heading_of(placed.theme), noted),
    ]
    return [paper.runs(runs, SENTENCE)]


def _symbol(mark: int) -> Flowable:
    def paint(canvas: Any) -> None:
        draw_symbol(canvas, mark, 0, 0, _SYMBOL)

    return Drawing(_SYMBOL, _SYMBOL + 8, paint)


def _counts(number: int, placed: Placed, noted: Noted) -> list[Flowable]:
    paper = noted.paper
    notes, tables = _numbers(placed, noted)
    where = paper.words.ngettext("notes of one table", "notes of {n} tables", tables)
    if notes == 1:
        where = paper.words.gettext("note of one table")
    stack: list[Flowable] = []
    if notes:
        stack.append(paper.text(paper.number(notes), COUNT))
        stack.append(paper.text(where.format(n=paper.number(tables)), COUNT_BELOW))
    page = _page_of(f"theme-{number + 1}", heading_of(placed.theme), noted)
    return [*stack, paper.runs([page], COUNT_BELOW)]


def _how_many(placed: Placed, noted: Noted) -> str:
    notes, _tables = _numbers(placed, noted)
    plural = noted.paper.words.ngettext
    return plural("{n} note", "{n} notes", notes).format(n=noted.paper.number(notes))


def _numbers(placed: Placed, noted: Noted) -> tuple[int, int]:
    """Return how many notes a theme has, and from how many tables."""
    notes = [noted.standing[id_] for id_ in placed.theme.notes if id_ in noted.standing]
    return len(notes), len({note.table for note in notes})


def _page_of(place: str, title: str, noted: Noted) -> Run:
    _ = noted.paper.words.gettext
    return page_of(place, _("Go to “{title}”").format(title=title), _("page {page} ›"))


def _beside_themes(noted: Noted) -> list[Flowable]:
    """Return how much there is of what a synthesis easily loses, and of actions."""
    paper, placing = noted.paper, noted.placing
    _, plural = paper.words.gettext, paper.words.ngettext
    if not placing.themes:
        return []
    kinds = Counter(note.kind for note in noted.snapshot.notes)
    tensions, questions = kinds[Kind.TENSION], kinds[Kind.QUESTION]
    lone, pairs = sum(note.is_lone for note in noted.snapshot.notes), len(placing.pairs)
    told = [
        (pairs, plural("{n} pair of notes", "{n} pairs of notes", pairs)),
        (tensions, plural("{n} tension", "{n} tensions", tensions)),
        (lone, plural("{n} lone voice", "{n} lone voices", lone)),
        (questions, plural("{n} open question", "{n} open questions", questions)),
    ]
    stacks: list[list[Flowable]] = []
    counted = ", ".join(said.format(n=paper.number(n)) for n, said in told if n)
    if counted:
        place = "chapter-apart" if any(map(placing.of, _APART)) else None
        stacks.append(_counted(_("What is still open"), counted, place, noted))
    if actions := kinds[Kind.ACTION]:
        said = plural("{n} action", "{n} actions", actions).format(n=paper.number(actions))
        place = "chapter-actions" if placing.of(Chapter.ACTION) else None
        stacks.append(_counted(_("What is to be done"), said, place, noted))
    return [SideBySide(stacks, gap=22, pad=(8, 8))] if stacks else []


def _counted(title: str, said: str, place: str | None, noted: Noted) -> list[Flowable]:
    """Return a count below its title, and where the chapter is; each may stand below another."""
    page = [Run(text=" "), _page_of(place, title, noted)] if place else []
    return [
        noted.paper.text(title, HEADING, tag="H3"),
        noted.paper.runs([Run(text=f"{said}."), *page], SENTENCE),
    ]
