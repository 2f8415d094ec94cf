"""What may rest while nobody looks at it."""

from typing import Protocol


class Watched(Protocol):
    """A presenter, for pages, which tell it whether they are on screen."""

    def watch(self, page: object) -> None: ...

    def unwatch(self, page: object) -> None: ...
