"""Every command takes an address in place of a file, and does and says the same there.

The same café lies in a file and on a server; each command is given to both, one after the other,
and what it says, tells as JSON and writes is compared.
"""

import json
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from uuid import UUID

import pytest
from PIL import Image

from tests.cafes import write_list
from tests.life import make_life
from wcafe.app import share_cafe
from wcafe.cli.parser import _COMMANDS

READ = """
check {cafe} --json
tables list {cafe} --json
notes list {cafe} --json
notes list {cafe} --search rue
themes list {cafe} --json
statements list {cafe} --json
verdicts list {cafe} --json
amendments list {cafe} --json
actions list {cafe} --json
names list {cafe} --json
coverage {cafe} --json
suggest {cafe} --json
headcount {cafe} --json
photos list {cafe} --json
photos missing {cafe} --json
rehearse {cafe} --draws 3 --json
"""
CHANGE = """
import {cafe} {list} --dry-run --json
import {cafe} {list} --json
plan {cafe} --seconds 0.2
plan {cafe} --from-round 2 --seconds 0.2 --json
checkin {cafe} "María José 3"
tables close {cafe} 4 --from-round 3
tables open {cafe} 4
headcount {cafe} 33
notes add {cafe} --table 2 --round 1 --kind idea --theme Haies "Une haie"
notes import {cafe} {notes} --dry-run --json
notes import {cafe} {notes} --json
statements add {cafe} --theme Haies --cites T2·R1·1 -- "Planter des haies."
verdicts set {cafe} --table 1 1 confirmed
names list {cafe} --json
amendments list {cafe} --json
photos add {cafe} {photo}
photos list {cafe}
print {cafe} table-list -o {out}/tables.pdf
print {cafe} badges -o {out}/badges.pdf
report {cafe} -o {out}/report.pdf
export {cafe} -o {out}/notes.csv
export {cafe} -o {out}/plan.csv --what plan
export {cafe} -o {out}/harvest.json
export {cafe} -o {out}/synthesis.md
check {cafe}
"""
NO_CAFE = {"demo", "new", "solve", "share", "fetch", "shared", "serve"}
"""Commands that work on no café, and one that runs until it is stopped."""


@pytest.fixture
def places(hall, tmp_path):
    """The same café at two places."""
    file, going = tmp_path / "life.wcafe", tmp_path / "going.wcafe"
    make_life(file)
    make_life(going)
    return file, share_cafe(going, replace(hall, cafe="life"))


def lines(text):
    return text.strip().splitlines()


def told_at(place, line, wcafe, tmp_path):
    """Return what a command ends with and says, the place and what is new of it made alike."""
    out = tmp_path / "out"
    out.mkdir(exist_ok=True)
    people = write_list(tmp_path, "Prénom;Nom;Statut\nZoé;Kerbrat;absente\n")
    notes = tmp_path / "notes.csv"
    notes.write_text("table;round;kind;text\n1;1;idea;Des bancs\n", encoding="utf-8")
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (60, 40), "blue").save(photo)
    given = {"list": people, "notes": notes, "photo": photo, "out": out}
    words = shlex.split(
        line.format(cafe="CAFE", **{k: shlex.quote(str(v)) for k, v in given.items()})
    )
    chance = random.Random(line)  # new people are drawn by their ids, so these are the same too
    with pytest.MonkeyPatch.context() as fixed:
        fixed.setattr("wcafe.domain.text.uuid4", lambda: UUID(bytes=chance.randbytes(16)))
        ended = wcafe(*(str(place) if word == "CAFE" else word for word in words))
    made = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix != ".pdf"}
    sizes = {path.name for path in out.iterdir()}
    shutil.rmtree(out)
    typed = shlex.quote(str(place)) if "://" in str(place) else str(place)
    said = [alike(str(said).replace(typed, "CAFE")) for said in ended]
    return said, {name: alike(data.decode()) for name, data in made.items()}, sizes


def alike(said):
    """Return what is `said` without ids, hashes and times, which each run has of its own."""
    said = re.sub(r'"seconds": [0-9.]+', "…", said)
    return re.sub(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3,6}|[0-9a-f]{32,}|\d\d:\d\d:\d\d\S*", "…", said)


@pytest.mark.slow  # works through an afternoon, twice
@pytest.mark.parametrize("afternoon", [READ, CHANGE], ids=["read", "change"])
def test_a_command_does_and_says_on_a_server_what_it_does_in_a_file(
    places, afternoon, wcafe, tmp_path
):
    for line in lines(afternoon):
        here, there = (told_at(place, line, wcafe, tmp_path) for place in places)
        assert here[0][0] == "0", (line, here)
        assert there == here, line


def test_no_command_is_forgotten():
    tried = {shlex.split(line)[0] for line in [*lines(READ), *lines(CHANGE)]}

    assert tried | NO_CAFE == set(_COMMANDS)


@pytest.mark.slow  # starts the program
def test_phones_are_answered_from_a_cafe_on_a_server(places):
    _file, there = places
    program = subprocess.Popen(
        [sys.executable, "-P", "-m", "wcafe", "serve", str(there), "--host", "127.0.0.1", "--json"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        told = json.loads(program.stdout.readline())
        assert told["url"].startswith("http://127.0.0.1:")
        assert len(told["tables"]) == 5
    finally:
        program.send_signal(signal.SIGTERM)
        assert program.wait(60) == 0
        program.stdout.close()
