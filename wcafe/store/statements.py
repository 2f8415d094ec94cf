"""How statements are kept, with the notes they cite, and which notes are set against each other."""

from collections.abc import Iterable
from typing import Any, Self

from sqlalchemy import ForeignKey, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Cite, Opposed, Statement, StatementId
from wcafe.store.base import Row, ValueRow


class OpposedNotes:
    """The pairs of notes that somebody set against each other."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[Opposed]:
        rows = self._session.execute(select(OpposedRow.one_id, OpposedRow.other_id))
        return frozenset(Opposed(one=NoteId(one), other=NoteId(other)) for one, other in rows)

    def keep(self, pairs: Iterable[Opposed]) -> None:
        """Let these be the pairs there are."""
        wanted, here = frozenset(pairs), self.all()
        for gone in here - wanted:
            self._session.execute(
                delete(OpposedRow).where(
                    OpposedRow.one_id == gone.one, OpposedRow.other_id == gone.other
                )
            )
        if new := sorted(wanted - here):
            rows = [{"one_id": pair.one, "other_id": pair.other} for pair in new]
            self._session.execute(insert(OpposedRow), rows)


def statements_by_theme(session: Session) -> dict[str, list[Statement]]:
    """Return what is said of each theme, in order, read as plain columns."""
    cites: dict[str, list[Cite]] = {}
    for said, note, read in session.execute(
        select(CiteRow.statement_id, CiteRow.note_id, CiteRow.read_hash).order_by(CiteRow.position)
    ):
        cites.setdefault(said, []).append(Cite(note=NoteId(note), read=read))
    found: dict[str, list[Statement]] = {}
    for theme, id_, words in session.execute(
        select(StatementRow.theme_id, StatementRow.id, StatementRow.text).order_by(
            StatementRow.position
        )
    ):
        cited = tuple(cites.get(id_, ()))
        statement = Statement(id=StatementId(id_), text=words, cites=cited)
        found.setdefault(theme, []).append(statement)
    return found


class StatementRow(ValueRow[Statement], value=Statement):
    """One statement of one theme and, through `cited`, the notes it rests on, in order."""

    __tablename__ = "statement"

    id: Mapped[str] = mapped_column(primary_key=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"))
    position: Mapped[int]
    text: Mapped[str]
    cited: Mapped[list["CiteRow"]] = relationship(
        order_by="CiteRow.position", cascade="all, delete-orphan", lazy="selectin"
    )

    @classmethod
    def from_value(cls, value: Statement, **own: Any) -> Self:
        cited = [
            CiteRow(note_id=cite.note, read_hash=cite.read, position=at)
            for at, cite in enumerate(value.cites)
        ]
        return super().from_value(value, cited=cited, **own)

    def to_value(self, **elsewhere: Any) -> Statement:
        cites = tuple(Cite(note=NoteId(row.note_id), read=row.read_hash) for row in self.cited)
        return super().to_value(cites=cites, **elsewhere)


class CiteRow(Row):
    """One note on which one statement rests, and the hash of the words that were read then."""

    __tablename__ = "cite"

    statement_id: Mapped[str] = mapped_column(
        ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True
    )
    note_id: Mapped[str] = mapped_column(
        ForeignKey("note.id", ondelete="CASCADE"), primary_key=True
    )
    read_hash: Mapped[str]
    position: Mapped[int]


class OpposedRow(Row):
    """Two notes set against each other, the smaller id first."""

    __tablename__ = "opposed"

    one_id: Mapped[str] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[str] = mapped_column(
        ForeignKey("note.id", ondelete="CASCADE"), primary_key=True
    )
