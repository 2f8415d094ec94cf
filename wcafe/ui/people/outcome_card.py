"""Who would come in: figures, the words about coming, and the people themselves."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from wcafe.ui.people.arrival import Arrival
from wcafe.ui.people.coming import ComingBoxes
from wcafe.ui.people.sample import PeopleComing
from wcafe.ui.widgets.parts import Card, Figure, Text
from wcafe.ui.words import _, ngettext


class OutcomeCard(Card):
    """What Import would do, and ticks that change it."""

    def __init__(self) -> None:
        super().__init__(_("Who would come in"))
        self.nothing_new = Text(
            _("Nothing new: everybody on this list is here already, as the list has them."),
            "strong",
            wraps=True,
        )
        self.figures = [Figure("") for _place in range(6)]
        self.coming = ComingBoxes()
        self.away_box = QCheckBox()  # so that one tick brings back who comes after all
        self.away_box.setAccessibleName(_("Keep those who do not come, as absent"))
        self.away_box.setChecked(True)
        self.people = PeopleComing()
        row = QHBoxLayout()
        for figure in self.figures:
            row.addWidget(figure, 1)
        self.column.addWidget(self.nothing_new)
        self.column.addLayout(row)
        for part in (self.coming, self.away_box, self.people):
            self.column.addWidget(part)

    def show_arrival(self, arrival: Arrival) -> None:
        report = arrival.report
        self.setVisible(report is not None)
        if report is None:
            return
        found = report.found
        self.nothing_new.setVisible(not (report.added or report.updated or report.away))
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
        self.coming.show_words(found.status_words)
        self.away_box.setVisible(report.away > 0)
        away = ngettext(
            "Keep {number} person who does not come, as absent",
            "Keep {number} people who do not come, as absent",
            report.away,
        ).format(number=report.away)
        self.away_box.setText(away)
        self.away_box.setAccessibleName(away)
        self.people.show_arrival(arrival)
