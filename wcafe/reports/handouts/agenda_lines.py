"""The agenda as lines with their hours: on a poster, and small in a host kit."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.agenda import Step, StepKind, programme
from wcafe.domain.cafe import Cafe
from wcafe.domain.hours import known_hours
from wcafe.domain.marks import round_title
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.hours import hour
from wcafe.reports.pages.large_type import sized
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.lists import list_in
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.styles import BODY, INK
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Look

_LINE = ParagraphStyle("agenda_line", BODY, fontSize=10, leading=13, spaceAfter=0)


def agenda_lines(
    cafe: Cafe, size: float, parent: Node, paper: Paper, *, gap: float
) -> list[Flowable]:
    """Return the steps of the day with their hours, as far as these are known.

    The minutes to write and to change tables belong to their round.

    Args:
        cafe: whose agenda it is.
        size: of the letters, in points.
        parent: where the lines belong.
        paper: what they are printed on.
        gap: between two lines, as a share of `size`.
    """
    hours = known_hours(cafe)
    shown = [step for step in programme(cafe) if step.kind in (StepKind.TALK, StepKind.LINE)]
    whens = [hour(hours[step.key], paper) if step.key in hours else "" for step in shown]
    widest = max((width_of(when, size, BOLD) for when in whens), default=0)
    style = sized(
        _LINE, size, leftIndent=widest + 1.2 * size if any(whens) else 0, spaceAfter=gap * size
    )
    listed = list_in(parent, "None")
    made: list[Flowable] = []
    for when, step in zip(whens, shown, strict=True):
        item = listed.add("LI")
        bullet = Bullet(item.add("Lbl"), when, Look(BOLD, size, INK)) if when else None
        name = _step_name(step, cafe, paper)
        made.append(paper.text(name, style, tag="LBody", parent=item, bullet=bullet))
    return made


def _step_name(step: Step, cafe: Cafe, paper: Paper) -> str:
    if step.kind is StepKind.TALK and step.round is not None:
        return round_title(step.round, cafe.round_at(step.round), paper.words)
    return step.name(paper.words)
