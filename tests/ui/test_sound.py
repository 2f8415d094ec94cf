"""The sounds of a round, and what keeps the computer awake meanwhile."""

import sys
import wave
from array import array
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from wcafe.ui import awake
from wcafe.ui.awake import Awake
from wcafe.ui.sound import NoSound, Player, Sound


class Way:
    """A computer that notes what is asked of it."""

    def __init__(self):
        self.wishes = []

    def hold(self):
        self.wishes.append("hold")

    def release(self):
        self.wishes.append("release")


def program(folder: Path, name: str, *, code: int = 0) -> str:
    """A player that writes down what it was asked to play."""
    path = folder / name
    path.write_text(f'#!/bin/sh\nfor last; do :; done\necho "{name} $last" >> {folder}/heard\n')
    with path.open("a") as script:
        script.write(f"exit {code}\n")
    path.chmod(0o755)
    return str(path)


def heard(folder: Path) -> list[str]:
    path = folder / "heard"
    return path.read_text().splitlines() if path.exists() else []


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_is_short_small_and_begins_and_ends_in_silence(sound):
    with wave.open(str(sound.path)) as file:
        facts = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        samples = array("h", file.readframes(file.getnframes()))

    assert facts == (1, 2, 44_100)
    assert sound.path.stat().st_size < 150_000
    assert max(map(abs, samples)) > 10_000
    assert max(abs(samples[0]), abs(samples[-1])) < 500


@pytest.mark.skipif(sys.platform == "win32", reason="players are scripts here")
class TestPrograms:
    def test_the_best_program_of_the_computer_plays_the_bell(self, qtbot, tmp_path):
        found = {name: program(tmp_path, name) for name in ("paplay", "aplay")}
        player = Player(platform="linux", find=found.get)

        player.play(Sound.BELL)

        qtbot.waitUntil(lambda: heard(tmp_path) == [f"paplay {Sound.BELL.path}"])

    def test_where_one_program_fails_the_next_one_plays(self, qtbot, tmp_path):
        found = {
            "pw-play": str(tmp_path / "broken"),
            "paplay": program(tmp_path, "paplay", code=1),
            "aplay": program(tmp_path, "aplay"),
        }
        player = Player(platform="linux", find=found.get)

        player.play(Sound.CALL)

        said = [f"{name} {Sound.CALL.path}" for name in ("paplay", "aplay")]
        qtbot.waitUntil(lambda: heard(tmp_path) == said)

    def test_where_every_program_fails_it_says_so_once(self, qtbot, tmp_path):
        found = {"afplay": program(tmp_path, "afplay", code=1)}
        player = Player(platform="darwin", find=found.get)

        with qtbot.waitSignal(player.silent) as told:
            player.play(Sound.CALL)

        assert isinstance(told.args[0], NoSound)


def test_a_computer_without_any_player_says_so(qtbot):
    player = Player(platform="linux", find=lambda _name: None)

    with qtbot.waitSignal(player.silent) as told:
        player.play(Sound.BELL)

    assert "no way to play a sound" in told.args[0].describe()


def test_the_computer_is_asked_once_to_stay_awake_and_once_to_sleep_again():
    way = Way()
    kept = Awake(way)

    for is_needed in (False, True, True, False, False):
        kept.keep(is_needed)
    kept.release()

    assert way.wishes == ["hold", "release"]


@pytest.mark.skipif(sys.platform != "linux", reason="it is the D-Bus of Linux")
def test_without_a_desktop_to_ask_nothing_happens(qapp, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    kept = Awake(awake.way_of("linux"))

    kept.keep(True)
    kept.release()

    assert not QDBusConnection("wcafe-awake").isConnected()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_another_kind_of_computer_has_its_own_way(platform):
    assert awake.way_of(platform) is not None
    assert type(awake.way_of(platform)) is not type(awake.way_of("linux"))
