"""How it is kept what was printed: pieces of paper, and the forms of sheets that are filled in."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from wcafe.domain.printings import Printing
from wcafe.domain.sheets import PrintedForm, SheetPlace
from wcafe.store.base import ValueRow
from wcafe.store.types import LIST, Moment


class Printings:
    """What was printed last of each piece of paper."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[Printing]:
        rows = self._session.execute(select(*PrintingRow.columns()))
        return frozenset(map(PrintingRow.read, rows))

    def put(self, printings: Iterable[Printing]) -> None:
        """Keep `printings`, each in the place of what was printed of the same piece before."""
        wanted = {(each.artefact, each.unit): each for each in printings}
        self.remove(wanted)
        self._session.add_all(map(PrintingRow.from_value, wanted.values()))
        self._session.flush()

    def remove(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Forget that pieces were printed, each by artefact and unit."""
        for artefact, unit in pieces:
            self._session.execute(
                delete(PrintingRow).where(
                    PrintingRow.artefact == artefact, PrintingRow.unit == unit
                )
            )


class SheetForms:
    """The forms in which sheets were printed: none is ever forgotten, as paper is not."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[PrintedForm]:
        rows = self._session.execute(select(*SheetFormRow.columns()))
        return frozenset(map(SheetFormRow.read, rows))

    def add(self, form: PrintedForm) -> None:
        """Keep `form`; one that is known already stays as it is."""
        if self._session.get(SheetFormRow, form.version) is None:
            self._session.add(SheetFormRow.from_value(form))
            self._session.flush()


class BlankSheets:
    """The sheets of which somebody said that they stayed blank."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> frozenset[SheetPlace]:
        rows = self._session.execute(select(*BlankSheetRow.columns()))
        return frozenset(map(BlankSheetRow.read, rows))

    def replace(self, sheets: Iterable[SheetPlace]) -> None:
        """Let these sheets be blank, and no others."""
        self._session.execute(delete(BlankSheetRow))
        self._session.add_all(map(BlankSheetRow.from_value, {*sheets}))
        self._session.flush()


class PrintingRow(ValueRow[Printing], value=Printing):
    """One piece of paper, as it was printed last."""

    __tablename__ = "printing"

    artefact: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)


class SheetFormRow(ValueRow[PrintedForm], value=PrintedForm):
    """One form of sheets."""

    __tablename__ = "sheet_form"

    version: Mapped[str] = mapped_column(primary_key=True)
    prompts: Mapped[tuple[str, ...]] = mapped_column(LIST)
    tables: Mapped[int]
    rows: Mapped[tuple[str, ...]] = mapped_column(LIST)


class BlankSheetRow(ValueRow[SheetPlace], value=SheetPlace):
    """One sheet that stayed blank."""

    __tablename__ = "blank_sheet"

    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    table: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    page: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
