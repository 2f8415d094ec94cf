"""What a plan proves, and who meets how often."""

from dataclasses import replace

import pytest

from tests.ui.plan.hands import plan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_the_certificate_says_what_the_plan_proves(qtbot, desk, seated, page):
    certificate = plan(desk).certificate
    assert certificate.proven_optimal  # twenty people, five tables, three rounds

    assert page.certificate.repeats.value.text() == "0"
    assert page.certificate.new_tables.value.text() == "15/15"
    assert "Proven" in page.certificate.proof.text()
    assert page.certificate.mixing[0].caption.text() == "mixed by group"


def test_where_nothing_is_proven_the_least_and_the_found_are_told(qtbot, desk, seated, page):
    kept = plan(desk)
    certificate = replace(kept.certificate, proven_optimal=False, repeat_meetings=5, lower_bound=2)
    desk.services.plans.restore(replace(kept, certificate=certificate))

    proof = "At least 2 repeats are unavoidable; found 5"
    qtbot.waitUntil(lambda: page.certificate.proof.text() == proof)


def test_a_bound_of_none_is_told_in_words_that_make_sense(qtbot, desk, seated, page):
    before = plan(desk)
    kept = replace(
        before.certificate, repeat_meetings=1, lower_bound=0, coincidences=1, proven_optimal=False
    )
    desk.services.plans.restore(replace(before, certificate=kept))

    proof = "1 repeat; a plan without any is not ruled out"
    qtbot.waitUntil(lambda: page.certificate.proof.text() == proof)


def test_each_square_of_the_matrix_says_who_meets_how_often(desk, seated, page):
    matrix = page.matrix.matrix
    people = plan(desk).people
    side = min(matrix.width(), matrix.height()) / len(people)
    names = {p.id: p.name for p in seated}
    told = matrix.words_at(int(1.5 * side), int(0.5 * side))

    together = sum(row[0] == row[1] for row in plan(desk).seats)
    assert told.startswith(f"{names[people[0]]} · {names[people[1]]} · {together} meeting")
    assert matrix.words_at(int(0.5 * side), int(0.5 * side)) == ""
