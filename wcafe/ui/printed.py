"""From a snapshot to a PDF. Knows no widgets: a process apart loads it too."""

from collections.abc import Mapping
from datetime import datetime

from wcafe.domain.artefact import Document, PrintOptions
from wcafe.domain.photos import PhotoId
from wcafe.services.cafe import Snapshot


def make_pdf(
    artefact: str,
    snapshot: Snapshot,
    options: PrintOptions | None = None,
    pictures: Mapping[PhotoId, bytes] | None = None,
) -> Document:
    """Return `artefact` as PDF, in the café's language, dated by the clock.

    Raises:
        NothingPlanned: it shows seats and there are none.
    """
    from wcafe.reports import make_document  # ReportLab takes its time to load

    now = datetime.now().astimezone()
    return make_document(artefact, snapshot, now, options, pictures=pictures)


def make_one_pdf(wanted: Mapping[str, PrintOptions], snapshot: Snapshot) -> Document:
    """Return several things as one PDF, each on pages of its own; see `make_one_document`."""
    from wcafe.reports import make_one_document

    return make_one_document(wanted, snapshot, datetime.now().astimezone())
