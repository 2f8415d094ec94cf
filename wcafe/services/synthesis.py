"""The synthesis: themes and what people say of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId
from wcafe.domain.text import clean, has_words, new_id, one_line
from wcafe.errors import EditedElsewhere, NotFound
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work


def as_statements(text: str) -> tuple[Statement, ...]:
    """Return a new statement of these words, which cites nothing; none where there are no words."""
    words = clean(text)
    return (Statement(id=StatementId(new_id()), text=words),) if has_words(words) else ()


class SynthesisService:
    """Name themes, word them, put notes in them."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def themes(self) -> tuple[Theme, ...]:
        with self._store.read() as work:
            return work.themes.all()

    def name_theme(
        self, name: str, *, statement: str = "", notes: tuple[NoteId, ...] = ()
    ) -> Theme:
        """Keep a new theme. Raises BadTheme for one without a name."""
        return self.save(
            Theme(
                id=ThemeId(new_id()),
                name=one_line(name),
                notes=notes,
                statements=as_statements(statement),
            )
        )

    def save(self, theme: Theme, *, by: object | None = None) -> Theme:
        """Keep `theme` as it is given; a note filed under it stays under others too.

        Raises:
            EditedElsewhere: a newer version exists.
        """
        saved = self._store.write(lambda work: work.themes.save(theme))
        self._changes.tell(Changed(Part.SYNTHESIS, by))
        return saved

    def file(
        self, notes: Iterable[NoteId], theme: ThemeId | None, *, by: object | None = None
    ) -> tuple[Theme, ...]:
        """Put `notes` under one theme, behind those there; or under none. Returns all themes.

        Raises:
            NotFound: there is no such theme any more.
        """
        moved = tuple(dict.fromkeys(notes))

        def file(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            if theme is not None and theme not in {each.id for each in themes}:
                raise NotFound
            left = [
                replace(each, notes=tuple(note for note in each.notes if note not in moved))
                for each in themes
            ]
            return tuple(
                replace(each, notes=(*each.notes, *moved)) if each.id == theme else each
                for each in left
            )

        return self._rearrange(file, by, by_hand=moved if theme is not None else ())

    def remove(self, theme: ThemeId, *, by: object | None = None) -> tuple[Theme, ...]:
        """Take a theme out; its notes stay, under none. Returns those left."""
        return self._rearrange(
            lambda themes: tuple(each for each in themes if each.id != theme), by
        )

    def move(self, theme: ThemeId, place: int, *, by: object | None = None) -> tuple[Theme, ...]:
        """Put a theme at `place`, from 0, of the list. Returns all themes.

        Raises:
            NotFound: there is no such theme any more.
        """

        def move(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
            if (moved := next((each for each in themes if each.id == theme), None)) is None:
                raise NotFound
            others = [each for each in themes if each.id != theme]
            others.insert(place, moved)
            return tuple(others)

        return self._rearrange(move, by)

    def arrange(
        self,
        themes: tuple[Theme, ...],
        *,
        expected: tuple[Theme, ...] | None = None,
        by: object | None = None,
    ) -> tuple[Theme, ...]:
        """Put the whole list of themes, in order, as given; versions aside, as undo needs it.

        Raises:
            EditedElsewhere: the themes kept are not the `expected` ones; and nothing changed.
        """

        def arrange(kept: tuple[Theme, ...]) -> tuple[Theme, ...]:
            if expected is not None and kept != expected:
                raise EditedElsewhere
            return themes

        return self._rearrange(arrange, by)

    def _rearrange(
        self,
        change: Callable[[tuple[Theme, ...]], tuple[Theme, ...]],
        by: object | None,
        *,
        by_hand: tuple[NoteId, ...] = (),
    ) -> tuple[Theme, ...]:
        def rearrange(work: Work) -> tuple[Theme, ...]:
            work.themes.sort_by_hand(by_hand)
            return work.themes.arrange(change(work.themes.all()))

        saved = self._store.write(rearrange)
        self._changes.tell(Changed(Part.SYNTHESIS, by))
        return saved
