"""A page that says in one sentence why there is nothing else to print."""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.reports.pages.feet import draw_foot
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.large_type import large_text
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import LEAD, MARGIN, TITLE

_FOOT = 11 * mm


def notice(title: str, sentence: str, paper: Paper, mark: str) -> list[Flowable]:
    """Return one page with the title of a café and a sentence."""
    return lay_out([_Notice(title, sentence, paper, mark)], whole_page(paper.page))


class _Notice:
    def __init__(self, title: str, sentence: str, paper: Paper, mark: str) -> None:
        self._width, self._height = paper.page
        self._mark = mark
        room = (self._width - 2 * MARGIN, 0.3 * self._height)
        self._title = large_text(title, TITLE, room, (24, 11), paper, tag="H1", outline=0)
        self._sentence = large_text(sentence, LEAD, room, (14, 11), paper)

    def draw(self, canvas: Any) -> None:
        top = self._height - MARGIN
        self._title.draw_on(canvas, MARGIN, top)
        self._sentence.draw_on(canvas, MARGIN, top - self._title.height - 12)
        draw_foot(canvas, "", self._mark, (MARGIN, self._width - MARGIN), _FOOT)
