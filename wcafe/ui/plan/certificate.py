"""The card that says what a plan is worth, in figures and in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from wcafe.domain.plan_figures import Figures
from wcafe.ui.plan.attributes import attribute_name
from wcafe.ui.widgets.parts import Card, Chip, Figure, Text, push_button
from wcafe.ui.words import _, desk_words, figure, ngettext

_COLUMNS = 2
_MOST_TOLD = 8


class CertificateCard(Card):
    """Repeats, people met, new tables, mixing; and whether it could be better."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What the plan is worth"))
        self.repeats = Figure("")
        self.met = Figure("")
        self.new_tables = Figure("")
        self.mixing: list[Figure] = []
        self.proof = Chip("")
        self.proof.setWordWrap(True)
        self.proof.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.broken = Text("", wraps=True)
        self.notices = Text("", "caption", wraps=True)
        self._rows: list[QHBoxLayout] = []
        for place, shown in enumerate((self.repeats, self.met, self.new_tables)):
            self._put(shown, place)
        self.rehearse_button = push_button(_("What if people stay away?"), kind="quiet")
        for words in (self.proof, self.broken, self.notices):
            self.column.addWidget(words)
        self.column.addWidget(self.rehearse_button)

    def show_figures(self, figures: Figures, violations: tuple[str, ...]) -> None:
        repeats, met = figures.repeats, figures.meetings
        caption = ngettext("repeat meeting", "repeat meetings", repeats)
        self.repeats.show_value(figure(repeats), caption)
        self.met.show_value(figure(met.usual, 1 if met.usual % 1 else 0), _("people met, median"))
        share = f"{figure(figures.to_new_tables)}/{figure(figures.travellers)}"
        self.new_tables.show_value(share, _("travellers see no table twice"))
        self._show_mixing(figures.mixing)
        if figures.is_proven:
            self.proof.setText("✓ " + _("Proven: no plan can do better"))
            self.proof.set_mood("good")
        else:
            self.proof.setText(_least(figures))
            self.proof.set_mood("sand")
        lines = [f"• {violation}" for violation in violations[:_MOST_TOLD]]
        if more := len(violations) - _MOST_TOLD:
            lines += [_("and {number} more").format(number=figure(more))] if more > 0 else []
        self.broken.setText("\n".join([_("Rules this plan breaks:"), *lines]))
        self.broken.setVisible(bool(violations))
        notices = [each.describe(desk_words()) for each in figures.notices]
        if free := figures.free_jokers:
            sentence = ngettext(
                "{number} joker route is free.", "{number} joker routes are free.", free
            )
            notices.append(sentence.format(number=figure(free)))
        self.notices.setText("\n".join(notices))
        self.notices.setVisible(bool(notices))

    def _show_mixing(self, mixing: tuple[tuple[str, float], ...]) -> None:
        while len(self.mixing) < len(mixing):
            self.mixing.append(Figure(""))
            self._put(self.mixing[-1], 2 + len(self.mixing))
        for place, shown in enumerate(self.mixing):
            shown.setVisible(place < len(mixing))
            if place < len(mixing):
                attribute, share = mixing[place]
                percent = _("{number}%").format(number=figure(100 * share))
                caption = _("mixed by {attribute}").format(attribute=attribute_name(attribute))
                shown.show_value(percent, caption)

    def _put(self, shown: Figure, place: int) -> None:
        row = place // _COLUMNS
        if row == len(self._rows):
            self._rows.append(QHBoxLayout())
            self._rows[row].setSpacing(14)
            self.column.insertLayout(row, self._rows[row])
        self._rows[row].addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)


def _least(figures: Figures) -> str:
    if figures.least_repeats == 0:
        sentence = ngettext(
            "{found} repeat; a plan without any is not ruled out",
            "{found} repeats; a plan without any is not ruled out",
            figures.repeats,
        )
        return sentence.format(found=figure(figures.repeats))
    sentence = ngettext(
        "At least {least} repeat is unavoidable; found {found}",
        "At least {least} repeats are unavoidable; found {found}",
        figures.least_repeats,
    )
    return sentence.format(least=figure(figures.least_repeats), found=figure(figures.repeats))
