"""Altered words are seen, though the database itself finds nothing wrong (TRUST.md 18)."""

import sqlite3
from contextlib import closing

import pytest

from wcafe.app import open_cafe
from wcafe.domain.notes import Kind
from wcafe.domain.soundness import FaultKind


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
        ("UPDATE revision SET text = 'Planter trente arbustds'", {FaultKind.TEXT, FaultKind.HEAD}),
        ("UPDATE note SET text = 'Planter trente arbustds'", {FaultKind.HEAD}),
        ("UPDATE note SET kind = 'action'", {FaultKind.HEAD}),
        ("UPDATE revision SET kind = 'of a later wcafe'", {FaultKind.HEAD}),
        ("DELETE FROM revision", {FaultKind.HEAD}),
        ("DELETE FROM device", {FaultKind.REFERENCE}),
    ],
)
def test_altered_notes_are_reported(with_a_note, statement, kinds):
    with closing(sqlite3.connect(with_a_note)) as connection:
        connection.execute(statement)
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    assert faults(with_a_note) == kinds
