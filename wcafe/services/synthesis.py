"""The synthesis: themes and what people say of them."""

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import clean, new_id, one_line
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store


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
                statement=clean(statement),
                notes=notes,
            )
        )

    def save(self, theme: Theme, *, by: object | None = None) -> Theme:
        """Keep `theme`; a note filed under it leaves the one it stood in.

        Raises:
            EditedElsewhere: a newer version exists.
        """
        saved = self._store.write(lambda work: work.themes.save(theme))
        self._changes.tell(Changed(Part.SYNTHESIS, by))
        return saved
