"""Posters for the wall: where to go, the tables, the agenda, the questions, etiquette, pictures."""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import Cafe
from wcafe.domain.table_questions import tables_in_use
from wcafe.reports.handouts import poster_words as say
from wcafe.reports.handouts.agenda_lines import agenda_lines
from wcafe.reports.handouts.poster import Poster, posters_of
from wcafe.reports.handouts.poster_room import RoomPoster
from wcafe.reports.pages.grid import lay_out, whole_page
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot

_WORDS, _LIST, _ONE, _NOTICE = (34.0, 11.0), (30.0, 11.0), (80.0, 20.0), (27.0, 12.0)
"""The largest and the smallest letters, in points."""


def posters(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return a page for each poster of which something is known.

    Where to go is told from a plan; there is no poster of tables or questions where none are set.
    """
    made = list(_each(snapshot, paper))
    return lay_out(made, whole_page(paper.page))


def _each(snapshot: Snapshot, paper: Paper) -> Iterator[Poster]:
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe = snapshot.cafe
    feet = (cafe.title, dated_mark(snapshot, paper))
    tables = tables_in_use(cafe, snapshot.plan)
    if snapshot.plan is not None:
        yield from posters_of(
            _("Where do I go?"),
            lambda size, into: say.where_to_go(snapshot, size, into, paper),
            _WORDS,
            paper,
            feet,
        )
    if tables:
        title = plural("Our {n} table", "Our {n} tables", len(tables))
        yield RoomPoster(title.format(n=len(tables)), cafe, tables, paper, feet)
    yield from posters_of(
        _("Our agenda"),
        lambda size, into: agenda_lines(cafe, size, into, paper, gap=0.5),
        _WORDS,
        paper,
        feet,
    )
    yield from _questions(cafe, tables, paper, feet)
    yield from posters_of(
        _("How we talk here"),
        lambda size, into: say.etiquette(size, into, paper),
        _WORDS,
        paper,
        feet,
    )
    yield from posters_of(
        _("Pictures"),
        lambda size, into: say.photo_notice(cafe, size, into, paper),
        _NOTICE,
        paper,
        feet,
    )


def _questions(
    cafe: Cafe, tables: Sequence[int], paper: Paper, feet: tuple[str, str]
) -> Iterable[Poster]:
    """Return the poster of the one question, or of the questions with where they are asked."""
    _ = paper.words.gettext
    asked = say.asked_where(cafe, tables, paper)
    if not asked:
        return []
    where, text = asked[0]
    if len(asked) == 1 and not where:
        return posters_of(
            _("The question"),
            lambda size, into: say.question(text, size, into, paper),
            _ONE,
            paper,
            feet,
        )
    return posters_of(
        _("The questions"),
        lambda size, into: say.questions(asked, size, into, paper),
        _LIST,
        paper,
        feet,
    )
