"""How themes are kept: a row each, and rows for the notes filed under one and its statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Self

from sqlalchemy import ForeignKey, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column, relationship

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.store.base import Row, ValueRow, is_said_again
from wcafe.store.statements import StatementRow, statements_by_theme


class Themes:
    """The themes of this café, in the order they were named.

    `known` holds themes as they were read before, of which only other versions are read anew. It
    has to be given up once this `has_removed` one: it may come back, and begin to count anew.
    """

    def __init__(self, session: Session, known: dict[ThemeId, Theme] | None = None) -> None:
        self._session = session
        self._known = {} if known is None else known
        self.has_removed = False

    def all(self) -> tuple[Theme, ...]:
        """Return the themes, read as plain columns: many notes as objects take many times as long.

        The desk asks for all of them after each note.
        """
        heads = self._session.execute(
            select(ThemeRow.id, ThemeRow.version).order_by(ThemeRow.position)
        ).all()
        known = {} if self.has_removed else self._known
        here = {ThemeId(theme): known.get(ThemeId(theme)) for theme, _version in heads}
        new = [
            theme
            for theme, version in heads
            if (seen := here[ThemeId(theme)]) is None or seen.version != version
        ]
        here.update((theme.id, theme) for theme in self._read(new))
        self._known.update((id_, theme) for id_, theme in here.items() if theme is not None)
        return tuple(theme for theme in here.values() if theme is not None)

    def _read(self, themes: Sequence[str]) -> Iterable[Theme]:
        if not themes:
            return
        filed: dict[str, list[NoteId]] = {}
        for theme, note in self._session.execute(
            select(FiledNoteRow.theme_id, FiledNoteRow.note_id)
            .where(FiledNoteRow.theme_id.in_(themes))
            .order_by(FiledNoteRow.position)
        ):
            filed.setdefault(theme, []).append(NoteId(note))
        said = statements_by_theme(self._session)
        for theme, *facts in self._session.execute(
            select(ThemeRow.id, *ThemeRow.columns()).where(ThemeRow.id.in_(themes))
        ):
            yield ThemeRow.read(
                facts, notes=tuple(filed.get(theme, ())), statements=tuple(said.get(theme, ()))
            )

    def save(self, theme: Theme) -> Theme:
        """Insert or update `theme` and what is filed under it; return it as stored.

        A theme without a mark gets one that no other has, behind theirs.
        """
        kept = self._session.get(ThemeRow, theme.id)
        if theme.mark is None:
            theme = replace(theme, mark=self._give_mark(theme.id))
        filed = self._filed(theme.id)
        if kept is not None and is_said_again(kept.to_value(notes=tuple(filed)), theme):
            return kept.to_value(notes=tuple(filed))
        place = kept.position if kept is not None else self._next(ThemeRow.position)
        row = self._session.merge(ThemeRow.from_value(theme, position=place))
        row.edits = (row.edits or 0) + 1  # so that filing a note alone counts as an edit too
        self._session.flush()
        self._file(theme, filed)
        return row.to_value(notes=tuple(theme.notes))

    def _filed(self, theme: ThemeId) -> dict[NoteId, int]:
        """Return the notes under `theme` in their order, each with the number that gives it."""
        rows = self._session.execute(
            select(FiledNoteRow.note_id, FiledNoteRow.position)
            .where(FiledNoteRow.theme_id == theme)
            .order_by(FiledNoteRow.position)
        )
        return {NoteId(note): position for note, position in rows}

    def _file(self, theme: Theme, before: Mapping[NoteId, int]) -> None:
        """Let the notes of `theme` stand under it, writing no more than what changes.

        A theme may hold thousands of them, and mostly one comes behind the others or goes.
        """
        gone = before.keys() - set(theme.notes)
        stay = [note for note in before if note not in gone]
        come = theme.notes[len(stay) :]
        if list(theme.notes[: len(stay)]) != stay:  # in another order
            gone, come, before = set(before), theme.notes, {}
        if gone:
            self._session.connection().execute(
                delete(FiledNoteRow).where(
                    FiledNoteRow.theme_id == theme.id, FiledNoteRow.note_id == bindparam("note")
                ),
                [{"note": note} for note in gone],
            )
        if come:
            first = max(before.values(), default=-1) + 1
            rows = [
                {"note_id": note, "theme_id": theme.id, "position": first + at}
                for at, note in enumerate(come)
            ]
            self._session.execute(insert(FiledNoteRow), rows)

    def _next(self, column: InstrumentedAttribute[int]) -> int:
        """Return the number behind all that `column` holds."""
        last = self._session.scalar(select(func.max(column)))
        return 0 if last is None else last + 1

    def _give_mark(self, theme: ThemeId) -> int:
        """Return the mark that `theme` once got, else one that no other ever had."""
        given = self._session.get(GivenMarkRow, theme)
        if given is None:
            mark = max(self._next(ThemeRow.mark), self._next(GivenMarkRow.mark))
            given = GivenMarkRow(theme_id=theme, mark=mark)
            self._session.add(given)
        return given.mark

    def arrange(self, themes: Iterable[Theme]) -> tuple[Theme, ...]:
        """Let there be these themes, in this order, whatever their versions say."""
        wanted = tuple(themes)
        kept = {theme.id: theme for theme in self.all()}
        gone = kept.keys() - {theme.id for theme in wanted}
        self.has_removed |= bool(gone)
        self._session.execute(delete(ThemeRow).where(ThemeRow.id.in_(gone)))
        self._session.expire_all()
        for theme in wanted:
            before = kept.get(theme.id)
            now = replace(theme, version=before.version if before else 0)
            if now != before:
                self.save(now)
        rows = self._session.execute(select(ThemeRow.id, ThemeRow.position))
        places = {theme: position for theme, position in rows}  # noqa: C416 - rows are no pairs
        moved = [
            {"of": theme.id, "to": place}
            for place, theme in enumerate(wanted)
            if places[theme.id] != place
        ]
        if moved:
            self._session.connection().execute(
                update(ThemeRow)
                .where(ThemeRow.id == bindparam("of"))
                .values(position=bindparam("to")),
                moved,
            )
        self._session.expire_all()
        return self.all()

    def listed(self) -> dict[NoteId, frozenset[ThemeId]]:
        """Return under which themes a list last put each note that any list has filed."""
        rows = self._session.execute(select(ListedThemeRow.note_id, ListedThemeRow.theme_id))
        found: dict[NoteId, set[ThemeId]] = {}
        for note, theme in rows:
            found.setdefault(NoteId(note), set()).add(ThemeId(theme))
        return {note: frozenset(themes) for note, themes in found.items()}

    def list_under(self, listed: Mapping[NoteId, frozenset[ThemeId]]) -> None:
        """Let this be what `listed` returns."""
        self._session.execute(delete(ListedThemeRow))
        if listed:
            rows = [
                {"note_id": note, "theme_id": theme}
                for note, under in listed.items()
                for theme in sorted(under)
            ]
            self._session.execute(insert(ListedThemeRow), rows)

    def sort_by_hand(self, notes: Iterable[NoteId]) -> None:
        """Note that a person put `notes` where they stand: no list moves them any more."""
        self._session.execute(
            delete(ListedThemeRow).where(ListedThemeRow.note_id.in_(tuple(notes)))
        )


class ThemeRow(ValueRow[Theme], value=Theme):
    """One theme with what is said of it; its notes are kept in rows of their own."""

    __tablename__ = "theme"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    edits: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column()
    mark: Mapped[int] = mapped_column(default=0, server_default="0")
    headline: Mapped[str] = mapped_column(default="", server_default="")
    stated: Mapped[list[StatementRow]] = relationship(
        order_by=StatementRow.position, cascade="all, delete-orphan", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def from_value(cls, value: Theme, **own: Any) -> Self:
        stated = [
            StatementRow.from_value(said, position=at) for at, said in enumerate(value.statements)
        ]
        return super().from_value(value, stated=stated, **own)

    def to_value(self, **elsewhere: Any) -> Theme:
        statements = tuple(row.to_value() for row in self.stated)
        return super().to_value(statements=statements, **elsewhere)


class FiledNoteRow(Row):
    """One note under one theme; it may stand under others too."""

    __tablename__ = "filed_note"

    note_id: Mapped[str] = mapped_column(
        ForeignKey("note.id", ondelete="CASCADE"), primary_key=True
    )
    theme_id: Mapped[str] = mapped_column(
        ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int]


class ListedThemeRow(Row):
    """Under which theme a list last put a note; there may be several.

    While the note still stands there, nobody has sorted it since. A theme may be gone.
    """

    __tablename__ = "listed_theme"

    note_id: Mapped[str] = mapped_column(
        ForeignKey("note.id", ondelete="CASCADE"), primary_key=True
    )
    theme_id: Mapped[str] = mapped_column(primary_key=True)


class GivenMarkRow(Row):
    """The mark that a theme got: it is no other one's, also once the theme is removed."""

    __tablename__ = "given_mark"

    theme_id: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[int]
