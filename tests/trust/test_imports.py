"""P12: an import that fails changes nothing (short form). The control: a build that
keeps notes before the end leaves half a list behind."""

import random
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.errors import EditedElsewhere, NotAList, WcafeError
from wcafe.intake.sheet import read_sheet
from wcafe.store.note_batch import NoteBatch
from wcafe.store.synthesis import Themes

GOOD = [f"{n % 3 + 1};{n % 3 + 1};idea;Une idée {n};Jardins" for n in range(12)]
BAD = [
    "99;1;idea;x;",
    "1;99;idea;x;",
    "un;1;idea;x;",
    "0;1;idea;x;",
    f"1;1;idea;{'x' * 20001};",
]
HEADINGS = "table;round;kind;text;theme"
HOSTILE = {
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "nothing.csv": b"",
    "blanks.csv": b"\n\n ; ;\n",
    "headings.csv": "Nom;Prénom\n".encode(),
    "nameless.csv": "Nom;Prénom\n;\n;;\n".encode(),
    "page.csv": b"<html><body>Nom</body></html>",
    "paper.csv": b"%PDF-1.7\n1 0 obj\n",
    "zip.xlsx": b"PK\x03\x04" + b"\0" * 500,
    "old.xls": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "locked.xlsx": b"\xd0\xcf\x11\xe0" + bytes(90) + "EncryptedPackage".encode("utf-16-le"),
    "unclosed.csv": b'Nom\n"' + b"x" * 200_000,
    "wide.csv": (";".join("abcdefghij" * 11) + "\n").encode() * 3,
    "long.csv": b"Nom\n" + b"Ana Silva\n" * 20_001,
    "unnamed.csv": b"Couleur;Ville\nbleu;Brest\n",
}


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if "sqlite_sequence" not in line]


@pytest.fixture
def planned(cafe_file):
    with open_cafe(cafe_file) as cafe:
        names = "\n".join(f"Ana Silva {n}" for n in range(12))
        cafe.people.import_list(write_list(cafe_file.parent, f"Nom\n{names}\n"))
        cafe.plans.compose(seconds=0.2)
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="La première")
    return cafe_file


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("place", range(0, 13, 3))
def test_one_bad_row_of_notes_is_told_and_the_others_come_in(planned, bad, place):
    rows = [*GOOD[:place], bad, *GOOD[place:]]
    path = write_list(planned.parent, "\n".join([HEADINGS, *rows]))
    with open_cafe(planned) as cafe:
        before = len(cafe.notes.all())
        report = cafe.notes.lists.import_list(path)
        added = len(cafe.notes.all()) - before

    assert (added, report.added) == (len(GOOD), len(GOOD))
    assert [told.row for told in report.rejected] == [place + 2]


@pytest.mark.parametrize("bad", [row for row in BAD if row[0].isdigit()])
def test_a_list_of_bad_rows_alone_leaves_the_café_as_it_was(planned, bad):
    path = write_list(planned.parent, f"{HEADINGS}\n{bad}\n{bad}\n")
    before = dump(planned)

    with open_cafe(planned) as cafe, pytest.raises(WcafeError, match="Row 2 "):
        cafe.notes.lists.import_list(path)

    assert dump(planned) == before


def fail_at_the_end(monkeypatch):
    """Let the last thing that an import of notes writes fail."""

    def refuse(_themes, _arranged):
        raise EditedElsewhere

    monkeypatch.setattr(Themes, "arrange", refuse)


def test_an_import_of_notes_that_fails_at_its_end_leaves_the_café_as_it_was(planned, monkeypatch):
    path = write_list(planned.parent, "\n".join([HEADINGS, *GOOD]))
    before = dump(planned)
    fail_at_the_end(monkeypatch)

    with open_cafe(planned) as cafe, pytest.raises(EditedElsewhere):
        cafe.notes.lists.import_list(path)

    assert dump(planned) == before


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_list_is_told_in_a_sentence_and_changes_nothing(planned, name, capfd):
    path = planned.parent / name
    path.write_bytes(HOSTILE[name])
    before = dump(planned)

    with open_cafe(planned) as cafe, pytest.raises(WcafeError) as told:
        cafe.people.import_list(path)

    assert name in str(told.value)
    assert ("password" in str(told.value)) == (name == "locked.xlsx")
    assert capfd.readouterr().err == ""  # nor a word of whatever died over it
    assert dump(planned) == before


@pytest.mark.parametrize("turn", range(8))
def test_a_workbook_with_broken_bytes_is_read_or_told_and_nothing_else_is_said(
    tmp_path, turn, capfd
):
    chance = random.Random(turn)
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "".join(map(str, range(900))))
    content = bytearray(path.read_bytes())
    for _turn in range(12):
        content[chance.randrange(4, len(content))] = chance.randrange(256)
    path.write_bytes(content)

    with pytest.raises(NotAList):
        read_sheet(path)
    assert capfd.readouterr().err == ""


def test_a_dry_run_changes_nothing_and_counts_the_same(planned):
    path = write_list(planned.parent, "Nom;Prénom\nSilva;Ana\nSilva;Ana\nMartin;Zoé\n")
    before = dump(planned)

    with open_cafe(planned) as cafe:
        dry = cafe.people.import_list(path, is_dry_run=True)
        assert dump(planned) == before
        done = cafe.people.import_list(path)

    assert (dry.added, dry.updated) == (done.added, done.updated) == (2, 0)


IMPORT = """
import sys
from pathlib import Path
from wcafe.app import open_cafe

with open_cafe(Path(sys.argv[1])) as cafe:
    print("ready", flush=True)
    cafe.people.import_list(Path(sys.argv[2]))
"""


@pytest.mark.parametrize("kill", range(6))
def test_an_import_killed_half_way_is_there_whole_or_not_at_all(cafe_file, kill):
    names = "\n".join(f"Famille{n};Prénom{n}" for n in range(2000))
    path = write_list(cafe_file.parent, f"Nom;Prénom\n{names}\n")
    program = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(cafe_file), str(path)], stdout=subprocess.PIPE
    )
    program.stdout.readline()
    try:
        program.wait(random.Random(kill).uniform(0.02, 0.35))
    except subprocess.TimeoutExpired:
        program.kill()
    program.communicate()

    with open_cafe(cafe_file) as cafe:
        assert cafe.cafes.faults() == ()
        assert len(cafe.people.all()) in (0, 2000)


def test_a_build_that_keeps_notes_before_the_end_is_found_out(planned, monkeypatch):
    write = NoteBatch.write

    def keep_early(batch):
        write(batch)
        batch._session.commit()

    monkeypatch.setattr(NoteBatch, "write", keep_early)
    path = write_list(planned.parent, "\n".join([HEADINGS, *GOOD]))
    before = dump(planned)
    fail_at_the_end(monkeypatch)

    with open_cafe(planned) as cafe, pytest.raises(EditedElsewhere):
        cafe.notes.lists.import_list(path)

    assert dump(planned) != before


def logical(path):
    """Return what the café says, without how often each line of it was edited."""
    with open_cafe(path, is_read_only=True) as cafe:
        now = cafe.cafes.snapshot()
    people = [replace(person, version=0) for person in now.people]
    return people, replace(now.plan, version=0), now.notes, now.themes, now.cafe


def test_a_good_import_that_is_undone_leaves_the_café_as_it_was(planned):
    listed = "Nom;Structure\nAna Silva 3;Mairie\nAna Silva 7;École\nZoé Martin;\nBen Diallo;\n"
    path = write_list(planned.parent, listed)
    before, untouched = logical(planned), dump(planned)

    with open_cafe(planned) as cafe:
        order = [person.id for person in cafe.people.all()]
        report = cafe.people.take_in(cafe.people.read_list(path))
        assert (report.added, report.updated) == (2, 2)
    assert logical(planned) != before

    with open_cafe(planned) as cafe:
        versions = {person.id: person.version for person in report.after}
        cafe.people.change(
            keep=[replace(person, version=versions[person.id]) for person in report.before],
            remove=[person.id for person in report.after if person.id not in order],
            order=order,
        )
    assert logical(planned) == before
    changed = [line for line in dump(planned) if line not in untouched]
    assert len(changed) == 3  # the two people who were updated, for their versions, and the seal
