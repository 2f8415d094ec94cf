"""Where one is in the pages, and the ways to be elsewhere: page, size, chapter, back."""

from collections.abc import Callable
from functools import partial
from textwrap import shorten

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtPdf import QPdfBookmarkModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from wcafe.ui.reading.layout import Place
from wcafe.ui.reading.view import LARGEST, SMALLEST, STEP, PagesView
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.words import _, figure

_WIDE = 58  # pixels of the field of a page
_LONGEST = 60  # characters of a heading in the menu


class PageField(QLineEdit):
    """The number of the page that is read. `asked` says which one is wanted, from 0."""

    asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page, self._pages = 0, 0
        self.setAccessibleName(_("Page"))
        self.setToolTip(_("Go to a page: its number, then Enter (Ctrl+G)"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(_WIDE)
        self.setValidator(QIntValidator(0, 99_999, self))
        self.returnPressed.connect(self._on_entered)
        self.editingFinished.connect(self._show)

    def show_page(self, page: int, pages: int) -> None:
        """Show that the page `page` of `pages` is read, unless another is being typed."""
        self._page, self._pages = page, pages
        self.setAccessibleDescription(
            _("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages else ""
        )
        if not (self.hasFocus() and self.isModified()):
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._show()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setText(str(self._page + 1) if self._pages else "")

    def _on_entered(self) -> None:
        typed = self.text()
        self.setModified(False)
        if typed.isdecimal():
            self.asked.emit(min(max(int(typed), 1), self._pages) - 1)
        self._show()


class PlaceBar(QWidget):
    """A line below the pages. Everything it does has a key, too."""

    def __init__(self, view: PagesView, find: Callable[[], object]) -> None:
        super().__init__()
        self._view = view
        self.back_button = push_button(
            "←", view.go_back, name=_("Back to where the link was followed"), tip=_("Alt+Left")
        )
        self.page_field = PageField()
        self.of_pages = Text("", "muted")
        self.smaller_button = push_button(
            "−", self.make_smaller, name=_("Smaller"), tip=_("Ctrl+−")
        )
        self.percent = Text("", "muted")
        self.larger_button = push_button("+", self.make_larger, name=_("Larger"), tip=_("Ctrl++"))
        self.fit_button = push_button(_("Page width"), view.fit_width, tip=_("Ctrl+0"))
        self.whole_button = push_button(_("Whole page"), view.fit_page, tip=_("Ctrl+9"))
        self.chapters_button = push_button(_("Contents"))
        self.chapters = QMenu(self.chapters_button)
        self.chapters.aboutToShow.connect(self._list_chapters)
        self.chapters_button.setMenu(self.chapters)
        self.chapters_button.setProperty("hasMenu", True)
        self.find_button = push_button(_("Find…"), find, tip=_("Ctrl+F"))
        flow = FlowLayout(self)
        flow.addWidget(_in_a_row(self.back_button, self.page_field, self.of_pages))
        flow.addWidget(_in_a_row(self.smaller_button, self.percent, self.larger_button))
        for button in (self.fit_button, self.whole_button, self.chapters_button, self.find_button):
            flow.addWidget(button)
        self.page_field.asked.connect(self._on_page_asked)
        self.page_field.left.connect(view.setFocus)
        view.moved.connect(self.show_place)
        self.show_place()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Those that need pages."""
        sizes = (self.smaller_button, self.larger_button, self.fit_button, self.whole_button)
        return (*sizes, self.chapters_button, self.find_button)

    def show_place(self) -> None:
        """Say which page is read, and how large."""
        view = self._view
        pages = view.pages if self.isEnabled() else 0
        self.page_field.show_page(view.page, pages)
        self.of_pages.setText(_("of {pages}").format(pages=figure(pages)) if pages else "")
        self.percent.setText(_("{percent} %").format(percent=figure(100 * view.zoom)))
        self.back_button.setEnabled(view.can_go_back)
        self.smaller_button.setEnabled(view.zoom > SMALLEST)
        self.larger_button.setEnabled(view.zoom < LARGEST)

    def make_smaller(self) -> None:
        self._view.zoom_by(1 / STEP)

    def make_larger(self) -> None:
        self._view.zoom_by(STEP)

    def ask_for_page(self) -> None:
        """Let another page be typed."""
        self.page_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page_field.selectAll()

    def _on_page_asked(self, page: int) -> None:
        self._view.go_to_page(page)
        self._view.setFocus()

    def _list_chapters(self) -> None:
        """Read the headings of the document when somebody looks at them."""
        self.chapters.clear()
        model = QPdfBookmarkModel(self.chapters)
        model.setDocument(self._view.document_shown)
        self._add_chapters(model, QModelIndex(), 0)
        if self.chapters.isEmpty():
            self.chapters.addAction(_("These pages have no headings.")).setEnabled(False)

    def _add_chapters(self, model: QPdfBookmarkModel, above: QModelIndex, depth: int) -> None:
        role = QPdfBookmarkModel.Role
        for row in range(model.rowCount(above)):
            here = model.index(row, 0, above)
            title = str(model.data(here, role.Title.value))
            page = int(model.data(here, role.Page.value))
            at = model.data(here, role.Location.value)
            words = shorten(title, _LONGEST, placeholder="…").replace("&", "&&")
            action = self.chapters.addAction(f"{'    ' * depth}{words}\t{page + 1}")
            go = partial(self._go_to, Place(page=page, down=at.y()))
            action.triggered.connect(lambda _on=False, go=go: go())
            self._add_chapters(model, here, depth + 1)

    def _go_to(self, place: Place) -> None:
        self._view.go_to_place(place)
        self._view.setFocus()


def _in_a_row(*parts: QWidget) -> QWidget:
    """Return `parts` as one, which stays together where a line is too short."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    return whole
