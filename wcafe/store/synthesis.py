"""How themes are kept: a row each, and rows for the notes filed under one and its statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Self

from sqlalchemy import ForeignKey, delete, func, insert, select, update
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
            own = kept.mark if kept is not None else self._next(ThemeRow.mark)
            theme = replace(theme, mark=own)
        if kept is not None and is_said_again(kept, theme):
            return kept.to_value()
        place = kept.position if kept is not None else self._next(ThemeRow.position)
        row = self._session.merge(ThemeRow.from_value(theme, position=place))
        row.edits = (row.edits or 0) + 1  # so that filing a note alone counts as an edit too
        self._session.flush()
        return row.to_value()

    def _next(self, column: InstrumentedAttribute[int]) -> int:
        """Return the number behind all that `column` holds."""
        last = self._session.scalar(select(func.max(column)))
        return 0 if last is None else last + 1

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
        for place, theme in enumerate(wanted):
            self._session.execute(
                update(ThemeRow).where(ThemeRow.id == theme.id).values(position=place)
            )
        self._session.expire_all()
        return self.all()

    def listed(self) -> dict[NoteId, frozenset[ThemeId]]:
        """Return under which themes a list last put each note that any list has filed."""
        rows = self._session.execute(select(ListedThemeRow.note_id, ListedThemeRow.theme_id))
        return {NoteId(note): frozenset(map(ThemeId, ids.split())) for note, ids in rows}

    def list_under(self, listed: Mapping[NoteId, frozenset[ThemeId]]) -> None:
        """Let this be what `listed` returns."""
        self._session.execute(delete(ListedThemeRow))
        if listed:
            rows = [
                {"note_id": note, "theme_id": " ".join(sorted(under))}
                for note, under in listed.items()
            ]
            self._session.execute(insert(ListedThemeRow), rows)

    def sort_by_hand(self, notes: Iterable[NoteId]) -> None:
        """Note that a person put `notes` where they stand: no list moves them any more."""
        self._session.execute(
            delete(ListedThemeRow).where(ListedThemeRow.note_id.in_(tuple(notes)))
        )


class ThemeRow(ValueRow[Theme], value=Theme):
    """One theme and, through `filed`, its notes in order."""

    __tablename__ = "theme"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    edits: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column()
    mark: Mapped[int] = mapped_column(default=0, server_default="0")
    headline: Mapped[str] = mapped_column(default="", server_default="")
    filed: Mapped[list["FiledNoteRow"]] = relationship(
        order_by="FiledNoteRow.position", cascade="all, delete-orphan", lazy="selectin"
    )
    stated: Mapped[list[StatementRow]] = relationship(
        order_by=StatementRow.position, cascade="all, delete-orphan", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def from_value(cls, value: Theme, **own: Any) -> Self:
        filed = [FiledNoteRow(note_id=note, position=at) for at, note in enumerate(value.notes)]
        stated = [
            StatementRow.from_value(said, position=at) for at, said in enumerate(value.statements)
        ]
        return super().from_value(value, filed=filed, stated=stated, **own)

    def to_value(self, **elsewhere: Any) -> Theme:
        notes = tuple(NoteId(row.note_id) for row in self.filed)
        statements = tuple(row.to_value() for row in self.stated)
        return super().to_value(notes=notes, statements=statements, **elsewhere)


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
    """Under which theme a list last put a note, or under which themes, with blanks between.

    While the note still stands there, nobody has sorted it since. A theme may be gone.
    """

    __tablename__ = "listed_theme"

    note_id: Mapped[str] = mapped_column(
        ForeignKey("note.id", ondelete="CASCADE"), primary_key=True
    )
    theme_id: Mapped[str]
