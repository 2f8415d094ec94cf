"""The run sheet for whoever facilitates: hours, what to say, what to do if, what to bring."""

from collections.abc import Sequence
from itertools import zip_longest

from reportlab.platypus import Flowable

from wcafe.domain.agenda import Step, StepKind, programme
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import Cafe
from wcafe.domain.contingencies import contingencies_of
from wcafe.domain.half_days import hours_of
from wcafe.domain.hours import known_hours
from wcafe.domain.marks import round_title
from wcafe.domain.material import material_of
from wcafe.domain.people import expected
from wcafe.domain.text import abridged
from wcafe.reports.handouts.cues import cues_of
from wcafe.reports.pages.beginning import height_of
from wcafe.reports.pages.flowables import TaggedTable
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION, EYEBROW, HEADING, TITLE
from wcafe.services.cafe import Snapshot
from wcafe.services.to_print import to_print

_TIME, _STEP = 0.12, 0.26  # of the width
_CASE = 0.3
_LEAVES = 2  # pages: a sheet and its back
_AIR = 8.0  # points below a block
_LONGEST = 200  # characters of the name of a round: a step stands on one page
_TO_TICK = "○"
_BESIDE, _PRINTED_BESIDE = 2, 3  # columns of what to bring and of what to print
_BOX, _COUNT = 0.035, 0.085
_CLOSE = (("TOPPADDING", (0, 0), (-1, -1), 1.4), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2))


def run_sheet(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return the day step by step with its hours, what may go wrong, and what to bring.

    What nobody has told of the café is not on it: no question that was not set, no badges without
    a plan, no number of what cannot be counted.
    """
    before = len(paper.root.kids)
    story = _story(snapshot, paper, between="\n")
    if _pages(story, paper) > _LEAVES:
        close = _story(snapshot, paper, between=" ")
        kept = _pages(close, paper) <= _LEAVES
        count = (len(paper.root.kids) - before) // 2
        unused = slice(before, before + count) if kept else slice(before + count, None)
        del paper.root.kids[unused]
        story = close if kept else story
    return [part for block in story for part in block]


def _story(snapshot: Snapshot, paper: Paper, *, between: str) -> list[list[Flowable]]:
    """Return what stands on the sheet, in blocks; `between` parts what is said at one step."""
    _, cafe = paper.words.gettext, snapshot.cafe

    def heading(title: str) -> Flowable:
        return paper.text(title, HEADING, tag="H2", outline=1)

    return [
        [
            paper.text(_("RUN SHEET, FOR WHOEVER FACILITATES"), EYEBROW),
            paper.text(cafe.title, TITLE, tag="H1", outline=0),
            paper.text(_facts(snapshot, paper), CAPTION),
            heading(_("Step by step")),
            _steps(snapshot, paper, between),
        ],
        [heading(_("What if …")), _contingencies(snapshot, paper)],
        [heading(_("What to print")), _printed(snapshot, paper)],
        [heading(_("What to bring")), _material(snapshot, paper)],
    ]


def _pages(story: Sequence[Sequence[Flowable]], paper: Paper) -> int:
    """Return about how many pages it takes; only the first block goes on over a page's end."""
    high = paper.text_height
    pages, used = divmod(height_of(story[0], paper.text_width), high)
    for block in story[1:]:
        block_height = height_of(block, paper.text_width) + _AIR
        pages, used = (
            (pages, used + block_height)
            if used + block_height <= high
            else (
                pages + 1,
                block_height,
            )
        )
    return int(pages) + 1


def _facts(snapshot: Snapshot, paper: Paper) -> str:
    """Return when and where it is and how many come, as far as that is known."""
    cafe, plan, plural = snapshot.cafe, snapshot.plan, paper.words.ngettext
    people = len(expected(snapshot.people, len(cafe.rounds)))
    tables = plan.tables if plan else len(cafe.tables)
    rounds, free = len(cafe.rounds), len(plan.free_jokers) if plan else 0
    counted = (
        (plural("{n} person expected", "{n} people expected", people), people),
        (plural("{n} table", "{n} tables", tables), tables),
        (plural("{n} round", "{n} rounds", rounds), rounds),
        (plural("{n} free place", "{n} free places", free), free),
    )
    told = [paper.long_date(cafe.day) if cafe.day else "", hours_of(cafe), cafe.place]
    told += [text.format(n=paper.number(n)) for text, n in counted if n]
    return " · ".join(filter(None, told))


def _steps(snapshot: Snapshot, paper: Paper, between: str) -> Flowable:
    """Return a row a step: when it begins, what it is and how long, what to say and to do.

    Of another day than the first no hour is known.
    """
    _, cafe = paper.words.gettext, snapshot.cafe
    hours = known_hours(cafe)
    rows = [[_("Time"), _("Step"), _("What to say and to do")]]
    for step in programme(cafe):
        minutes = _("{minutes} min").format(minutes=step.minutes)
        rows.append(
            [
                f"{hours[step.key]:%H:%M}" if step.key in hours else "",
                f"{_named(step, cafe, paper)}\n{minutes}",
                between.join(cues_of(step, cafe, snapshot.plan, paper.words)),
            ]
        )
    wide = paper.text_width
    widths = [_TIME * wide, _STEP * wide, (1 - _TIME - _STEP) * wide]
    return _close(paper.table(rows, widths, row_titles=True))


def _named(step: Step, cafe: Cafe, paper: Paper) -> str:
    """Return what a step is called; of a round that has a name of its own also that."""
    if step.kind is StepKind.TALK and step.round is not None:
        title = round_title(step.round, cafe.round_at(step.round), paper.words)
        return abridged(title, _LONGEST)
    return step.name(paper.words)


def _contingencies(snapshot: Snapshot, paper: Paper) -> Flowable:
    _, words = paper.words.gettext, paper.words
    found = contingencies_of(snapshot.cafe, snapshot.plan, snapshot.people)
    told = [[_(e.case), "\n".join(said.describe(words) for said in e.then)] for e in found]
    rows = [[_("What happens"), _("What to do")], *told]
    widths = [_CASE * paper.text_width, (1 - _CASE) * paper.text_width]
    return _close(paper.table(rows, widths, row_titles=True, is_whole=True))


def _printed(snapshot: Snapshot, paper: Paper) -> Flowable:
    """Return what is printed where all is: how many of each, by its name in the catalogue."""
    _ = paper.words.gettext
    found = [(count, _(artefact.name)) for artefact, count in to_print(snapshot)]
    return _counted(found, _PRINTED_BESIDE, paper)


def _material(snapshot: Snapshot, paper: Paper) -> Flowable:
    """Return what else is to be brought: how many, what, by which rule."""
    _ = paper.words.gettext
    found = [
        (each.count, _("{what}: {rule}").format(what=_(each.what), rule=_(each.rule)))
        for each in material_of(snapshot.cafe, snapshot.plan, snapshot.people)
    ]
    return _counted(found, _BESIDE, paper)


def _counted(found: Sequence[tuple[int | None, str]], beside: int, paper: Paper) -> Flowable:
    """Return what is ticked, in so many columns side by side."""
    _ = paper.words.gettext
    cells = [
        [_TO_TICK, "" if count is None else paper.number(count), what] for count, what in found
    ]
    lines = -(-len(cells) // beside)
    columns = [cells[first : first + lines] for first in range(0, len(cells), lines)]
    rows = [
        [cell for each in line for cell in each]
        for line in zip_longest(*columns, fillvalue=["", "", ""])
    ]
    head = ["", _("Qty"), _("What")] * len(columns)
    shares = (_BOX, _COUNT, 1 / len(columns) - _BOX - _COUNT) * len(columns)
    widths = [share * paper.text_width for share in shares]
    return _close(paper.table([head, *rows], widths, is_whole=True))


def _close(table: TaggedTable) -> TaggedTable:
    """Return `table` with its lines close together: a sheet and its back hold most days."""
    table.setStyle(_CLOSE)
    return table
