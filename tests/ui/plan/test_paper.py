"""What the page of the plan prints."""

from dataclasses import replace

import pytest

from tests.ui.print_desk import save
from wcafe.domain.handouts import BADGES
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_badges_are_written_where_the_facilitator_says(qtbot, seated, page, tmp_path, monkeypatch):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "badges.pdf")

    path, told = save(qtbot, page, BADGES)

    assert path.read_bytes().startswith(b"%PDF")
    assert told == ""


def test_who_comes_to_no_round_is_not_counted_and_told_to_get_no_badge(
    qtbot, desk, seated, page, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "badges.pdf")
    assert page.subtitle.text().startswith("20 people · 5 tables")

    desk.services.people.save([replace(seated[3], present=frozenset())])

    qtbot.waitUntil(lambda: page.subtitle.text().startswith("19 people · 5 tables"))
    told = f"No badge is printed for people who attend no round: {seated[3].name}."
    assert save(qtbot, page, BADGES)[1] == told


def test_printing_that_is_cancelled_writes_nothing(qtbot, desk, seated, presenter, tmp_path):
    presenter.printing.press.print_to("badges", tmp_path / "badges.pdf")

    with qtbot.waitSignal(desk.tasks.ended, timeout=30_000):
        desk.tasks.running[0].stop()

    assert list(tmp_path.glob("badges*")) == []
