"""A person is found at the door by the beginning of any part of the name."""

import pytest

from tests.cafes import person
from tests.ui.hands import type_text

NAMES = ("Élodie Roux", "Jean-Marie Le Goff", "Anne de la Tour", "Seán O’Brien")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("elo", NAMES[:1]),
        ("roux élo", NAMES[:1]),
        ("marie", NAMES[1:2]),
        ("jean-m", NAMES[1:2]),
        ("legoff", NAMES[1:2]),
        ("de la", NAMES[2:3]),
        ("obrien", NAMES[3:]),
        ("oux", ()),
    ],
)
def test_a_person_is_found_by_what_the_name_begins_with(qtbot, desk, page, presenter, typed, names):
    desk.services.people.save([person(name) for name in NAMES])
    qtbot.waitUntil(lambda: len(presenter.presence.people) == len(NAMES))

    type_text(page.presence.search_edit, typed)

    rows = page.presence.list.rows.rows
    assert [row.name for row in rows if row.person is not None] == list(names)
