"""The room window: what everybody in the café looks at."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from wcafe.domain.agenda import Line, LineId, LineKind
from wcafe.domain.cafe import Mode, Questions, Table
from wcafe.domain.scene import scene_of
from wcafe.doors import doors
from wcafe.i18n import ENGLISH
from wcafe.ui.live.page import LivePage
from wcafe.ui.live.ring import dial_of
from wcafe.ui.live.room_window import RoomWindow
from wcafe.ui.widgets.screens import room_screen, screen_key
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace

WITH_PROJECTOR = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from wcafe.doors import doors
from wcafe.ui.window.desk import Desk
from wcafe.ui.settings import Settings
from wcafe.ui.window.start import make_app
from wcafe.ui.window.workspaces import Workspace

app = make_app()
path = Path(sys.argv[1])
desk = Desk(doors(), Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat)), path.parent)
desk.start(path)
desk.room_window()
app.processEvents()
room = desk.window.page(Workspace.LIVE).room
print(room.screen().name(), room.isFullScreen())
room.go_back()
app.processEvents()
print(room.screen().name(), room.isFullScreen())
desk.window.close()
"""
LONG = "Qu’est-ce qui, dans notre quartier, donnerait envie à chacun de prendre part ? " * 5
SIZES = ((640, 360), (1280, 720), (1024, 768), (1920, 1080), (3840, 2160))


class Screen:
    """A screen that can be unplugged."""

    def __init__(self, name, width=1920, height=1080):
        self._name, self._size = name, QSize(width, height)

    def name(self):
        return self._name

    def size(self):
        return self._size


@pytest.fixture
def begun(opened):
    """An English café of two questions."""
    texts = ("What is here & now?", LONG)
    return opened.cafes.save(
        replace(
            opened.cafes.get(),
            language="en",
            questions=Questions(mode=Mode.PER_ROUND, texts=texts),
            tables=(Table(), Table()),
            tables_chosen=True,
        )
    )


@pytest.fixture
def page(qtbot, presenter):
    page = LivePage(presenter)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.retire()


def scene(presenter, *, has_plan=True):
    return scene_of(presenter.moment, ENGLISH, has_plan=has_plan)


def test_before_the_start_the_room_is_welcomed(presenter):
    shown = scene(presenter)

    assert (shown.eyebrow, shown.text, shown.foot) == (
        "Welcome to the café",
        "Notre rue",
        "We begin shortly.",
    )
    assert dial_of(presenter.moment, 0, ENGLISH, is_cued=False).word == "not running"


def test_in_a_round_the_room_reads_the_question_and_what_comes_next(presenter):
    presenter.go_to("talk:0")
    shown = scene(presenter)

    assert (shown.title, shown.place) == ("Notre rue", "Round 1 of 3")
    assert (shown.eyebrow, shown.text) == ("The question", "What is here & now?")
    assert shown.foot == "Next: write down what matters most."
    assert shown.aside == "Write on the tablecloth"


def test_a_round_with_a_name_is_called_by_it(presenter, desk):
    cafe = presenter.moment.cafe
    named = replace(cafe.rounds[0], name="Friday evening")
    desk.services.cafes.save(replace(cafe, rounds=(named, *cafe.rounds[1:])))
    presenter.go_to("talk:0")

    assert scene(presenter).place == "Round 1 of 3 · Friday evening"


def test_between_rounds_badges_say_where_if_there_is_a_plan(presenter):
    presenter.go_to("harvest:0")
    assert scene(presenter).foot == "Next: change tables — your badge says where."
    assert scene(presenter, has_plan=False).foot == "Next: change tables."

    presenter.next()
    assert scene(presenter).text == "Your badge says which table is next."
    assert scene(presenter, has_plan=False).text == "Find another table, and other people."
    assert scene(presenter).foot == "Next: Round 2"


def test_a_line_of_the_agenda_is_named_and_the_end_says_thank_you(presenter, desk):
    line = Line(id=LineId("x"), kind=LineKind.OTHER, title="<b>Cake</b>", minutes=5, after=3)
    desk.services.cafes.save(replace(desk.services.cafes.get(), agenda=(line,)))
    presenter.reload()
    presenter.go_to("line:x")
    assert (scene(presenter).text, scene(presenter).place) == ("<b>Cake</b>", "<b>Cake</b>")
    assert scene(presenter).foot == "After this the café is over."

    presenter.next()
    assert scene(presenter).text == "Thank you for everything you brought."


def test_the_ring_empties_then_tells_the_overtime(presenter):
    presenter.go_to("talk:0")

    half, over = (dial_of(presenter.moment, s, ENGLISH, is_cued=False) for s in (600, -75))

    assert (half.figures, half.word, half.share, half.mood) == ("10:00", "left", 0.5, "calm")
    assert (over.figures, over.word, over.share, over.mood) == ("+1:15", "overtime", 0, "over")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", ["Why?", LONG, "Donaudampfschifffahrtsgesellschaft " * 4])
def test_every_question_fits_on_every_screen(qtbot, presenter, desk, size, words):
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, questions=Questions(texts=(words.strip(),))))
    presenter.reload()
    presenter.go_to("talk:0")
    window = RoomWindow(presenter)
    qtbot.addWidget(window)
    window.resize(*size)

    area = window.question_area
    font = window.question_font(area)
    flags = Qt.TextFlag.TextWordWrap
    taken = QFontMetricsF(font).boundingRect(QRectF(area), flags, window.scene.text)

    assert taken.width() <= area.width()
    assert taken.height() <= area.height()
    assert font.pixelSize() >= size[1] / 60


def test_the_window_follows_the_clock_second_by_second(qtbot, page, presenter, time):
    page.toggle_room()
    presenter.go_to("talk:0")
    assert page.room.dial.figures == "20:00"

    time.now += timedelta(seconds=31)
    presenter.tick()

    assert page.room.dial.figures == "19:29"
    assert page.room.clock == time.now.astimezone().strftime("%H:%M")
    assert page.room.accessibleDescription() == "19:29 left"
    assert page.room.accessibleName() == "The question What is here & now?"
    assert not page.room.grab().isNull()


def test_the_computer_stays_awake_while_the_room_looks(qtbot, page, way):
    qtbot.mouseClick(page.room_button, Qt.MouseButton.LeftButton)
    assert way.is_awake
    assert page.room_button.text() == "Close the room window"

    qtbot.mouseClick(page.room_button, Qt.MouseButton.LeftButton)
    assert not way.is_awake
    assert page.room is None
    assert page.room_button.text() == "Open the room window"


def test_escape_leaves_the_full_screen_first_and_then_closes(qtbot, page, presenter):
    page.toggle_room()
    room = page.room
    qtbot.mouseDClick(room, Qt.MouseButton.LeftButton)
    assert room.isFullScreen()
    assert presenter.room_screen == screen_key(room.screen())

    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert not room.isFullScreen()
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert page.room is None


def test_space_in_the_room_window_pauses_as_well(qtbot, page, presenter):
    presenter.go_to("talk:0")
    page.toggle_room()

    qtbot.keyClick(page.room, Qt.Key.Key_Space)

    assert not presenter.clock.is_running
    assert page.room.dial.word == "paused"


def test_the_room_window_goes_with_its_page_and_stays_with_the_one_after_it(qtbot, presenter):
    first = LivePage(presenter)
    qtbot.addWidget(first)
    first.toggle_room()
    room = first.room
    second = LivePage(presenter)
    qtbot.addWidget(second)

    first.retire()
    assert second.room is room
    assert room.isVisible()
    second.retire()
    assert presenter.room is None


@pytest.mark.parametrize("workspace", [Workspace.LIVE, Workspace.CAFE])
def test_the_room_window_stays_when_the_desk_speaks_another_language(
    qtbot, cafe_file, settings, tmp_path, workspace
):
    desk = Desk(doors(), settings, home=tmp_path)
    desk.speak("en")
    assert desk.start(cafe_file)
    desk.room_window()
    room = desk.window.page(Workspace.LIVE).room
    desk.window.go(workspace)
    before = desk.window

    desk.speak("fr")
    qtbot.waitUntil(lambda: desk.window is not before)

    assert room.isVisible()
    assert desk.window.page(Workspace.LIVE).room is room
    desk.window.close()
    assert not room.isVisible()


def test_the_window_fills_the_screen_of_last_time_else_another_one():
    desk, wall, old = Screen("laptop"), Screen("HDMI-1"), Screen("HDMI-1", 1024, 768)

    assert room_screen([desk], desk, "") is None
    assert room_screen([desk, wall], desk, "") is wall
    assert room_screen([desk, wall, old], desk, screen_key(old)) is old
    assert room_screen([desk, wall], desk, screen_key(old)) is wall
    assert room_screen([desk, wall], desk, screen_key(desk)) is wall


def test_a_projector_that_is_unplugged_and_plugged_in_again_is_filled_again(qtbot, page):
    app = QGuiApplication.instance()
    page.toggle_room()
    room = page.room
    qtbot.mouseDClick(room, Qt.MouseButton.LeftButton)
    wall, other = room.screen(), Screen("HDMI-9")

    room._on_screen_removed(other)
    assert room.isFullScreen(), "another screen went"

    app.screenRemoved.emit(wall)
    assert not room.isFullScreen()
    assert room.isVisible()
    room._on_screen_added(other)
    assert not room.isFullScreen()

    app.screenAdded.emit(wall)
    assert room.isFullScreen()


def test_a_room_window_that_was_taken_back_by_hand_stays_where_it_is(qtbot, page):
    app = QGuiApplication.instance()
    page.toggle_room()
    room = page.room
    qtbot.mouseDClick(room, Qt.MouseButton.LeftButton)
    qtbot.keyClick(room, Qt.Key.Key_Escape)

    app.screenRemoved.emit(room.screen())
    app.screenAdded.emit(room.screen())

    assert not room.isFullScreen()


@pytest.mark.slow
def test_with_a_projector_the_window_fills_it_and_comes_back_without_it(cafe_file, tmp_path):
    """A process of its own, as the screens of Qt are fixed when it starts."""
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800},
        {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080},
    ]
    facts = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    plan = tmp_path / "screens.json"
    plan.write_text(json.dumps({"screens": [screen | facts for screen in screens]}))
    where = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={plan}"}

    told = subprocess.run(
        [sys.executable, "-c", WITH_PROJECTOR, str(cafe_file), str(tmp_path / "desk.ini")],
        env=where,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.stdout.splitlines() == ["wall True", "laptop False"], told.stderr
