"""Altered words are seen, though the database itself finds nothing wrong (TRUST.md 18)."""

import sqlite3
from contextlib import closing

import pytest

from tests.life import make_life
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.soundness import FaultKind
from wcafe.domain.text import new_id


@pytest.fixture
def with_a_note(cafe_file):
    with open_cafe(cafe_file) as cafe:
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Planter trente arbustes")
    return cafe_file


def faults(path):
    with open_cafe(path, is_read_only=True) as cafe:
        return {fault.kind for fault in cafe.cafes.faults()}


def test_a_sound_café_has_no_faults(with_a_note):
    assert faults(with_a_note) == set()


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        (
            "UPDATE revision SET text = 'Planter trente arbustds'",
            {FaultKind.TEXT, FaultKind.HEAD, FaultKind.ALTERED},
        ),
        ("UPDATE note SET text = 'Planter trente arbustds'", {FaultKind.HEAD, FaultKind.ALTERED}),
        ("UPDATE note SET kind = 'action'", {FaultKind.HEAD, FaultKind.ALTERED}),
        ("UPDATE revision SET kind = 'of a later wcafe'", {FaultKind.HEAD, FaultKind.ALTERED}),
        ("DELETE FROM revision", {FaultKind.HEAD}),
        ("DELETE FROM operation", {FaultKind.REFERENCE}),
        ("UPDATE device SET name = 'list taken back'", {FaultKind.ALTERED}),
        ("DELETE FROM device", {FaultKind.REFERENCE, FaultKind.ALTERED}),
    ],
)
def test_altered_notes_are_reported(with_a_note, statement, kinds):
    with closing(sqlite3.connect(with_a_note)) as connection:
        connection.execute(statement)
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    assert faults(with_a_note) == kinds


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE note SET conflict_of = '{uuid}'", "note"),
        ("UPDATE operation SET answer = json_set(answer, '$.note', '{uuid}')", "operation"),
        ('UPDATE planned_seat SET "table" = 99', "planned_seat"),
        ("UPDATE planned_person SET host_of = 99", "planned_person"),
        ("UPDATE plan SET tables = 1", "planned_seat"),
        ("DELETE FROM planned_person", "planned_seat"),
        ("DELETE FROM plan", "planned_seat"),
        ("DELETE FROM live", "actual_seat"),
        ("UPDATE live SET recorded = '[1]'", "actual_seat"),
    ],
)
def test_what_points_to_what_is_not_there_is_reported(tmp_path, statement, where):
    path = tmp_path / "x.wcafe"
    make_life(path)
    alter(path, statement.replace("{uuid}", new_id()))

    with open_cafe(path, is_read_only=True) as cafe:
        faults = cafe.cafes.faults()

    assert FaultKind.REFERENCE in {fault.kind for fault in faults}
    assert where in {fault.where.split(" ")[0] for fault in faults}


CIRCLES = {
    "of one": "UPDATE note SET conflict_of = id",
    "of two": "UPDATE note SET conflict_of = (SELECT id FROM note AS n WHERE n.seq <> note.seq"
    " AND n.seq <= 2 ORDER BY n.seq LIMIT 1)",
}


@pytest.mark.parametrize("circle", CIRCLES)
def test_notes_that_are_versions_of_each_other_in_a_circle_are_reported(tmp_path, circle):
    path = tmp_path / "x.wcafe"
    make_life(path)
    alter(path, CIRCLES[circle])

    with open_cafe(path, is_read_only=True) as cafe:
        assert FaultKind.LOOP in {fault.kind for fault in cafe.cafes.faults()}


def test_a_version_of_a_version_is_no_circle(tmp_path):
    path = tmp_path / "x.wcafe"
    make_life(path)
    before = "SELECT id FROM note AS n WHERE n.seq = note.seq - 1"
    alter(path, f"UPDATE note SET conflict_of = ({before})")

    with open_cafe(path, is_read_only=True) as cafe:
        assert FaultKind.LOOP not in {fault.kind for fault in cafe.cafes.faults()}


def alter(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        connection.commit()
