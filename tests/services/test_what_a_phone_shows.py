"""A page for phones needs domain and services alone: round, time, question, what comes next."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from wcafe.domain.agenda import programme
from wcafe.domain.cafe import Mode, Questions
from wcafe.domain.course import State, course_of, face
from wcafe.domain.moment import Moment
from wcafe.domain.scene import scene_of
from wcafe.i18n import words_for

NOW = datetime(2030, 5, 14, 14, 21, tzinfo=UTC)
FACE = """
import sys
import wcafe.domain.course, wcafe.domain.moment, wcafe.domain.scene, wcafe.services.opened
unwanted = {"PySide6", "reportlab", "wcafe.ui", "wcafe.reports", "wcafe.exports", "wcafe.cli"}
print(*sorted(unwanted & sys.modules.keys()))
"""


def test_a_page_tells_round_time_question_and_next_step_of_a_running_café(cafe):
    texts = ("What is missing here?", "Who would help?", "What first?")
    asked = Questions(mode=Mode.PER_ROUND, texts=texts)
    cafe.cafes.save(replace(cafe.cafes.get(), questions=asked, agenda=(), language="en"))
    cafe.live.start("talk:1")
    snapshot = cafe.cafes.snapshot()
    here = snapshot.cafe
    moment = Moment(cafe=here, steps=programme(here), clock=snapshot.live.clock)

    scene = scene_of(moment, words_for(here.language), has_plan=snapshot.plan is not None)
    course = course_of(here, moment.steps, moment.clock, NOW, {})
    left = replace(moment.clock, deadline=NOW + timedelta(minutes=12)).left_at(NOW)

    assert (moment.round, moment.question, face(left)) == (1, "Who would help?", "12:00")
    assert (scene.place, scene.text) == ("Round 2 of 3", "Who would help?")
    assert scene.foot == "Next: write down what matters most."
    assert [stop.state for stop in course.stops].count(State.DONE) == 3


def test_what_such_a_page_imports_loads_no_desk_and_no_paper():
    run = [sys.executable, "-P", "-c", FACE]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() == ""
