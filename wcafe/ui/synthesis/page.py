"""Share on screen: themes and statements, the pages, the files."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from wcafe.domain.artefacts import PRINTED, Artefact
from wcafe.ui.synthesis.actions_view import ActionsView
from wcafe.ui.synthesis.corrections.view import AmendmentsView
from wcafe.ui.synthesis.exports import ExportView
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.preview import PreviewPane
from wcafe.ui.synthesis.themes_view import ThemesView
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.parts import Page, in_scroll_area
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _, desk_words, figure, ngettext

_THEMES, _ACTIONS, _PREVIEW, _EXPORT, _CORRECTIONS = 0, 1, 2, 3, 4


class SynthesisPage(Page):
    """What is written, what is done, how it will look, what can be taken away, what came back."""

    def __init__(self, presenter: SynthesisPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Share"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self.views = Segments(_("What is shown"))
        self.views.show_choices(
            [_("Statements"), _("Actions"), _("Preview"), _("Export"), _("Corrections")]
        )
        self.views.setCurrentIndex(presenter.view)
        self.head_actions.addWidget(self.views)
        self.themes = ThemesView(presenter)
        self.agreed = ActionsView(presenter)
        self.preview = PreviewPane(presenter)
        self._stack = QStackedWidget(self)
        self._made_exports: ExportView | None = None
        self._made_corrections: AmendmentsView | None = None
        self._areas: dict[int, QWidget] = {}  # by the view they show
        for view, area in (
            (_THEMES, self.themes),
            (_ACTIONS, self.agreed),
            (_PREVIEW, self.preview),
        ):
            self._add_area(view, area)
        self._show_area(presenter.view)
        self.body.addWidget(self._stack, 1)
        self.views.currentChanged.connect(self._on_view)
        self.themes.harvest_asked.connect(partial(self.page_asked.emit, "notes"))
        self.preview.plan_asked.connect(partial(self.page_asked.emit, "plan"))
        self.preview.save_asked.connect(self._on_save_pages)
        presenter.press.written.connect(self.file_written)
        presenter.shown.connect(self._on_shown)
        self.show_synthesis()

    @property
    def exports(self) -> ExportView:
        """What can be taken away; made when it is first looked at, as most looks are elsewhere."""
        if self._made_exports is None:
            self._made_exports = ExportView(self._presenter)
            self._made_exports.save_asked.connect(self._on_save)
            self._made_exports.show_cafe()
            self._add_area(_EXPORT, in_scroll_area(self._made_exports))
        return self._made_exports

    @property
    def corrections(self) -> AmendmentsView:
        """The corrections that came in; made when it is first looked at."""
        if self._made_corrections is None:
            self._made_corrections = AmendmentsView(self._presenter)
            self._add_area(_CORRECTIONS, self._made_corrections)
        return self._made_corrections

    def _add_area(self, view: int, area: QWidget) -> None:
        self._areas[view] = area
        self._stack.addWidget(area)

    def _show_area(self, view: int) -> None:
        if view == _EXPORT:
            self.exports.show_names()
        elif view == _ACTIONS:
            self.agreed.show_notes()
        elif view == _CORRECTIONS:
            self.corrections.show_cafe()
        self._stack.setCurrentWidget(self._areas[view])

    @Slot()
    def _on_shown(self) -> None:
        self.when_seen(self.show_synthesis)

    def show_synthesis(self) -> None:
        self._show_subtitle()
        if self._presenter.view == _ACTIONS:
            self.agreed.show_notes()
        self.themes.show_themes()
        if self._made_exports is not None:
            self._made_exports.show_cafe()
        if self._presenter.view == _EXPORT:
            self.exports.show_names()
        elif self._presenter.view == _CORRECTIONS:
            self.corrections.show_cafe()

    @property
    def view(self) -> int:
        return self.views.currentIndex()

    def show_view(self, view: int) -> None:
        self.views.setCurrentIndex(view)

    def take_focus(self) -> None:
        if self._presenter.view == _THEMES:
            self.themes.take_focus()
        elif self._presenter.view == _ACTIONS:
            self.agreed.agreed.setFocus()
        elif self._presenter.view == _PREVIEW:
            self.preview.view.setFocus()
        elif self._presenter.view == _CORRECTIONS:
            self.corrections.take_focus()
        else:
            next(iter(self.exports.for_all.buttons.values())).setFocus()

    def resting_place(self) -> QWidget:
        return self.themes.list if self.themes.list.isVisible() else self

    def keep_typed(self) -> None:
        self.themes.keep_typed()
        self.agreed.keep_typed()
        if self._made_exports is not None:
            self._made_exports.keep_typed()
        if self._made_corrections is not None:
            self._made_corrections.keep_typed()

    def retire(self) -> None:
        self.preview.retire()

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
        self._show_area(place)
        self.view_changed.emit()

    def _on_save_pages(self, artefact: str) -> None:
        self._on_save(PRINTED[artefact])

    def _on_save(self, artefact: Artefact) -> None:
        self.keep_typed()
        proposed = self._presenter.press.propose_path(_(artefact.ending), artefact.suffix)
        kinds = f"{artefact.title(desk_words())} (*.{artefact.suffix})"
        if path := ask.save_file(self, _("Where shall the file be written?"), kinds, proposed):
            press, hides = self._presenter.press, self._hides_names(artefact)
            if artefact.is_printed:
                press.print_to(artefact.key, path, hides_names=hides)
            else:
                press.export_to(path, what=artefact.key, hides_names=hides)

    def _hides_names(self, artefact: Artefact) -> bool:
        """Was it asked for? Files for the organisers hold names whatever is."""
        exports = self._made_exports
        return exports is not None and exports.hides_names and not artefact.names_people
