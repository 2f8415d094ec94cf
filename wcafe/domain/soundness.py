"""What can be wrong with a café's file, in words."""

from dataclasses import dataclass
from enum import Enum

from wcafe.i18n import ENGLISH, N_, Words


class FaultKind(Enum):
    """Kinds of damage; each value is its sentence."""

    PAGES = N_("The file is damaged inside: {where}.")
    REFERENCE = N_("Something points to what is not there: {where}.")
    ALTERED = N_("Something was changed by another program than wcafe: {where}.")
    LOOP = N_("Notes are said to be versions of each other in a circle: {where}.")
    TEXT = N_("The words of a note are not those that were saved: {where}.")
    PICTURE = N_("A photo is not the one that was saved: {where}.")
    HEAD = N_("A note is not what its history says: {where}.")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where."""

    kind: FaultKind
    where: str

    def describe(self, words: Words = ENGLISH) -> str:
        return words.gettext(self.kind.value).format(where=self.where)
