"""The run sheet for whoever facilitates: hours, what to say, what to do if, what to bring."""

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
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION, EYEBROW, HEADING, TITLE
from wcafe.services.cafe import Snapshot

_TIME, _STEP = 0.12, 0.26  # of the width
_CASE = 0.3
_LONGEST = 200  # characters of the name of a round: a step stands on one page
_TO_TICK = "○"
_BESIDE = 2  # columns of what to bring
_BOX, _COUNT = 0.04, 0.115


def run_sheet(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return the day step by step with its hours, what may go wrong, and what to bring.

    What nobody has told of the café is not on it: no question that was not set, no badges without
    a plan, no number of what cannot be counted.
    """
    _, cafe = paper.words.gettext, snapshot.cafe
    return [
        paper.text(_("RUN SHEET, FOR WHOEVER FACILITATES"), EYEBROW),
        paper.text(cafe.title, TITLE, tag="H1", outline=0),
        paper.text(_facts(snapshot, paper), CAPTION),
        paper.text(_("Step by step"), HEADING, tag="H2", outline=1),
        _steps(snapshot, paper),
        paper.text(_("What if …"), HEADING, tag="H2", outline=1),
        _contingencies(snapshot, paper),
        paper.text(_("What to bring"), HEADING, tag="H2", outline=1),
        _material(snapshot, paper),
    ]


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


def _steps(snapshot: Snapshot, paper: Paper) -> Flowable:
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
                "\n".join(cues_of(step, cafe, snapshot.plan, paper.words)),
            ]
        )
    wide = paper.text_width
    widths = [_TIME * wide, _STEP * wide, (1 - _TIME - _STEP) * wide]
    return paper.table(rows, widths, row_titles=True)


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
    return paper.table(rows, widths, row_titles=True, is_whole=True)


def _material(snapshot: Snapshot, paper: Paper) -> Flowable:
    """Return what to bring, half of it beside the other half: how many, what, by which rule."""
    _ = paper.words.gettext
    found = [
        [
            _TO_TICK,
            "" if each.count is None else paper.number(each.count),
            _("{what}: {rule}").format(what=_(each.what), rule=_(each.rule)),
        ]
        for each in material_of(snapshot.cafe, snapshot.plan, snapshot.people)
    ]
    half = -(-len(found) // _BESIDE)
    rows = [
        [cell for each in line for cell in each]
        for line in zip_longest(found[:half], found[half:], fillvalue=["", "", ""])
    ]
    head = ["", _("How many"), _("What")] * _BESIDE
    shares = (_BOX, _COUNT, 1 / _BESIDE - _BOX - _COUNT) * _BESIDE
    widths = [share * paper.text_width for share in shares]
    return paper.table([head, *rows], widths, is_whole=True)
