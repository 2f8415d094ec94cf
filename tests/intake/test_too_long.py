"""A cell that is too long for what it fills is told by its row and column, in lists written here.

All that may be typed comes back whole.
"""

import csv
import io
from dataclasses import replace

import pytest

from tests.cafes import person
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.fields import FIELDS, Form
from wcafe.domain.lengths import CELL, LONG
from wcafe.exports import exported
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet

TEXTS = [field for field in FIELDS if field.heading and field.form in (Form.TEXT, Form.SEVERAL)]
MOST = {field.key: LONG if field.key == "note" else CELL for field in TEXTS}


@pytest.fixture
def rows(path):
    """Return the rows that wcafe writes of two people, one of whom has all texts."""
    create_cafe(path, draft(title="Ici", language="fr"))
    full = person("Ana Silva", email="a@x.org", attributes=(("couleur", "bleu"),))
    with open_cafe(path) as cafe:
        cafe.people.save([full, person("Ben Diallo")])
        content = exported("csv", cafe.cafes.snapshot(), what="people")
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def read_back(path, rows):
    listed = path.with_suffix(".csv")
    with listed.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return read_people(read_sheet(listed))


def place_of(field, rows, path):
    return read_back(path, rows).places[field.key]


@pytest.mark.parametrize("field", TEXTS, ids=lambda field: field.key)
def test_a_text_as_long_as_may_be_comes_back_and_a_longer_one_is_told(field, rows, path):
    place, most = place_of(field, rows, path), MOST[field.key]
    rows[1][place] = "x" * most
    assert read_back(path, rows).rejected == ()

    rows[1][place] = "x" * (most + 1)
    found = read_back(path, rows)

    assert [each.name for each in found.people] == ["Ben Diallo"]
    [told] = found.rejected
    column = rows[0][place]
    assert (told.row, told.describe()) == (
        2,
        f"The cell in the column “{column}” is too long: at most {most} characters.",
    )


def test_many_short_languages_are_no_long_text(rows, path):
    place = place_of(next(each for each in TEXTS if each.of == "languages"), rows, path)
    rows[1][place] = ", ".join(f"langue {n}" for n in range(500))

    assert len(read_back(path, rows).people[0].languages) == 500


def test_the_users_own_columns_are_told_too(rows, path):
    place = rows[0].index("couleur")
    rows[1][place] = "x" * (CELL + 1)
    assert [told.facts["column"] for told in read_back(path, rows).rejected] == ["couleur"]

    rows[1][place], rows[0][place] = "bleu", "h" * (CELL + 1)
    [told] = read_back(path, rows).rejected
    assert told.facts["column"] == "h" * 80


def test_an_apostrophe_that_guards_a_cell_does_not_count(rows, path):
    place = place_of(next(each for each in TEXTS if each.of == "organisation"), rows, path)
    rows[1][place] = "'=" + "x" * (CELL - 1)

    assert len(read_back(path, rows).people[0].organisation) == CELL


def test_the_list_of_a_person_with_the_longest_texts_comes_back(path):
    create_cafe(path, draft(title="Ici", language="fr"))
    long = replace(person("Ana Silva"), family="y" * CELL, note="z" * LONG, needs=("n" * CELL,))
    with open_cafe(path) as cafe:
        cafe.people.save([long])
        content = exported("csv", cafe.cafes.snapshot(), what="people")
    listed = path.with_suffix(".csv")
    listed.write_bytes(content)

    found = read_people(read_sheet(listed))
    assert (found.rejected, found.people[0].note) == ((), long.note)
