"""Step cards: after each round so many tables on, for a day on which nothing else works."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.plan import Plan
from wcafe.domain.step_rule import Going, goings
from wcafe.reports.handouts.chosen import chosen_tables
from wcafe.reports.handouts.listed import shortened_name
from wcafe.reports.pages.fitting import evened, hyphened, size_for
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.lines import draw_line, width_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, CUT, INK
from wcafe.reports.pages.symbols import draw_symbol
from wcafe.services.cafe import Snapshot

_HIGH = 45 * mm
_EDGE, _BADGE = 5 * mm, 24.0  # points: what is left blank around a card, its table's number
_ACROSS = 2
_NAME = ParagraphStyle("step_name", BODY, fontName=BOLD, fontSize=10, leading=12.5, spaceAfter=0)
_RULE = ParagraphStyle("step_rule", BODY, fontName=SERIF, fontSize=13.5, leading=17, spaceAfter=0)
_ABOUT = ParagraphStyle("step_about", BODY, fontSize=8.5, leading=11.5, spaceAfter=0)
_NAMES = (10.0, 6.0)  # sizes


def step_cards(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return a card for each seat, table by table as people sit in the first round.

    Raises:
        NobodyMoves, NoStepRule: the plan is none by steps, as its seats show.
        NoSuchTable: a table that was chosen is none of it.
    """
    plan, _ = snapshot.plan, paper.words.gettext
    assert plan is not None, "the catalogue says that the cards need one"
    tables = chosen_tables(options, plan)
    found = [
        going for going in goings(plan, snapshot.cafe, snapshot.people) if going.route[0] in tables
    ]
    title = _("Step cards: where to go when nothing else tells it")
    story: list[Flowable] = [paper.text(title, _RULE, tag="H1", outline=0), Spacer(0, 3 * mm)]
    width = paper.text_width / _ACROSS
    for first in range(0, len(found), _ACROSS):
        row = found[first : first + _ACROSS]
        story.append(_CardRow([_Card(each, plan, paper, width) for each in row], width))
    return story


class _CardRow(Flowable):
    """Cards side by side, to be cut apart."""

    def __init__(self, cards: Sequence["_Card"], width: float) -> None:
        super().__init__()
        self._cards, self._wide = cards, width

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, _HIGH
        return width, _HIGH

    def draw(self) -> None:
        for place, card in enumerate(self._cards):
            card.draw(self.canv, place * self._wide)


class _Card:
    """One card: where to begin, how to go on, and what comes of that."""

    def __init__(self, going: Going, plan: Plan, paper: Paper, width: float) -> None:
        _ = paper.words.gettext
        self._going, self._width = going, width
        node = paper.root.add("Sect")
        self._start = node.add("P")
        room = width - 2 * _EDGE
        beside = room - _BADGE - 8
        name = shortened_name(going.name) or _("Joker {number}").format(number=going.joker)
        size = size_for(name, beside, 2, _NAMES, BOLD)
        style = ParagraphStyle(f"step_name-{size}", _NAME, fontSize=size, leading=1.25 * size)
        paper.note_cut(name, style, beside)
        shown = hyphened(name, beside, size, BOLD)
        self._name = paper.text(shown, style, parent=node, as_typed=True)
        self._name.wrap(beside, _HIGH)
        rule = evened(_rule_of(going, paper), room, _RULE.fontSize, SERIF)
        self._rule = paper.text(rule, _RULE, parent=node)
        self._rule.wrap(room, _HIGH)
        self._about = paper.text(_about(going, plan, paper), _ABOUT, parent=node)
        self._about.wrap(room, _HIGH)

    def draw(self, canvas: Any, left: float) -> None:
        table = self._going.route[0]
        top = _HIGH - _EDGE
        inner = left + _EDGE
        with canvas.artifact():
            canvas.setStrokeColor(CUT)
            canvas.setLineWidth(0.5)
            canvas.setDash(3, 3)
            canvas.rect(left, 0, self._width, _HIGH, stroke=1, fill=0)
            canvas.setDash()
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1.1)
            radius = _BADGE / 2
            canvas.circle(inner + radius, top - radius, radius, stroke=1, fill=0)
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(inner + _BADGE - 2.5, top - _BADGE + 3.5, 5.2, stroke=0, fill=1)
            draw_symbol(canvas, table, inner + _BADGE - 6, top - _BADGE, 7)
        number = str(table + 1)
        size = min(13.0, 0.66 * _BADGE / width_of(number, 1, SERIF))
        with canvas.marked(self._start):
            canvas.setFillColor(INK)
            low = top - _BADGE / 2 - 0.36 * size
            draw_line(canvas, number, inner + _BADGE / 2, low, size=size, font=SERIF, align=0.5)
        middle = top - _BADGE / 2
        self._name.drawOn(canvas, inner + _BADGE + 8, middle - self._name.height / 2)
        low = top - max(_BADGE, self._name.height) - 9
        for part in (self._rule, self._about):
            low -= part.height
            part.drawOn(canvas, inner, low)
            low -= 4


def _rule_of(going: Going, paper: Paper) -> str:
    """Return how somebody goes on, in one sentence."""
    _, plural, first = paper.words.gettext, paper.words.ngettext, going.route[0] + 1
    if going.is_host:
        return _("You are the host: stay at table {table}.").format(table=first)
    if going.step == 0:
        return _("Stay at table {table} in all rounds.").format(table=first)
    if going.step > 0:
        told = plural(
            "After each round, go to the next table.",
            "After each round, go {n} tables on.",
            going.step,
        )
        return told.format(n=going.step)
    told = plural(
        "After each round, go to the table before.",
        "After each round, go {n} tables back.",
        -going.step,
    )
    return told.format(n=-going.step)


def _about(going: Going, plan: Plan, paper: Paper) -> str:
    """Return where to begin, what follows the last table, and the tables of all rounds."""
    _ = paper.words.gettext
    if going.step == 0:
        return ""
    tables = " → ".join(str(table + 1) for table in going.route)
    turn = (
        _("After table {last} comes table 1.")
        if going.step > 0
        else _("Before table 1 comes table {last}.")
    )
    told = _("Begin at table {first}. {turn} Your tables: {tables}.")
    return told.format(first=going.route[0] + 1, turn=turn.format(last=plan.tables), tables=tables)
