"""The ways in which Harvest shows notes, and photos; which one is remembered for each café."""

from enum import StrEnum

from wcafe.ui.settings import Settings

ZOOMS = (75, 90, 100, 120, 145, 175, 210)
"""Percent of the usual size in which the gallery shows cards."""
USUAL = 100


class View(StrEnum):
    """Ways to show notes, in the order in which they are offered."""

    TABLE = "table"
    THEME = "theme"
    PROMPT = "prompt"
    GALLERY = "gallery"
    PHOTOS = "photos"

    @property
    def place(self) -> int:
        return list(View).index(self)


class Views:
    """The part of Harvest that knows which view is on screen, and how large its gallery is.

    Args:
        settings: where that is remembered.
        cafe: the id of the café, as the window calls it: each has its own view of it.
    """

    def __init__(self, settings: Settings, cafe: str) -> None:
        self._settings = settings
        self._key, self._zoom_key = f"view of notes:{cafe}", f"zoom of notes:{cafe}"
        kept, zoom = settings.text_of(self._key), settings.text_of(self._zoom_key)
        self._shown = View(kept) if kept in set(View) else View.TABLE
        self._zoom = int(zoom) if zoom in map(str, ZOOMS) else USUAL

    @property
    def shown(self) -> View:
        return self._shown

    @shown.setter
    def shown(self, view: View) -> None:
        self._shown = view
        self._settings.keep_text(self._key, view.value)

    @property
    def zoom(self) -> int:
        """The size of cards in the gallery: one of ZOOMS."""
        return self._zoom

    def nearer(self, steps: int) -> None:
        """Show cards by so many steps of ZOOMS larger, or with -1 smaller; 0 is the usual size."""
        place = ZOOMS.index(self._zoom) + steps
        self._zoom = ZOOMS[min(max(place, 0), len(ZOOMS) - 1)] if steps else USUAL
        self._settings.keep_text(self._zoom_key, str(self._zoom))
