"""What another program alters is told from what wcafe wrote (TRUST.md 18)."""

import lzma
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cafes import add_people, person
from tests.life import make_life
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.soundness import FaultKind
from wcafe.store import soundness
from wcafe.store.seals import sealed_tables

ALTERATIONS = {
    "an address": ("person", "UPDATE person SET email = 'ana@exaiple.org' WHERE rowid = 3"),
    "one bit of a name": ("person", "UPDATE person SET family = 'Sylva' WHERE rowid = 3"),
    "who comes": ("person", "UPDATE person SET present = '[]' WHERE rowid = 3"),
    "an order": ("person", "UPDATE person SET position = 1 - position WHERE position < 2"),
    "the title": ("cafe", "UPDATE cafe SET title = 'Votre rue'"),
    "a rule": ("cafe", "UPDATE cafe SET rules = json_set(rules, '$.return_home', json('true'))"),
    "seats": ("planned_seat", 'UPDATE planned_seat SET "table" = 0 WHERE round = 0'),
    "no seats": ("planned_seat", "DELETE FROM planned_seat"),
    "no plan": ("plan", "DELETE FROM plan"),
    "a host": ("planned_person", "UPDATE planned_person SET host_of = NULL"),
    "what is proven": ("plan", "UPDATE plan SET certificate = json_set(certificate, '$.seed', 2)"),
    "who sat where": ("actual_seat", 'UPDATE actual_seat SET "table" = 0'),
    "a theme": ("theme", "UPDATE theme SET name = 'Plantons'"),
    "what is filed": ("filed_note", "DELETE FROM filed_note WHERE position = 1"),
    "a badge": ("badge", "DELETE FROM badge WHERE rowid = 1"),
    "a seal": ("person", "DELETE FROM seal WHERE name = 'person'"),
}


@pytest.fixture
def lived_in(path):
    make_life(path)
    return path


def alter(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(statement).rowcount
        connection.commit()


def altered(path):
    """Return the tables that are said to be altered."""
    with open_cafe(path, is_read_only=True) as cafe:
        faults = cafe.cafes.faults()
    return {fault.where for fault in faults if fault.kind is FaultKind.ALTERED}


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_what_is_altered_is_reported(lived_in, alteration):
    table, statement = ALTERATIONS[alteration]
    alter(lived_in, statement)

    assert table in altered(lived_in)


@pytest.mark.parametrize("alteration", ["an address", "no seats", "the title"])
def test_a_build_without_seals_takes_it_for_sound(lived_in, alteration, monkeypatch):
    monkeypatch.setattr(soundness, "altered_tables", lambda _connection: frozenset())
    alter(lived_in, ALTERATIONS[alteration][1])

    assert altered(lived_in) == set()


def test_a_change_beside_it_does_not_make_it_sound(lived_in):
    alter(lived_in, ALTERATIONS["an address"][1])

    with open_cafe(lived_in) as cafe:
        add_people(cafe, 1)
        cafe.cafes.save(replace(cafe.cafes.get(), title="Votre rue"))

    assert altered(lived_in) == {"person"}


def test_whatever_wcafe_does_is_sealed(lived_in):
    with open_cafe(lived_in) as cafe:

        def sound():
            return cafe.cafes.faults() == ()

        assert sound()
        here = cafe.people.all()
        cafe.people.save([replace(here[0], email="ana@example.org"), person("Une autre")])
        assert sound()
        cafe.people.change(remove=[here[1].id, here[2].id])  # their seats go with them
        assert sound()
        cafe.people.change(order=[each.id for each in reversed(here[3:])])
        assert sound()
        cafe.badges.note_printed(cafe.cafes.snapshot())
        assert sound()
        cafe.people.change(remove=[here[3].id])  # and their badges
        assert sound()
        cafe.plans.compose(seconds=0.1)
        cafe.live.record_seats(1, cafe.cafes.snapshot().seating(1))
        assert sound()
        theme = cafe.synthesis.name_theme("Bancs", notes=[cafe.notes.all()[0].id])
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
        assert sound()
        assert theme in cafe.cafes.snapshot().themes


def test_every_table_but_those_of_notes_has_a_seal(lived_in):
    with closing(sqlite3.connect(lived_in)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM seal")}

    assert names == sealed_tables()
    assert {"person", "plan", "planned_seat", "cafe", "theme", "live", "badge"} <= names


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE theme SET statement = 'Plantons' WHERE position = 0", "theme"),
        ("UPDATE note SET author = 'Zoé' WHERE first_seq = 3", "note "),
        ("UPDATE revision SET came = '2026-01-01T00:00:00+00:00' WHERE seq = 3", "revision "),
    ],
)
def test_what_was_altered_in_an_older_café_is_told_still_when_it_is_brought_up_to_date(
    path, statement, where
):
    golden = Path(__file__).parent / "files" / "schema_4.wcafe.xz"
    path.write_bytes(lzma.decompress(golden.read_bytes()))
    assert altered(path) == set()
    alter(path, statement)

    assert any(told.startswith(where) for told in altered(path))  # as it is only read
    with open_cafe(path) as cafe:  # and once it is upgraded
        add_people(cafe, 1)
    assert any(told.startswith(where) for told in altered(path))
