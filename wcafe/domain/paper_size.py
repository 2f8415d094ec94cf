"""The sheets of paper that are printed on."""

from enum import Enum

from wcafe.i18n import N_


class PaperSize(Enum):
    """A sheet, by its name on the command line."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def millimetres(self) -> tuple[float, float]:
        """How wide and how high it is, upright."""
        return (210.0, 297.0) if self is PaperSize.A4 else (215.9, 279.4)


PAPER_NAMES = {
    PaperSize.A4: N_("A4"),
    PaperSize.LETTER: N_("Letter"),
}
