"""How each thing of the catalogue that is printed is put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import Document, PrintOptions
from wcafe.domain.artefacts import FLASH, LETTER, PRINTED, RECORD, SYNTHESIS
from wcafe.domain.handouts import (
    BADGES,
    CERTIFICATES,
    DOOR_LIST,
    HARVEST_SHEETS,
    HOST_KIT,
    LABELS,
    POSTERS,
    RUN_SHEET,
    SIGN_IN,
    SLIPS,
    STEP_CARDS,
    STICKERS,
    STRIPS,
    TABLE_LIST,
    TENTS,
    VOTES,
)
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.photo_publishing import PhotosAside, photos_aside
from wcafe.domain.photos import PhotoId
from wcafe.domain.sheet_places import require_places
from wcafe.errors import NothingPlanned, WcafeError
from wcafe.reports.flash import flash
from wcafe.reports.handouts.badges import badges
from wcafe.reports.handouts.certificates import certificates
from wcafe.reports.handouts.door_list import door_list
from wcafe.reports.handouts.harvest_sheets import harvest_sheets
from wcafe.reports.handouts.host_kit import host_kit
from wcafe.reports.handouts.labels import labels
from wcafe.reports.handouts.phone_cards import phone_cards
from wcafe.reports.handouts.posters import posters
from wcafe.reports.handouts.run_sheet import run_sheet
from wcafe.reports.handouts.sign_in import sign_in
from wcafe.reports.handouts.slips import slips
from wcafe.reports.handouts.step_cards import step_cards
from wcafe.reports.handouts.stickers import stickers
from wcafe.reports.handouts.strips import strips
from wcafe.reports.handouts.table_list import has_many_rounds, table_list
from wcafe.reports.handouts.tents import tents
from wcafe.reports.handouts.votes import votes
from wcafe.reports.letter import letter
from wcafe.reports.pages.document import COVER, FULL, TEXT, WHITE_COVER, Part, Sheet, render_parts
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
    DOOR_LIST: Maker(door_list),
    SIGN_IN: Maker(sign_in),
    TABLE_LIST: Maker(table_list, is_lying=has_many_rounds),
    TENTS: Maker(tents, FULL),
    HOST_KIT: Maker(host_kit, FULL, is_lying=lambda _snapshot: True),
    HARVEST_SHEETS: Maker(harvest_sheets, FULL),
    STICKERS: Maker(stickers, FULL),
    POSTERS: Maker(posters, FULL),
    RUN_SHEET: Maker(run_sheet),
    STEP_CARDS: Maker(step_cards),
    STRIPS: Maker(strips),
    LABELS: Maker(labels, FULL),
    VOTES: Maker(votes, FULL),
    SLIPS: Maker(slips, FULL),
    CERTIFICATES: Maker(certificates),
}


def make_document(
    artefact: str,
    snapshot: Snapshot,
    now: datetime,
    options: PrintOptions | None = None,
    *,
    pictures: Mapping[PhotoId, bytes] | None = None,
) -> Document:
    """Return what the catalogue calls `artefact`, in the café's language, dated by `now`.

    Of published photos those stand in it whose `pictures` are given.

    Raises:
        NothingPlanned: it shows seats and there are none.
    """
    wanted = {artefact: options or PrintOptions()}
    return make_one_document(wanted, snapshot, now, pictures=pictures)


def make_one_document(
    wanted: Mapping[str, PrintOptions],
    snapshot: Snapshot,
    now: datetime,
    *,
    pictures: Mapping[PhotoId, bytes] | None = None,
) -> Document:
    """Return several things of the catalogue as one document, each on pages of its own.

    What there is nothing for is not in it, and told by `Document.lacking`.

    Raises:
        WcafeError: there is nothing for any of them; why is said of the first.
    """
    cafe = snapshot.cafe
    paper = Paper(cafe.language, now)
    paper.pictures = {str(photo): jpeg for photo, jpeg in (pictures or {}).items()}
    parts: list[Part] = []
    lacking: dict[str, WcafeError] = {}
    for key, options in wanted.items():
        before = len(paper.root.kids)
        try:
            parts.append(_part(key, snapshot, paper, options))
        except WcafeError as error:
            del paper.root.kids[before:]
            lacking[key] = error
    if not parts:
        raise next(iter(lacking.values()))
    shows_photos = any(PRINTED[key].shows_photos for key in wanted)
    first = next(key for key in wanted if key not in lacking)
    right, down = wanted[first].shift
    sheet = Sheet(
        title=cafe.title,
        author=cafe.organiser or "wcafe",
        mark=_mark(first, snapshot, paper),
        shift=(right * mm, down * mm),
    )
    return Document(
        pdf=render_parts(parts, sheet, paper),
        unprintable=frozenset(paper.missing),
        left_out=tuple(dict.fromkeys(paper.left_out)),
        cut=tuple(dict.fromkeys(paper.cut_names)),
        unseen=tuple(paper.unseen),
        too_small=tuple(dict.fromkeys(paper.too_small)),
        without_strip=paper.without_strip,
        photos=photos_aside(snapshot.photos, snapshot.notes) if shows_photos else PhotosAside(),
        lacking=lacking,
    )


def make_phone_cards(
    ways: Mapping[int, str],
    snapshot: Snapshot,
    now: datetime,
    *,
    address: str,
    network: str = "",
    size: PaperSize = PaperSize.A4,
) -> Document:
    """Return the cards that let phones in, which no catalogue has: their codes are secret.

    Arguments as for `phone_cards`.
    """
    cafe = snapshot.cafe
    paper = Paper(cafe.language, now)
    paper.lay(size, is_lying=False)
    story = phone_cards(ways, address, network, snapshot, paper)
    sheet = Sheet(
        title=cafe.title, author=cafe.organiser or "wcafe", mark=dated_mark(snapshot, paper)
    )
    pdf = render_parts([Part(story, FULL, paper.page)], sheet, paper)
    return Document(pdf=pdf, unprintable=frozenset(paper.missing))


def _part(artefact: str, snapshot: Snapshot, paper: Paper, options: PrintOptions) -> Part:
    """Return the story of one thing, for the size of paper that it is printed on.

    Raises:
        NoSuchTable, NoSuchRound: it is asked for one that the café has not.
        NothingPlanned, or what its maker raises: there is nothing for it.
    """
    if PRINTED[artefact].needs_plan and snapshot.plan is None:
        raise NothingPlanned
    require_places(snapshot.cafe, snapshot.plan, options.tables, options.rounds)
    maker = MAKERS[artefact]
    size = PaperSize.A4 if PRINTED[artefact].is_edition else options.paper
    paper.lay(size, is_lying=maker.is_lying(snapshot))
    first = WHITE_COVER if maker.first == COVER and options.is_white else maker.first
    return Part(maker.story(snapshot, paper, options), first, paper.page)


def _mark(artefact: str, snapshot: Snapshot, paper: Paper) -> str:
    """Return what each page says at its foot; of an edition also that it is a draft."""
    mark = dated_mark(snapshot, paper)
    if not PRINTED[artefact].is_edition or snapshot.cafe.publication.is_final:
        return mark
    draft = paper.words.gettext("DRAFT")
    return f"{draft} · {mark}"
