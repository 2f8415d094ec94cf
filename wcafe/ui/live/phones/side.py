"""Beside the board: one table, the code that opens it, and its phones."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wcafe.domain.board import TableState
from wcafe.domain.marks import table_title
from wcafe.domain.phones import Phone
from wcafe.ui.live.phones.code import Code
from wcafe.ui.live.phones.large import LargeCode
from wcafe.ui.live.phones.naming import NameDialog
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.state_words import say_ago
from wcafe.ui.widgets.parts import Card, Text, clear, in_scroll_area, push_button
from wcafe.ui.words import _, desk_words, ngettext

_CODE = 164  # pixels: four for each module of an address of a table
_ROOMY = 640  # pixels of height from which there is room for phones below code and alarm


class TableSide(Card):
    """What one does for the table that is chosen on the board."""

    def __init__(self, presenter: PhonesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[object, ...] | None = None
        self.code = Code(_("Code that opens this table"), _CODE)
        self.unsent = Text("", "alarm", wraps=True)
        self.how = Text("", "caption", wraps=True)
        self.short = Text("", "heading")
        self.lives = Text("", "caption", wraps=True)
        self.short_button = push_button(_("Code to type"), self._on_short)
        self.large_button = push_button(_("Code large"), self.show_large)
        self.paper_button = push_button(_("Write on paper"), self._on_paper)
        self.phones = QVBoxLayout()
        self.phones.setSpacing(4)
        self._ago: list[tuple[Text, Phone]] = []
        self._lay_out()
        presenter.shown.connect(self.show_table)
        presenter.ticked.connect(self.show_time)
        self.show_table()

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self.short)
        beside.addWidget(self.lives)
        beside.addWidget(self.short_button, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        inside = QWidget()
        inside.setLayout(self.phones)
        self.phones.setContentsMargins(0, 0, 0, 0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.large_button)
        buttons.addWidget(self.paper_button)
        buttons.addStretch(1)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.unsent)
        self.column.addWidget(self.how)
        self.column.addLayout(row)
        self.phones_heading = Text(_("Phones of this table"), "strong")
        self.column.addWidget(self.phones_heading)
        area = in_scroll_area(inside)
        area.setProperty("surface", "clear")
        self.column.addWidget(area, 1)
        self.column.addLayout(buttons)

    @Slot()
    def show_table(self) -> None:
        presenter = self._presenter
        table, cafe = presenter.chosen, presenter.cafe
        self.setVisible(bool(cafe.tables))
        if not cafe.tables:
            return
        self.heading.setText(table_title(table, cafe.table_name(table), desk_words()))
        is_on_paper = table in presenter.station.on_paper
        words = _("Write on a phone") if is_on_paper else _("Write on paper")
        self.paper_button.setText(words)
        self.paper_button.setAccessibleName(words)
        way = presenter.way_in(table)
        self.code.show_address(way)
        for part in (self.short_button, self.large_button):
            part.setVisible(bool(way))
        self._show_phones(presenter.phones_of(table))
        self.show_time()

    @Slot()
    def show_time(self) -> None:
        presenter = self._presenter
        self._show_typed_code()
        here = [each for each in presenter.tables if each.table == presenter.chosen]
        unsent = here[0].unsent if here and here[0].state is TableState.UNSENT else 0
        words = ngettext(
            "{number} note waits on a phone of this table. It comes by itself when the phone is "
            "back in the network; nothing is lost.",
            "{number} notes wait on phones of this table. They come by themselves when the phones "
            "are back in the network; nothing is lost.",
            unsent,
        )
        self.unsent.setText(words.format(number=unsent))
        self.unsent.setVisible(bool(unsent))
        self.code.setVisible(bool(self.code.address) and not self._is_tight)
        self.how.setText(self._say_how())
        for text, phone in self._ago:
            text.setText(self._say_phone(phone))

    def _show_typed_code(self) -> None:
        presenter = self._presenter
        table, is_open = presenter.chosen, presenter.serving is not None
        code, left = presenter.typed_codes.get(table)
        is_used = is_open and presenter.typed_codes.is_used(table)
        is_shown = is_open and bool(code)
        self.short.setText(f"{code[:4]}-{code[4:]}" if is_shown else "")
        used = _("A phone came in by the code to type.") if is_used else ""
        self.lives.setText(_say_left(left) if is_shown else used)
        self.short.setVisible(is_shown)
        self.lives.setVisible(is_shown or is_used)

    @property
    def _is_tight(self) -> bool:
        """Are phones out of sight if alarm and code stand above them?"""
        return not self.unsent.isHidden() and self.height() < _ROOMY

    def minimumSizeHint(self) -> QSize:
        """Return the least in which all lines of its texts have room, as wide as it is."""
        least, inside = super().minimumSizeHint(), self.layout()
        assert inside is not None
        high = inside.totalMinimumHeightForWidth(self.width())
        return QSize(least.width(), max(least.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_time()

    def _say_how(self) -> str:
        presenter = self._presenter
        serving, how = presenter.serving, _("Scan this code with a phone, or type {address} there.")
        if serving is None:
            return _("Phones come in once the station is open.")
        if not presenter.station.takes_typed_codes:
            return _("No further phone comes in.")
        if not presenter.takes_codes:
            how = _("Codes are closed just now. Give a code to type at {address}.")
        elif self._is_tight:
            how = _("The code to scan is under “Code large”; or type {address} on the phone.")
        return how.format(address=serving.url.removeprefix("http://"))

    def _show_phones(self, phones: tuple[Phone, ...]) -> None:
        shown = (phones, self._presenter.round_began is not None)
        if self._shown == shown:
            return
        self._shown = shown
        clear(self.phones)
        self._ago = []
        self.phones_heading.setVisible(bool(phones))
        for number, phone in enumerate(phones):
            name = phone.name or _("Phone {letter}").format(letter=_letter(number))
            said = Text("", "caption", wraps=True)
            self._ago.append((said, phone))
            self.phones.addWidget(self._row(phone, name, said))
        self.phones.addStretch(1)

    def _row(self, phone: Phone, name: str, said: Text) -> QFrame:
        frame = QFrame()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(name, "strong", wraps=True))
        column.addWidget(said)
        about = _("More about {name}").format(name=name)
        more = push_button("…", kind="quiet", name=about, tip=about)
        more.setProperty("hasMenu", True)
        menu = QMenu(more)
        menu.addAction(_("Name it…"), partial(self._on_name, phone))
        back = menu.addMenu(_("Take back what it wrote"))
        if self._presenter.round_began is not None:
            back.addAction(_("Since this round began"), partial(self._on_back_to_begin, phone))
        for words, minutes in (
            (_("In the last 10 minutes"), 10),
            (_("In the last hour"), 60),
            (_("All of it"), None),
        ):
            back.addAction(words, partial(self._on_back, phone, minutes))
        out = partial(self._presenter.set_in, phone.id, is_in=False)
        menu.addAction(_("Take the phone out"), out)
        more.setMenu(menu)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 2, 0, 2)
        row.addLayout(column, 1)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return frame

    def _say_phone(self, phone: Phone) -> str:
        seen, now = self._presenter.seen_of(phone), self._presenter.now
        if seen is None:
            return _("not heard since the station was opened")
        facts = [_("heard {ago}").format(ago=say_ago(seen.at, now))]
        if seen.unsent:
            words = ngettext("{number} note to send", "{number} notes to send", seen.unsent)
            facts.append(words.format(number=seen.unsent))
        return " · ".join(facts)

    def show_large(self) -> None:
        """Show the code so large that a whole table can scan it."""
        presenter = self._presenter
        title = self.heading.text()
        LargeCode(title, presenter.way_in(presenter.chosen), self).exec()

    def _on_short(self) -> None:
        self._presenter.ask_short_code(self._presenter.chosen)

    def _on_paper(self) -> None:
        table = self._presenter.chosen
        is_on_paper = table in self._presenter.station.on_paper
        self._presenter.way.set_on_paper(table, is_on_paper=not is_on_paper)

    def _on_back(self, phone: Phone, minutes: int | None) -> None:
        """Take back what it wrote in so many minutes, or ever."""
        ever = phone.came - timedelta(seconds=1)
        ago = ever if minutes is None else self._presenter.now - timedelta(minutes=minutes)
        self._presenter.take_back(phone.id, ago)

    def _on_back_to_begin(self, phone: Phone) -> None:
        """Take back what it wrote in this round."""
        if (began := self._presenter.round_began) is not None:
            self._presenter.take_back(phone.id, began)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that one can do here."""
        for button in (self.short_button, self.paper_button):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _on_name(self, phone: Phone) -> None:
        NameDialog(phone, self._presenter.rename, self).open()


def _letter(number: int) -> str:
    """Return what a phone without a name is called: A, B and so on, 27 behind Z."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _say_left(left: timedelta) -> str:
    minutes = max(int(left.total_seconds() // 60) + 1, 1)
    return ngettext(
        "for one phone, {number} minute long",
        "for one phone, {number} minutes long",
        minutes,
    ).format(number=minutes)
