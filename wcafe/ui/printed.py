"""From a snapshot to a PDF. Knows no widgets: a process apart loads it too."""

from dataclasses import dataclass
from datetime import datetime

from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot

SYNTHESIS = "synthesis"


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF, and the characters that no shipped font could print in it."""

    pdf: bytes
    unprintable: frozenset[str]


class NothingPlanned(WcafeError):
    """Something that shows seats came before the plan."""

    template = N_("Nobody has a seat yet. Compose the plan first.")


def make_pdf(artefact: str, snapshot: Snapshot) -> Printed:
    """Return `artefact` as PDF, in the café's language.

    Raises:
        NothingPlanned: it shows seats and there are none.
    """
    from wcafe.reports import printed, reported  # ReportLab takes its time to load

    now = datetime.now().astimezone()
    if artefact == SYNTHESIS:
        document = reported(snapshot, now)
    elif snapshot.plan is None:
        raise NothingPlanned
    else:
        document = printed(artefact, snapshot, snapshot.plan, now)
    return Printed(document.pdf, document.unprintable)
