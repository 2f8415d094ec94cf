"""From a snapshot to a PDF. Knows no widgets: a process apart loads it too."""

from dataclasses import dataclass
from datetime import datetime

from wcafe.domain.people import Person, PersonId, absent
from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot

SYNTHESIS = "synthesis"
BADGES = "badges"


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF, what no shipped font could print in it, and who is not in it.

    `left_out` are the names of those who get no badge as they attend no round.
    """

    pdf: bytes
    unprintable: frozenset[str]
    left_out: tuple[str, ...] = ()


class NothingPlanned(WcafeError):
    """Something that shows seats came before the plan."""

    template = N_("Nobody has a seat yet. Compose the plan first.")


def make_pdf(artefact: str, snapshot: Snapshot, only: frozenset[PersonId] | None = None) -> Printed:
    """Return `artefact` as PDF, in the café's language; badges for those in `only`, if given.

    Raises:
        NothingPlanned: it shows seats and there are none.
    """
    from wcafe.reports import printed, reported  # ReportLab takes its time to load

    now = datetime.now().astimezone()
    away: tuple[Person, ...] = ()
    if artefact == SYNTHESIS:
        document = reported(snapshot, now)
    elif snapshot.plan is None:
        raise NothingPlanned
    else:
        document = printed(artefact, snapshot, snapshot.plan, now, only=only)
        if artefact == BADGES and only is None:
            away = absent(snapshot.people, snapshot.plan.rounds)
    return Printed(document.pdf, document.unprintable, tuple(person.name for person in away))
