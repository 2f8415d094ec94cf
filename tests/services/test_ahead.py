"""Reading ahead: who writes waits for nobody, and whoever looks finds it read."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from wcafe.domain.kinds import Kind
from wcafe.services.ahead import ReadAhead
from wcafe.services.changes import Changed, Part


class SlowCafes:
    """Reads for as long as a test wants."""

    def __init__(self):
        self.reads = 0
        self.may_end = threading.Event()

    def read_ahead(self):
        self.reads += 1
        assert self.may_end.wait(60)


@pytest.fixture
def slow(cafe):
    cafes = SlowCafes()
    ahead = ReadAhead(cafes, cafe.changes)
    yield cafes, ahead
    cafes.may_end.set()
    ahead.close()


def from_elsewhere(wish):
    """Do `wish` in another thread, and wait for it alone."""
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(wish).result(60)


def add_note(cafe, text="Un banc"):
    return cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text).note


def test_who_writes_in_another_thread_waits_for_no_reader(cafe, slow):
    cafes, ahead = slow
    heard = []
    ahead.changes.listen(heard.append)
    notes = {from_elsewhere(lambda: add_note(cafe)) for _each in range(20)}

    assert len(notes) == 20
    assert not heard  # the first reading goes on

    cafes.may_end.set()
    ahead.wait_until_told()
    assert frozenset().union(*(changed.ids for changed in heard)) == notes
    assert cafes.reads == len(heard) == 2  # what came meanwhile is read at once


def test_notices_by_different_people_stay_apart(cafe, slow):
    cafes, ahead = slow
    heard = []
    ahead.changes.listen(heard.append)
    for by in ("somebody", "ana", "ana", "ben"):
        from_elsewhere(lambda by=by: cafe.changes.tell(Changed(Part.NOTES, by)))

    cafes.may_end.set()
    ahead.wait_until_told()
    assert [changed.by for changed in heard][-2:] == ["ana", "ben"]


def test_what_the_main_thread_changes_is_told_at_once_and_not_read(cafe, slow):
    cafes, ahead = slow
    heard = []
    ahead.changes.listen(heard.append)
    add_note(cafe)

    assert len(heard) == 1
    assert cafes.reads == 0


def test_closing_leaves_no_thread_and_nobody_waiting(cafe, slow):
    cafes, ahead = slow
    from_elsewhere(lambda: add_note(cafe))
    waiting = threading.Thread(target=ahead.wait_until_told)
    waiting.start()
    threading.Timer(0.05, cafes.may_end.set).start()
    ahead.close()
    waiting.join(60)

    assert not [each.name for each in threading.enumerate() if each.name == "read-ahead"]
    assert not waiting.is_alive()
    from_elsewhere(lambda: add_note(cafe))  # nobody hears it, and it is kept
    assert len(cafe.notes.all()) == 2


def test_two_notices_are_one_about_all_they_name():
    some, others = frozenset("ab"), frozenset("bc")
    both = Changed(Part.NOTES, "ana", some) | Changed(Part.PEOPLE, "ana", others)

    assert both == Changed(Part.NOTES | Part.PEOPLE, "ana", frozenset("abc"))
    assert (both | Changed(Part.PLAN, "ben")) == Changed(
        Part.NOTES | Part.PEOPLE | Part.PLAN, None, None
    )
