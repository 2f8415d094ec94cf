"""What is typed from a box of a picture and is no note yet; it survives a crash."""

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import NoteId, Support
from wcafe.domain.photos import BoxRead, PhotoId
from wcafe.domain.text import clean, new_id
from wcafe.ui.draft_ids import id_of_words

KIND, SUPPORT, FROM_TABLE = "kind", "support", "from_table"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxDraft:
    """A note on its way from a box. Tables count from 0.

    Attributes:
        read: what stands as it was read on the sheet, of kind, support and from_table.
        asked: what the sheet leaves open and nobody has answered yet, of the same.
        seed: with the words it gives the note its id: the same words tried again are one note.
    """

    text: str = ""
    kind: Kind = Kind.INSIGHT
    support: Support | None = None
    from_table: int | None = None
    read: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    seed: str = field(default_factory=new_id, compare=False)

    @property
    def note(self) -> NoteId:
        """The id of the note that this draft becomes."""
        return NoteId(id_of_words(self.seed, clean(self.text)))

    def answered(self, fact: str, value: Any) -> "BoxDraft":
        """Return the draft in which a person said what `fact` is."""
        told = {fact: value, "read": self.read - {fact}}
        return replace(self, asked=tuple(each for each in self.asked if each != fact), **told)


def draft_of(box: BoxRead) -> BoxDraft:
    """Return the draft with which typing begins: what was read for certain is set."""
    facts = {KIND: box.kind, SUPPORT: box.support, FROM_TABLE: box.from_table}
    asked = tuple(fact for fact in facts if fact in box.unsure)
    certain = {name: fact for name, fact in facts.items() if fact is not None and name not in asked}
    return BoxDraft(read=frozenset(certain), asked=asked, **certain)  # type: ignore[arg-type] # a value of its own for each name


class Drafts:
    """The unfinished notes of a café, by picture and box."""

    def __init__(self, packed: str = "") -> None:
        self._held: dict[tuple[PhotoId, int], BoxDraft] = {}
        try:
            for photo, box, kept in json.loads(packed) if packed else ():
                self._held[(PhotoId(str(photo)), int(box))] = _unpack(kept)
        except (ValueError, TypeError, KeyError):
            self._held = {}  # of a later wcafe, or written by somebody else

    def get(self, photo: PhotoId, box: BoxRead) -> BoxDraft:
        return self._held.get((photo, box.box)) or draft_of(box)

    def put(self, photo: PhotoId, box: int, draft: BoxDraft) -> None:
        """Hold a draft as long as it says something."""
        if clean(draft.text):
            self._held[(photo, box)] = draft
        else:
            self._held.pop((photo, box), None)

    def pack(self) -> str:
        """Return all of them as the settings keep them."""
        held = [
            [photo, box, {**asdict(draft), "read": sorted(draft.read)}]
            for (photo, box), draft in self._held.items()
        ]
        return json.dumps(held) if held else ""


def _unpack(kept: dict[str, Any]) -> BoxDraft:
    support = kept["support"]
    return BoxDraft(
        text=str(kept["text"]),
        kind=Kind(kept["kind"]),
        support=None if support is None else Support(support),
        from_table=None if kept["from_table"] is None else int(kept["from_table"]),
        read=frozenset(map(str, kept["read"])),
        asked=tuple(map(str, kept["asked"])),
        seed=str(kept["seed"]),
    )
