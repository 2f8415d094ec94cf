"""From a story to a PDF: pages with their footer, the cover, the metadata."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from wcafe import __version__
from wcafe.reports.pages.beginning import Headed
from wcafe.reports.pages.fonts import SANS
from wcafe.reports.pages.lines import draw_line, shortened
from wcafe.reports.pages.links import Pages
from wcafe.reports.pages.metadata import Facts
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import DARK, LINE, MARGIN, MUTED, SAND
from wcafe.reports.pages.tags import TaggedCanvas

FULL, TEXT, COVER, WHITE_COVER = "full", "text", "cover", "white_cover"
"""The kinds of page: nothing but what is drawn on it, running text, the first page in two looks."""

OnPage = Callable[[Any, Any], None]
"""What is drawn on a page before its story: asked with the canvas and the document."""

_FOOT = 11 * 72 / 25.4  # points from the lower edge to the footer's line
_SMALL = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every page of a document says in its footer, and the PDF of itself; where it lies."""

    title: str
    author: str
    mark: str  # the plan's fingerprint and when it was printed
    first: str = TEXT  # the kind of the first page
    shift: tuple[float, float] = (0, 0)  # points by which all is printed further right and down


def render(story: Sequence[Flowable], sheet: Sheet, paper: Paper) -> bytes:
    """Return `story` as a PDF/A-2a and PDF/UA-1 file.

    Cost: about 1.5 ms a paragraph.
    """
    return render_parts([Part(story, sheet.first, paper.page)], sheet, paper)


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page of its own: its story, the kind of its first page, their size."""

    story: Sequence[Flowable]
    first: str
    page: tuple[float, float]


def render_parts(parts: Sequence[Part], sheet: Sheet, paper: Paper) -> bytes:
    """Return several stories as one file, each part on pages of its own."""
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=parts[0].page,
        title=sheet.title,
        author=sheet.author,
        creator=f"wcafe {__version__}",
        lang=paper.region.replace("_", "-"),
        initialFontName=SANS,
        keepTogetherClass=Headed,
    )
    story: list[Flowable] = []
    for number, part in enumerate(parts):
        ending = f" {number}" if number else ""
        templates = _templates(sheet, part.page, ending)
        first = templates.pop(part.first)
        document.addPageTemplates([first, *templates.values()])
        story += [NextPageTemplate(part.first + ending), PageBreak()] if number else []
        story += part.story
    language = paper.region.replace("_", "-")
    facts = Facts(title=sheet.title, author=sheet.author, language=language, made=paper.now)

    def canvas(*args: Any, **settings: Any) -> TaggedCanvas:
        return TaggedCanvas(*args, root=paper.root, facts=facts, **settings)

    document.build(story, canvasmaker=canvas)
    return target.getvalue()


def _templates(sheet: Sheet, page: tuple[float, float], ending: str) -> dict[str, PageTemplate]:
    """Return each kind of page of this size; `ending` tells its name from that of other sizes."""
    width, height = page
    inner = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, 0, 0, 0, 0)
    whole = Frame(0, 0, width, height, 0, 0, 0, 0)
    low = Frame(MARGIN, MARGIN, width - 2 * MARGIN, 0.84 * height - MARGIN, 0, 0, 0, 0)
    text = TEXT + ending
    begins = _shifted(sheet, _footer(sheet, page))
    return {
        TEXT: PageTemplate(text, [inner], onPage=begins, pagesize=page),
        FULL: PageTemplate(FULL + ending, [whole], onPage=_shifted(sheet), pagesize=page),
        **{
            name: PageTemplate(
                name + ending,
                [low],
                onPage=_cover(sheet, page, name),
                autoNextPageTemplate=text,
                pagesize=page,
            )
            for name in (COVER, WHITE_COVER)
        },
    }


def _shifted(sheet: Sheet, draw: OnPage | None = None) -> OnPage:
    """Return what begins a page: it lies where the printer wants it, and `draw` begins it."""

    def begin(canvas: TaggedCanvas, document: Any) -> None:
        right, down = sheet.shift
        if right or down:
            canvas.translate(right, -down)  # until the page ends
        if draw is not None:
            draw(canvas, document)

    return begin


def _footer(sheet: Sheet, page: tuple[float, float]) -> OnPage:
    def draw(canvas: TaggedCanvas, _document: Any) -> None:
        width, _height = page
        with canvas.artifact("Pagination"):
            canvas.saveState()
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.5)
            canvas.line(MARGIN, _FOOT + 10, width - MARGIN, _FOOT + 10)
            canvas.setFillColor(MUTED)
            title = shortened(sheet.title, (width - 2 * MARGIN) / 2, _SMALL)
            draw_line(canvas, title, MARGIN, _FOOT, size=_SMALL)
            here = canvas.getPageNumber()

            def number(pages: Pages) -> None:
                told = f"{sheet.mark} · {here} / {pages.count}"
                draw_line(canvas, told, width - MARGIN, _FOOT, size=_SMALL, align=1)

            canvas.draw_when_counted(number)
            canvas.restoreState()

    return draw


def _cover(sheet: Sheet, page: tuple[float, float], kind: str) -> OnPage:
    def draw(canvas: TaggedCanvas, _document: Any) -> None:
        width, height = page
        with canvas.artifact():
            canvas.saveState()
            if kind == COVER:
                canvas.setFillColor(DARK)
                canvas.rect(0, 0, width, height, stroke=0, fill=1)
            canvas.setFillColor(SAND if kind == COVER else MUTED)
            draw_line(canvas, sheet.mark, MARGIN, _FOOT, size=_SMALL)
            canvas.restoreState()

    return draw
