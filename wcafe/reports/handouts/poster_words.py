"""The words of posters: where to go, when, what is asked, how to talk, and about pictures."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.etiquette import ETIQUETTE
from wcafe.domain.table_questions import in_ranges
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.large_type import sized
from wcafe.reports.pages.lists import list_in
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.side_by_side import Blanks
from wcafe.reports.pages.styles import ACCENT, BODY, MUTED
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Look
from wcafe.services.cafe import Snapshot

_TEXT = ParagraphStyle("poster_text", BODY, fontSize=10, leading=13, spaceAfter=5)
_LARGE = ParagraphStyle("poster_large", _TEXT, fontName=SERIF, leading=12.8, spaceAfter=0)
_QUIET = ParagraphStyle("poster_quiet", _TEXT, textColor=MUTED, keepWithNext=1, spaceAfter=1)


def where_to_go(snapshot: Snapshot, size: float, parent: Node, paper: Paper) -> list[Flowable]:
    """Return what people do to find their tables, as their badges say them."""
    _ = paper.words.gettext
    cafe = snapshot.cafe
    told = [
        _("Look at your badge: it says your table for each round, by its number and symbol."),
        _("Find the table with that number, and take any seat there."),
    ]
    if len(cafe.rounds) > 1:
        told.append(_("When a round is over, go on to the next table on your badge."))
    if cafe.rules.hosts is HostMode.STAY and snapshot.plan is not None and snapshot.plan.hosts:
        told.append(_("Whoever has a ★ on the badge hosts a table, and stays there."))
    told.append(_("No badge, or a badge that does not fit? Ask those who welcome you."))
    return _numbered(told, size, parent, paper)


def _numbered(texts: Sequence[str], size: float, parent: Node, paper: Paper) -> list[Flowable]:
    listed = list_in(parent, "Decimal")
    signs = [f"{n}" for n in range(1, len(texts) + 1)]
    return [_item(sign, text, size, listed, paper) for sign, text in zip(signs, texts, strict=True)]


def _item(sign: str, text: str, size: float, listed: Node, paper: Paper) -> Flowable:
    item = listed.add("LI")
    style = sized(_TEXT, size, leftIndent=1.6 * size, spaceAfter=0.55 * size)
    bullet = Bullet(item.add("Lbl"), sign, Look(SERIF, size, ACCENT))
    return paper.text(text, style, tag="LBody", parent=item, bullet=bullet)


def etiquette(size: float, parent: Node, paper: Paper) -> list[Flowable]:
    """Return how people talk here."""
    return _numbered([paper.words.gettext(each) for each in ETIQUETTE], size, parent, paper)


def question(text: str, size: float, parent: Node, paper: Paper) -> list[Flowable]:
    """Return the one question there is."""
    return [paper.text(text, sized(_LARGE, size), parent=parent)]


def questions(
    asked: Sequence[tuple[str, str]], size: float, parent: Node, paper: Paper
) -> list[Flowable]:
    """Return several questions, each below where it is asked."""
    made: list[Flowable] = []
    for where, text in asked:
        node = parent.add("Sect")
        made.append(paper.text(where, sized(_QUIET, max(0.6 * size, 9)), tag="H2", parent=node))
        style = sized(_LARGE, size, spaceAfter=0.75 * size)
        made.append(paper.text(text, style, parent=node))
    return made


def photo_notice(cafe: Cafe, size: float, parent: Node, paper: Paper) -> list[Flowable]:
    """Return who takes pictures, what for, and how to say no; lines for what is not known."""
    _ = paper.words.gettext
    made: list[Flowable] = [
        paper.text(
            _("Pictures may be taken here: of what is written, and of people as they talk."),
            sized(_TEXT, size, spaceAfter=0.9 * size),
            parent=parent,
        )
    ]
    for head, told, lines in (
        (_("Who takes them"), cafe.organiser, 0 if cafe.organiser else 1),
        (_("What for"), _("To tell what was said at this café, in its report and in:"), 2),
        (
            _("You do not want to be in a picture?"),
            _(
                "Say so to whoever welcomes you or takes the picture, before or after. "
                "Nobody asks you why."
            ),
            0,
        ),
        (_("Afterwards"), cafe.publication.contact, 0 if cafe.publication.contact else 1),
    ):
        node = parent.add("Sect")
        made.append(
            paper.text(
                head,
                sized(_LARGE, 1.15 * size, keepWithNext=1, spaceAfter=2),
                tag="H2",
                parent=node,
            )
        )
        if told:
            made.append(paper.text(told, sized(_TEXT, size, spaceAfter=0.7 * size), parent=node))
        if lines:
            made.append(Blanks(lines, max(1.5 * size, 9 * mm)))
    return made


def asked_where(cafe: Cafe, tables: Sequence[int], paper: Paper) -> list[tuple[str, str]]:
    """Return the different questions of `tables`, each with the rounds or tables that have it.

    What is asked everywhere and all the time stands without a place.
    """
    _, plural = paper.words.gettext, paper.words.ngettext
    rounds = range(len(cafe.rounds))
    found: dict[str, set[tuple[int, int]]] = {}
    for round_ in rounds:
        for table in tables or (0,):
            if text := cafe.question(table, round_):
                found.setdefault(text, set()).add((table, round_))
    told = []
    for text, places in found.items():
        at = sorted({table for table, _round in places})
        when = sorted({round_ for _table, round_ in places})
        where = []
        if len(at) < len(tables):
            said = plural("Table {tables}", "Tables {tables}", len(at))
            where.append(said.format(tables=in_ranges(at)))
        if len(when) < len(rounds):
            said = plural("Round {rounds}", "Rounds {rounds}", len(when))
            where.append(said.format(rounds=in_ranges(when)))
        told.append((" · ".join(where), text))
    return told
