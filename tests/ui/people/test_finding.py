"""Who is found by the filter, and columns that are as wide as what came into them."""

import pytest

from tests.cafes import add_people, person
from tests.ui.hands import type_text
from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import new_id
from wcafe.i18n import words_for
from wcafe.ui import words


@pytest.fixture
def crowd(opened):
    """An absent person, somebody who leaves early, a named host, one who is willing, the rest."""
    return opened.people.save(
        [
            person("Ada Away", group="Blue", present=frozenset()),
            person("Eve Early", group="Blue", present=frozenset({0})),
            person("Hugo Host", group="Blue", host_of=0),
            person("Will Ing", group="Red", willing=True),
            person("Nora Nogroup"),
        ]
    )


def found(qtbot, page, wanted):
    page.list.filter_edit.clear()
    type_text(page.list.filter_edit, wanted)
    page.list.sift()
    return [each.name for each in page.list.table.people.rows]


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize(
    ("language", "wanted", "names"),
    [
        ("en", "absent", ["Ada Away", "Eve Early"]),
        ("en", "table host", ["Hugo Host"]),
        ("en", "willing", ["Will Ing"]),
        ("en", "no group", ["Nora Nogroup"]),
        ("en", "absent early", ["Eve Early"]),
        ("fr", "absent", ["Ada Away", "Eve Early"]),
        ("fr", "hote de table", ["Hugo Host"]),
        ("fr", "sans groupe", ["Nora Nogroup"]),
    ],
)
def test_the_filter_finds_what_ticks_and_empty_cells_say(qtbot, page, language, wanted, names):
    words.use(words_for(language), language)

    assert found(qtbot, page, wanted) == names


def test_without_groups_nobody_is_without_one(qtbot, page, opened):
    add_people(opened, 3)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 3)

    assert found(qtbot, page, "no group") == []


def test_columns_are_measured_again_once_a_list_has_come_in(qtbot, page, opened):
    add_people(opened, 2)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 2)
    table = page.list.table
    given = [column.key for column in table.people.columns].index("given")
    before = table.columnWidth(given)

    opened.people.save([person(f"Christina-Bartholomea Bandelier{n}") for n in range(12)])
    qtbot.waitUntil(lambda: len(page._presenter.people) == 14)

    needed = table.fontMetrics().horizontalAdvance("Christina-Bartholomea")
    assert before < needed
    assert table.columnWidth(given) >= needed


def test_one_more_person_changes_no_width_that_a_hand_gave(qtbot, page, opened):
    add_people(opened, 8)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 8)
    table = page.list.table
    table.setColumnWidth(0, 133)

    page._presenter.add("Zoé-Marie-Antoinette", "Roy")

    assert table.columnWidth(0) == 133


def test_a_column_with_nothing_in_it_is_as_wide_as_its_heading(qtbot, page, opened):
    add_people(opened, 8)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 8)
    table, header = page.list.table, page.list.table.horizontalHeader()

    for place, column in enumerate(table.people.columns):
        if column.key in ("organisation", "group") and not table.isColumnHidden(place):
            heading = header.fontMetrics().horizontalAdvance(column.heading)
            assert table.columnWidth(place) <= heading + 60


def shown(page):
    table = page.list.table
    columns = enumerate(table.people.columns)
    return [column.heading for place, column in columns if not table.isColumnHidden(place)]


def test_names_in_one_part_stand_in_one_column(qtbot, page, opened):
    people = [Person(id=PersonId(new_id()), family=name) for name in ("Zoé Roy", "Ann Le Goff")]
    opened.people.save(people)
    qtbot.waitUntil(lambda: len(page._presenter.people) == 2)
    assert shown(page)[0] == "Name"
    assert "First name" not in shown(page)

    page._presenter.add("Gaëlle", "Hénaff")

    assert shown(page)[:2] == ["First name", "Family name"]
