"""Corrections in Share: those that came, one of them at work, and how others come in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wcafe.domain.amend_form import END, own_key
from wcafe.domain.amending import Received, decision_name, is_late, what_it_is_about
from wcafe.domain.amendments import Amendment, AmendmentId
from wcafe.domain.lengths import LONG
from wcafe.domain.text import one_line
from wcafe.domain.typography import with_held_signs
from wcafe.services.filled_forms import FormRead
from wcafe.ui.synthesis.corrections.card import AmendmentCard
from wcafe.ui.synthesis.corrections.forms_dialog import FormsDialog
from wcafe.ui.synthesis.corrections.table import AmendmentList, Row
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.dropping import find_dropped
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.parts import WIDE, Card, Text, in_scroll_area, push_button
from wcafe.ui.words import _, desk_words, figure, ngettext, spoken
from wcafe.written import long_day

MAILS = frozenset((".eml", ".txt"))


class AmendmentsView(QWidget):
    """A list at the left, the chosen correction at the right; a mail may be pasted or dropped."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setAcceptDrops(True)
        self.told = Text("", "muted", wraps=True)
        self.new_edit = LineField(
            _("New correction"), _("Type a correction, Enter keeps it"), most=LONG, by_enter=True
        )
        self.read_button = push_button(_("Read a filled form…"), self._on_read)
        hint = _("A filled form comes back by mail: save the mail and read it, or paste its text.")
        self.empty = Text(hint, "caption", wraps=True)
        self.list = AmendmentList()
        self.card = AmendmentCard(presenter)
        left = Card(_("Corrections"))
        left.column.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.new_edit, 1)
        row.addWidget(self.read_button)
        left.column.addLayout(row)
        left.column.addWidget(self.empty)
        left.column.addWidget(self.list, 1)
        left.column.addStretch()
        self._right = in_scroll_area(self.card)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(WIDE)
        columns.addWidget(left, 3)
        columns.addWidget(self._right, 2)
        self.new_edit.setText(presenter.correcting.draft)
        self.new_edit.textChanged.connect(self._on_typed)
        self.new_edit.installEventFilter(self)
        self.new_edit.kept.connect(self._on_new)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.removed.connect(self._on_removed)
        self.card.left.connect(self.list.setFocus)
        presenter.correcting.form_read.connect(self._on_form)

    def show_cafe(self) -> None:
        correcting, found = self._presenter.correcting, self._presenter.correcting.received
        if correcting.find(correcting.chosen) is None:
            correcting.chosen = found.all[0].id if found.all else None
        self.told.setText(self._say(found))
        self.empty.setVisible(not found.all)
        self.list.setVisible(bool(found.all))
        self.list.show_rows([self._row(each) for each in found.all], correcting.chosen)
        self.card.show_amendment()
        self._right.setVisible(bool(found.all))

    def keep_typed(self) -> None:
        self.card.keep_typed()

    def take_focus(self) -> None:
        (self.list if self._presenter.correcting.received.all else self.new_edit).setFocus()

    def read_file(self, path: Path) -> None:
        self._presenter.correcting.read_file(path)

    def _say(self, found: Received) -> str:
        """Say until when corrections are taken, how many wait, and how many came late."""
        publication = self._presenter.cafe.publication
        told = []
        if publication.is_final:
            told.append(_("The synthesis is final."))
        elif publication.amend_until is not None:
            day = long_day(publication.amend_until, spoken())
            told.append(_("Corrections are taken until {date}.").format(date=day))
        else:
            told.append(_("Nobody has said yet until when corrections are taken."))
        if found.all:
            words = ngettext(
                "{number} waits for a decision.", "{number} wait for a decision.", len(found.open)
            )
            told.append(
                words.format(number=figure(len(found.open)))
                if found.open
                else _("All are decided.")
            )
        if found.late:
            words = ngettext(
                "{number} came after the last day.", "{number} came after the last day.", found.late
            )
            told.append(words.format(number=figure(found.late)))
        return " ".join(told)

    def _row(self, amendment: Amendment) -> Row:
        words, presenter = desk_words(), self._presenter
        state = decision_name(amendment.decision, words)
        if is_late(amendment, presenter.cafe.publication.amend_until):
            state = " · ".join((state, _("late")))
        about = what_it_is_about(amendment, presenter.snapshot.themes, words)
        said = with_held_signs(one_line(amendment.text), spoken())
        cells = (state, said, about, amendment.who)
        return Row(key=amendment.id, cells=cells)

    def _on_typed(self, text: str) -> None:
        self._presenter.correcting.draft = text

    def _on_new(self, text: str) -> None:
        if self._presenter.correcting.add(text):
            self.new_edit.clear()

    def _on_chosen(self, amendment: str) -> None:
        if not self.card.keep_typed():
            self.show_cafe()
            return
        self._presenter.correcting.chosen = AmendmentId(amendment)
        self.card.show_amendment()

    def _on_opened(self) -> None:
        self.card.words_edit.setFocus()

    def _on_removed(self) -> None:
        if (chosen := self._presenter.correcting.chosen) is not None:
            self._presenter.correcting.remove(chosen)

    def _on_read(self) -> None:
        kinds = _("Mails and texts") + " (*.eml *.txt)"
        if path := ask.open_file(self, _("Which mail holds the filled form?"), kinds):
            self.read_file(path)

    def _on_form(self, found: FormRead) -> None:
        FormsDialog(self._presenter, found, self).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read a filled form that is pasted where a correction is typed: it is many lines."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if own_key(END, self._presenter.cafe.id) in text:
                if event.type() == QEvent.Type.KeyPress:
                    self._presenter.correcting.read_text(text)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and text.strip():
            self._presenter.correcting.read_text(text)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if find_dropped(event, MAILS) is not None or event.mimeData().hasText():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := find_dropped(event, MAILS)) is not None:
            self.read_file(path)
        elif not event.mimeData().hasUrls() and event.mimeData().text().strip():
            self._presenter.correcting.read_text(event.mimeData().text())
        else:
            event.ignore()
            return
        event.acceptProposedAction()
