"""Which documents there are, and how each is put together."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.platypus import Flowable

from wcafe.domain.people import PersonId
from wcafe.domain.plan import Plan
from wcafe.reports.handouts.badges import badges
from wcafe.reports.handouts.table_list import table_list
from wcafe.reports.pages.document import COVER, FULL, TEXT, Sheet, render
from wcafe.reports.pages.paper import Paper
from wcafe.reports.synthesis import synthesis
from wcafe.services.cafe import Snapshot

BADGES = "badges"
SYNTHESIS = "synthesis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A PDF, and the characters that no shipped font could print in it."""

    pdf: bytes
    unprintable: frozenset[str]


def printed(
    artefact: str,
    snapshot: Snapshot,
    plan: Plan,
    now: datetime,
    *,
    only: Collection[PersonId] | None = None,
) -> Document:
    """Return one of `ARTEFACTS`, in the café's language; badges for those in `only`, if given."""
    make, kind = _ARTEFACTS[artefact]
    if artefact == BADGES and only is not None:
        make = partial(badges, only=only)
    paper = Paper(snapshot.cafe.language, now)
    mark = f"{_mark(snapshot, paper)} · {paper.moment()}"
    return _document(make(snapshot, plan, paper, mark), snapshot, paper, kind)


def reported(
    snapshot: Snapshot, now: datetime, *, edition: str = SYNTHESIS, names: bool = False
) -> Document:
    """Return one of `EDITIONS`, in the café's language; also for a café without notes or plan.

    With `names` those who hosted are named; else nobody is, but in people's own notes.
    """
    paper = Paper(snapshot.cafe.language, now)
    story = _EDITIONS[edition](snapshot, paper, _mark(snapshot, paper), names=names)
    return _document(story, snapshot, paper, COVER)


def _document(story: list[Flowable], snapshot: Snapshot, paper: Paper, kind: str) -> Document:
    cafe = snapshot.cafe
    mark = f"{_mark(snapshot, paper)} · {paper.moment()}"
    sheet = Sheet(title=cafe.title, author=cafe.organiser or "wcafe", mark=mark, first=kind)
    return Document(pdf=render(story, sheet, paper), unprintable=frozenset(paper.missing))


def _mark(snapshot: Snapshot, paper: Paper) -> str:
    """Return the plan's fingerprint, and whether the café has changed since it was made."""
    _ = paper.words.gettext
    if snapshot.plan is None:
        return _("no plan")
    text = (
        _("plan {fingerprint}, out of date") if snapshot.is_plan_stale else _("plan {fingerprint}")
    )
    return text.format(fingerprint=snapshot.plan.fingerprint)


_Make = Callable[[Snapshot, Plan, Paper, str], list[Flowable]]
_ARTEFACTS: dict[str, tuple[_Make, str]] = {
    BADGES: (badges, FULL),
    "table-list": (table_list, TEXT),
}
ARTEFACTS = tuple(_ARTEFACTS)
_EDITIONS: dict[str, Callable[..., list[Flowable]]] = {SYNTHESIS: synthesis}
EDITIONS = tuple(_EDITIONS)  # an edition is offered once something makes it
