"""The first page of a host kit: which table it is, who hosts it, and how to welcome."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.cafe import Cafe, HostMode
from wcafe.domain.marks import table_title
from wcafe.domain.table_questions import in_ranges, questions_of, rounds_of
from wcafe.reports.handouts.agenda_lines import agenda_lines
from wcafe.reports.handouts.asked import questions_shown
from wcafe.reports.handouts.host_rounds import Seated
from wcafe.reports.handouts.kit_styles import named, points, section, small
from wcafe.reports.handouts.table_head import TableHead
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import EYEBROW
from wcafe.reports.pages.tags import Node

_FACE = ParagraphStyle("kit_eyebrow", EYEBROW, spaceBefore=0, spaceAfter=6)
_LONGEST = 160  # characters of a line that says which café it is


def front(
    table: int,
    seated: Seated,
    size: float,
    parent: Node,
    paper: Paper,
) -> list[Flowable]:
    """Return the parts of the page in letters of `size` points."""
    _ = paper.words.gettext
    cafe = seated.snapshot.cafe
    is_hosted = cafe.rules.hosts is not HostMode.NONE
    title = cafe.table_name(table) or table_title(table, "", paper.words)
    story: list[Flowable] = [
        paper.text(
            _("FOR THE TABLE HOST") if is_hosted else _("FOR THE TABLE"), _FACE, parent=parent
        ),
        TableHead(table, title, 14 * mm, paper, parent),
    ]
    story.append(small(_which_cafe(cafe, paper), size, parent, paper))
    hosts = seated.hosts_of(table)
    if seated.is_planned and cafe.rules.hosts is HostMode.STAY and not hosts:
        nobody = _("★ No host is named for this table yet:")
        story.append(small(f"{nobody} ……………………", size, parent, paper))
    for name, hosted in hosts:
        story.append(named(_hosting(name, hosted, len(cafe.rounds), paper), size, parent, paper))
    asked = questions_of(cafe, table, rounds_of(cafe, table))
    if len(asked) == 1:
        story += questions_shown(asked, 1.3 * size, parent, paper)
    story.append(section(_("Welcome"), size, parent, paper))
    told = [_("Greet each person who sits down, and let everybody say their name.")]
    if asked:
        told.append(_("Read the question aloud, and leave a moment of silence."))
    told += [
        _(
            "Say it in your own words: here everybody speaks, everybody listens, and the "
            "tablecloth is there to be written and drawn on."
        ),
        _("See to it that no voice takes all the time, and ask those who have not spoken yet."),
    ]
    if cafe.rules.hosts is HostMode.STAY:
        told.append(_("You stay at this table; at the end of a round thank those who go on."))
    if cafe.rules.hosts is HostMode.HAND_OVER:
        told.append(_("Before you go on, hand this sheet to the person who stays."))
    story += points(told, size, parent, paper)
    story.append(section(_("Our agenda"), size, parent, paper))
    return [*story, *agenda_lines(cafe, 0.92 * size, parent, paper, gap=0.15)]


def _which_cafe(cafe: Cafe, paper: Paper) -> str:
    day = paper.long_date(cafe.day) if cafe.day else ""
    return " · ".join(filter(None, (cafe.title, day, cafe.place)))


def _hosting(name: str, hosted: tuple[int, ...], rounds: int, paper: Paper) -> str:
    _, plural = paper.words.gettext, paper.words.ngettext
    if len(hosted) == rounds:
        return _("★ Host: {name}").format(name=name)
    told = plural(
        "★ Host in round {rounds}: {name}", "★ Host in rounds {rounds}: {name}", len(hosted)
    )
    return told.format(rounds=in_ranges(hosted), name=name)
