"""The slip of the flash on which anybody can say that it was said otherwise."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.text import abridged
from wcafe.reports.editions import is_over
from wcafe.reports.flash_head import GAP
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import Blanks, CutOut, SideBySide
from wcafe.reports.pages.styles import BODY, CELL, HEADING, SMALL
from wcafe.services.cafe import Snapshot

_TITLE = ParagraphStyle("flash_slip_title", HEADING, fontSize=11.5, leading=15, spaceAfter=3)
_TEXT = ParagraphStyle("flash_slip", CELL, spaceAfter=4)
_ADDRESS = ParagraphStyle("flash_address", SMALL, fontSize=8.5, leading=11.5)


def slip(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return a slip on which anybody can say it otherwise; none once that is over."""
    _ = paper.words.gettext
    if is_over(snapshot, paper) or not snapshot.notes:
        return []
    address = _address(snapshot, paper)
    left: list[Flowable] = [
        paper.text(_("Is this not what you said?"), _TITLE, tag="H2", outline=0),
        paper.text(_how_to_answer(snapshot, paper), _TEXT),
    ]
    top = SideBySide([left, address], shares=(0.64, 0.36), gap=GAP) if address else None
    about = paper.text(_("Table ……  round ……  or theme no. ……"), _TEXT)
    mine = paper.text(_("My name, if I like:"), _TEXT)
    asked = SideBySide([[about], [mine]], shares=(0.5, 0.5), gap=GAP)
    return [CutOut([*([top] if top else left), asked, Blanks(4, 17)])]


def _how_to_answer(snapshot: Snapshot, paper: Paper) -> str:
    _ = paper.words.gettext
    publication = snapshot.cafe.publication
    until, by_mail = publication.amend_until, bool(publication.contact)
    if until is None:
        how = (
            _("Write it here and hand the slip in before you leave, or send it to this address.")
            if by_mail
            else _("Write it here and hand the slip in before you leave.")
        )
    else:
        how = (
            _("Write it here and hand the slip in, or send it to this address by {date}.")
            if by_mail
            else _("Write it here and hand the slip in by {date}.")
        ).format(date=paper.long_date(until))
    printed = _("Corrections are printed with the synthesis; a refusal says why.")
    return f"{how} {printed}"


def _address(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return where corrections go, as the organiser said it; else who that is."""
    cafe = snapshot.cafe
    lines = [line for line in cafe.publication.contact.splitlines() if line.strip()][:5]
    shown = lines or ([cafe.organiser] if cafe.organiser else [])
    bold = ParagraphStyle("flash_who", _ADDRESS, fontName=BOLD, textColor=BODY.textColor)
    return [
        paper.text(abridged(line, 60), _ADDRESS if place else bold, as_typed=True)
        for place, line in enumerate(shown)
    ]
