"""How it is kept what comes back: verdicts of tables, and amendments.

Neither hangs on the row of a statement or a theme: these go and come back by undo, and what a
table said of one stands again then.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.synthesis import StatementId
from wcafe.domain.verdicts import Answer, Verdict
from wcafe.store.base import ValueRow, is_said_again
from wcafe.store.types import Word


class Verdicts:
    """What tables said to statements: one of each table about each statement."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[Verdict]:
        rows = self._session.execute(select(*VerdictRow.columns()))
        return frozenset(map(VerdictRow.read, rows))

    def put(self, verdicts: Iterable[Verdict]) -> None:
        """Keep `verdicts`, each in the place of what the table said before to the statement."""
        wanted = {(each.statement, each.table): each for each in verdicts}
        self.remove(wanted)
        self._session.add_all(map(VerdictRow.from_value, wanted.values()))
        self._session.flush()

    def remove(self, places: Iterable[tuple[StatementId, int]]) -> None:
        """Forget what tables said to statements; what nobody said is no error."""
        for statement, table in places:
            self._session.execute(
                delete(VerdictRow).where(
                    VerdictRow.statement == statement, VerdictRow.table == table
                )
            )


class Amendments:
    """The amendments, in the order in which they came in."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Amendment, ...]:
        rows = self._session.scalars(select(AmendmentRow).order_by(AmendmentRow.position))
        return tuple(row.to_value() for row in rows)

    def save(self, amendment: Amendment) -> Amendment:
        """Insert or update `amendment`; return it as stored.

        Raises:
            StaleDataError: it is older than the one kept.
        """
        kept = self._session.get(AmendmentRow, amendment.id)
        if kept is not None and is_said_again(kept.to_value(), amendment):
            return kept.to_value()
        last = self._session.scalar(select(func.max(AmendmentRow.position)))
        behind = 0 if last is None else last + 1
        place = kept.position if kept is not None else behind
        row = self._session.merge(AmendmentRow.from_value(amendment, position=place))
        self._session.flush()
        return row.to_value()

    def remove(self, amendment: AmendmentId) -> None:
        """Take one out; what is not here is no error."""
        self._session.execute(delete(AmendmentRow).where(AmendmentRow.id == amendment))
        self._session.expire_all()


class VerdictRow(ValueRow[Verdict], value=Verdict):
    """What one table said to one statement."""

    __tablename__ = "verdict"

    statement: Mapped[str] = mapped_column(primary_key=True)
    table: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    answer: Mapped[Answer] = mapped_column(Word(Answer))
    sentence: Mapped[str]
    words: Mapped[str]


class AmendmentRow(ValueRow[Amendment], value=Amendment):
    """One amendment."""

    __tablename__ = "amendment"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    text: Mapped[str]
    who: Mapped[str]
    may_be_named: Mapped[bool]
    table: Mapped[int | None]
    round: Mapped[int | None]
    theme: Mapped[str | None]
    statement: Mapped[str | None]
    way: Mapped[Way] = mapped_column(Word(Way))
    came: Mapped[date | None]
    decision: Mapped[Decision | None] = mapped_column(Word(Decision))
    reason: Mapped[str]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}
