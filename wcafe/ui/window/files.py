"""What the File menu does: new, open, duplicate, copy; each asks where and says what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray

from wcafe.domain.cafe import draft
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import WcafeError
from wcafe.errors.sharing import Cancelled
from wcafe.services.copying import Copying
from wcafe.services.opened import OpenCafe
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.settings import Settings
from wcafe.ui.tasks import Job
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.dropping import CAFES
from wcafe.ui.window.doors import Doors
from wcafe.ui.window.entering import Entering
from wcafe.ui.window.main_window import MainWindow
from wcafe.ui.window.moving import say_rows
from wcafe.ui.window.sharing import Sharing
from wcafe.ui.window.waiting import Waiting
from wcafe.ui.window.workspaces import Workspace
from wcafe.ui.words import _


class FilesDesk(Protocol):
    """What the desk lets the File menu do; the desk does it."""

    waiting: Waiting
    entering: Entering
    settings: Settings

    @property
    def cafe(self) -> DeskCafe | None: ...
    @property
    def window(self) -> MainWindow | None: ...
    def parent_window(self) -> MainWindow: ...
    def folder(self) -> Path: ...
    def open(self, path: Path | SharedAddress) -> bool: ...
    def attempt(self, wish: Callable[[], object]) -> bool: ...
    def fail(self, error: WcafeError) -> None: ...
    def keep_typed(self) -> None: ...
    def leave_window(self) -> QByteArray: ...
    def language(self) -> str: ...


class Files:
    """Asks for files, and for cafés on servers, and hands them to the desk."""

    def __init__(self, desk: FilesDesk, doors: Doors) -> None:
        self._desk = desk
        self._doors = doors
        self.sharing = Sharing(desk, doors.servers)

    def ask_open(self) -> None:
        if path := ask.open_file(
            self._desk.parent_window(), _("Open a café"), ask.cafes(), self._desk.folder()
        ):
            self._desk.open(path)

    def new(self) -> None:
        """Make a café where the facilitator says; its name is the first title."""
        name = _("World Café")
        proposed = self._desk.folder() / f"{name}.wcafe"
        title = _("Where shall the new café be kept?")
        path = ask.save_file(
            self._desk.parent_window(), title, ask.cafes(), proposed, replaces=False
        )
        if path is None:
            return
        cafe = draft(title=path.stem, language=self._desk.settings.language)
        if self._desk.attempt(lambda: self._doors.create(path, cafe)) and self._desk.open(path):
            assert self._desk.window is not None
            self._desk.window.go(Workspace.CAFE)

    def duplicate(self) -> None:
        """Make the next café of a series: same design, same people, no plan and no notes."""
        if self._desk.cafe is None:
            return
        services = self._desk.cafe.services
        proposed = self._desk.folder() / f"{services.place.stem} 2.wcafe"
        title = _("Where shall the next café of the series be kept?")
        path = ask.save_file(
            self._desk.parent_window(), title, ask.cafes(), proposed, replaces=False
        )
        if path is None:
            return
        self._desk.keep_typed()
        if self._desk.attempt(lambda: self._doors.duplicate(services, path)):
            self._desk.open(path)

    def save_copy(self) -> None:
        """Write all that is saved into a second file; this café stays on the desk."""
        if self._desk.cafe is None or self._desk.window is None:
            return
        services = self._desk.cafe.services
        name = _("{name} – copy").format(name=services.place.stem)
        proposed = self._desk.folder() / f"{name}.wcafe"
        path = ask.save_file(self._desk.parent_window(), _("Save a copy as"), ask.cafes(), proposed)
        if path is None:
            return
        self._desk.keep_typed()

        def tell(is_whole: bool) -> None:
            if is_whole:
                sentence = _("The copy is complete: {file}").format(file=path.name)
                self._desk.parent_window().tell.done(sentence)

        self._desk.cafe.tasks.run(
            _("Writing {file}…").format(file=path.name),
            partial(self._copy, services, path),
            done=tell,
            failed=self._desk.fail,
        )

    def take_in(self) -> None:
        """Show what another copy of this café, or a list of its notes, would bring in."""
        if self._desk.cafe is None or self._desk.window is None:
            return
        services, window = self._desk.cafe.services, self._desk.window
        title = _("Whose harvest shall be taken in?")
        path = ask.open_file(window, title, ask.harvests(), services.place.folder)
        if path is None:
            return
        window.go(Workspace.NOTES)
        importing = window.page(Workspace.NOTES).importing  # type: ignore[attr-defined]  # NotesPage
        if path.suffix.lower() in CAFES:
            importing.read_copy(path.name, partial(self._doors.harvest, path, services))
        else:
            importing.read_file(path)

    def _copy(self, services: OpenCafe, path: Path, job: Job) -> bool:
        """Write a copy; return whether it is there, and not cancelled."""
        copying = Copying()
        copying.copied = partial(say_rows, job)
        job.when_stopped(copying.stop)
        try:
            self._doors.copy(services, path, copying)
        except Cancelled:
            return False
        return True

    def recent(self) -> tuple[Path | SharedAddress, ...]:
        return self._desk.settings.recent

    def forget_recent(self) -> None:
        self._desk.settings.forget_recent()
