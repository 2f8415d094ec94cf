"""Share on screen: what is written, what was agreed, the pages, the files."""

from enum import IntEnum
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from wcafe.domain.artefact import Artefact
from wcafe.domain.artefacts import PRINTED
from wcafe.i18n import N_
from wcafe.ui.synthesis.actions_view import ActionsView
from wcafe.ui.synthesis.corrections.view import AmendmentsView
from wcafe.ui.synthesis.exports import ExportView
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.preview import PreviewPane
from wcafe.ui.synthesis.strips_view import StripsView
from wcafe.ui.synthesis.telling_view import TellingView
from wcafe.ui.synthesis.themes_view import ThemesView
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.one_view import OneView
from wcafe.ui.widgets.parts import Page, in_scroll_area
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _, desk_words, figure, ngettext


class View(IntEnum):
    """The views of Share, in the order of the bar above them."""

    STATEMENTS = 0
    ACTIONS = 1
    STRIPS = 2
    CORRECTIONS = 3
    TEXTS = 4
    PREVIEW = 5
    EXPORT = 6


NAMES = {
    View.STATEMENTS: N_("Statements"),
    View.ACTIONS: N_("Actions"),
    View.STRIPS: N_("Strips"),
    View.CORRECTIONS: N_("Corrections"),
    View.TEXTS: N_("Texts"),
    View.PREVIEW: N_("Preview"),
    View.EXPORT: N_("Export"),
}
"""What each view is called."""


_WHEN_SEEN = frozenset({View.ACTIONS, View.STRIPS, View.CORRECTIONS, View.PREVIEW})
"""Views that show the café anew only while they are on screen, as they look at much of it."""


class Part(Protocol):
    """A view: it shows the café when asked, takes the keyboard, and keeps what is typed."""

    def show_cafe(self) -> None: ...
    def take_focus(self) -> None: ...
    def keep_typed(self) -> None: ...


P = TypeVar("P", bound=Any)  # a QWidget that is a Part: Python has no name for both


class SynthesisPage(Page):
    """Its views one at a time; each is made when it is first looked at.

    To add one: a member of `View` with its name, a property that makes it, and its line in
    `_part`.
    """

    def __init__(self, presenter: SynthesisPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Share"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self._made: dict[View, Part] = {}
        self._places: dict[View, QWidget] = {}  # what of each stands in the stack
        self.views = Segments(_("What is shown"))
        self.views.show_choices([_(NAMES[view]) for view in View])
        self.views.setCurrentIndex(presenter.view)
        self.head_actions.addWidget(self.views)
        self._stack = OneView(self)
        self.body.addWidget(self._stack, 1)
        self.views.currentChanged.connect(self._on_view)
        presenter.press.written.connect(self.file_written)
        presenter.shown.connect(self._on_shown)
        self._show_view()
        self._show_subtitle()

    # The views

    @cached_property
    def themes(self) -> ThemesView:
        part = ThemesView(self._presenter)
        part.harvest_asked.connect(partial(self.page_asked.emit, "notes"))
        return self._add(View.STATEMENTS, part)

    @cached_property
    def agreed(self) -> ActionsView:
        return self._add(View.ACTIONS, ActionsView(self._presenter))

    @cached_property
    def strips(self) -> StripsView:
        part = StripsView(self._presenter)
        part.save_asked.connect(self._on_save)
        return self._add(View.STRIPS, part)

    @cached_property
    def corrections(self) -> AmendmentsView:
        return self._add(View.CORRECTIONS, AmendmentsView(self._presenter))

    @cached_property
    def texts(self) -> TellingView:
        part = TellingView(self._presenter)
        part.terms_asked.connect(self._on_terms)
        return self._add(View.TEXTS, part)

    @cached_property
    def preview(self) -> PreviewPane:
        part = PreviewPane(self._presenter)
        part.plan_asked.connect(partial(self.page_asked.emit, "plan"))
        part.save_asked.connect(self._on_save_pages)
        return self._add(View.PREVIEW, part)

    @cached_property
    def exports(self) -> ExportView:
        part = ExportView(self._presenter)
        part.save_asked.connect(self._on_save)
        return self._add(View.EXPORT, part, scrolls=True)

    def _part(self, view: View) -> Part:
        match view:
            case View.STATEMENTS:
                return self.themes
            case View.ACTIONS:
                return self.agreed
            case View.STRIPS:
                return self.strips
            case View.CORRECTIONS:
                return self.corrections
            case View.TEXTS:
                return self.texts
            case View.PREVIEW:
                return self.preview
            case View.EXPORT:
                return self.exports

    def _add(self, view: View, part: P, *, scrolls: bool = False) -> P:
        """Let `part` be one of the views, and show the café in it."""
        self._made[view] = part
        self._places[view] = in_scroll_area(part) if scrolls else part
        self._stack.addWidget(self._places[view])
        part.show_cafe()
        return part

    # What Share shows

    @Slot()
    def _on_shown(self) -> None:
        self.when_seen(self.show_synthesis)

    def show_synthesis(self) -> None:
        self._show_subtitle()
        for view, part in self._made.items():
            if view not in _WHEN_SEEN or view == self.view:
                part.show_cafe()

    @property
    def view(self) -> int:
        return self.views.currentIndex()

    @property
    def error_place(self) -> int:
        return self.view

    def show_view(self, view: int) -> None:
        self.views.setCurrentIndex(view)

    def take_focus(self) -> None:
        self._part(View(self.view)).take_focus()

    def resting_place(self) -> QWidget:
        return self.themes.list if self.view == View.STATEMENTS else self

    def seek(self) -> None:
        if self.view == View.PREVIEW:
            self.preview.seek()

    def keep_typed(self) -> None:
        for part in self._made.values():
            part.keep_typed()

    def retire(self) -> None:
        if View.PREVIEW in self._made:
            self.preview.retire()

    def _show_view(self) -> None:
        view = View(self.view)
        is_new = view not in self._made
        part = self._part(view)
        if not is_new:
            part.show_cafe()
        self._stack.setCurrentWidget(self._places[view])

    def _show_subtitle(self) -> None:
        presenter = self._presenter
        if not presenter.snapshot.notes:
            self.subtitle.setText(_("Nothing to share yet: notes come first, in Harvest."))
            return
        themes = len(presenter.rows)
        statements = sum(row.statements for row in presenter.rows)
        notes, tables = presenter.sourcing.notes, presenter.tables
        facts = (
            ngettext("{number} theme", "{number} themes", themes).format(number=themes),
            ngettext("{number} statement", "{number} statements", statements).format(
                number=figure(statements)
            ),
            ngettext("{number} note", "{number} notes", notes).format(number=figure(notes)),
            ngettext("{number} table", "{number} tables", tables).format(number=figure(tables)),
        )
        self.subtitle.setText(" · ".join(facts))

    def _on_view(self, place: int) -> None:
        self.keep_typed()
        self._presenter.view = place
        self._show_view()
        self.view_changed.emit()

    def _on_terms(self) -> None:
        self.show_view(View.EXPORT)
        self.exports.terms.organiser_edit.setFocus()

    def _on_save_pages(self, artefact: str) -> None:
        self._on_save(PRINTED[artefact])

    def _on_save(self, artefact: Artefact) -> None:
        self.keep_typed()
        proposed = self._presenter.press.propose_path(_(artefact.ending), artefact.suffix)
        kinds = f"{artefact.title(desk_words())} (*.{artefact.suffix})"
        if path := ask.save_file(self, _("Where shall the file be written?"), kinds, proposed):
            press = self._presenter.press
            if artefact.is_printed:
                options = self._presenter.choices.options_of(artefact.key)
                press.print_to(artefact.key, path, options=options)
            else:
                hides = self._hides_names(artefact)
                press.export_to(path, what=artefact.key, hides_names=hides)

    def _hides_names(self, artefact: Artefact) -> bool:
        """Was it asked for? Files for the organisers hold names whatever is."""
        is_asked = View.EXPORT in self._made and self.exports.hides_names
        return is_asked and not artefact.names_people
