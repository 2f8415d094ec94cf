"""The drawing of the room: how large it is, what its colours mean, names from nearby."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from tests.cafes import add_people, people
from wcafe.ui.plan.items import NAMED, READABLE, TableItem
from wcafe.ui.plan.seats import Seat, Sitting

LEFT = Qt.MouseButton.LeftButton


def settle():
    for _turn in range(5):
        QCoreApplication.processEvents()


@pytest.fixture
def drawn(qtbot, page, opened):
    """Thirty people of three groups, two of them of none, and their plan."""
    groups = ["Blue"] * 14 + ["blue"] + ["Red"] * 9 + ["Green"] * 4 + [""] * 2
    guests = [
        type(each)(**{**_facts(each), "group": group})
        for each, group in zip(people(30), groups, strict=True)
    ]
    opened.people.save(guests)
    opened.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: page._presenter.plan is not None)
    settle()
    return page


def _facts(person):
    return {name: getattr(person, name) for name in person.__dataclass_fields__}


def test_the_legend_names_each_colour_once_and_those_without_one(drawn):
    legend = drawn.room.legend

    named = [entry.words for entry in legend.entries if not entry.sign]
    assert named == ["Blue", "Red", "Green", "none"]
    hues = {entry.hue for entry in legend.entries if entry.hue}
    seats = [seat for sitting in drawn._presenter.room() for seat in sitting.seats]
    assert hues == {seat.hue for seat in seats if seat.hue}
    assert [entry.sign for entry in legend.entries if entry.sign] == ["★", "◎"]
    assert "Green" in legend.accessibleName()
    for place in legend.places():
        assert legend.rect().contains(place)


def test_the_legend_says_how_many_colours_it_leaves_out(qtbot, page, opened):
    guests = [
        type(each)(**{**_facts(each), "group": f"Group {number // 2}"})
        for number, each in enumerate(people(30))
    ]
    opened.people.save(guests)
    opened.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: page._presenter.plan is not None)

    assert page.room.legend.entries[-1].words == "and 7 more"


@pytest.mark.parametrize("wide", [802, 1072, 1400, 1700])
def test_the_drawing_has_three_fifths_of_the_width(drawn, wide):
    drawn.resize(wide, 700)
    settle()

    assert drawn.room.width() >= 0.6 * drawn.area.width()


def test_buttons_come_nearer_until_names_are_read_and_show_the_whole_room_again(qtbot, drawn):
    zoom, view = drawn.room.zoom, drawn.room.view
    settle()
    first = view.transform().m11()
    assert not zoom.out_button.isEnabled()
    assert not zoom.whole_button.isEnabled()

    clicks = Counter()
    while zoom.in_button.isEnabled():
        qtbot.mouseClick(zoom.in_button, LEFT)
        clicks["nearer"] += 1
    assert view.transform().m11() >= NAMED
    assert clicks["nearer"] < 12
    qtbot.mouseClick(zoom.out_button, LEFT)
    assert zoom.in_button.isEnabled()
    qtbot.mouseClick(zoom.whole_button, LEFT)
    settle()
    assert view.transform().m11() == pytest.approx(first)
    drawn.room.views.setCurrentIndex(1)
    assert not zoom.isVisible()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("near", "shows_letters", "shows_names"),
    [(READABLE * 0.8, False, False), (1.0, True, False), (NAMED * 1.2, True, True)],
)
def test_letters_are_drawn_only_as_large_as_they_can_be_read(near, shows_letters, shows_names):
    plain = painted("Ann", "A", near)

    assert (painted("Ann", "B", near) != plain) is shows_letters
    assert (painted("Zoé", "A", near) != plain) is shows_names


def painted(name, initials, near):
    seat = Seat(person="p", name=name, short=name, initials=initials, hue="#2F6F95")
    scene = QGraphicsScene()
    scene.addItem(TableItem(Sitting(table=0, name="Culture", seats=(seat,)), 1))
    size = int(220 * near)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scene.render(painter, image.rect(), scene.itemsBoundingRect().adjusted(-1, -1, 1, 1))
    painter.end()
    return image


def test_rounds_that_do_not_fit_are_called_by_their_numbers(qtbot, page, opened):
    cafe = opened.cafes.get()
    opened.cafes.save(cafe.with_rounds(6))
    add_people(opened, 30)
    opened.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: page._presenter.plan is not None)
    bar = page.room.rounds

    page.resize(700, 700)
    settle()
    assert [bar.tabText(place) for place in range(6)] == list("123456")
    assert bar.tabToolTip(5) == bar.accessibleTabName(5) == "Round 6"
    assert bar.tabRect(5).right() <= bar.width()
    page.resize(1700, 700)
    settle()
    assert bar.tabText(5) == "Round 6"


def test_a_person_who_is_chosen_says_how_two_are_swapped(drawn):
    drawn._presenter.choose(drawn._presenter.plan.people[0])

    assert drawn.chosen.swap_hint.isVisible()
    assert "Ctrl+click" in drawn.chosen.swap_hint.text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_of_names_opens_below_the_border_of_its_field(qtbot, drawn):
    field = drawn.room.find_edit
    qtbot.keyClicks(field, people(1)[0].name[:2])
    field.completer().complete()

    popup = field.completer().popup()
    assert popup.isVisible()
    top = field.mapToGlobal(field.rect().topLeft()).y()
    assert popup.y() > field.mapToGlobal(field.rect().bottomLeft()).y() or popup.y() < top
