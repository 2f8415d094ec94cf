"""The prompts of harvest sheets: one word for the café and for the notes that stand under it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from wcafe.domain.notes import NoteId
from wcafe.domain.settling import edit_of
from wcafe.services.changes import Part
from wcafe.services.note_keeping import DESK, NoteKeeping, device_of
from wcafe.store import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRenamed:
    """A prompt that is called otherwise now, and the notes that stood under it."""

    before: str
    after: str
    notes: frozenset[NoteId]

    @property
    def back(self) -> "PromptRenamed":
        """What takes this back."""
        return PromptRenamed(before=self.after, after=self.before, notes=self.notes)


class Prompts:
    """Renames prompts in the café and in its notes, in one transaction."""

    def __init__(self, keeping: NoteKeeping) -> None:
        self._keeping = keeping

    def rename(self, before: str, after: str, *, by: object | None = None) -> PromptRenamed:
        """Call the prompt `before` otherwise, also in all notes that stand under it now."""
        return self._keep(before, after, None, by)

    def turn(self, renamed: PromptRenamed, *, by: object | None = None) -> PromptRenamed:
        """Rename a prompt again in those notes alone that were renamed with it.

        Notes that somebody put under another prompt since stay there.
        """
        return self._keep(renamed.before, renamed.after, renamed.notes, by)

    def _keep(
        self, before: str, after: str, among: Collection[NoteId] | None, by: object | None
    ) -> PromptRenamed:
        now = self._keeping.stamp()

        def keep(work: Work) -> PromptRenamed:
            cafe, batch = work.cafes.get(), work.note_batch()
            prompts = tuple(after if each == before else each for each in cafe.prompts)
            if prompts != cafe.prompts:
                work.cafes.save(replace(cafe, prompts=prompts))
            device = device_of(cafe, DESK)
            batch.meet(device, DESK, now=now)
            renamed = set()
            for note in work.notes.all():
                if note.prompt == before and (among is None or note.id in among):
                    wish = edit_of(
                        replace(note, prompt=after),
                        base=note.rev,
                        cafe=cafe.id,
                        generation=cafe.generation,
                        device=device,
                    )
                    batch.take_in(wish, now=now)
                    renamed.add(note.id)
            batch.write()
            work.notes.changed |= batch.changed
            return PromptRenamed(before=before, after=after, notes=frozenset(renamed))

        return self._keeping.keep(keep, Part.CAFE | Part.NOTES, by)
