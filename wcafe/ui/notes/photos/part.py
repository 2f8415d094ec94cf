"""The photos as a part of Harvest, made when they are first looked at; a button adds some."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QWidget

from wcafe.domain.photos import PhotoId
from wcafe.ui.notes.photos.presenter import PhotosPresenter, Sought
from wcafe.ui.notes.photos.view import PICTURES, PhotosView, subtitle_of
from wcafe.ui.presenter import Presenter
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _


class PhotosPart:
    """What Harvest holds of its photos.

    Args:
        presenter: of the photos.
        notes: of Harvest, which rests while its notes are not seen.
        stack: where the view is shown.
        page: the page of it.
    """

    def __init__(
        self, presenter: PhotosPresenter, notes: Presenter, stack: QStackedWidget, page: QWidget
    ) -> None:
        self._presenter, self._notes = presenter, notes
        self._stack, self._page = stack, page
        self.add_button = push_button(_("Add photos…"))
        self._menu = QMenu(self.add_button)
        self.files_action = self._menu.addAction(_("Photos or scans…"), self._on_files)
        self.folder_action = self._menu.addAction(_("A whole folder…"), self._on_folder)
        self.stop_action = self._menu.addAction(_("Stop reading"), presenter.arriving.stop)
        self._menu.aboutToShow.connect(self._show_actions)
        self.add_button.setMenu(self._menu)
        self.add_button.setProperty("hasMenu", "true")
        self.add_button.hide()

    @cached_property
    def view(self) -> PhotosView:
        made = PhotosView(self._presenter)
        made.looked_at.connect(self._on_looked_at)
        self._stack.addWidget(made)
        return made

    @property
    def subtitle(self) -> str:
        return subtitle_of(self._presenter)

    def look_at(self, photo: str, box: int) -> None:
        """Let `photo` be looked at, in the list of all, and `box` of it."""
        self._presenter.seek(Sought.ALL)
        self._presenter.choose(PhotoId(photo))
        self._presenter.choose_box(box)

    def add(self, paths: Sequence[Path]) -> None:
        self._presenter.arriving.add(paths)

    def keep_typed(self) -> None:
        if "view" in self.__dict__:
            self.view.keep_typed()

    def _on_looked_at(self, is_seen: bool) -> None:
        if is_seen:
            self._notes.unwatch(self._page)
        elif self._page.isVisible():
            self._notes.watch(self._page)

    def _show_actions(self) -> None:
        is_busy = self._presenter.arriving.is_busy
        self.files_action.setEnabled(not is_busy)
        self.folder_action.setEnabled(not is_busy)
        self.stop_action.setVisible(is_busy)

    def _on_files(self) -> None:
        endings = " ".join(f"*{ending}" for ending in sorted(PICTURES))
        kinds = _("Photos and scans") + f" ({endings} {endings.upper()})"
        title, home = _("Add photos"), QDir.homePath()
        names, _kind = QFileDialog.getOpenFileNames(self._page, title, home, kinds)
        self.add([Path(name) for name in names])

    def _on_folder(self) -> None:
        title = _("Add a folder of photos")
        if name := QFileDialog.getExistingDirectory(self._page, title, QDir.homePath()):
            self.add([Path(name)])
