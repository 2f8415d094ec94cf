"""What the tables said: notes by kind, and table by table."""

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from wcafe.domain.notes import Kind, Note, kind_group, kind_name
from wcafe.reports.flowables import Barred, WithSymbol
from wcafe.reports.paper import Paper
from wcafe.reports.styles import HEADING, QUOTE, SMALL
from wcafe.reports.symbols import hue_of
from wcafe.services.cafe import Snapshot

_IN_ORDER = (Kind.INSIGHT, Kind.IDEA, Kind.ACTION, Kind.TENSION, Kind.QUESTION, Kind.STORY)


def source(note: Note, paper: Paper) -> str:
    """Return where a note comes from, short enough to stand behind it: (T6 R2)."""
    _ = paper.words.gettext
    told = _("(T{table} R{round})").format(table=note.table + 1, round=note.round + 1)
    return told.replace(" ", "\u00a0")  # never on two lines


def by_kind(notes: Sequence[Note], paper: Paper) -> list[Flowable]:
    """Return notes under their kinds, in people's words, each with its source."""
    story: list[Flowable] = []
    for kind in _IN_ORDER:
        if chosen := [note for note in notes if note.kind is kind]:
            story += listed(kind_group(kind, paper.words), chosen, paper)
    return story


def listed(title: str, notes: Iterable[Note], paper: Paper) -> list[Flowable]:
    label = paper.label(title)
    label.keepWithNext = True
    return [label, *paper.bullets([(note.text, source(note, paper)) for note in notes])]


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


def table_by_table(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return each table's notes, round by round, under the question it talked about."""
    _ = paper.words.gettext
    cafe = snapshot.cafe
    story: list[Flowable] = [CondPageBreak(90 * mm), paper.chapter(_("Table by table"))]
    spoken = sorted({note.table for note in snapshot.notes})
    silent = [str(t + 1) for t in range(len(cafe.tables)) if t not in spoken]
    for table in spoken:
        name = cafe.tables[table].name if table < len(cafe.tables) else ""
        title = _("Table {n}").format(n=table + 1) + (f" · {name}" if name else "")
        story.append(CondPageBreak(45 * mm))
        heading = paper.text(title, HEADING, tag="H3", outline=1)
        story.append(WithSymbol(heading, table))
        here = [note for note in snapshot.notes if note.table == table]
        for round_ in sorted({note.round for note in here}):
            title = _("Round {n}").format(n=round_ + 1)
            label = paper.label(title)
            label.keepWithNext = True
            story.append(label)
            if question := cafe.question(table, round_):
                asked = paper.text(question, SMALL)
                asked.keepWithNext = True
                story.append(asked)
            story += paper.bullets(
                [(note.text, _kind_and_state(note, paper)) for note in here if note.round == round_]
            )
    if silent and spoken:
        story.append(
            paper.text(_("Tables without notes: {tables}.").format(tables=", ".join(silent)), SMALL)
        )
    return story


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
