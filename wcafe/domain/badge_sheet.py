"""Badges of one size on one sheet of paper, in millimetres."""

from dataclasses import dataclass, replace

from wcafe.errors import BadgesDoNotFit, TooSmallForBadge

Millimetres = tuple[float, float]
"""Across and down."""

LEAST: Millimetres = (50, 30)
"""What a badge takes to be read at all."""

_SLACK = 0.2  # measures of sheets are rounded
_LEAST_MARGIN = 2.0  # at each side of cards in the middle: else they begin at the paper's edge


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeSheet:
    """Where badges lie on a sheet. All in millimetres.

    Attributes:
        width: of one badge, as its `height`.
        columns: how many lie side by side, in as many `rows`.
        page: the paper across and down, as it is read.
        left: the margin at the left; at the right is what remains.
        top: the margin at the top.
        across: what lies between two badges of a row.
        down: what lies between two rows.
        is_cut: whether lines show where to cut; sheets of labels are cut already.
    """

    width: float
    height: float
    columns: int
    rows: int
    page: Millimetres
    left: float = 0.0
    top: float = 0.0
    across: float = 0.0
    down: float = 0.0
    is_cut: bool = False

    @property
    def badges(self) -> int:
        """How many lie on one sheet."""
        return self.columns * self.rows

    @property
    def needed(self) -> Millimetres:
        """What the badges take with the margins at their left and top."""
        return (
            self.left + self.columns * self.width + (self.columns - 1) * self.across,
            self.top + self.rows * self.height + (self.rows - 1) * self.down,
        )

    @property
    def least_margin(self) -> float:
        """How near to an edge of the paper the outer badges come."""
        right, low = (has - takes for has, takes in zip(self.page, self.needed, strict=True))
        return max(min(self.left, self.top, right, low), 0.0)

    def require_room(self) -> None:
        """Raise BadgesDoNotFit or TooSmallForBadge unless these badges can be printed."""
        wide, high = self.needed
        across, down = self.page
        if wide > across + _SLACK or high > down + _SLACK:
            raise BadgesDoNotFit(
                columns=self.columns,
                rows=self.rows,
                width=self.width,
                height=self.height,
                wide=round(wide, 1),
                high=round(high, 1),
                across=across,
                down=down,
            )
        if self.width < LEAST[0] or self.height < LEAST[1]:
            raise TooSmallForBadge(
                width=self.width, height=self.height, wide=LEAST[0], high=LEAST[1]
            )


def cut_from(page: Millimetres, width: float, height: float) -> BadgeSheet:
    """Return as many cards to cut as an upright `page` holds, which may lie if it holds more."""
    upright, lying = (_cards(paper, width, height) for paper in (page, page[::-1]))
    return lying if lying.badges > upright.badges else upright


def in_the_middle(
    sheet: BadgeSheet, *, left: float | None = None, top: float | None = None
) -> BadgeSheet:
    """Return `sheet` with its badges in the middle of the paper, but for margins that are given.

    Where there is no room the margins are 0.
    """
    unmoved = replace(sheet, left=0.0, top=0.0)
    margins = [
        max(round((has - takes) / 2, 2), 0.0)
        for has, takes in zip(sheet.page, unmoved.needed, strict=True)
    ]
    return replace(
        sheet,
        left=margins[0] if left is None else left,
        top=margins[1] if top is None else top,
    )


def _cards(page: Millimetres, width: float, height: float) -> BadgeSheet:
    columns, rows = int(page[0] // width), int(page[1] // height)
    sheet = BadgeSheet(
        width=width, height=height, columns=columns, rows=rows, page=page, is_cut=True
    )
    middle = in_the_middle(sheet)
    return replace(
        sheet,
        left=middle.left if middle.left >= _LEAST_MARGIN else 0.0,
        top=middle.top if middle.top >= _LEAST_MARGIN else 0.0,
    )
