"""How each thing of the catalogue that is printed is put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import Document, PrintOptions
from wcafe.domain.artefacts import FLASH, LETTER, PRINTED, RECORD, SYNTHESIS
from wcafe.domain.handouts import BADGES, HARVEST_SHEETS, STICKERS, STRIPS, TABLE_LIST
from wcafe.domain.paper_size import PaperSize
from wcafe.errors import NothingPlanned
from wcafe.reports.flash import flash
from wcafe.reports.handouts.badges import badges
from wcafe.reports.handouts.harvest_sheets import harvest_sheets
from wcafe.reports.handouts.stickers import stickers
from wcafe.reports.handouts.strips import strips
from wcafe.reports.handouts.table_list import table_list
from wcafe.reports.letter import letter
from wcafe.reports.pages.document import COVER, FULL, TEXT, WHITE_COVER, Sheet, render
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.reports.record import record
from wcafe.reports.synthesis import synthesis
from wcafe.services.cafe import Snapshot


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes a document: its story, the kind of its first page, whether all of them lie.

    A handout is printed on the paper that is chosen, an edition on A4. Whether pages lie may hang
    on the café.
    """

    story: Callable[[Snapshot, Paper, PrintOptions], list[Flowable]]
    first: str = TEXT
    is_lying: Callable[[Snapshot], bool] = lambda _snapshot: False


MAKERS = {
    SYNTHESIS: Maker(synthesis, COVER),
    FLASH: Maker(flash),
    RECORD: Maker(record),
    LETTER: Maker(letter),
    BADGES: Maker(badges, FULL),
    TABLE_LIST: Maker(table_list),
    HARVEST_SHEETS: Maker(harvest_sheets, FULL),
    STICKERS: Maker(stickers, FULL),
    STRIPS: Maker(strips),
}


def make_document(
    artefact: str, snapshot: Snapshot, now: datetime, options: PrintOptions | None = None
) -> Document:
    """Return what the catalogue calls `artefact`, in the café's language, dated by `now`.

    Raises:
        NothingPlanned: it shows seats and there are none.
    """
    if PRINTED[artefact].needs_plan and snapshot.plan is None:
        raise NothingPlanned
    cafe, maker = snapshot.cafe, MAKERS[artefact]
    options = options or PrintOptions()
    size = PaperSize.A4 if PRINTED[artefact].is_edition else options.paper
    paper = Paper(cafe.language, now, size=size, is_lying=maker.is_lying(snapshot))
    story = maker.story(snapshot, paper, options)
    sheet = Sheet(
        title=cafe.title,
        author=cafe.organiser or "wcafe",
        mark=_mark(artefact, snapshot, paper),
        first=WHITE_COVER if maker.first == COVER and options.is_white else maker.first,
        shift=(options.shift[0] * mm, options.shift[1] * mm),
    )
    pdf = render(story, sheet, paper)
    unprintable = frozenset(paper.missing)
    return Document(
        pdf=pdf,
        unprintable=unprintable,
        left_out=tuple(paper.left_out),
        cut=tuple(dict.fromkeys(paper.cut_names)),
        without_strip=paper.without_strip,
    )


def _mark(artefact: str, snapshot: Snapshot, paper: Paper) -> str:
    """Return what each page says at its foot; of an edition also that it is a draft."""
    mark = dated_mark(snapshot, paper)
    if not PRINTED[artefact].is_edition or snapshot.cafe.publication.is_final:
        return mark
    draft = paper.words.gettext("DRAFT")
    return f"{draft} · {mark}"
