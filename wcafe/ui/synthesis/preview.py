"""The pages as they will be printed, inside the window."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.artefacts import PRINTED
from wcafe.ui.reading.find_bar import FindBar
from wcafe.ui.reading.layout import Place
from wcafe.ui.reading.place_bar import PlaceBar
from wcafe.ui.reading.printing import ask_printer
from wcafe.ui.reading.view import PagesView
from wcafe.ui.remarks import remark_of
from wcafe.ui.synthesis.edition_bar import EditionBar
from wcafe.ui.synthesis.names_dialog import NamesDialog
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import GAP, Text, push_button
from wcafe.ui.words import _

_SOON = 700  # milliseconds after the last change before the pages are made anew

_SHIFTED = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_0, Qt.Key.Key_9})


class PreviewPane(QWidget):
    """Chooses a document, shows it, hands it to printer, file and viewer.

    Signals:
        save_asked: the document that is to be written as PDF.
        plan_asked: the way to the seating plan is asked for.
    """

    save_asked = Signal(str)
    plan_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._pages = presenter.pages
        self._places: dict[str, Place] = {}  # where each document was read
        self._shown = self._pages.artefact
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._pages.renew)
        self._build()
        self._pages.wanted.connect(self._on_wanted)
        self._pages.printed.connect(self.show_pages)
        self._pages.changed.connect(self._show_state)
        self.sheets.currentIndexChanged.connect(self._on_sheet)
        self.show_pages()

    def _build(self) -> None:
        names = {key: _(each.name) for key, each in PRINTED.items()}
        self.sheets = ChoiceField(_("Which document"), names)
        self.sheets.show_key(self._pages.artefact)
        self.edition_bar = EditionBar(self._presenter)
        self.edition_bar.names_asked.connect(self._on_names)
        self.view = PagesView(self)
        self.find_bar = FindBar(self.view)
        self.place_bar = PlaceBar(self.view, self.find_bar.open)
        self.cancel_button = push_button(_("Cancel"), self._pages.stop)
        self.waiting = EmptyState(_("The pages are being prepared…"), self.cancel_button)
        self.make_button = push_button(_("Make the pages"), self._pages.renew, kind="primary")
        self.unmade = EmptyState(_("These pages are not made."), self.make_button)
        self.plan_button = push_button(_("Go to the plan"), self.plan_asked.emit, kind="primary")
        self.unplanned = EmptyState(
            _("Nobody has a seat yet. Compose the plan first."), self.plan_button
        )
        self._stack = QStackedWidget()
        for part in (self.view, self.waiting, self.unmade, self.unplanned):
            self._stack.addWidget(part)
        self.open_button = push_button(_("Open in the viewer"), self._on_open)
        self.save_button = push_button(_("Save as PDF…"), self._on_save)
        self.print_button = push_button(_("Print…"), self._on_print, kind="primary")
        self.state = Text("", "muted")
        self.remark = Text("", "muted", wraps=True)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.sheets)
        top.addWidget(self.state, 1)
        for button in (self.open_button, self.save_button, self.print_button):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.edition_bar)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.remark)
        column.addWidget(self.place_bar)

    def _keys(self) -> tuple[tuple[QKeySequence, Callable[[], object]], ...]:
        """Return what keys do wherever the keyboard is in here."""
        return (
            (QKeySequence("Ctrl+-"), self.place_bar.make_smaller),
            (QKeySequence("Ctrl+="), self.place_bar.make_larger),
            (QKeySequence("Ctrl++"), self.place_bar.make_larger),
            (QKeySequence("Ctrl+0"), self.view.fit_width),
            (QKeySequence("Ctrl+9"), self.view.fit_page),
            (QKeySequence("Ctrl+G"), self.place_bar.ask_for_page),
            (QKeySequence("Alt+Left"), self.view.go_back),
            (QKeySequence("F3"), self.find_bar.go_to_next),
            (QKeySequence("Shift+F3"), self.find_bar.go_to_previous),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & Qt.KeyboardModifier.ControlModifier and event.key() in _SHIFTED:
            held &= ~Qt.KeyboardModifier.ShiftModifier  # with which some keyboards type them
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        does = next((each for keys, each in self._keys() if keys == pressed), None)
        if does is not None and self._pages.made is not None:
            does()
        else:
            super().keyPressEvent(event)

    def show_cafe(self) -> None:
        """Show what may be chosen; the pages say themselves when they are there."""
        self.edition_bar.show_choices()

    def take_focus(self) -> None:
        self.view.setFocus()

    def keep_typed(self) -> None:
        """Nothing is written here."""

    def seek(self) -> None:
        """Look for words in the pages that are shown."""
        if self._pages.made is not None:
            self.find_bar.open()

    @Slot()
    def show_pages(self) -> None:
        """Show the pages that were made last, or why there are none."""
        made = self._pages.made
        if made is not None:
            is_same = self._shown == self._pages.artefact
            place = None if is_same else self._places.get(self._pages.artefact, Place(page=0))
            self._shown = self._pages.artefact
            self.view.show_pdf(made.pdf, place)
            self.find_bar.look_again()
        self.edition_bar.show_choices()
        remark = remark_of(made) if made is not None else ""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pages.renew()

    def retire(self) -> None:
        self._soon.stop()

    def _show_state(self) -> None:
        pages = self._pages
        is_there = pages.can_be_made and pages.made is not None
        if not pages.can_be_made:
            self._stack.setCurrentWidget(self.unplanned)
        elif is_there:
            self._stack.setCurrentWidget(self.view)
        else:
            is_coming = pages.is_making or not pages.is_given_up
            self._stack.setCurrentWidget(self.waiting if is_coming else self.unmade)
        for button in (*self.place_bar.buttons, self.open_button):
            button.setEnabled(is_there)
        for button in (self.save_button, self.print_button):
            button.setEnabled(is_there)
        self.place_bar.setEnabled(is_there)
        self.place_bar.show_place()
        words = ""
        if is_there and pages.is_given_up:
            words = _("The café has changed since these pages were made.")
        elif is_there and (pages.is_stale or pages.is_making):
            words = _("These pages are being made again…")
        self.state.setText(words)

    def _on_wanted(self) -> None:
        if not self._pages.can_be_made:
            self._pages.made = None
        self._show_state()
        if self.isVisible():
            self._soon.start()

    def _on_sheet(self, _place: int) -> None:
        if self._pages.made is not None and self._shown == self._pages.artefact:
            self._places[self._shown] = self.view.place
        self._pages.choose(self.sheets.currentData())
        self._soon.stop()
        self.edition_bar.show_choices()
        if self.isVisible():
            self._pages.renew()

    def _on_names(self) -> None:
        NamesDialog(self._presenter, self).open()

    def _on_save(self) -> None:
        self.save_asked.emit(self._pages.artefact)

    def _on_open(self) -> None:
        ending = _(PRINTED[self._pages.artefact].ending)
        self._pages.open_outside(self._presenter.press.propose_path(ending).name)

    def _on_print(self) -> None:
        ask_printer(self, self.view.document_shown.pageCount(), self._pages.print_on)
