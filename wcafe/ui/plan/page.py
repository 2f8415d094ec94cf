"""The seating plan on screen: the room at the left, what it is worth and its rules at the right."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.people import PersonId, expected
from wcafe.domain.plan import Certificate
from wcafe.ui.plan.bars import CollisionPanel, StaleBar
from wcafe.ui.plan.certificate import CertificateCard
from wcafe.ui.plan.chosen import ChosenCard
from wcafe.ui.plan.matrix import MatrixCard
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.plan.print_desk import PrintDesk
from wcafe.ui.plan.rehearsal_dialog import RehearsalDialog
from wcafe.ui.plan.room_card import RoomCard
from wcafe.ui.plan.rules import RulesCard
from wcafe.ui.plan.spare import SpareField
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.parts import GAP, WIDE, Page, in_scroll_area, push_button
from wcafe.ui.words import _, figure, ngettext

_ROOM, _SIDE = 5, 3  # how the width is shared
_WIDEST = 0.38  # of the width that long words at the side may take from the room


class PlanPage(Page):
    """Without people it leads to them, without a plan it proposes to compose one."""

    def __init__(self, presenter: PlanPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Seating plan"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self._last_chosen: tuple[tuple[PersonId, ...], int | None] = ((), None)
        self._last_certificate: Certificate | None = None
        self._build_head()
        self.stale = StaleBar(presenter)
        self.collisions = CollisionPanel()
        self.room = RoomCard(presenter)
        self.chosen = ChosenCard(presenter)
        self.certificate = CertificateCard()
        self.rules = RulesCard(presenter)
        self.matrix = MatrixCard()
        self.people_button = push_button(
            _("Go to the people"), lambda: self.page_asked.emit("people"), kind="primary"
        )
        nobody = _("There is nobody to seat yet. Begin with the list of people.")
        self.nobody = EmptyState(nobody, self.people_button)
        self.first_button = push_button(_("Compose the plan"), presenter.compose, kind="primary")
        self.unplanned = EmptyState("", self.first_button)
        self._build_body()

        presenter.shown.connect(self._on_shown)
        presenter.chosen.connect(self.show_chosen)
        presenter.printing.press.written.connect(self.file_written)
        presenter.desk.history.indexChanged.connect(self._show_history)
        self.chosen.let_go.connect(self._on_let_go)
        self.room.view.swap_asked.connect(self._on_swap_asked)
        self.rehearsal: RehearsalDialog | None = None
        self.print_desk: PrintDesk | None = None
        self.certificate.rehearse_button.clicked.connect(self._on_rehearse)
        self.show_plan()
        self._show_history()

    def _build_head(self) -> None:
        history = self._presenter.desk.history
        self.undo_button = push_button("↶", history.undo, name=_("Undo"))
        self.redo_button = push_button("↷", history.redo, name=_("Redo"))
        self.print_button = push_button(_("Print…"), self._on_print, tip="Ctrl+P")
        self.compose_button = push_button(
            _("Compose the plan"), self._presenter.compose, kind="primary", tip="Ctrl+Return"
        )
        self.spare_edit = SpareField(self._presenter)
        for control in (
            self.undo_button,
            self.redo_button,
            self.print_button,
            self.spare_edit,
            self.compose_button,
        ):
            self.head_actions.addWidget(control)
        compose = self._presenter.compose
        keys = {"Ctrl+Return": compose, "Ctrl+Enter": compose, "Ctrl+P": self._on_print}
        for key, does in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _build_body(self) -> None:
        self._whole = QStackedWidget(self)  # parents first: what moves as a whole is styled twice
        self._planning = QWidget(self._whole)
        self._left = QStackedWidget(self._planning)
        self._left.addWidget(self.room)
        self._left.addWidget(self.unplanned)
        self._inside = QWidget()
        side = QVBoxLayout(self._inside)
        side.setContentsMargins(0, 0, 8, 0)
        side.setSpacing(WIDE - 4)
        for card in (self.chosen, self.certificate, self.rules, self.matrix):
            side.addWidget(card)
        side.addStretch(1)
        self.side = in_scroll_area(self._inside)
        columns = QHBoxLayout()
        columns.setSpacing(WIDE)
        columns.addWidget(self._left, _ROOM)
        columns.addWidget(self.side, _SIDE)
        column = QVBoxLayout(self._planning)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.stale)
        column.addWidget(self.collisions)
        column.addLayout(columns, 1)
        self._whole.addWidget(self._planning)
        self._whole.addWidget(self.nobody)
        self.body.addWidget(self._whole, 1)

    @Slot()
    def _on_shown(self) -> None:
        self.when_seen(self.show_plan)

    def show_plan(self) -> None:
        presenter = self._presenter
        plan, figures = presenter.plan, presenter.figures
        self.subtitle.setText(" · ".join(self._facts()))
        self._whole.setCurrentWidget(self._planning if presenter.guests else self.nobody)
        self._left.setCurrentWidget(self.room if plan else self.unplanned)
        sentence = self.unplanned.sentence
        sentence.setText(presenter.proposal())
        sentence.setMinimumHeight(sentence.heightForWidth(sentence.minimumWidth()))
        for button in (self.compose_button, self.first_button):
            button.setEnabled(presenter.can_compose)
        self._show_changed(len(presenter.changed))
        self.spare_edit.show_spare()
        self.stale.show_plan()
        self.collisions.show_collisions(presenter.collisions, is_proved=presenter.is_impossible)
        self.rules.show_rules()
        self.certificate.setVisible(plan is not None)
        self.matrix.setVisible(plan is not None)
        if plan is not None and figures is not None:
            self.certificate.show_figures(figures, presenter.violations)
            self.certificate.rehearse_button.setVisible(presenter.begun == 0)
            self.matrix.show_plan(plan, presenter.guests, figures)
        if plan is not None and plan.certificate is not self._last_certificate:
            self._last_certificate = plan.certificate
            self.side.verticalScrollBar().setValue(0)  # where what it is worth is told
        self.show_chosen()

    @Slot()
    def show_chosen(self) -> None:
        presenter = self._presenter
        self.room.show_room()
        self.chosen.show_chosen()
        chosen = (presenter.people, presenter.table)
        if chosen != self._last_chosen:
            self._last_chosen = chosen
            self.side.verticalScrollBar().setValue(0)  # where the card of what is chosen is
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give the side what its words need, and the room three fifths of the width at least."""
        needed = self.side.minimumSizeHint().width()
        self.side.setMinimumWidth(min(needed, int(self.area.width() * _WIDEST)))

    def _show_changed(self, number: int) -> None:
        words = _("Print… ({number} badges changed)") if number else _("Print…")
        self.print_button.setText(words.format(number=figure(number)))

    def take_focus(self) -> None:
        if not self._presenter.guests:
            self.people_button.setFocus()
        elif self._presenter.plan is None:
            self.first_button.setFocus()
        else:
            self.room.take_focus()

    def drafts(self) -> dict[str, QLineEdit]:
        return {"find": self.room.find_edit, "partner": self.chosen.partner_edit}

    def seek(self) -> None:
        self.room.find_edit.setFocus()
        self.room.find_edit.selectAll()

    def retire(self) -> None:
        self._presenter.desk.history.indexChanged.disconnect(self._show_history)
        for dialog in (
            *(self.rules.dialog, self.rules.hosts_dialog),
            *(self.rehearsal, self.print_desk),
        ):
            if dialog is not None:
                dialog.close()

    def _facts(self) -> list[str]:
        presenter = self._presenter
        rounds = presenter.cafe.rounds
        people = len(expected(presenter.guests, len(rounds)))
        tables = presenter.plan.tables if presenter.plan else len(presenter.cafe.tables)
        facts = [ngettext("{number} person", "{number} people", people).format(number=people)]
        if tables:
            words = ngettext("{number} table", "{number} tables", tables)
            facts.append(words.format(number=tables))
        words = ngettext(
            "{number} round of {minutes} min", "{number} rounds of {minutes} min", len(rounds)
        )
        facts.append(words.format(number=len(rounds), minutes=rounds[0].minutes))
        return facts

    @Slot()
    def _show_history(self) -> None:
        history = self._presenter.desk.history
        undone, redone = history.undoText(), history.redoText()
        self.undo_button.setEnabled(history.canUndo())
        self.redo_button.setEnabled(history.canRedo())
        self.undo_button.setToolTip(_("Undo: {what}").format(what=undone) if undone else "")
        self.redo_button.setToolTip(_("Redo: {what}").format(what=redone) if redone else "")

    def show_place(self, place: object) -> None:
        """Open the print desk at the thing of that key."""
        self._on_print()
        if self.print_desk is not None:
            self.print_desk.rows.go_to(str(place))

    def _on_print(self) -> None:
        if self.print_desk is None:
            self.print_desk = PrintDesk(self._presenter.printing, self.window())
            self.print_desk.finished.connect(self._on_printed)
            self.print_desk.begin()

    def _on_printed(self) -> None:
        if self.print_desk is not None:
            self.print_desk.deleteLater()
            self.print_desk = None
            self.window().activateWindow()
            self.print_button.setFocus()

    def _on_rehearse(self) -> None:
        self.rehearsal = RehearsalDialog(self._presenter.rehearsal, self.window())
        self.rehearsal.finished.connect(self._on_rehearsed)
        self.rehearsal.begin()

    def _on_rehearsed(self) -> None:
        if self.rehearsal is not None:
            self.rehearsal.deleteLater()
            self.rehearsal = None
            self.certificate.rehearse_button.setFocus()

    def _on_let_go(self) -> None:
        self._presenter.choose_nothing()
        self.room.take_focus()

    def _on_swap_asked(self, person: str) -> None:
        self._presenter.choose(PersonId(person))
        self.chosen.ask_partner()
