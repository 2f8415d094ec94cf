"""What the organiser says around a harvest, and how it is handed out."""

from dataclasses import dataclass
from datetime import date

from wcafe.domain.choice import Choice
from wcafe.domain.lengths import CellText, FreeText, LongText, require_short
from wcafe.errors import EmptyName

PROPOSED_LICENCE = "CC BY-SA 4.0"
"""Under which a harvest is shared where nobody chose otherwise."""


class Naming(Choice):
    """What becomes of a name that stands in a harvest which is handed out without names."""

    KEPT = "kept"
    REPLACED = "replaced"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChoice:
    """What somebody decided of one name of the list: `instead` stands for one that is replaced.

    Nothing stands instead of one that is not.

    Raises:
        EmptyName: it is no name, or nothing is to stand in its place.
    """

    name: CellText
    naming: Naming = Naming.WITHHELD
    instead: CellText = ""

    def __post_init__(self) -> None:
        if self.naming is not Naming.REPLACED:
            object.__setattr__(self, "instead", "")
        require_short(self)
        if not self.name or (self.naming is Naming.REPLACED and not self.instead):
            raise EmptyName


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What the organiser tells beside the notes. Texts are read by `domain.free_text`.

    Attributes:
        opening: what stands first on the page that says it all.
        context: who called people together, why, how it went.
        conclusion: what the organiser makes of it.
        next_steps: what happens now, and when.
        contact: where corrections go: an address or e-mail, as it is printed.
        credits: who is thanked, who took the photos.
        amend_until: the last day on which corrections are taken, if one was said.
        is_final: corrections are in; before that each edition says that it is a draft.
        names: what was decided of names that stand in the harvest, one choice a name.
    """

    opening: LongText = ""
    context: FreeText = ""
    conclusion: FreeText = ""
    next_steps: FreeText = ""
    contact: CellText = ""
    credits: LongText = ""
    amend_until: date | None = None
    is_final: bool = False
    names: tuple[NameChoice, ...] = ()

    def __post_init__(self) -> None:
        require_short(self)

    def choice_of(self, name: str) -> NameChoice | None:
        """Return what was decided of `name`; None where nobody looked at it."""
        return next((choice for choice in self.names if choice.name == name), None)
