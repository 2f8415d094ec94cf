"""What filled forms say, seen before anything of it is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.amending import what_it_is_about
from wcafe.domain.text import one_line
from wcafe.services.filled_forms import FormRead
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.lines_table import Heading, Line, LinesTable
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.words import _, desk_words, figure, ngettext

_SEEN = 10  # corrections that are seen without scrolling
_WIDE = 680  # pixels
_MOST_UNREAD = 6  # lines that are told
_LONGEST = 90  # characters of such a line


class FormsDialog(QDialog):
    """Enter keeps what is new; Esc nothing. What is here already stands there muted."""

    def __init__(self, presenter: SynthesisPresenter, found: FormRead, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._found = presenter, found
        self.setWindowTitle(_("Filled form"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = len(found.new)
        words = ngettext("{number} new correction", "{number} new corrections", number)
        self.heading = Text(words.format(number=figure(number)), "heading")
        self.told = Text("\n".join(_remarks(found)), "muted", wraps=True)
        self.told.setVisible(bool(self.told.text()))
        self.table = LinesTable(_("The form as it is read"), most=_SEEN, wide=0)
        words = ngettext("Keep {number} correction", "Keep {number} corrections", number)
        self.keep_button = push_button(
            words.format(number=figure(number)), self._on_keep, kind="primary"
        )
        self.keep_button.setEnabled(bool(number))
        self.keep_button.setDefault(bool(number))
        self.cancel_button = push_button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        for part in (self.heading, self.table, self.told):
            column.addWidget(part)
        column.addLayout(foot)
        self.setMinimumWidth(_WIDE)
        self._show()
        (self.keep_button if number else self.cancel_button).setFocus()

    def _show(self) -> None:
        themes, words = self._presenter.snapshot.themes, desk_words()
        lines = [
            Line(
                key=each.id,
                cells=(
                    what_it_is_about(each, themes, words) or "–",
                    one_line(each.text),
                    _sender(each.who, is_named=each.may_be_named),
                    _("here already") if is_known else "",
                ),
                is_muted=is_known,
            )
            for is_known, amendments in ((False, self._found.new), (True, self._found.known))
            for each in amendments
        ]
        headings = (_("About"), _("Correction"), _("Sent by"), "")
        self.table.show_lines([Heading(words=words) for words in headings], lines)

    def _on_keep(self) -> None:
        if self._presenter.correcting.take_in(self._found.new):
            self.accept()


def _sender(who: str, *, is_named: bool) -> str:
    if not who:
        return ""
    return who if is_named else _("{who}, not to be named").format(who=who)


def _remarks(found: FormRead) -> list[str]:
    """Say what of the form is not as one would think."""
    told = []
    if found.gone:
        words = ngettext(
            "{number} is about a sentence that is not there any more.",
            "{number} are about sentences that are not there any more.",
            found.gone,
        )
        told.append(words.format(number=figure(found.gone)))
    if found.cut:
        words = ngettext(
            "{number} is longer than a correction may be, and was left out.",
            "{number} are longer than a correction may be, and were left out.",
            found.cut,
        )
        told.append(words.format(number=figure(found.cut)))
    if found.unread:
        lines = [f"“{line[:_LONGEST]}”" for line in found.unread[:_MOST_UNREAD]]
        told.append(_("Not part of the form: {lines}").format(lines=", ".join(lines)))
    return told
