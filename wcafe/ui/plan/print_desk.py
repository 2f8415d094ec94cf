"""The print desk: all that is printed before the café and on the day, in one place."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.artefacts import HANDOUTS
from wcafe.errors import WcafeError
from wcafe.ui.plan.print_choices import PrintChoices
from wcafe.ui.plan.print_rows import PrintRows
from wcafe.ui.plan.print_wishes import Extent, PrintWishes
from wcafe.ui.press import Made
from wcafe.ui.reading.printing import ask_printer, print_pages
from wcafe.ui.reading.view import PagesView
from wcafe.ui.remarks import remark_of
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import GAP, WIDE, Text, push_button
from wcafe.ui.words import _, desk_words, figure, ngettext

_SOON = 250  # milliseconds after the last wish before the pages are made anew


class PrintDesk(QDialog):
    """What there is at the left, the pages of one thing at the right; all goes out at the foot."""

    def __init__(self, wishes: PrintWishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._made: Made | None = None
        self.setWindowTitle(_("Print desk"))
        self.resize(1000, 680)
        self.rows = PrintRows(wishes)
        self.choices = PrintChoices(wishes)
        self.use = Text("", "caption", wraps=True)
        self.pages = Text("", "strong")
        self.told = Text("", "caption", wraps=True)
        self.view = PagesView(self)
        self.waiting = EmptyState(_("The pages are being prepared…"))
        self.nothing = EmptyState("")
        self._stack = QStackedWidget()
        for part in (self.view, self.waiting, self.nothing):
            self._stack.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._renew)
        self.save_button = push_button(_("Save this as PDF…"), self._on_save)
        self.print_button = push_button(_("Print this…"), self._on_print)
        self.one_button = push_button(_("Everything as one PDF…"), self._on_one)
        self.changed_button = push_button(_("What is new into a folder…"), self._on_changed)
        self.all_button = push_button(_("Everything into a folder…"), self._on_all, kind="primary")
        self.close_button = push_button(_("Close"), self.accept)
        self._build()
        self.rows.looked_at.connect(self._on_looked_at)
        self.choices.changed.connect(self._ask)
        wishes.shown.connect(self._on_shown)
        wishes.failed.connect(self._on_failed)
        wishes.told.connect(self._tell)
        wishes.press.written.connect(self._on_written)
        self.finished.connect(self._on_finished)

    def _build(self) -> None:
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(GAP, 0, 0, 0)
        side.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self.pages, 1)
        head.addWidget(self.save_button)
        head.addWidget(self.print_button)
        side.addWidget(self.use)
        side.addWidget(self.choices)
        side.addLayout(head)
        side.addWidget(self._stack, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.rows)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        foot = QWidget()
        row = FlowLayout(foot, spacing=GAP)
        for button in (
            self.all_button,
            self.one_button,
            self.changed_button,
            self.close_button,
        ):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addWidget(split, 1)
        column.addWidget(self.told)
        column.addWidget(foot)
        self.told.hide()

    def begin(self) -> None:
        """Open, and show how it stands with everything."""
        self._wishes.extent = Extent.ALL
        self._wishes.open()
        self.rows.setCurrentCell(0, 0)
        self.show()
        self.rows.setFocus()

    def _on_shown(self) -> None:
        self.choices.show_cafe()
        self.rows.show_states(self._wishes.states)
        self._ask()

    def _on_looked_at(self, key: str) -> None:
        self.use.setText(_(HANDOUTS[key].use))
        self.choices.show_artefact(key)
        self._ask()

    def _ask(self) -> None:
        """Make the pages anew, once nobody has wished for something else for a moment."""
        self._show_made(None)
        self._stack.setCurrentWidget(self.waiting)
        self._soon.start()

    def _renew(self) -> None:
        key = self.rows.key
        try:
            if not self._wishes.is_there(key):
                self._show_nothing(_("Nobody has a seat yet. Compose the plan first."))
                return
            self._wishes.preview(key, self._on_made)
        except WcafeError as error:
            self._show_nothing(error.describe(desk_words()))

    def _on_made(self, made: Made | None) -> None:
        if made is not None:
            self._show_made(made)
            self.view.show_pdf(made.document.pdf)
            self._stack.setCurrentWidget(self.view)
            number = self.view.pages
            words = ngettext("{number} page", "{number} pages", number)
            self.pages.setText(words.format(number=figure(number)))
            self._tell(remark_of(made.document))

    def _show_made(self, made: Made | None) -> None:
        self._made = made
        for button in (self.save_button, self.print_button):
            button.setEnabled(made is not None)
        if made is None:
            self.pages.setText("")

    def _show_nothing(self, why: str) -> None:
        self._show_made(None)
        self.nothing.sentence.setText(why)
        self._stack.setCurrentWidget(self.nothing)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            announce(self, words)

    def _on_failed(self, error: WcafeError) -> None:
        if self._stack.currentWidget() is self.waiting:
            self._show_nothing(error.describe(desk_words()))
        else:
            self._tell(error.describe(desk_words()))

    def _on_written(self, path: Path, remark: str) -> None:
        words = _("Written: {name}.").format(name=path.name)
        self._tell(" ".join(filter(None, [words, remark])))

    def _on_save(self) -> None:
        artefact = HANDOUTS[self.rows.key]
        is_new = self._wishes.extent is Extent.CHANGED
        ending = _("new {what}").format(what=_(artefact.ending)) if is_new else _(artefact.ending)
        if path := self._where(ending):
            self._wishes.save(artefact.key, path)

    def _on_print(self) -> None:
        if self._made is None:
            return
        pdf, key = self._made.document.pdf, self.rows.key

        def chosen(printer: QPrinter) -> None:
            self._wishes.print_on(key, partial(print_pages, pdf, printer))

        ask_printer(self, self.view.pages, chosen)

    def _on_one(self) -> None:
        if path := self._where(_("everything to print")):
            self._save_all(path)

    def _on_all(self) -> None:
        if folder := self._folder():
            self._save_all(folder)

    def _on_changed(self) -> None:
        if folder := self._folder():
            self._save_all(folder, is_new_only=True)

    def _save_all(self, path: Path, *, is_new_only: bool = False) -> None:
        try:
            self._wishes.save_all(path, is_new_only=is_new_only)
        except WcafeError as error:
            self._tell(error.describe(desk_words()))

    def _where(self, ending: str) -> Path | None:
        title = _("Where shall the pages be written?")
        proposed = self._wishes.press.propose_path(ending)
        return ask.save_file(self, title, "PDF (*.pdf)", proposed)

    def _folder(self) -> Path | None:
        beside = self._wishes.desk.services.place.folder
        return ask.folder(self, _("Into which folder?"), beside)

    def _on_finished(self) -> None:
        self._soon.stop()
        self._wishes.close()
