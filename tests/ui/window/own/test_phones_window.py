"""The window of phones: as narrow as it can be made, nothing in it is cut off."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.window.own.hands import settle
from wcafe.domain.phones import LetIn
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.live.phones.addresses import Address
from wcafe.ui.window.workspaces import Aside


def cut_off(page):
    """Return the words of the buttons that are not seen whole."""
    area = page.area.viewport()
    seen = [each for each in page.findChildren(QPushButton) if each.isVisibleTo(page)]
    return [
        each.text()
        for each in seen
        if not area.rect().contains(each.rect().translated(each.mapTo(area, each.rect().topLeft())))
        and area.isAncestorOf(each)
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_off_however_narrow_the_window_is_made(qtbot, desk, language):
    words.use(words_for(language), language)
    desk.go(Aside.PHONES)
    window = desk.own_windows.windows[-1]
    page, presenter = window.page, window.page._presenter
    page.bar._find = lambda: (Address(host="127.0.0.1", network="lo"),)
    page.bar.show_addresses()
    page.bar.open_button.click()
    presenter.way.let_in(LetIn.AT_BEGINNING)
    presenter.ask_short_code(0)

    def is_narrow():
        window.resize(300, 700)
        return window.width() == page.minimumWidth() and page.area.widget().isVisible()

    qtbot.waitUntil(is_narrow)
    settle()

    side = page.side
    phones = desk.cafe.services.phones
    phones.join(phones.way_in.codes()[0])
    qtbot.waitUntil(side.phones_heading.isVisible)
    window.resize(300, 500)
    settle()
    assert side.code.geometry().bottom() < side.phones_heading.geometry().top()
    window.resize(300, 768)
    settle()
    assert not page.area.horizontalScrollBar().isVisible()
    assert cut_off(page) == []
    page.setMinimumWidth(0)
    window.setMinimumWidth(0)
    window.resize(560, 700)  # as it was
    settle()
    assert cut_off(page)
    desk.cafe.services.station.stop()
