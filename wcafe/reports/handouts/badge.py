"""One badge: a name, a route, a code; drawn from its lower left corner."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from wcafe.domain.plan import Route
from wcafe.reports.handouts.badge_names import name_styles
from wcafe.reports.handouts.badge_route import BadgeRoute
from wcafe.reports.handouts.badge_size import LEAST_READ, BadgeSize, Beside
from wcafe.reports.handouts.photo_wish import PhotoWish
from wcafe.reports.pages.codes import draw_code
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.lines import draw_line, shortened, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CUT, DARK, INK, MUTED, PAPER, SMALL
from wcafe.reports.pages.symbols import hue_of
from wcafe.reports.pages.tags import TaggedCanvas

_ABOUT_LINES = 2  # beside the code; one where that stands elsewhere

_SMALLER = 0.8  # than other badges have it, to be said whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Wearer:
    """What a badge says.

    `role` stands where others have their route. Who is `marked` has a dark bar at the top, the
    others the colour of their first table. `is_blank` leaves a line to write a name on, `is_open`
    one for each table too. Without a `code` there is none.
    """

    first: str
    second: str = ""
    about: tuple[str, ...] = ()  # the last ones are said whole, the first one as far as it fits
    event: str = ""
    role: str = ""
    route: Route
    code: str = ""
    is_marked: bool = False
    is_blank: bool = False
    is_open: bool = False
    has_photo_wish: bool = False


class Badge:
    """A badge of one `size`; its structure is made with it."""

    def __init__(self, wearer: Wearer, paper: Paper, mark: str, size: BadgeSize) -> None:
        _ = paper.words.gettext
        self._mark, self._wearer, self._size = mark, wearer, size
        part = paper.root.add("Sect")
        self._wish = PhotoWish(paper, part, size.wish) if wearer.has_photo_wish else None
        self._event_node = part.add("P")
        room = size.room - (self._wish.width + size.edge / 2 if self._wish else 0)
        self._event = shortened(paper.set(wearer.event), room, size.title)
        paper.note_missing(self._event)
        larger, smaller = name_styles(wearer.first, wearer.second, size)
        if wearer.is_blank:
            larger = smaller  # what is written by hand takes the room
        for name, style in ((wearer.first, larger), (wearer.second, smaller)):
            paper.note_cut(name, style, size.names_room)
        self._lines = [paper.text(wearer.first, larger, parent=part, as_typed=True)]
        if wearer.second:
            self._lines.append(paper.text(wearer.second, smaller, parent=part, as_typed=True))
        said, small = _about(wearer.about, size)
        about = ParagraphStyle(f"about-{small}", SMALL, fontSize=small, leading=1.35 * small)
        self._about = paper.text(said, about, parent=part, as_typed=True)
        self._duty = part.add("P")
        route = () if wearer.role else wearer.route
        self._route = BadgeRoute(route, paper, part, size.route, is_open=wearer.is_open)
        self._code = part.add("Figure", alt=_("Code of this badge"))
        if larger.fontSize < LEAST_READ and not wearer.is_blank:
            paper.too_small.append(f"{wearer.first} {wearer.second}".strip())

    def draw(self, canvas: TaggedCanvas) -> None:
        size = self._size
        width, height = size.grid.width, size.grid.height
        self._draw_grounds(canvas)
        self._draw_head(canvas)
        top = size.top - 1.4 * size.title
        for line in self._lines:
            _wide, high = line.wrapOn(canvas, size.names_room, height)
            line.drawOn(canvas, size.edge, top - high)
            top -= high
        _wide, high = self._about.wrapOn(canvas, size.about_room, height)
        low = size.edge + size.strip
        self._about.drawOn(canvas, size.edge, max(top - high - 1.5, low + 2))
        self._draw_duty_or_route(canvas)
        if self._wearer.code:
            high = size.edge if size.beside is Beside.ROUTE else low + 3
            corner = width - size.edge - size.code
            draw_code(canvas, self._wearer.code, corner, high, size.code, node=self._code)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        """Draw the event's name, and a wish beside it."""
        size = self._size
        if self._event:
            with canvas.marked(self._event_node):
                canvas.setFillColor(MUTED)
                low = size.top - 1.05 * size.title
                draw_line(canvas, self._event, size.edge, low, size=size.title)
        if self._wish:
            right = size.grid.width - size.edge
            self._wish.draw(canvas, right, size.top - size.title * 0.7)

    def _draw_duty_or_route(self, canvas: TaggedCanvas) -> None:
        size, said = self._size, self._wearer.role
        if not said:
            top = size.edge + size.strip - 1
            if size.beside is Beside.ROUTE:
                spare = size.strip - 1.9 * size.mark - size.route.rows * size.route.high
                top -= max(spare, 0) / 2
            self._route.draw(canvas, size.edge, top)
            return
        with canvas.marked(self._duty):
            canvas.setFillColor(INK)
            largest = 0.95 * size.route.number
            fitting = largest * min(1.0, size.route_room / width_of(said, largest, SERIF))
            middle = size.edge + (size.strip + 1.9 * size.mark) / 2 - 0.35 * fitting
            across = size.edge + size.route_room / 2
            draw_line(canvas, said, across, middle, size=fitting, font=SERIF, align=0.5)

    def _draw_grounds(self, canvas: TaggedCanvas) -> None:
        """Draw what says nothing to a screen reader: bar, ground, mark, line for a name."""
        size = self._size
        width, height = size.grid.width, size.grid.height
        home = next((table for table in self._wearer.route if table is not None), 0)
        with canvas.artifact():
            canvas.setFillColor(DARK if self._wearer.is_marked else hue_of(home))
            low = height - size.rim - size.bar
            canvas.rect(size.rim, low, width - 2 * size.rim, size.bar, stroke=0, fill=1)
            canvas.setFillColor(PAPER)
            beyond = size.edge / 4
            foot = 1.9 * size.mark
            wide = size.route_room + (beyond if size.beside is Beside.ROUTE else 2 * beyond)
            canvas.roundRect(
                size.edge - beyond, size.edge + foot, wide, size.strip - foot, 5, stroke=0, fill=1
            )
            canvas.setFillColor(MUTED)
            low = size.edge + 0.4 * size.mark
            fitting = min(size.mark, size.route_room / width_of(self._mark, 1))
            right = size.edge + size.route_room
            draw_line(canvas, self._mark, right, low, size=fitting, align=1)
            if self._wearer.is_blank:
                canvas.setStrokeColor(CUT)
                canvas.setLineWidth(0.8)
                low = size.edge + size.strip + size.line
                canvas.line(size.edge, low, size.edge + size.about_room, low)


def _about(parts: tuple[str, ...], size: BadgeSize) -> tuple[str, float]:
    """Return where somebody comes from as far as there is room, and how large it is set.

    It becomes somewhat smaller before it is shortened; what stands behind it is said whole.
    """
    lines = _ABOUT_LINES if size.beside is Beside.ABOUT else 1
    room = size.about_room * (0.97 if lines == 1 else 1.6)  # words do not fill a line
    said = " · ".join(filter(None, parts))
    wide = max(width_of(said, 1), 1)
    small = min(size.about, max(room / wide, _SMALLER * size.about))
    place, *others = parts or ("",)
    kept = " · ".join(others)
    left = room - (width_of(f" · {kept}", small) if kept else 0)
    place = shortened(place, max(left, 0), small)
    return " · ".join(filter(None, [place, kept])), small
