"""The menus of a window: every action of the desk with its standard short cut."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu

from wcafe.domain.shared_address import SharedAddress
from wcafe.i18n import OWN_NAMES
from wcafe.ui.settings import Settings
from wcafe.ui.undo import History
from wcafe.ui.widgets.motion import keep_still
from wcafe.ui.widgets.theme import Look
from wcafe.ui.window.field_undo import TakingBack
from wcafe.ui.window.files import Files
from wcafe.ui.window.keys import PLAIN, KeysWindow
from wcafe.ui.window.main_window import MainWindow
from wcafe.ui.window.own.window import OwnWindow
from wcafe.ui.window.workspaces import Aside, Shown, Workspace, name_of
from wcafe.ui.words import _

Keys = QKeySequence.StandardKey | str | None
DeskWindow = MainWindow | OwnWindow
T = TypeVar("T")


class DeskActions(Protocol):
    """What the menus can ask for; the desk does it."""

    settings: Settings

    def open(self, path: Path | SharedAddress) -> bool: ...
    def open_example(self) -> None: ...
    def room_window(self) -> None: ...
    def parent_window(self) -> MainWindow: ...
    def go(self, workspace: Shown, place: object | None = None) -> None: ...
    def open_window(self, workspace: Shown, near: DeskWindow) -> None: ...
    def next_window(self) -> None: ...
    def keep_all(self) -> None: ...
    def look(self) -> Look: ...
    def apply_look(self, look: Look) -> None: ...
    def language(self) -> str: ...
    def speak(self, language: str) -> None: ...


class Menus(QObject):
    """Builds the menu bar of a window; what the entries do is `desk`'s business.

    Args:
        window: the main one, or one beside it.
        desk: does what the entries say.
        history: what can be undone in this window.
        files: what can be done with files; None beside the main window, which has them.
    """

    def __init__(
        self, window: DeskWindow, desk: DeskActions, history: History, files: Files | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._history = history
        self._taking_back = TakingBack(self)
        bar = window.menuBar()
        file = bar.addMenu(_("&File"))
        if files is not None:
            self._file(file, files)
        self._end(file, is_main=files is not None)
        self._edit(bar.addMenu(_("&Edit")))
        self._view(bar.addMenu(_("&View")))
        self._help(bar.addMenu(_("&Help")))

    def _file(self, menu: QMenu, files: Files) -> None:
        desk = self._desk
        self._add(menu, _("New café…"), files.new, QKeySequence.StandardKey.New)
        self._add(menu, _("Open…"), files.ask_open, QKeySequence.StandardKey.Open)
        recent = menu.addMenu(_("Open recent"))
        recent.aboutToShow.connect(lambda: self._show_recent(recent, files))
        self._add(menu, _("Open the example"), desk.open_example)
        self._add(menu, _("Open a shared café…"), files.sharing.ask_open)
        menu.addSeparator()
        self._add(menu, _("Duplicate as the next of a series…"), files.duplicate)
        self._add(menu, _("Save a copy as…"), files.save_copy, QKeySequence.StandardKey.SaveAs)
        self._add(menu, _("Take in the harvest of another copy…"), files.take_in)
        if not files.sharing.is_shared:
            self._add(menu, _("Share on a server…"), files.sharing.ask_share)
        else:
            self._add(menu, _("Copy the address of this café"), files.sharing.copy_address)
        menu.addSeparator()

    def _end(self, menu: QMenu, *, is_main: bool) -> None:
        """Quit in the main window; the others close, and the café stays open."""
        if not is_main:
            self._add(menu, _("Close the window"), self._window.close, "Ctrl+W")
            return
        has_key = QKeySequence.keyBindings(QKeySequence.StandardKey.Quit)
        keys = QKeySequence.StandardKey.Quit if has_key else "Ctrl+Q"
        leave = self._add(menu, _("Quit"), self._window.close, keys)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _show_recent(self, menu: QMenu, files: Files) -> None:
        menu.clear()
        recent = files.recent()
        for path in recent:
            name = str(path).replace("&", "&&")
            self._add(menu, name, partial(self._desk.open, path))
        if not recent:
            menu.addAction(_("No café yet")).setEnabled(False)
            return
        menu.addSeparator()
        self._add(menu, _("Forget this list"), files.forget_recent)

    def _edit(self, menu: QMenu) -> None:
        history, pages = self._history, self._window.pages
        undo = self._add(menu, _("Undo"), pages.undo, QKeySequence.StandardKey.Undo)
        redo = self._add(menu, _("Redo"), pages.redo, QKeySequence.StandardKey.Redo)
        redo.setShortcuts(_once(redo.shortcuts(), QKeySequence("Ctrl+Shift+Z")))
        self.undo, self.redo = undo, redo
        for signal in (history.indexChanged, history.cleanChanged):
            signal.connect(self._show_history)
        undo.setProperty(PLAIN, _("Undo"))  # the list of keys has no use for what would be undone
        redo.setProperty(PLAIN, _("Redo"))
        self._show_history()
        menu.addSeparator()
        self._add(menu, _("Keep what is typed"), self._desk.keep_all, QKeySequence.StandardKey.Save)
        self._add(menu, _("Find"), self._on_find, QKeySequence.StandardKey.Find)

    def _show_history(self) -> None:
        """Say in the menu what would be undone and redone."""
        history = self._history
        undone, redone = (
            text.replace("&", "&&") for text in (history.undoText(), history.redoText())
        )
        self.undo.setText(_("Undo: {what}").format(what=undone) if undone else _("Undo"))
        self.redo.setText(_("Redo: {what}").format(what=redone) if redone else _("Redo"))
        self.undo.setEnabled(history.canUndo())
        self.redo.setEnabled(history.canRedo())

    def _view(self, menu: QMenu) -> None:
        for workspace in Workspace:
            self._add(
                menu,
                name_of(workspace),
                partial(self._desk.go, workspace),
                f"Ctrl+{workspace.place + 1}",
            )
        if isinstance(self._window, MainWindow):
            self._add(menu, _("Side bar and page"), self._window.focus_next_part, "F6")
        menu.addSeparator()
        desk, window = self._desk, self._window
        self._add(
            menu,
            _("Open in a new window"),
            lambda: desk.open_window(window.pages.here, window),
            "Ctrl+Shift+N",
        )
        self._add(menu, _("Next window"), desk.next_window, "Ctrl+F6")
        self._add(menu, _("Room window"), desk.room_window, "F11")
        self._add(menu, _("Check-in"), partial(desk.go, Aside.DOOR), "F9")
        self._add(menu, _("Phones"), partial(desk.go, Aside.PHONES), "F8")
        self._add(menu, _("Headline wall"), self._on_wall, "Shift+F11")
        menu.addSeparator()
        looks = {
            Look.SYSTEM: _("As the computer"),
            Look.LIGHT: _("Light"),
            Look.DARK: _("Dark"),
        }
        self._choice(menu.addMenu(_("Look")), looks, self._desk.look(), self._desk.apply_look)
        still = self._add(menu, _("Less motion"), lambda: self._keep_still(still.isChecked()))
        still.setCheckable(True)
        still.setChecked(self._desk.settings.has_less_motion)
        self._choice(
            menu.addMenu(_("Language")), OWN_NAMES, self._desk.language(), self._desk.speak
        )

    def _help(self, menu: QMenu) -> None:
        self._add(menu, _("Keyboard"), self._show_keys, QKeySequence.StandardKey.HelpContents)
        about = self._add(menu, _("About wcafe"), self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _show_keys(self) -> None:
        self._show(KeysWindow(self._window))

    def _show_about(self) -> None:
        from wcafe.ui.window.about import AboutWindow

        self._show(AboutWindow(self._window))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choice(
        self, menu: QMenu, names: Mapping[T, str], chosen: T, choose: Callable[[T], object]
    ) -> None:
        group = QActionGroup(menu)
        for value, name in names.items():
            action = self._add(menu, name, partial(choose, value))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)

    def _add(self, menu: QMenu, name: str, do: Callable[[], object], keys: Keys = None) -> QAction:
        action = QAction(name, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _keep_still(self, is_wanted: bool) -> None:
        self._desk.settings.has_less_motion = is_wanted
        keep_still(is_wanted)

    def _on_wall(self) -> None:
        page = self._desk.parent_window().page(Workspace.NOTES)
        page.toggle_wall()  # type: ignore[attr-defined]  # NotesPage has it

    def _on_find(self) -> None:
        pages = self._window.pages
        pages.page(pages.here).seek()


def _once(known: list[QKeySequence], more: QKeySequence) -> list[QKeySequence]:
    """Return `known` and, where it is not among them, `more`: on some computers it is."""
    return known if more in known else [*known, more]
