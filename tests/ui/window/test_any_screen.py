"""Any screen: nothing is cut off or out of reach, however few pixels there are."""

from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication

from tests.endurance import full
from tests.ui.window.dialogues import DIALOGUES
from tests.ui.window.measures import cut_words, out_of_reach
from wcafe.errors import CannotRead
from wcafe.ui.synthesis.page import View
from wcafe.ui.window.opening import FRAME
from wcafe.ui.window.workspaces import Workspace

pytestmark = pytest.mark.slow  # draws every page ten times

SCREENS = {
    "1024x768": (1024, 768),
    "1366x768": (1366, 768),
    "1280x800": (1280, 800),
    "1920x1080-at-200-percent": (960, 540),
    "1920x1080": (1920, 1080),
}
USUAL = ("1366x768", "1280x800", "1920x1080")
LANGUAGES = ("en", "fr")


def window_on(screen):
    """The size of a window that fills `screen`, with what a computer puts around it."""
    return tuple(whole - frame for whole, frame in zip(SCREENS[screen], FRAME, strict=True))


def settle():
    for _turn in range(4):
        QCoreApplication.processEvents()


def faults_of(window):
    """Return what cannot be read or reached on the page that is shown; none scrolls sideways."""
    settle()
    found = out_of_reach(window) + cut_words(window, may_end_in_dots=True)
    sideways = window.page(window.here).area.horizontalScrollBar().maximum()
    return found + ["sideways"] * bool(sideways)


def is_scrolled(window):
    return bool(window.page(window.here).area.verticalScrollBar().maximum())


IN_EXAMPLE = list(product(SCREENS, LANGUAGES, [False]))
IN_EMPTY = list(product(SCREENS, LANGUAGES, [True]))
EMPTY_IN_TURN = [(screen, LANGUAGES[n % 2], True) for n, screen in enumerate(SCREENS)]


@pytest.mark.parametrize(
    ("screen", "language", "is_empty"), [*IN_EXAMPLE, *full(IN_EMPTY, EMPTY_IN_TURN)]
)
def test_every_page_can_be_read_and_reached(shown, screen, language, is_empty):
    """On usual screens no page has to be scrolled as a whole, on small ones none sideways."""
    window = shown(Workspace.CAFE, language, is_empty=is_empty, size=window_on(screen))

    faults, scrolled = {}, []
    for workspace in Workspace:
        window.go(workspace)
        faults[workspace] = faults_of(window)
        scrolled += [workspace] * is_scrolled(window)
    window.go(Workspace.SYNTHESIS)
    for view in View:
        window.page(Workspace.SYNTHESIS).show_view(view)
        faults[view] = faults_of(window)

    assert window.size().toTuple() == window_on(screen), "the window had to grow"
    assert {place: found for place, found in faults.items() if found} == {}
    assert is_empty or screen not in USUAL or not scrolled


def test_a_view_of_share_asks_for_no_room_that_another_had(shown):
    window = shown(Workspace.SYNTHESIS, "fr", size=(1366, 768))
    page = window.page(Workspace.SYNTHESIS)
    settle()

    page.show_view(View.CORRECTIONS)
    window.resize(1024, 768)
    settle()

    assert not page.area.horizontalScrollBar().maximum()


@pytest.mark.parametrize("language", LANGUAGES)
def test_dialogues_fit_the_smallest_screen(qtbot, shown, language):
    size = window_on("1920x1080-at-200-percent")
    window = shown(Workspace.PLAN, language, size=size)

    faults = {}
    for name, make in DIALOGUES.items():
        dialogue = make(window)
        qtbot.addWidget(dialogue)
        dialogue.show()
        dialogue.resize(dialogue.size().boundedTo(window.size()))
        settle()
        fits = dialogue.width() <= size[0] and dialogue.height() <= size[1]
        faults[name] = out_of_reach(dialogue) + cut_words(dialogue) + ["too large"] * (not fits)
        dialogue.hide()
        window.go(Workspace.PLAN)

    assert {name: found for name, found in faults.items() if found} == {}


def test_the_measure_finds_a_page_that_does_not_scroll(shown):
    window = shown(Workspace.LIVE, "fr", size=window_on("1920x1080-at-200-percent"))
    page = window.page(Workspace.LIVE)
    page.area._fit = lambda: None
    page.area.widget().resize(500, 200)
    settle()

    assert out_of_reach(window) + cut_words(window)


def test_the_side_bar_folds_and_still_says_which_step_and_whether_all_is_saved(shown):
    window = shown(Workspace.CAFE, "fr", size=window_on("1024x768"))
    side = window.side

    assert side.width() < 100
    assert side.steps[1].toolTip() == "Participants"
    assert side.dot.toolTip().startswith("Tout est enregistré")
    assert not side.saved.isVisible()

    window._desk.saving.refuse(CannotRead(path="café.wcafe", reason="gone"))
    assert side.saved.isVisible()

    window.resize(1280, 800)
    settle()
    assert side.width() > 200
    assert side.steps[1].toolTip() == ""
