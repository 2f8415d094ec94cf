"""People on screen: figures, the table, and the preview of a list in its place."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from wcafe.ui.people.figures_card import FiguresCard
from wcafe.ui.people.list_card import ListCard
from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.people.preview import PreviewPanel
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.dropping import LISTS, find_dropped
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import WIDE, Page, push_button
from wcafe.ui.words import _, ngettext


class PeoplePage(Page):
    """Without people it says how to bring some in."""

    def __init__(self, presenter: PeoplePresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("People"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.import_button = push_button(
            _("Import a list…"), self.ask_list, tip=_("A list can also be dropped or pasted here.")
        )
        self.head_actions.addWidget(self.import_button)
        self.figures = FiguresCard(presenter)
        self.figures.asked.connect(self._on_plan)
        self.list = ListCard(presenter)
        self.first_button = push_button(_("Import a list…"), self.ask_list, kind="primary")
        self.nobody = EmptyState(
            _(
                "Nobody is on the list yet. Import a list, drop its file here, paste the rows of "
                "a spreadsheet, or add people one by one."
            ),
            self.first_button,
        )
        self._people = QWidget()
        column = QVBoxLayout(self._people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(self.figures)
        column.addWidget(self.nobody, 1)
        column.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._people)
        self.body.addWidget(self.stack, 1)
        presenter.shown.connect(self._on_shown)
        presenter.importing.read.connect(self.show_arrival)
        self.show_people()
        self.show_arrival()

    @cached_property
    def preview(self) -> PreviewPanel:
        """What a list would bring in; made for the first list, as most looks need none."""
        panel = PreviewPanel(self._presenter.importing)
        self.stack.addWidget(panel)
        return panel

    @property
    def _shows_preview(self) -> bool:
        return self.stack.currentWidget() is not self._people

    def _on_shown(self) -> None:
        self.when_seen(self.show_people)

    def show_people(self) -> None:
        people = self._presenter.people
        number = len(people)
        words = ngettext("{number} person", "{number} people", number)
        self.subtitle.setText(words.format(number=number) if people else "")
        self.figures.show_figures()
        self.figures.setVisible(bool(people))
        self.nobody.setVisible(not people)
        self.list.show_people()
        self._show_import_button()

    def show_arrival(self) -> None:
        """Show the list that is about to come in, if there is one."""
        arrival = self._presenter.importing.arrival
        was_shown = self._shows_preview
        self._show_import_button()
        if arrival is None:
            self.stack.setCurrentWidget(self._people)
            if was_shown:
                self.take_focus()
            return
        self.preview.show_arrival(arrival)
        self.stack.setCurrentWidget(self.preview)
        if not was_shown:
            self.preview.take_focus()

    def _show_import_button(self) -> None:
        is_idle = self._presenter.importing.arrival is None
        self.import_button.setVisible(is_idle and bool(self._presenter.people))

    def take_focus(self) -> None:
        if self._shows_preview:
            self.preview.take_focus()
        elif self._presenter.people:
            self.list.table.setFocus()
        else:
            self.first_button.setFocus()

    def keep_typed(self) -> None:
        self.list.table.keep_typed()

    def drafts(self) -> dict[str, QLineEdit]:
        part = self.list
        fields = (part.filter_edit, part.given_edit, part.family_edit)
        return dict(zip(("filter", "given", "family"), fields, strict=True))

    def seek(self) -> None:
        if self._presenter.people and not self._shows_preview:
            self.list.filter_edit.setFocus()
            self.list.filter_edit.selectAll()

    # Lists come in

    def ask_list(self) -> None:
        """Let the facilitator choose a list."""
        folder = self._presenter.desk.services.place.folder
        path = ask.open_file(self, _("Import a list of people"), ask.lists(), folder)
        if path is not None:
            self.take_list(path)

    def take_list(self, path: Path) -> None:
        """Show what the list in `path` would bring in."""
        self._presenter.importing.read_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if find_dropped(event, LISTS) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := find_dropped(event, LISTS)) is not None:
            event.acceptProposedAction()
            self.take_list(path)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Escape and self._shows_preview:
            self._presenter.importing.cancel()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Read what lies on the clipboard as a list."""
        if text := QApplication.clipboard().text().strip("\r\n"):
            self._presenter.importing.read_text(text)

    def _on_plan(self) -> None:
        self.keep_typed()
        self.page_asked.emit("plan")
