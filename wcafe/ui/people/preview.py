"""The preview of a list: how its columns are read, who would come in, and what is told about it."""

from functools import partial

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.text import join_names
from wcafe.errors import NoNames
from wcafe.ui.people.arrival import TITLES, Arrival, facts_of, remarks_of
from wcafe.ui.people.coming import ComingBoxes
from wcafe.ui.people.importing import Importing
from wcafe.ui.people.sample import SampleTable
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import WIDE, Card, Figure, Text, in_scroll_area, push_button, with_label
from wcafe.ui.words import _, desk_words, ngettext

_ABREAST = 4  # choosers in a row
_NOTHING = -1  # no column
_LONGEST = 16  # characters of an example


class PreviewPanel(QWidget):
    """Nothing is kept before Import is pressed."""

    def __init__(self, importing: Importing) -> None:
        super().__init__()
        self._importing = importing
        self.choosers = {name: ChoiceField(_(words)) for name, words in TITLES.items()}
        self.others_box = QCheckBox()
        self.others_box.setAccessibleName(_("Keep the other columns too"))
        self.others_words = Text("", wraps=True)
        self.others_words.setBuddy(self.others_box)
        self.error = Text("", wraps=True)
        self.error.setProperty("chip", "bad")
        self.facts = Text("", "muted", wraps=True)
        self.figures = [Figure("") for _place in range(6)]
        self.away_box = QCheckBox()  # so that one tick brings back who comes after all
        self.away_box.setAccessibleName(_("Keep those who do not come, as absent"))
        self.away_box.setChecked(True)
        self.suspects = Text("", wraps=True)
        self.suspects.setProperty("chip", "care")
        self.coming = ComingBoxes()
        self.sample = SampleTable()
        self.remarks = QStringListModel(self)
        self.import_button = push_button(_("Import"), self._on_import, kind="primary")
        self.cancel_button = push_button(_("Cancel"), importing.cancel)
        self._build()
        for name, chooser in self.choosers.items():
            chooser.kept.connect(partial(self._on_mapped, name))
        self.others_box.clicked.connect(self._on_others)
        self.coming.decided.connect(self._on_decided)

    def _build(self) -> None:
        self.card = Card(" ")
        self.card.column.addWidget(self.facts)
        self.card.column.addWidget(self.error)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for place, (name, words) in enumerate(TITLES.items()):
            chooser = self.choosers[name]
            chooser.setMinimumContentsLength(6)
            grid.addLayout(with_label(_(words), chooser), place // _ABREAST, place % _ABREAST)
            grid.setColumnStretch(place % _ABREAST, 1)
        self.card.column.addLayout(grid)
        others = QHBoxLayout()
        others.addWidget(self.others_box)
        others.addWidget(self.others_words, 1)
        self.card.column.addLayout(others)
        self.card.column.addWidget(self.suspects)

        outcome = Card(_("Who would come in"))
        row = QHBoxLayout()
        for figure in self.figures:
            row.addWidget(figure, 1)
        outcome.column.addLayout(row)
        outcome.column.addWidget(self.coming)
        outcome.column.addWidget(self.away_box)
        outcome.column.addWidget(self.sample)
        self.outcome = outcome

        remark_card = Card(_("Row by row"))
        self.remark_list = QListView()
        self.remark_list.setModel(self.remarks)
        self.remark_list.setAccessibleName(_("Rows that add nobody"))
        self.remark_list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.remark_list.setWordWrap(True)
        self.remark_list.setUniformItemSizes(False)
        self.remark_list.setMinimumHeight(120)
        remark_card.column.addWidget(self.remark_list)
        self.remark_card = remark_card

        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 4, 0)
        cards.setSpacing(WIDE)
        for card in (self.card, outcome, remark_card):
            cards.addWidget(card)
        cards.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_scroll_area(inside), 1)
        column.addLayout(foot)

    def show_arrival(self, arrival: Arrival) -> None:
        self.card.heading.setText(_("What is read from “{name}”").format(name=arrival.source.name))
        columns = {_NOTHING: "–", **dict(enumerate(_columns_in_words(arrival)))}
        for name, chooser in self.choosers.items():
            chooser.show_choices(columns)
            chooser.show_key(arrival.places.get(name, _NOTHING))
        self._show_others(arrival)
        self.error.setVisible(arrival.error is not None)
        if arrival.error is not None:
            self.error.setText(
                _("No column holds names yet. Choose the one that does.")
                if isinstance(arrival.error, NoNames)
                else arrival.error.describe(desk_words())
            )
        self.import_button.setEnabled(arrival.found is not None and not self._importing.is_busy)
        for part in (self.outcome, self.remark_card, self.facts, self.suspects):
            part.setVisible(arrival.found is not None)
        if arrival.report is not None and arrival.found is not None:
            self._show_outcome(arrival)

    def take_focus(self) -> None:
        if self.import_button.isEnabled():
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choosers["full_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_others(self, arrival: Arrival) -> None:
        spare = [*arrival.own, *(name for name in arrival.spare() if name not in arrival.own)]
        for part in (self.others_box, self.others_words):
            part.setVisible(bool(spare))
        names = ", ".join(spare[:6]) + (" …" if len(spare) > 6 else "")
        words = _("Keep the other columns too: {names}").format(names=names)
        self.others_words.setText(words)
        self.others_box.setChecked(bool(arrival.own))

    def _show_outcome(self, arrival: Arrival) -> None:
        report, found = arrival.report, arrival.found
        assert report is not None
        assert found is not None
        self.facts.setText(facts_of(found, arrival.source))
        folded, aside, refused = map(len, (found.duplicates, found.set_aside, found.rejected))
        for figure, number, caption in zip(
            self.figures,
            (found.read, report.added, report.updated, folded, aside, refused),
            (
                ngettext("row read", "rows read", found.read),
                ngettext("new person", "new people", report.added),
                ngettext("updated person", "updated people", report.updated),
                ngettext("duplicate folded", "duplicates folded", folded),
                _("set aside"),
                ngettext("row rejected", "rows rejected", refused),
            ),
            strict=True,
        ):
            figure.show_value(str(number), caption)
        unused = [name for name in found.suspects if name not in arrival.own]
        self.suspects.setVisible(bool(unused))
        self.suspects.setText(
            _("Not used, though it looks like names or like who comes: {columns}").format(
                columns=join_names(unused, most=6)
            )
        )
        self.coming.show_words(found.status_words)
        self.away_box.setVisible(report.away > 0)
        away = ngettext(
            "Keep {number} person who does not come, as absent",
            "Keep {number} people who do not come, as absent",
            report.away,
        ).format(number=report.away)
        self.away_box.setText(away)
        self.away_box.setAccessibleName(away)
        self.sample.show_people(found.people)
        remarks = remarks_of(found)
        self.remarks.setStringList(remarks)
        self.remark_card.setVisible(bool(remarks))

    def _on_import(self) -> None:
        self._importing.take_in(keeps_away=self.away_box.isChecked())

    def _on_mapped(self, name: str, place: int) -> None:
        """Read the list again; a column fills one field only."""
        arrival = self._importing.arrival
        if arrival is None:
            return
        places = {field: at for field, at in arrival.places.items() if at != place}
        if place == _NOTHING:
            places.pop(name, None)
        else:
            places[name] = place
        self._importing.map(places, keeps_others=self.others_box.isChecked())

    def _on_decided(self, word: tuple[int, str], is_coming: bool) -> None:
        self._importing.decide(word, is_coming=is_coming)

    def _on_others(self) -> None:
        arrival = self._importing.arrival
        if arrival is not None:
            self._importing.map(arrival.places, keeps_others=self.others_box.isChecked())


def _columns_in_words(arrival: Arrival) -> list[str]:
    """Return what each column is called, with an example where its heading does not tell."""
    lines = []
    for place, heading in enumerate(arrival.headings):
        words = _("Column {number}").format(number=heading) if heading.isdigit() else heading
        example = arrival.example(place)
        is_clear = not heading.isdigit() and place in arrival.places.values()
        if example and not is_clear:
            shown = example if len(example) <= _LONGEST else f"{example[:_LONGEST]}…"
            words = f"{words} · {shown}"
        lines.append(words)
    return lines
