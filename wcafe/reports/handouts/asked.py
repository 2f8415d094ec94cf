"""The questions of one table as it is told them: one alone, or each with its rounds."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.table_questions import TableQuestion, in_ranges
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.large_type import sized
from wcafe.reports.pages.lines import width_of
from wcafe.reports.pages.lists import list_in
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.styles import BODY, INK, SMALL
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Look

_ONE = ParagraphStyle("asked_one", BODY, fontName=SERIF, fontSize=10, leading=13, spaceAfter=0)
_EACH = ParagraphStyle("asked_each", BODY, fontSize=10, leading=13, spaceAfter=5)
_EYEBROW = ParagraphStyle("asked_eyebrow", SMALL, spaceAfter=4)


def questions_shown(
    asked: Sequence[TableQuestion],
    size: float,
    parent: Node,
    paper: Paper,
    *,
    most: int | None = None,
    columns: int = 1,
) -> list[Flowable]:
    """Return the questions `asked` in letters of `size` points.

    Those beyond `most` are counted in a sentence of their own.
    """
    _, plural = paper.words.gettext, paper.words.ngettext
    if not asked or most == 0:
        return []
    if len(asked) == 1:
        eyebrow = paper.text(_("The question"), _EYEBROW, parent=parent)
        return [eyebrow, paper.text(asked[0].text, sized(_ONE, size), parent=parent)]
    story: list[Flowable] = [paper.text(_("The question of each round"), _EYEBROW, parent=parent)]
    listed = list_in(parent, "Decimal")
    signs = [in_ranges(each.rounds) for each in asked]
    indent = max(width_of(sign, size, BOLD) for sign in signs) + 0.8 * size
    style = sized(_EACH, size, leftIndent=min(indent, 6 * size))
    items: list[Flowable] = []
    for sign, each in list(zip(signs, asked, strict=True))[:most]:
        item = listed.add("LI")
        bullet = Bullet(item.add("Lbl"), sign, Look(BOLD, size, INK))
        items.append(paper.text(each.text, style, tag="LBody", parent=item, bullet=bullet))
    story += [Columns(items, columns=columns)] if columns > 1 else items
    if left := len(asked) - len(items):
        told = plural(
            "{n} more question does not fit here.", "{n} more questions do not fit here.", left
        )
        story.append(paper.text(told.format(n=left), SMALL, parent=parent))
    return story
