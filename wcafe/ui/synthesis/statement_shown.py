"""A statement as it is shown: its sources, what happened to them, and what it claims."""

from dataclasses import dataclass

from wcafe.domain.notes import NoteId
from wcafe.domain.quantifiers import Truth, in_truth
from wcafe.domain.sourcing import changed_since, lost_since, note_label
from wcafe.domain.synthesis import Statement
from wcafe.services.sourced import Doubt, doubts_of
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.words import _, desk_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """A note that is cited: its label, its words, and what happened to it since."""

    note: NoteId
    label: str
    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """A statement as it is shown."""

    statement: Statement
    sources: tuple[ShownSource, ...]
    remark: str  # what happened to what it rests on; empty where nothing did
    can_be_read: bool  # one click says that it was read again
    doubts: tuple[tuple[Doubt, Truth | None], ...]
    verdicts: str = ""  # what tables say to it, in a line; empty where none did


def statement_shown(statement: Statement, presenter: SynthesisPresenter) -> ShownStatement:
    """Return `statement` as the café stands now."""
    standing = presenter.standing
    changed, lost = changed_since(statement, standing), lost_since(statement, standing)
    sources = []
    for note in statement.notes:
        known = standing.get(note)
        remark = ""
        if known is None:
            remark = _("deleted")
        elif known.withheld:
            remark = _("withheld")
        elif note in changed:
            remark = _("changed")
        label = note_label(known, presenter.numbers.get(note, 0), desk_words()) if known else "–"
        text = known.text if known is not None else ""
        sources.append(ShownSource(note=note, label=label, text=text, remark=remark))
    remark = ""
    if not statement.cites:
        remark = _("unsourced: mark the notes it rests on")
    elif lost:
        remark = _("rests on a note that was deleted or withheld since")
    elif changed:
        remark = _("note changed since")
    doubts = presenter.claims.open_among(
        tuple(
            doubts_of(statement, standing, tables=presenter.tables, day_words=presenter.cafe.words)
        )
        if statement.cites
        else ()
    )
    return ShownStatement(
        statement=statement,
        sources=tuple(sources),
        remark=remark,
        can_be_read=bool(changed),
        doubts=tuple((each, in_truth(statement.text, each.claim, each.notes)) for each in doubts),
        verdicts=presenter.confirming.told_of(statement.id),
    )
