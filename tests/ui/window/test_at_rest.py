"""A page nobody touches is laid out once and not again and again."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.window.measures import cut_words
from wcafe.ui.widgets.body_area import BodyArea
from wcafe.ui.window.workspaces import Workspace

pytestmark = pytest.mark.slow  # draws every page on several screens

SCREENS = [(1366, 700), (1024, 700), (960, 500), (1280, 740), (1920, 1000)]
TURNS = 40


@pytest.fixture
def fits(monkeypatch):
    """Count how often the body of a page is laid out."""
    counted = Counter()
    honest = BodyArea._fit_into

    def count(area, room):
        counted["fits"] += 1
        honest(area, room)

    monkeypatch.setattr(BodyArea, "_fit_into", count)
    return counted


def turn(times):
    for _turn in range(times):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("size", SCREENS)
def test_a_page_at_rest_is_not_laid_out_again(shown, fits, size):
    window = shown(Workspace.CAFE, "en", size=size)
    restless = {}
    for workspace in Workspace:
        window.go(workspace)
        turn(TURNS)
        fits.clear()
        turn(TURNS)
        if fits["fits"] > 2:
            restless[workspace] = fits["fits"]

    assert not restless


@pytest.mark.parametrize("size", SCREENS)
def test_run_comes_to_rest_when_somebody_is_away_and_says_so_in_whole_words(shown, fits, size):
    window = shown(Workspace.LIVE, "en", size=size)
    presence = window.page(Workspace.LIVE).presence
    presenter = presence._presenter
    presenter.set_present(presenter.people[0].id, is_here=False)
    turn(TURNS)
    fits.clear()
    turn(TURNS)

    assert fits["fits"] <= 2
    assert cut_words(window, may_end_in_dots=True) == []
