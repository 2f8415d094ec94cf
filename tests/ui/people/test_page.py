"""The page of People as a whole: how to begin, figures, the way on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from tests.cafes import add_people, person
from wcafe.domain.lengths import CELL
from wcafe.domain.people import Role

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


def test_without_people_the_page_says_how_to_begin(page):
    assert page.nobody.isVisible()
    assert page.first_button.isVisible()
    assert not page.list.table.isVisible()
    assert not page.figures.isVisible()


def test_figures_say_who_is_what_and_which_tables_suit_them(qtbot, opened, page):
    add_people(opened, 56, willing=True)
    opened.people.save([person("Host Hubert", host_of=0), person("Guest Greta")])
    opened.people.save([person("Crew Chris", role=Role.CREW)])

    qtbot.waitUntil(lambda: page.figures.seated.value.text() == "58")
    shown = (page.figures.hosts, page.figures.willing, page.figures.unseated)
    assert [figure.value.text() for figure in shown] == ["1", "56", "1"]
    assert page.figures.proposal.text() == "58 people: 12 tables of 4 and 5"

    opened.cafes.save(opened.cafes.get().with_spare("usual"))
    qtbot.waitUntil(lambda: page.figures.proposal.text() == "58 people: 13 tables of 4 and 5")


@pytest.mark.usefixtures("three")
def test_the_way_leads_to_the_plan(qtbot, page):
    with qtbot.waitSignal(page.page_asked) as goes:
        qtbot.mouseClick(page.figures.plan_button, LEFT)

    assert goes.args == ["plan"]


@pytest.mark.usefixtures("three")
def test_every_control_has_a_name(page):
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in page.findChildren(kind):
            is_own = widget.metaObject().className().startswith("QTableCorner")
            is_inner = isinstance(widget.parent(), QComboBox | QLineEdit)
            assert is_own or is_inner or widget.accessibleName(), widget


def test_the_fields_to_add_somebody_stop_where_a_name_must(qtbot, opened, page):
    for field in (page.list.given_edit, page.list.family_edit):
        field.setText("")
        field.insert("x" * (CELL + 500))  # as a paste does
        assert len(field.text()) == CELL

    qtbot.keyClick(page.list.family_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.people.all()) == 1)
