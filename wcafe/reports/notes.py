"""What the tables said: notes by kind, and table by table."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from wcafe.domain.hosts import hosting
from wcafe.domain.kinds import KINDS_TO_READ, Kind, Labels, kind_group, kind_name
from wcafe.domain.marks import round_title, table_title
from wcafe.domain.nesting import in_order_of_parents
from wcafe.domain.notes import Note, has_kinds
from wcafe.reports.pages.beginning import PAGE_ROOM, begin, height_of
from wcafe.reports.pages.flowables import Barred, WithSymbol
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import ASKED, CAPTION, HEADING, ITEM, QUOTE, SMALL
from wcafe.reports.pages.symbols import hue_of
from wcafe.reports.sources import source
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_seats

_MUCH = 0.6  # of a page, for a page of its own


def by_kind(
    notes: Sequence[Note], paper: Paper, *, has_kind: bool, labels: Labels = ()
) -> list[Flowable]:
    """Return notes under their kinds, as the café calls them, in people's words with their source.

    The order of a kind's notes is the one in which they were filed. Those that may be quoted stand
    apart (`quotes`).
    """
    if not has_kind:
        return points(notes, paper)
    story: list[Flowable] = []
    others = [note for note in notes if not is_quotable(note)]
    for kind in KINDS_TO_READ:
        if chosen := [note for note in others if note.kind is kind]:
            story += listed(kind_group(kind, paper.words, labels), chosen, paper)
    return story


def is_quotable(note: Note) -> bool:
    """Is it a quote that whoever said it agreed to see set apart?"""
    return note.kind is Kind.QUOTE and note.may_quote


def listed(title: str, notes: Iterable[Note], paper: Paper) -> list[Flowable]:
    return [paper.label(title), *points(notes, paper)]


def points(
    notes: Iterable[Note],
    paper: Paper,
    told: Callable[[Note, Paper], str] = source,
    style: ParagraphStyle = ITEM,
) -> list[Flowable]:
    """Return notes as a list: one that belongs to another of them is a point below it.

    Args:
        notes: in their order.
        paper: what they are printed on.
        told: returns what stands small behind a note; where it was said by default.
        style: how they look.
    """
    ordered = in_order_of_parents(list(notes))
    items = [(note.text, told(note, paper)) for note, _depth in ordered]
    return list(paper.bullets(items, style, [depth for _note, depth in ordered]))


def quotes(notes: Iterable[Note], mark: int, paper: Paper) -> list[Flowable]:
    """Return what people were quoted as saying, set apart by the colour of a theme's `mark`."""
    _ = paper.words.gettext
    story: list[Flowable] = []
    for note in notes:
        said = _("“{words}”").format(words=_unquoted(note.text))
        place = _("table {table}, round {round}")
        where = place.format(table=note.table + 1, round=note.round + 1)
        parts = [paper.text(said, QUOTE), paper.text(where, SMALL)]
        story.append(Barred(parts, hue_of(mark)))
    return story


def table_by_table(
    snapshot: Snapshot,
    paper: Paper,
    *,
    names: bool = False,
    to_sort: Collection[str] = frozenset(),
) -> list[Flowable]:
    """Return each table's notes, round by round, under the question it talked about.

    A table that fills much of a page has that page to itself, to be handed to those who sat there.
    Those that said less share one, and those that said more follow one another.

    Args:
        snapshot: the café.
        paper: what it is printed on.
        names: whether to name those who hosted.
        to_sort: the ids of notes that are marked as not sorted yet.
    """
    _ = paper.words.gettext
    cafe, notes = snapshot.cafe, snapshot.notes
    spoken = sorted({note.table for note in notes})
    labels = cafe.kind_labels
    state = partial(_state, labels=labels, has_kind=has_kinds(notes), to_sort=to_sort)
    story: list[Flowable] = [PageBreak(), paper.chapter(_("Table by table"))]
    was_full = False
    for place, table in enumerate(spoken):
        here = [note for note in notes if note.table == table]
        heading, caption = _table_head(snapshot, table, here, paper, names=names)
        head: list[Flowable] = [WithSymbol(heading, table), caption]
        body: list[Flowable] = []
        for round_ in sorted({note.round for note in here}):
            body.append(paper.label(round_title(round_, cafe.round_at(round_), paper.words), "H4"))
            if question := cafe.question(table, round_):
                body.append(paper.text(question, ASKED))
            body += points([note for note in here if note.round == round_], paper, state)
        share = height_of([*head, *body], PAGE_ROOM[0]) / PAGE_ROOM[1]
        is_full = _MUCH < share <= 1
        if place and (is_full or was_full):
            story.append(PageBreak())
        story += begin(head, body)
        was_full = is_full
    silent = [str(t + 1) for t in range(len(cafe.tables)) if t not in spoken]
    if silent and spoken:
        without = _("Tables without notes: {tables}.").format(tables=", ".join(silent))
        story += [Spacer(0, 5 * mm), paper.text(without, SMALL)]
    return story


def _table_head(
    snapshot: Snapshot,
    table: int,
    notes: Sequence[Note],
    paper: Paper,
    *,
    names: bool,
) -> tuple[TaggedParagraph, TaggedParagraph]:
    """Return the name of a table, how much it said, and how many people sat there."""
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe = snapshot.cafe
    title = table_title(table, cafe.table_name(table), paper.words)
    count = plural("{n} note", "{n} notes", len(notes))
    told = [count.format(n=paper.number(len(notes)))]
    seats = known_seats(snapshot)
    sat = len({person for row in seats.rows for person, where in row if where == table})
    if sat:
        here = (
            plural("{n} person sat here", "{n} people sat here", sat)
            if seats.is_recorded
            else plural("{n} person expected here", "{n} people expected here", sat)
        )
        told.append(here.format(n=paper.number(sat)))
    if names and snapshot.plan is not None:
        known = {person.id: person.name for person in snapshot.people}
        hosted = sorted(hosting(snapshot.plan, cafe, snapshot.people).items())
        hosts = {
            known[person]: None
            for (round_, where), person in hosted
            if where == table and person in known and (person, table) in seats.rows[round_]
        }
        if hosts:
            told.append(_("★ {host}").format(host=", ".join(hosts)))
    heading = paper.text(title, HEADING, tag="H3", outline=1)
    caption = paper.text(" · ".join(told), CAPTION, as_typed=True)
    caption.keepWithNext = True
    return heading, caption


def _state(
    note: Note, paper: Paper, *, labels: Labels, has_kind: bool, to_sort: Collection[str]
) -> str:
    """Return the kind of a note, if it has one, and what to know about how it came; or nothing."""
    _ = paper.words.gettext
    told = [kind_name(note.kind, paper.words, labels)] if has_kind else []
    if note.conflict_of:
        told.append(_("written at the same time as another version"))
    if note.is_late:
        told.append(_("came in after the round"))
    if note.is_lone:
        told.append(_("lone voice"))
    if note.id in to_sort:
        told.append(_("to sort"))
    return f"({', '.join(told)})" if told else ""


def _unquoted(text: str) -> str:
    return text.strip(' \u00a0\u202f«»“”"')
