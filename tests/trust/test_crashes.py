"""P1: a note or photo shown as saved survives any crash of the program (short form).

A process keeps notes and photos and says of each that it is saved; it is killed at a random moment,
the café is opened again, and all that it spoke of must be there, word for word, byte for byte.
The control: a build that speaks before it has committed loses some.
"""

import hashlib
import random
import subprocess
import sys

import pytest

from wcafe.app import open_cafe

pytestmark = pytest.mark.timeout(900)  # many processes, each of which has to start

WRITER = """
import hashlib, sys
from pathlib import Path
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.pictures import ReadPicture

def picture(n):
    jpeg = f"photo {n} ".encode() * 900
    digest = hashlib.sha256(jpeg).hexdigest()
    return ReadPicture(name=str(n), digest=digest, jpeg=jpeg, width=3, height=4)

speaks_early = sys.argv[2] == "early"
with open_cafe(Path(sys.argv[1])) as cafe:
    for n in range(10_000):
        text = f"note {n} " + "œ" * (n % 400)
        if speaks_early:
            print(n, flush=True)
        if n % 5 == 4:
            cafe.photos.filing.keep(picture(n))
        else:
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)
        if not speaks_early:
            print(n, flush=True)
"""


def acknowledged_and_lost(cafe_file, kills, manner):
    """Return how many notes were told to be saved, and how many of them were not there."""
    chance = random.Random(1)
    told, lost, empty = 0, 0, cafe_file.read_bytes()
    for _kill in range(kills):
        cafe_file.write_bytes(empty)
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(cafe_file), manner], stdout=subprocess.PIPE
        )
        spoken = [writer.stdout.readline() for _ in range(chance.randint(1, 25))]
        writer.kill()
        spoken += writer.stdout.readlines()
        writer.wait()
        writer.stdout.close()
        with open_cafe(cafe_file) as cafe:
            assert cafe.cafes.faults() == ()  # so no picture is without its bytes
            photos = {photo.name: cafe.photos.jpeg(photo.id) for photo in cafe.photos.all()}
            kept = {note.text.split()[1]: note for note in cafe.notes.all()}
        for line in filter(None, spoken):
            number = line.decode().strip()
            whole = f"note {number} " + "œ" * (int(number) % 400)
            told += 1
            if int(number) % 5 == 4:
                lost += photos.get(number) != f"photo {number} ".encode() * 900
                continue
            digest = hashlib.sha256(whole.strip().encode()).hexdigest()
            lost += number not in kept or kept[number].hash != digest
    return told, lost


def test_no_saved_note_is_lost_to_a_kill(cafe_file, figure):
    told, lost = acknowledged_and_lost(cafe_file, 15, "honest")

    figure(f"P1 short form: 15 kills, {told} notes and photos told to be saved, {lost} lost")
    assert told > 100
    assert lost == 0


def test_a_build_that_speaks_before_it_commits_is_found_out(cafe_file):
    assert any(acknowledged_and_lost(cafe_file, 1, "early")[1] for _try in range(10))
