"""Correction slips, four on a sheet: what should be put right, where, until when and to whom."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.text import abridged
from wcafe.reports.editions import is_over
from wcafe.reports.pages.columns import Stack
from wcafe.reports.pages.feet import draw_foot
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.notice import notice
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, CUT, SMALL, TITLE
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_EDGE, _TOP, _FOOT = 9 * mm, 10 * mm, 7 * mm
_STEP = 8.5 * mm  # from line to line for a pen
_AIR = 2.5 * mm
_HEAD = ParagraphStyle("slip_title", TITLE, fontSize=15, leading=18, spaceAfter=0)
_ASKED = ParagraphStyle("slip_asked", BODY, fontSize=9.5, leading=12.5, spaceAfter=0)
_TOLD = ParagraphStyle("slip_told", SMALL, fontSize=8, leading=10.5)
_LONGEST = 240  # characters of an address


def slips(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return one sheet of slips to be cut apart, to be printed as often as needed.

    Once corrections are no longer taken it says so, and there is no slip.
    """
    mark = dated_mark(snapshot, paper)
    if is_over(snapshot, paper):
        over = paper.words.gettext("Corrections are no longer taken for this café.")
        return notice(snapshot.cafe.title, over, paper, mark)
    grid = whole_page(paper.page, down=2, across=2)
    made = [_Slip(snapshot, paper, mark, (grid.width, grid.height)) for _place in range(4)]
    return lay_out(made, grid)


class _Slip:
    """One slip: four things to fill in, and where it goes."""

    def __init__(
        self, snapshot: Snapshot, paper: Paper, mark: str, size: tuple[float, float]
    ) -> None:
        _ = paper.words.gettext
        self._width, self._height = size
        self._feet = (snapshot.cafe.title, mark)
        node = paper.root.add("Sect")
        wide = self._width - 2 * _EDGE

        def said(words: str, style: ParagraphStyle, lines: int, tag: str = "P") -> Stack:
            sizes = (style.fontSize, 6.5)
            high = lines * style.leading
            return large_text(words, style, (wide, high), sizes, paper, tag=tag, parent=node)

        self._title = said(_("What should be put right?"), _HEAD, 2, "H1")
        self._about = said(_("Table ……  round ……  or theme no. ……"), _ASKED, 2)
        self._which = said(_("Which note or sentence, by its number or first words:"), _ASKED, 2)
        self._instead = said(_("What it should say, or what is missing:"), _ASKED, 2)
        self._name = said(_("My name, if I like:"), _ASKED, 1)
        self._where = said(_how_to_answer(snapshot, paper), _TOLD, 8)

    def draw(self, canvas: Any) -> None:
        top = self._height - _TOP
        for part, lines in ((self._title, 0), (self._about, 0), (self._which, 1)):
            top = self._draw_part(canvas, part, top, lines)
        low = _FOOT + 4 * mm + self._where.height
        self._where.draw_on(canvas, _EDGE, low)
        name_top = low + _STEP + _AIR
        self._draw_part(canvas, self._name, name_top, 0)
        with canvas.artifact():
            _draw_line(canvas, self._width, name_top - _STEP * 0.75, left=0.42 * self._width)
        free = top - name_top - self._instead.height
        self._draw_part(canvas, self._instead, top, max(int((free - _AIR) / _STEP), 1))
        draw_foot(canvas, *self._feet, (_EDGE, self._width - _EDGE), _FOOT - 2)

    def _draw_part(self, canvas: Any, part: Stack, top: float, lines: int) -> float:
        """Draw words and `lines` to write on below them; return where the next part begins."""
        part.draw_on(canvas, _EDGE, top)
        low = top - part.height
        with canvas.artifact():
            for line in range(lines):
                _draw_line(canvas, self._width, low - (line + 1) * _STEP)
        return low - lines * _STEP - _AIR


def _draw_line(canvas: Any, width: float, high: float, left: float = _EDGE) -> None:
    canvas.setStrokeColor(CUT)
    canvas.setLineWidth(0.5)
    canvas.line(left, high, width - _EDGE, high)


def _how_to_answer(snapshot: Snapshot, paper: Paper) -> str:
    """Return where a slip goes and until when, as far as somebody said so."""
    _ = paper.words.gettext
    publication = snapshot.cafe.publication
    contact = abridged(publication.contact, _LONGEST)
    until = paper.long_date(publication.amend_until) if publication.amend_until else ""
    if contact and until:
        how = _("Hand this slip in, or send it by {date} to: {contact}")
    elif contact:
        how = _("Hand this slip in, or send it to: {contact}")
    elif until:
        how = _("Hand this slip in by {date}.")
    else:
        how = _("Hand this slip in before you leave.")
    return how.format(date=until, contact=contact)
