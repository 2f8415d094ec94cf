"""Note what was printed, so that it is known what is to be printed anew."""

from collections.abc import Iterable

from wcafe.domain.printings import Printing
from wcafe.domain.sheets import PrintedForm
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work


class PrintedService:
    """Note which pieces of paper there are, and in which form sheets were printed."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def note(
        self,
        printings: Iterable[Printing],
        *,
        form: PrintedForm | None = None,
        by: object | None = None,
    ) -> None:
        """Note that pieces are on paper as their digests say; of sheets also in which `form`."""
        made = tuple(printings)

        def note(work: Work) -> None:
            work.printings.put(made)
            if form is not None:
                work.sheet_forms.add(form)

        self._store.write(note)
        self._changes.tell(Changed(Part.PRINTED, by))

    def forget(self, pieces: Iterable[tuple[str, str]], *, by: object | None = None) -> None:
        """Let pieces, each by artefact and unit, count as not printed: what was printed is lost."""
        gone = tuple(pieces)
        self._store.write(lambda work: work.printings.remove(gone))
        self._changes.tell(Changed(Part.PRINTED, by))
