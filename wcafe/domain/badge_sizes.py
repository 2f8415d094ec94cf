"""How large badges can be: cards to cut, sheets of labels by their name, or one's own.

The sizes and gaps of labels are those that Avery gives for its sheets of A4 and of US Letter, which
lie in the middle of their paper. gLabels (github.com/jimevins/glabels-qt, the templates
`avery-iso` and `avery-us`) has the same, measured to half a millimetre or so.
"""

import re
from dataclasses import dataclass

from wcafe.domain.badge_sheet import BadgeSheet, Millimetres, cut_from, in_the_middle
from wcafe.domain.paper_size import PAPER_NAMES, PaperSize
from wcafe.errors import BadgesOnOtherPaper, NoBadgeSize

_INCH = 25.4

OWN_SIZE = "99.1x38.1,2x7,left=4.65,top=15.15,across=2.5"
"""One's own size as it may be said."""

_NUMBER = r"(\d{1,3}(?:\.\d{1,3})?)"
_SIZE, _GRID = re.compile(f"{_NUMBER}x{_NUMBER}"), re.compile(r"([1-9]\d?)x([1-9]\d?)")
_MEASURE = re.compile(f"(left|top|across|down)={_NUMBER}")
_WORDS = ("cut", "lying")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSize:
    """A size by its name.

    Attributes:
        key: what the command line calls it, in any letters.
        name: what it is called; a brand's name is the same in each language.
        size: of one badge, in millimetres.
        grid: columns and rows of a sheet of labels; None where as many are cut as a sheet holds.
        gaps: between the columns and between the rows, in millimetres.
        paper: the one that the labels come on; None where any is cut.
    """

    key: str
    name: str
    size: Millimetres
    grid: tuple[int, int] | None = None
    gaps: Millimetres = (0.0, 0.0)
    paper: PaperSize | None = None

    def on(self, paper: PaperSize) -> BadgeSheet:
        """Return how they lie on that `paper`.

        Raises:
            BadgesOnOtherPaper
        """
        if self.grid is None:
            return cut_from(paper.millimetres, *self.size)
        if self.paper is not None and paper is not self.paper:
            raise BadgesOnOtherPaper(size=self.name, paper=PAPER_NAMES[self.paper])
        return in_the_middle(_labels(self.size, self.grid, self.gaps, paper.millimetres))


KNOWN_SIZES = {
    each.key: each
    for each in (
        KnownSize(key="a7", name="A7", size=(105, 74)),
        KnownSize(key="a6", name="A6", size=(148, 105)),
        KnownSize(
            key="l7160",
            name="Avery L7160",
            size=(63.5, 38.1),
            grid=(3, 7),
            gaps=(2.5, 0),
            paper=PaperSize.A4,
        ),
        KnownSize(
            key="l7163",
            name="Avery L7163",
            size=(99.1, 38.1),
            grid=(2, 7),
            gaps=(2.5, 0),
            paper=PaperSize.A4,
        ),
        KnownSize(
            key="l4785",
            name="Avery L4785",
            size=(80, 50),
            grid=(2, 5),
            gaps=(15, 5),
            paper=PaperSize.A4,
        ),
        KnownSize(
            key="5163",
            name="Avery 5163",
            size=(4 * _INCH, 2 * _INCH),
            grid=(2, 5),
            gaps=(0.1875 * _INCH, 0),
            paper=PaperSize.LETTER,
        ),
        KnownSize(
            key="5395",
            name="Avery 5395",
            size=(3.375 * _INCH, 7 / 3 * _INCH),
            grid=(2, 4),
            gaps=(0.375 * _INCH, _INCH / 6),
            paper=PaperSize.LETTER,
        ),
    )
}
"""What can be chosen by its name; the first one is made where nobody chose."""


def sizes_for(paper: PaperSize) -> tuple[KnownSize, ...]:
    """Return the known sizes that there are on that `paper`."""
    return tuple(each for each in KNOWN_SIZES.values() if each.paper in (None, paper))


def badge_sheet(said: str, paper: PaperSize) -> BadgeSheet:
    """Return how badges of the size that is `said` lie on that `paper`.

    It is the name of a known size, or one's own: width x height, then columns x rows, then in any
    order `left` and `top`, where they do not lie in the middle; `across` and `down`, the gaps
    between them; `cut` for lines to cut along, `lying` for the paper's long side at the top. All in
    millimetres. Where semicolons or blanks part them a comma may be a decimal one.

    Raises:
        NoBadgeSize, BadgesOnOtherPaper, BadgesDoNotFit, TooSmallForBadge

    >>> own = "99.1x38.1,2x7,left=4.65,top=15.15,across=2.5"
    >>> badge_sheet("L7163", PaperSize.A4) == badge_sheet(own, PaperSize.A4)
    True
    """
    name = "".join(said.casefold().split()).removeprefix("avery")
    if known := KNOWN_SIZES.get(name):
        return known.on(paper)
    parts = _parts(said)
    size = _SIZE.fullmatch(parts[0])
    grid = _GRID.fullmatch(parts[1]) if len(parts) > 1 else None
    asked = [_MEASURE.fullmatch(part) for part in parts[2:] if part not in _WORDS]
    measures = {each[1]: float(each[2]) for each in asked if each}
    if size is None or grid is None or len(measures) < len(asked):
        raise NoBadgeSize(said=said, known=", ".join(KNOWN_SIZES), own=OWN_SIZE)
    page = paper.millimetres
    gaps = (measures.get("across", 0.0), measures.get("down", 0.0))
    sheet = _labels(
        (float(size[1]), float(size[2])),
        (int(grid[1]), int(grid[2])),
        gaps,
        page[::-1] if "lying" in parts else page,
        is_cut="cut" in parts,
    )
    sheet = in_the_middle(sheet, left=measures.get("left"), top=measures.get("top"))
    sheet.require_room()
    return sheet


def _labels(
    size: Millimetres,
    grid: tuple[int, int],
    gaps: Millimetres,
    page: Millimetres,
    *,
    is_cut: bool = False,
) -> BadgeSheet:
    return BadgeSheet(
        width=size[0],
        height=size[1],
        columns=grid[0],
        rows=grid[1],
        across=gaps[0],
        down=gaps[1],
        page=page,
        is_cut=is_cut,
    )


def _parts(said: str) -> list[str]:
    """Return the parts of one's own size, each with a point where a decimal comma may stand."""
    text = said.casefold().replace("×", "x").strip()
    text = re.sub(r"\s*([x=;])\s*|(,)\s+", r"\1\2", text)
    if ";" not in text and not re.search(r"\s", text):
        return text.split(",")
    return [part.replace(",", ".") for part in re.split(r"[;\s]+", text)]
