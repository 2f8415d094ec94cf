"""The door on any screen: nothing is cut off or out of reach, and it is scrolled on none usual."""

from itertools import product

import pytest

from tests.endurance import full
from tests.ui.hands import type_text
from tests.ui.window.measures import cut_words, out_of_reach
from tests.ui.window.test_any_screen import LANGUAGES, SCREENS, settle, window_on
from wcafe.ui.window.workspaces import Aside, Workspace

pytestmark = pytest.mark.slow  # draws the example's door forty times


@pytest.fixture
def opened(shown):
    """A function that opens the door of the example, or of an empty café."""

    def show(screen, language, *, is_empty=False):
        main = shown(Workspace.LIVE, language, is_empty=is_empty)
        main.go(Aside.DOOR)
        settle()
        window = shown.made.desk.own_windows.windows[0]
        window.resize(*window_on(screen))
        settle()
        return window

    return show


def states(window):
    """Bring the door into each state that looks different, one after the other."""
    page = window.page
    presenter = page._presenter
    yield "nobody is looked at"
    for typed in ("an", "xyz", "zoé d'ân"):
        page.name_edit.setText("")
        type_text(page.name_edit, typed)
        settle()
        yield typed
    presenter.enter()
    settle()
    yield "somebody has come"
    presenter.desk.services.live.start("talk:1")
    settle()
    type_text(page.name_edit, "an")
    settle()
    yield "late"


SPOKEN = (*LANGUAGES, "longer")
IN_TURN = [
    (screen, language)
    for n, screen in enumerate(SCREENS)
    for language in SPOKEN
    if language != SPOKEN[n % 3]
]


@pytest.mark.parametrize(("screen", "language"), full(list(product(SCREENS, SPOKEN)), IN_TURN))
def test_the_door_can_be_read_and_reached(opened, screen, language):
    window = opened(screen, language)
    area, usual = window.page.area, screen != "1920x1080-at-200-percent"

    faults = {}
    for state in states(window):
        found = out_of_reach(window) + cut_words(window, may_end_in_dots=True)
        is_scrolled = usual and language != "longer" and area.verticalScrollBar().maximum()
        if found or area.horizontalScrollBar().maximum() or is_scrolled:
            faults[state] = found or "scrolled"

    assert window.size().toTuple() == window_on(screen), "the window had to grow"
    assert not faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_of_an_empty_café_can_be_read(opened, language):
    window = opened("1024x768", language, is_empty=True)

    assert not out_of_reach(window) + cut_words(window, may_end_in_dots=True)


def test_at_200_percent_the_name_its_tables_and_its_buttons_are_seen_without_scrolling(opened):
    window = opened("1920x1080-at-200-percent", "fr")
    page = window.page
    type_text(page.name_edit, "an")
    settle()

    area = page.area.viewport()
    for part in (page.name_edit, page.card.name, page.card.route, page.card.here_button):
        low = part.mapTo(area, part.rect().bottomLeft()).y()
        assert low <= area.height(), part
