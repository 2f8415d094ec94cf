"""Statements: written with the notes they rest on, put in order, read again; notes set apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.sourcing import Standing, note_label
from wcafe.domain.stating import Stated, Themes, cites_of, find_statement, merge, with_stated
from wcafe.domain.synthesis import Opposed, Statement, StatementId, ThemeId, cite
from wcafe.domain.text import clean, new_id, one_line
from wcafe.errors import (
    EditedElsewhere,
    NoSource,
    NoSuchNote,
    NotFound,
    SourceDeleted,
    SourceWithheld,
)
from wcafe.i18n import ENGLISH
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChange:
    """What became of one statement: where and how it stood, and stands; None where it did not.

    `is_beside` says that somebody else wrote other words meanwhile: theirs stay, and these stand
    behind them as a second version.
    """

    id: StatementId
    before: Stated | None
    after: Stated | None
    is_beside: bool = False


class StatementService:
    """Write and arrange what people say of themes. Nothing is written for them."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def numbers(self) -> Mapping[NoteId, int]:
        """Return the number of each note among those of its table and round, see `note_label`."""
        with self._store.read() as work:
            return work.notes.numbers()

    def write(
        self,
        theme: ThemeId,
        text: str,
        notes: Sequence[NoteId],
        *,
        seen: Statement | None = None,
        id_: StatementId | None = None,
        by: object | None = None,
    ) -> StatementChange:
        """Keep a statement of `theme` that cites `notes`.

        Args:
            theme: where a new one stands, behind the others.
            text: what it says.
            notes: what it rests on, in order.
            seen: as it was when the writing began; None for a new one.
            id_: that of a new one; the same wish again keeps it once.
            by: who asks.

        Returns:
            What became of it. Where somebody else changed it since it was `seen`, both changes are
            kept; where both changed the words, these stand behind theirs under an id of their own.
            One that was removed meanwhile stands again.

        Raises:
            EmptyStatement: it has no words. NoSource: it cites nothing.
            SourceDeleted, SourceWithheld, NoSuchNote: of a note that it did not cite before.
            NotFound: there is no such theme any more.
        """
        new = id_ or StatementId(new_id())

        def write(work: Work) -> StatementChange:
            themes = work.themes.all()
            old = seen.cites if seen is not None else ()
            known = {each.note for each in old}
            standing = {note.id: note for note in work.notes.all()}
            cited = [cite(_source(work, note, standing)) for note in notes if note not in known]
            wanted = Statement(
                id=seen.id if seen is not None else new,
                text=clean(text),
                cites=cites_of(notes, old, cited),
            )
            if not wanted.cites:
                raise NoSource
            here = find_statement(themes, wanted.id)
            if here is None:
                end = next((len(t.statements) for t in themes if t.id == theme), None)
                if end is None:
                    raise NotFound
                after = Stated(theme=theme, place=end, statement=wanted)
                return _keep(work, themes, wanted.id, after)
            merged = merge(seen or here.statement, here.statement, wanted)
            if merged is not None:
                return _keep(work, themes, wanted.id, replace(here, statement=merged))
            beside = replace(wanted, id=StatementId(new_id()))
            after = Stated(theme=here.theme, place=here.place + 1, statement=beside)
            return replace(_keep(work, themes, beside.id, after), is_beside=True)

        return self._write(write, by)

    def move(
        self, id_: StatementId, theme: ThemeId, place: int, *, by: object | None = None
    ) -> StatementChange:
        """Put a statement at `place`, from 0, of a theme; behind the others where it has fewer.

        Raises:
            NotFound: there is no such statement, or theme, any more.
        """

        def move(work: Work) -> StatementChange:
            themes = work.themes.all()
            here = _find(themes, id_)
            if theme not in {each.id for each in themes}:
                raise NotFound
            return _keep(work, themes, id_, replace(here, theme=theme, place=max(place, 0)))

        return self._write(move, by)

    def remove(self, id_: StatementId, *, by: object | None = None) -> StatementChange:
        """Take a statement out; the notes it cites stay. Raises NotFound where there is none."""

        def remove(work: Work) -> StatementChange:
            themes = work.themes.all()
            _find(themes, id_)
            return _keep(work, themes, id_, None)

        return self._write(remove, by)

    def confirm_read(self, id_: StatementId, *, by: object | None = None) -> StatementChange:
        """Note that somebody read a statement again beside the notes that it cites, as they are.

        Raises:
            NotFound: there is no such statement any more.
        """

        def confirm(work: Work) -> StatementChange:
            themes = work.themes.all()
            here = _find(themes, id_)
            standing = {note.id: note for note in work.notes.all()}
            cites = tuple(
                cite(standing[each.note]) if each.note in standing else each
                for each in here.statement.cites
            )
            read = replace(here.statement, cites=cites)
            return _keep(work, themes, id_, replace(here, statement=read))

        return self._write(confirm, by)

    def put(
        self,
        change: StatementChange,
        *,
        is_in: bool,
        by: object | None = None,
    ) -> None:
        """Take `change` back, or make it again, as undo and redo need it.

        Raises:
            EditedElsewhere: the statement is not as the change left it; and nothing changed.
        """
        expected, wanted = (change.before, change.after) if is_in else (change.after, change.before)

        def put(work: Work) -> StatementChange:
            themes = work.themes.all()
            here = find_statement(themes, change.id)
            if _without_place(here) != _without_place(expected):
                raise EditedElsewhere
            if wanted is not None and wanted.theme not in {each.id for each in themes}:
                raise EditedElsewhere
            return _keep(work, themes, change.id, wanted)

        self._write(put, by)

    def write_headline(
        self, theme: ThemeId, headline: str, *, seen: str, by: object | None = None
    ) -> None:
        """Keep what a theme says in one line.

        Raises:
            EditedElsewhere: it says neither that nor what was `seen`; and nothing changed.
            NotFound: there is no such theme any more. TextTooLong
        """
        said = one_line(headline)

        def write(work: Work) -> None:
            here = next((each for each in work.themes.all() if each.id == theme), None)
            if here is None:
                raise NotFound
            if here.headline not in (seen, said):
                raise EditedElsewhere
            if here.headline != said:
                work.themes.save(replace(here, headline=said))

        self._store.write(write)
        self._changes.tell(Changed(Part.SYNTHESIS, by))

    def set_apart(self, pair: Opposed, *, is_in: bool, by: object | None = None) -> None:
        """Note that two notes pull apart, or that they do not after all.

        Raises:
            SourceDeleted, SourceWithheld, NoSuchNote: of a note that cannot be told.
        """

        def set_apart(work: Work) -> None:
            pairs = work.opposed.all()
            if not is_in:
                work.opposed.keep(pairs - {pair})
                return
            standing = {note.id: note for note in work.notes.all()}
            for note in (pair.one, pair.other):
                _source(work, note, standing)
            work.opposed.keep(pairs | {pair})

        self._store.write(set_apart)
        self._changes.tell(Changed(Part.SYNTHESIS, by))

    def _write(
        self, change: Callable[[Work], StatementChange], by: object | None
    ) -> StatementChange:
        made = self._store.write(change)
        self._changes.tell(Changed(Part.SYNTHESIS, by))
        return made


def _find(themes: Themes, id_: StatementId) -> Stated:
    if (here := find_statement(themes, id_)) is None:
        raise NotFound
    return here


def _keep(work: Work, themes: Themes, id_: StatementId, after: Stated | None) -> StatementChange:
    """Let the statement `id_` stand as `after` says; where it goes it goes first."""
    before = find_statement(themes, id_)
    wanted = with_stated(themes, id_, after)
    changed = [now for now, was in zip(wanted, themes, strict=True) if now is not was]
    for theme in sorted(changed, key=lambda each: after is not None and each.id == after.theme):
        work.themes.save(theme)
    return StatementChange(id=id_, before=before, after=find_statement(wanted, id_))


def _source(work: Work, note: NoteId, standing: Standing) -> Note:
    """Return the note on which something is to rest, or raise why nothing can."""
    found = standing.get(note) or work.notes.get(note)
    if found is None:
        raise NoSuchNote(note=note)
    if not found.is_deleted and not found.withheld:
        return found
    label = note_label(found, work.notes.numbers()[note], ENGLISH)
    raise SourceDeleted(source=label) if found.is_deleted else SourceWithheld(source=label)


def _without_place(stated: Stated | None) -> Stated | None:
    return replace(stated, place=0) if stated is not None else None
