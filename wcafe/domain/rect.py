"""Areas of a page, in millimetres from its top left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """An area of the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """How far from the left and from the top its middle is."""
        return self.left + self.width / 2, self.top + self.height / 2

    def overlaps(self, other: "Rect") -> bool:
        """Do the two share any area? Edges that touch do not count."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Rect") -> bool:
        """Does `other` lie wholly inside this one?"""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )
