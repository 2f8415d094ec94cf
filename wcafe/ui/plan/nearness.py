"""How near the drawing of the room is."""

from wcafe.ui.plan.items import NAMED

STEP = 1.2
_FARTHEST, _LARGEST, _NEAREST = 0.45, 1.35, 2.5
"""Pixels of one unit: at least, of a whole room at most; and how many times nearer it can be."""


class Nearness:
    """`factor` times nearer than the whole room, which has so many pixels a unit as `fits`."""

    def __init__(self) -> None:
        self.factor = self.fits = 1.0

    def fit(self, pixels: float) -> None:
        """Show a room of which `pixels` a unit would fit."""
        self.fits = max(min(pixels, _LARGEST), _FARTHEST)

    def change(self, by: float) -> None:
        """Come `by` times nearer; 0 shows the whole room."""
        self.factor = min(max(self.factor * by, 1.0), self._nearest) if by else 1.0

    @property
    def scale(self) -> float:
        """Pixels of one unit."""
        return self.fits * self.factor

    @property
    def is_whole(self) -> bool:
        return self.factor <= 1.0

    @property
    def is_nearest(self) -> bool:
        return self.factor >= self._nearest

    @property
    def _nearest(self) -> float:
        """At least so near that there is room for names."""
        return max(_NEAREST, STEP * NAMED / self.fits)
