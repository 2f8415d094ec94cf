"""P1 at the desk: what the window showed as kept survives a kill, and so does an unfinished note.

A real window types notes key by key; after each Enter that cleared the field it says so. It is
killed at a random moment and the café is opened again. The control says so before Enter.
"""

import random
import subprocess
import sys

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft

pytestmark = pytest.mark.timeout(900)  # many windows, each of which has to start

TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer, Qt
from PySide6.QtTest import QTest
from wcafe.doors import doors
from wcafe.ui.window.desk import Desk
from wcafe.ui.settings import Settings
from wcafe.ui.window.start import make_app
from wcafe.ui.window.workspaces import Workspace

speaks_early = sys.argv[3] == "early"
qt = make_app()
kept = QSettings(sys.argv[2], QSettings.Format.IniFormat)
desk = Desk(doors(), Settings(kept))
desk.start(Path(sys.argv[1]))
desk.window.go(Workspace.NOTES)
field = desk.window.page(Workspace.NOTES).capture.text_edit
first = len(desk.cafe.services.notes.all())
number = first

def write_one():
    global number
    field.clear()
    QTest.keyClicks(field, f"note {number}")
    if speaks_early:
        print(number, flush=True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == ""
    if not speaks_early:
        print(number, flush=True)
    number += 1

timer = QTimer()
timer.timeout.connect(write_one)
timer.start(0)
qt.exec()
"""


def told_and_lost(path, settings, kills, manner):
    """Return how many notes the window told of, and how many of them were not there."""
    chance = random.Random(2)
    told = lost = 0
    for _kill in range(kills):
        typist = subprocess.Popen(
            [sys.executable, "-c", TYPIST, str(path), str(settings), manner],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        spoken = [typist.stdout.readline() for _ in range(chance.randint(2, 12))]
        typist.kill()
        spoken += typist.stdout.readlines()
        typist.wait()
        typist.stdout.close()
        with open_cafe(path) as cafe:
            assert cafe.cafes.faults() == ()
            kept = {note.text for note in cafe.notes.all()}
        for line in filter(None, spoken):
            told += 1
            lost += f"note {line.decode().strip()}" not in kept
    return told, lost


@pytest.fixture
def at_tables(path):
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    return path


def test_no_note_the_window_kept_is_lost_to_a_kill(at_tables, tmp_path, figure):
    told, lost = told_and_lost(at_tables, tmp_path / "desk.ini", 6, "honest")

    figure(f"P1 at the desk, short form: 6 kills, {told} notes kept, {lost} lost")
    assert told >= 12
    assert lost == 0


def test_a_window_that_speaks_before_it_keeps_is_found_out(at_tables, tmp_path):
    settings = tmp_path / "desk.ini"

    assert any(told_and_lost(at_tables, settings, 1, "early")[1] for _try in range(10))
