"""Any screen: nothing is cut off or out of reach, however few pixels there are."""

import pytest
from PySide6.QtCore import QCoreApplication

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
LANGUAGES = ("en", "fr")


def window_on(screen):
    """The size of a window that fills `screen`, with what a computer puts around it."""
    return tuple(whole - frame for whole, frame in zip(SCREENS[screen], FRAME, strict=True))


def settle():
    for _turn in range(4):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_empty", [False, True], ids=["example", "empty"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_page_can_be_read_and_reached(shown, screen, language, is_empty):
    window = shown(Workspace.CAFE, language, is_empty=is_empty, size=window_on(screen))

    faults = {}
    for workspace in Workspace:
        window.go(workspace)
        settle()
        found = out_of_reach(window) + cut_words(window, may_end_in_dots=True)
        if found:
            faults[workspace] = found

    assert window.size().toTuple() == window_on(screen), "the window had to grow"
    assert not faults


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["1366x768", "1280x800", "1920x1080"])
def test_no_page_has_to_be_scrolled_as_a_whole_on_usual_screens(shown, screen, language):
    window = shown(Workspace.CAFE, language, size=window_on(screen))

    scrolled = []
    for workspace in Workspace:
        window.go(workspace)
        settle()
        area = window.page(workspace).area
        if area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum():
            scrolled.append(workspace)

    assert not scrolled


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["1024x768", "1920x1080-at-200-percent"])
def test_no_page_is_scrolled_sideways_on_small_screens(shown, screen, language):
    window = shown(Workspace.CAFE, language, size=window_on(screen))

    sideways = []
    for workspace in Workspace:
        window.go(workspace)
        settle()
        if window.page(workspace).area.horizontalScrollBar().maximum():
            sideways.append(workspace)

    assert not sideways


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["1024x768", "1366x768", "1920x1080-at-200-percent"])
def test_every_view_of_share_can_be_read_and_reached(shown, screen, language):
    window = shown(Workspace.SYNTHESIS, language, size=window_on(screen))
    page = window.page(Workspace.SYNTHESIS)

    faults = {}
    for view in View:
        page.show_view(view)
        settle()
        found = out_of_reach(window) + cut_words(window, may_end_in_dots=True)
        if found or page.area.horizontalScrollBar().maximum():
            faults[view] = found or "sideways"

    assert not faults


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGUES)
def test_dialogues_fit_the_smallest_screen(qtbot, shown, name, language):
    size = window_on("1920x1080-at-200-percent")
    window = shown(Workspace.PLAN, language, size=size)
    dialogue = DIALOGUES[name](window)
    qtbot.addWidget(dialogue)
    dialogue.show()
    dialogue.resize(dialogue.size().boundedTo(window.size()))
    settle()

    assert dialogue.width() <= size[0]
    assert dialogue.height() <= size[1]
    assert not out_of_reach(dialogue)
    assert not cut_words(dialogue)


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
