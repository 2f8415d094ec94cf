"""What the tables said: notes by kind, and table by table."""

from collections.abc import Iterable, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from wcafe.domain.hosts import hosting
from wcafe.domain.notes import Kind, Note, kind_group, kind_name
from wcafe.reports.flowables import Barred, TaggedParagraph, WithSymbol
from wcafe.reports.paper import Paper
from wcafe.reports.sources import source
from wcafe.reports.styles import ASKED, CAPTION, HEADING, QUOTE, SMALL, THEME
from wcafe.reports.symbols import hue_of
from wcafe.services.cafe import Snapshot

_ENOUGH = 6  # notes a table, on average, for a page of its own
_IN_ORDER = (Kind.INSIGHT, Kind.IDEA, Kind.ACTION, Kind.TENSION, Kind.QUESTION, Kind.STORY)


def by_kind(notes: Sequence[Note], paper: Paper) -> list[Flowable]:
    """Return notes under their kinds, in people's words, each with its source."""
    story: list[Flowable] = []
    for kind in _IN_ORDER:
        if chosen := [note for note in notes if note.kind is kind]:
            story += listed(kind_group(kind, paper.words), chosen, paper)
    return story


def listed(title: str, notes: Iterable[Note], paper: Paper) -> list[Flowable]:
    items = [(note.text, source(note, paper)) for note in notes]
    return [paper.label(title), *paper.bullets(items)]


def quotes(notes: Iterable[Note], number: int, paper: Paper) -> list[Flowable]:
    """Return what people were quoted as saying, set apart by the colour of theme `number`."""
    _ = paper.words.gettext
    story: list[Flowable] = []
    for note in notes:
        said = _("“{words}”").format(words=_unquoted(note.text))
        place = _("table {table}, round {round}")
        where = place.format(table=note.table + 1, round=note.round + 1)
        parts = [paper.text(said, QUOTE), paper.text(where, SMALL)]
        story.append(Barred(parts, hue_of(number)))
    return story


def table_by_table(snapshot: Snapshot, paper: Paper, *, names: bool = False) -> list[Flowable]:
    """Return each table's notes, round by round, under the question it talked about.

    A page a table, to be handed to those who sat there; where many tables said little they follow
    one another instead.

    Args:
        snapshot: the café.
        paper: what it is printed on.
        names: whether to name those who hosted.
    """
    _ = paper.words.gettext
    cafe, notes = snapshot.cafe, snapshot.notes
    spoken = sorted({note.table for note in notes})
    is_full = len(notes) >= _ENOUGH * len(spoken)
    gap = PageBreak() if is_full else CondPageBreak(55 * mm)
    story: list[Flowable] = [PageBreak(), paper.chapter(_("Table by table"))]
    for place, table in enumerate(spoken):
        if place:
            story.append(gap)
        here = [note for note in notes if note.table == table]
        style = THEME if is_full else HEADING
        heading, caption = _table_head(snapshot, table, here, paper, style, names=names)
        story += [WithSymbol(heading, table), caption]
        for round_ in sorted({note.round for note in here}):
            story.append(paper.label(_("Round {n}").format(n=round_ + 1), "H4"))
            if question := cafe.question(table, round_):
                story.append(paper.text(question, ASKED))
            story += paper.bullets(
                [(note.text, _kind_and_state(note, paper)) for note in here if note.round == round_]
            )
    silent = [str(t + 1) for t in range(len(cafe.tables)) if t not in spoken]
    if silent and spoken:
        said = _("Tables without notes: {tables}.").format(tables=", ".join(silent))
        story += [Spacer(0, 5 * mm), paper.text(said, SMALL)]
    return story


def _table_head(
    snapshot: Snapshot,
    table: int,
    notes: Sequence[Note],
    paper: Paper,
    style: ParagraphStyle,
    *,
    names: bool,
) -> tuple[TaggedParagraph, TaggedParagraph]:
    """Return the name of a table, how much it said, and how many people sat there."""
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe = snapshot.cafe
    name = cafe.tables[table].name if table < len(cafe.tables) else ""
    title = _("Table {n}").format(n=table + 1) + (f" · {name}" if name else "")
    told = [plural("{n} note", "{n} notes", len(notes)).format(n=len(notes))]
    rows = [snapshot.seating(round_) for round_ in range(len(cafe.rounds))]
    sat = len({person for row in rows for person, where in row if where == table})
    if sat:
        told.append(plural("{n} person sat here", "{n} people sat here", sat).format(n=sat))
    if names and snapshot.plan is not None:
        known = {person.id: person.name for person in snapshot.people}
        hosted = sorted(hosting(snapshot.plan, cafe, snapshot.people).items())
        hosts = {
            known[person]: None
            for (_round, where), person in hosted
            if where == table and person in known
        }
        if hosts:
            told.append(_("★ {host}").format(host=", ".join(hosts)))
    heading = paper.text(title, style, tag="H3", outline=1)
    caption = paper.text(" · ".join(told), CAPTION)
    caption.keepWithNext = True
    return heading, caption


def _kind_and_state(note: Note, paper: Paper) -> str:
    """Return the kind of a note, and what the reader should know about how it came."""
    _ = paper.words.gettext
    told = [kind_name(note.kind, paper.words)]
    if note.conflict_of:
        told.append(_("written at the same time as another version"))
    if note.is_late:
        told.append(_("came in after the round"))
    return f"({', '.join(told)})"


def _unquoted(text: str) -> str:
    return text.strip(' \u00a0\u202f«»“”"')
