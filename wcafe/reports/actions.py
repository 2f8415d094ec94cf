"""The actions as a table: what, who, by when, and what became of it."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.notes import ActionState, Note
from wcafe.domain.settled_places import Chapter
from wcafe.i18n import N_
from wcafe.reports.editions import Names
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import PAGE_ROOM, begin
from wcafe.reports.pages.flowables import TaggedTable
from wcafe.reports.pages.styles import ACTION, CELL, CELL_HEAD, RULED

_WHO, _WHEN, _STATE = 32 * mm, 26 * mm, 34 * mm
_STATES = {
    ActionState.UNDER_WAY: N_("under way"),
    ActionState.DONE: N_("done"),
    ActionState.POSTPONED: N_("put off"),
    ActionState.DROPPED: N_("given up"),
}


def actions(noted: Noted, names: Names) -> list[Flowable]:
    """Return the chapter; a column of which nothing is known is left out."""
    roots = noted.placing.of(Chapter.ACTION)
    if not roots:
        return []
    paper = noted.paper
    _ = paper.words.gettext
    first = kind_group(Kind.ACTION, paper.words, noted.snapshot.cafe.kind_labels)
    notes = [nested[0][0] for nested in roots]
    columns = [
        (_("Who takes it on"), [names.who(note, paper) for note in notes], _WHO),
        (_("By when"), [note.due for note in notes], _WHEN),
        (_("What became of it"), _states(notes, noted), _STATE),
    ]
    known = [column for column in columns if any(column[1])]
    title = paper.chapter(first, place="chapter-actions")
    table = paper.root.add("Table")
    head = table.add("TR")
    facts = {"O": PDFName("Table"), "Scope": PDFName("Column")}
    rows: list[list[object]] = [
        [
            paper.text(name, CELL_HEAD, parent=head.add("TH", attributes=facts))
            for name in (first, *(name for name, _cells, _width in known))
        ]
    ]
    for place, nested in enumerate(roots):
        line = table.add("TR")
        cell = line.add("TD")
        row: list[object] = [noted.items([nested], ACTION, parent=cell)]
        for _name, cells, _width in known:
            row.append(paper.text(cells[place], CELL, parent=line.add("TD")))
        rows.append(row)
    widths = [width for _name, _cells, width in known]
    made = [PAGE_ROOM[0] - sum(widths), *widths]
    shown = TaggedTable(
        rows, colWidths=made, repeatRows=1, style=RULED, hAlign="LEFT", splitInRow=1
    )
    return begin([title], [shown])


def _states(notes: Sequence[Note], noted: Noted) -> list[str]:
    """Return what became of each; that nothing was heard, where something was of others."""
    _ = noted.paper.words.gettext
    if not any(note.state for note in notes):
        return ["" for _note in notes]
    told = []
    for note in notes:
        if note.state is None:
            told.append(_("nothing heard yet"))
            continue
        day = [noted.paper.long_date(note.state_on)] if note.state_on else []
        why = [note.state_why] if note.state_why else []
        told.append(" · ".join([_(_STATES[note.state]), *day, *why]))
    return told
