"""People go out as a list and come back as they were: the whole way, from file to file."""

import csv
import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from tests.cafes import add_people, person
from tests.endurance import full
from tests.strategies import cafes_of_people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.people import Person, PersonId, Role
from wcafe.domain.people_columns import COMES, PEOPLE_COLUMNS, STAYS_AWAY
from wcafe.domain.text import new_id
from wcafe.exports import exported
from wcafe.exports import people_sheet as sheet
from wcafe.i18n import LANGUAGES, words_for
from wcafe.intake.returning import SAYS
from wcafe.intake.status import Says, said_in

FACTS = [name for name in Person.__slots__ if name not in ("version", "attributes")]


def facts(people, names=FACTS):
    """Return what is known of each person; the order of the user's own columns is no fact."""
    return [
        (*(getattr(each, name) for name in names), {n: v for n, v in each.attributes if v})
        for each in people
    ]


def exported_to(cafe, path):
    path.write_bytes(exported("csv", cafe.cafes.snapshot(), what="people"))
    return path


def rows_of(path):
    text = path.read_text(encoding="utf-8-sig")
    delimiter = ";" if text.startswith('"id";') else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def write_rows(path, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    return path


@cache
def empty_file(language, rounds):
    with TemporaryDirectory() as folder:
        path = Path(folder, "empty.wcafe")
        create_cafe(path, draft(title="Ici", language=language, rounds=rounds))
        return path.read_bytes()


def go_and_come_back(people, language, rounds, *, edit=lambda rows: rows):
    """Return the people of a café after their list came back, what that did, and a new café's."""
    with TemporaryDirectory() as folder:
        here, there = Path(folder, "here.wcafe"), Path(folder, "there.wcafe")
        here.write_bytes(empty_file(language, rounds))
        there.write_bytes(empty_file("en", rounds))
        with open_cafe(here) as cafe:
            cafe.people.save(people)
            path = exported_to(cafe, Path(folder, "people.csv"))
            write_rows(path, edit(rows_of(path)))
            report = cafe.people.import_list(path)
            back = cafe.people.all()
        with open_cafe(there) as cafe:
            cafe.people.import_list(path)
            moved = cafe.people.all()
    return back, report, moved


@pytest.mark.slow
@given(known=cafes_of_people())
@settings(max_examples=full(40, 15), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_people_come_back_as_they_were_into_the_same_café_and_into_a_new_one(known):
    people, language, rounds = known
    back, report, moved = go_and_come_back(people, language, rounds)

    assert (report.added, report.updated) == (0, 0)
    assert report.found.rejected == ()
    assert report.found.read == len(people)
    assert [each.version for each in back] == [1] * len(people)
    assert facts(back) == facts(people)
    assert facts(moved) == facts(people)


EVERYTHING = (
    Person(
        id=PersonId(new_id()),
        given="Zoé",
        family="d'Ân-Lê",
        email="z@x.org",
        organisation="=Mairie",
        group="élus",
        languages=("fr", "créole et portugais"),
        needs=("rampe",),
        role=Role.PARTICIPANT,
        willing=True,
        host_of=2,
        stays_at=3,
        arrived=True,
        may_be_named=True,
        no_photo=True,
        present=frozenset({0, 2}),
        note="+ un gâteau",
        code="57",
        attributes=(("métier", "non"), ("Annulé", "oui")),
    ),
    Person(id=PersonId(new_id()), family="Absente", present=frozenset()),
    Person(id=PersonId(new_id()), family="Irène Équipe", role=Role.CREW),
)


@pytest.mark.slow
@pytest.mark.parametrize("field", list(PEOPLE_COLUMNS))
def test_a_build_that_forgets_a_column_is_found_out(monkeypatch, field):
    cells = sheet._cells

    def forgets(each, rounds, words):
        told = dict(zip(PEOPLE_COLUMNS, cells(each, rounds, words), strict=True))
        return [*{**told, field: ""}.values()]

    monkeypatch.setattr(sheet, "_cells", forgets)
    people = EVERYTHING if field != "status" else EVERYTHING[1:2]
    back, _report, moved = go_and_come_back(people, "fr", 3)
    if field == "status":  # the rounds say it too: then the reader alone sees the difference
        monkeypatch.setattr(sheet, "_rounds", lambda *_facts: "")
        back, _report, moved = go_and_come_back(people, "fr", 3)

    assert (facts(back), facts(moved)) != (facts(people), facts(people))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_known_of_a_person_is_in_the_list(cafe, tmp_path, language):
    cafe.cafes.save(replace(cafe.cafes.get(), language=language))
    cafe.people.save(EVERYTHING)
    head, *rows = rows_of(exported_to(cafe, tmp_path / "people.csv"))
    words = words_for(language)

    status = head.index(words.gettext("status"))
    comes, away = words.gettext(COMES), words.gettext(STAYS_AWAY)
    assert [row[status] for row in rows] == [comes, away, comes]
    assert {"métier", "Annulé"} <= set(head)
    assert len(set(head)) == len(head)
    assert set(SAYS.values()) == set(FACTS) - {"id"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_for_coming_are_understood_on_the_way_in_as_well(language):
    words = words_for(language)

    assert said_in(words.gettext(COMES)) is Says.COMING
    assert said_in(words.gettext(STAYS_AWAY)) is Says.NOT_COMING


def edited(column, value, *, row=1):
    """Return an edit of one cell of the list, as in a spreadsheet."""

    def edit(rows):
        changed = [list(each) for each in rows]
        changed[row][rows[0].index(column)] = value
        return changed

    return edit


@pytest.mark.slow
@pytest.mark.parametrize(
    ("column", "value", "fact", "expected"),
    [
        ("nom de famille", "Silva", "family", "Silva"),
        ("note", "", "note", ""),
        ("structure", "=École", "organisation", "=École"),
        ("statut", "annulé", "present", frozenset()),
        ("statut", "Order cancelled", "present", frozenset()),
        ("vient aux rondes", "R2", "present", frozenset({1})),
        ("vient aux rondes", "1 à 3", "present", frozenset({0, 1, 2})),
        ("vient aux rondes", "toutes les rondes", "present", None),
        ("vient aux rondes", "aucune ronde", "present", None),  # the status still says "vient"
        ("rôle dans la salle", "équipe", "role", Role.CREW),
        ("rôle dans la salle", "observer", "role", Role.OBSERVER),
        ("hôte de la table", "", "host_of", None),
        ("hôte de la table", "table 7", "host_of", 6),
        ("reste à la table", "1", "stays_at", 0),
        ("volontaire pour être hôte", "", "willing", False),
        ("langues", "fr", "languages", ("fr",)),
        ("besoins", "", "needs", ()),
        ("code", "58", "code", "58"),
        ("métier", "menuisière", "attributes", (("métier", "menuisière"), ("Annulé", "oui"))),
        ("métier", "", "attributes", (("Annulé", "oui"),)),
    ],
)
def test_a_list_edited_outside_comes_back_with_that_edit_and_no_other(
    column, value, fact, expected
):
    back, report, _moved = go_and_come_back(EVERYTHING, "fr", 3, edit=edited(column, value))

    others = [name for name in FACTS if name != fact]
    assert (report.added, report.updated) == (0, 1)
    assert getattr(back[0], fact) == expected
    assert [tuple(getattr(each, name) for name in others) for each in back] == [
        tuple(getattr(each, name) for name in others) for each in EVERYTHING
    ]


def test_who_was_absent_comes_again_once_the_status_says_so():
    back, report, _moved = go_and_come_back(
        EVERYTHING, "fr", 3, edit=edited("statut", "vient", row=2)
    )

    assert report.updated == 1
    assert back[1].present is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("hôte de la table", "celle du fond"),
        ("hôte de la table", "0"),
        ("reste à la table", "99999"),
        ("vient aux rondes", "le matin"),
        ("vient aux rondes", "R99"),
        ("rôle dans la salle", "cuisine"),
        ("nom de famille", ""),
    ],
)
def test_what_cannot_be_understood_is_told_and_changes_nothing_of_that_person(column, value):
    alone = (replace(EVERYTHING[0], given=""), *EVERYTHING[1:])
    back, report, _moved = go_and_come_back(alone, "fr", 3, edit=edited(column, value))

    assert report.updated == 0
    assert [told.row for told in report.found.rejected] == [2]
    assert facts(back) == facts(alone)


def test_a_row_copied_to_become_somebody_else_is_somebody_else():
    def edit(rows):
        return [*rows, [rows[1][0], "Ana", "Silva", *rows[1][3:]]]

    back, report, _moved = go_and_come_back(EVERYTHING, "fr", 3, edit=edit)

    assert (report.added, report.updated) == (1, 0)
    assert back[3].name == "Ana Silva"
    assert len({each.id for each in back}) == 4


def test_a_person_whose_row_was_taken_out_stays():
    back, report, _moved = go_and_come_back(EVERYTHING, "fr", 3, edit=lambda rows: rows[:3])

    assert (report.added, report.updated) == (0, 0)
    assert len(back) == 3


def test_columns_in_another_order_with_one_more_come_back_all_the_same():
    def edit(rows):
        order = sorted(range(len(rows[0])), key=lambda place: rows[0][place] != "nom de famille")
        return [
            [*(row[at] for at in order), "tel" if n == 0 else f"0{n}"] for n, row in enumerate(rows)
        ]

    back, report, moved = go_and_come_back(EVERYTHING, "fr", 3, edit=edit)

    assert report.updated == 3
    assert facts(back, ["id", "role", "present", "host_of", "given", "family"]) == facts(
        moved, ["id", "role", "present", "host_of", "given", "family"]
    )
    assert [each.attribute("tel") for each in back] == ["01", "02", "03"]


def test_who_is_absent_is_told_and_counted_as_somebody_of_the_list(cafe, tmp_path, now):
    cafe.people.save(EVERYTHING)
    path = exported_to(cafe, tmp_path / "people.csv")
    create_cafe(tmp_path / "other.wcafe", draft(title="Autre", language="en"))
    with open_cafe(tmp_path / "other.wcafe", now=now) as other:
        report = other.people.import_list(path)

    assert report.added == 3
    assert [told.name for told in report.found.set_aside] == ["Absente"]
    assert "ne vient pas" in report.found.set_aside[0].describe()
    assert report.found.unused == ()


def test_people_of_another_café_who_are_here_already_are_met_by_name_and_address(cafe, tmp_path):
    guests = add_people(cafe, 3, organisation="Mairie")
    path = exported_to(cafe, tmp_path / "people.csv")
    cafe.people.change(remove=[guest.id for guest in guests])
    cafe.people.save([person(guest.name, organisation="Mairie") for guest in guests])
    report = cafe.people.import_list(path)

    assert (report.added, report.updated) == (0, 0)


def test_an_id_that_is_none_of_ours_is_never_kept():
    def edit(rows):
        return [rows[0], ["../../x' OR 1", *rows[1][1:]], *rows[2:]]

    _back, _report, moved = go_and_come_back(EVERYTHING, "fr", 3, edit=edit)

    assert "OR" not in moved[0].id
    assert len(moved[0].id) == len(new_id())
