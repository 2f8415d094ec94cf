"""The café that everybody runs here, and the page of Run."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from tests.cafes import add_people
from tests.ui.hands import show_page
from tests.ui.live.hands import NASTY, Ears, Way
from wcafe.domain.cafe import Mode, Questions, Table
from wcafe.ui.awake import Awake
from wcafe.ui.live.page import LivePage
from wcafe.ui.live.presenter import LivePresenter


@pytest.fixture
def ears(qapp):
    return Ears()


@pytest.fixture
def way():
    return Way()


@pytest.fixture
def begun(opened, time):
    """The café that everybody runs here: it begins now, two questions, three tables."""
    cafe = opened.cafes.get()
    return opened.cafes.save(
        replace(
            cafe,
            starts=time.now.astimezone().time(),
            questions=Questions(mode=Mode.PER_ROUND, texts=("What is here?", "What is missing?")),
            tables=(Table(name="Culture"), Table(name=NASTY), Table()),
            tables_chosen=True,
        )
    )


@pytest.fixture
def presenter(desk, begun, time, ears, way):
    owner = QObject()
    made = LivePresenter(desk, owner, now=lambda: time.now, player=ears, awake=Awake(way))
    yield made
    owner.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    page = show_page(qtbot, LivePage(presenter))
    page.take_focus()
    return page


@pytest.fixture
def left(qtbot, page, presenter, desk):
    """Twelve people with a plan in round 1 of 3, and somebody who has just left."""
    people = add_people(desk.services, 12)
    desk.services.plans.compose(seconds=0.2)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.has_plan and len(presenter.presence.people) == 12)
    assert not page.presence.repair.isVisible()
    presenter.presence.set_present(people[0].id, is_here=False)
    return people[0]
