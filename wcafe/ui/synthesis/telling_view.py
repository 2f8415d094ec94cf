"""Where the organiser writes what stands around the harvest, and says how it goes out."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.telling import FREE_TEXTS
from wcafe.ui.widgets.fields import AreaField
from wcafe.ui.widgets.folding import FoldingRow
from wcafe.ui.widgets.free_text import FreeTextArea, FreeTextField
from wcafe.ui.widgets.parts import GAP, WIDE, Card, Text, push_button, with_label
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.widgets.when import DayField, calendar_button
from wcafe.ui.words import _, figure

_LEAST_HIGH, _LEAST_WIDE, _CARD_WIDE = 240, 380, 300  # pixels of a text, and of the card beside


class TellingView(QWidget):
    """The texts at length, one at a time, and a card with what is printed around them.

    `terms_asked` says that organiser and licence are to be changed, which stand elsewhere.
    """

    terms_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._telling = presenter.telling
        self.choice = Segments(_("Which text"))
        self.choice.show_choices([_(name) for name in FREE_TEXTS.values()])
        self.explained = Text("", "muted", wraps=True)
        self.length = Text("", "caption")
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(_LEAST_WIDE, _LEAST_HIGH)
        self.texts: dict[str, FreeTextField] = {}
        for field, name in FREE_TEXTS.items():
            part = self.texts[field] = FreeTextField(_(name), "")
            part.area.kept.connect(partial(self._telling.tell, field))
            part.area.typed.connect(partial(self._telling.type_in, field))
            part.area.textChanged.connect(self._show_length)
            self._stack.addWidget(part)
        self._build()
        self.choice.currentChanged.connect(self._on_choice)
        self._on_choice(0)
        self._restore()

    @property
    def areas(self) -> dict[str, FreeTextArea | AreaField]:
        """All texts of several lines, by their fields."""
        free: dict[str, FreeTextArea | AreaField] = {
            field: part.area for field, part in self.texts.items()
        }
        return free | {"contact": self.contact_edit, "credits": self.credits_edit}

    def _build(self) -> None:
        words = Card()
        words.column.addWidget(self.choice)
        words.column.addWidget(self.explained)
        words.column.addWidget(self._stack, 1)
        words.column.addWidget(self.length)
        around = Card(_("How it goes out"))
        around.setMinimumWidth(_CARD_WIDE)
        self.final_switch = Switch(_("This is the final edition"))
        self.final_switch.toggled.connect(self._telling.set_final)
        self.status = Text("", "caption", wraps=True)
        final = QHBoxLayout()
        final.addWidget(self.final_switch)
        final.addWidget(Text(_("This is the final edition"), wraps=True), 1)
        self.until_edit = DayField(_("Corrections until"))
        self.until_edit.chosen.connect(self._telling.set_last_day)
        self.until_edit.refused.connect(self._presenter.failed)
        self.until_edit.understood.connect(self._presenter.resolved)
        until = QHBoxLayout()
        until.addWidget(self.until_edit, 1)
        until.addWidget(calendar_button(self.until_edit))
        self.contact_edit = AreaField(
            _("Where corrections go"), _("An address or e-mail, as it is to be printed"), lines=2
        )
        self.credits_edit = AreaField(_("Credits"), _("Who is thanked, who took the photos"))
        for field, edit in (("contact", self.contact_edit), ("credits", self.credits_edit)):
            edit.kept.connect(partial(self._telling.tell, field))
        around.column.addLayout(final)
        around.column.addWidget(self.status)
        label = Text(_("Corrections until"), "caption")
        label.setBuddy(self.until_edit)
        around.column.addWidget(label)
        around.column.addLayout(until)
        around.column.addLayout(with_label(_("Where corrections go"), self.contact_edit))
        around.column.addLayout(with_label(_("Credits"), self.credits_edit))
        self.terms_button = push_button(
            _("Organiser and licence…"), self.terms_asked.emit, kind="quiet"
        )
        around.column.addWidget(self.terms_button)
        around.column.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(words)
        right.addWidget(around)
        row = FoldingRow(WIDE)
        row.add(left, 3)
        row.add(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(row)

    def show_cafe(self) -> None:
        """Show what is kept; what is being typed stays."""
        told = self._telling.publication
        for field, area in self.areas.items():
            area.show_text(getattr(told, field))
        self.final_switch.blockSignals(True)
        self.final_switch.setChecked(told.is_final)
        self.final_switch.blockSignals(False)
        self.until_edit.show_day(told.amend_until)
        self.status.setText(
            _("Editions are final: they say nothing of a draft.")
            if told.is_final
            else _("Until then each edition says that it is a draft.")
        )
        self._show_length()

    def take_focus(self) -> None:
        self._here.area.setFocus()

    def keep_typed(self) -> None:
        for area in self.areas.values():
            area.keep()
        self.until_edit.keep()

    @property
    def _here(self) -> FreeTextField:
        return list(self.texts.values())[self.choice.currentIndex()]

    def _restore(self) -> None:
        """Hold the words again that were not kept when the desk was closed."""
        self.show_cafe()
        for field, text in self._telling.drafts.items():
            if field in self.areas:
                self.areas[field].type_in(text)

    def _on_choice(self, place: int) -> None:
        explained = (
            _("What stands first on the page that says it all. A few sentences."),
            _("Who called people together, why, and how it went."),
            _("What you make of it; it is printed as yours, not as what the tables said."),
            _("What happens now, who does it, and when people hear of it again."),
        )
        self.explained.setText(explained[place])
        self._stack.setCurrentIndex(place)
        self._show_length()

    def _show_length(self) -> None:
        """Say how long the text is."""
        signs = max(self._here.area.document().characterCount() - 1, 0)
        told = _("{number} characters").format(number=figure(signs))
        self.length.setText(told if signs else _("Empty: this part is not printed."))
