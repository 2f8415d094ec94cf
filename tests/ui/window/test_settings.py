"""What this computer remembers of the desk."""

import os
import stat
import sys

import pytest
from PySide6.QtCore import QLocale, QSettings

from wcafe.ui.settings import MOST_RECENT, Settings
from wcafe.ui.widgets.theme import Look


def again(tmp_path):
    return Settings(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def cafes(tmp_path):
    paths = [tmp_path / f"café {number}.wcafe" for number in range(12)]
    for path in paths:
        path.touch()
    return paths


def test_language_and_look_are_remembered(settings, tmp_path):
    settings.language = "fr"
    settings.look = Look.DARK

    assert (again(tmp_path).language, again(tmp_path).look) == ("fr", Look.DARK)


def test_the_language_of_the_computer_counts_until_one_is_chosen(settings, monkeypatch):
    assert settings.language == "en"

    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert settings.language == "fr"


def test_an_app_started_with_a_click_speaks_as_the_system_does(settings, monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    french = QLocale("fr_FR")
    monkeypatch.setattr(QLocale, "system", lambda: french)

    assert settings.language == "fr"


def test_values_that_make_no_sense_count_as_not_set(settings, tmp_path):
    (tmp_path / "desk.ini").write_text("[General]\nlanguage=klingon\nlook=7\nrecent=@Invalid()\n")

    assert (again(tmp_path).language, again(tmp_path).look) == ("en", Look.SYSTEM)
    assert again(tmp_path).recent == ()


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_last_café_comes_first_and_the_list_stays_short(settings, cafes, count):
    for path in cafes[:count]:
        settings.remember(path)
    settings.remember(cafes[0])

    assert settings.recent[0] == cafes[0]
    assert len(settings.recent) == min(count, MOST_RECENT)


def test_cafés_that_are_gone_leave_the_list(settings, cafes):
    settings.remember(cafes[0])
    settings.remember(cafes[1])

    cafes[1].unlink()

    assert settings.recent == (cafes[0],)


def test_the_list_can_be_forgotten(settings, cafes):
    settings.remember(cafes[0])

    settings.forget_recent()

    assert settings.recent == ()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system keeps them")
def test_what_is_remembered_is_its_owners_alone(tmp_path):
    path = tmp_path / "folder" / "desk.ini"
    before = os.umask(0o022)
    try:
        for _time in range(2):  # also where an older wcafe made it readable by all
            kept = QSettings(str(path), QSettings.Format.IniFormat)
            Settings(kept).remember(tmp_path)
            kept.sync()
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            path.chmod(0o644)
    finally:
        os.umask(before)
