"""An open café is laid out for the desk, and cleared away again; the example is made."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from wcafe.errors import NoSuchFile
from wcafe.services.opened import OpenCafe
from wcafe.ui.bus import QtBus
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.saving import Saving
from wcafe.ui.settings import Settings
from wcafe.ui.tasks import Tasks
from wcafe.ui.undo import History
from wcafe.ui.window.own.windows import Forgetting


def example_in(home: Path, make: Callable[[Path], object]) -> Path:
    """Return the example in the folder `home`; `make` does that the first time.

    Raises WcafeError.
    """
    path = home / "Quartier 2030.wcafe"
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not path.is_file():
            make(path)
    except OSError as error:
        raise NoSuchFile(path=path) from error
    return path


def lay_out(services: OpenCafe, settings: Settings, parent: QObject) -> DeskCafe:
    """Return the café as the main window has it: with undo, work and words of its own."""
    cafe = DeskCafe(
        services=services,
        bus=QtBus(services.changes, parent),
        history=History(parent),
        tasks=Tasks(parent, wait_until_told=services.wait_until_told),
        settings=settings,
        saving=Saving(services.place.path, services.has_refused, parent),
    )
    Forgetting(cafe, cafe.history)
    cafe.bus.changed.connect(cafe.saving.look_at)
    return cafe


def clear_away(cafe: DeskCafe) -> None:
    """Let go of it, once nothing shows it any more and no work is under way."""
    cafe.history.blockSignals(True)  # it empties itself, and nobody is left to hear
    for part in (cafe.bus, cafe.history, cafe.tasks, cafe.saving):
        part.deleteLater()
    cafe.services.close()
