"""Two copies of one café go to a server at once: one is shared, and the other loses nothing."""

import shutil
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wcafe.app import open_cafe, share_cafe
from wcafe.domain.kinds import Kind
from wcafe.errors import WcafeError
from wcafe.errors.sharing import AnotherCopyShared, SharedElsewhere, SharedJustNow
from wcafe.store import moving
from wcafe.store.postgres import cafes

NAMES = ("one", "other")


@pytest.fixture
def copies(cafe_file, tmp_path):
    """Two copies of one café, in each of which somebody has written since."""
    made = [tmp_path / f"{name}.wcafe" for name in NAMES]
    for path in made:
        shutil.copyfile(cafe_file, path)
        with open_cafe(path) as cafe:
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=path.stem)
    return made


def at(second):
    return lambda: datetime(2026, 11, 26, 14, 30, tzinfo=UTC) + timedelta(seconds=second)


def said_in(where, **how):
    with open_cafe(where, **how) as cafe:
        return [note.text for note in cafe.notes.all()]


def test_two_that_begin_at_once_end_as_one_café_and_one_file(copies, hall):
    ready, ended = threading.Barrier(2), {}

    def share(path, second):
        ready.wait(20)
        try:
            ended[path] = share_cafe(path, hall, now=at(second))
        except WcafeError as error:
            ended[path] = error

    threads = [
        threading.Thread(target=share, args=given) for given in zip(copies, (1, 2), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    (won,) = [path for path in copies if not isinstance(ended[path], WcafeError)]
    (lost,) = [path for path in copies if path is not won]
    assert isinstance(ended[lost], (SharedJustNow, AnotherCopyShared))
    assert said_in(ended[won]) == [won.stem] == said_in(won, is_read_only=True)
    assert said_in(lost) == [lost.stem]  # and it may be written
    with pytest.raises(SharedElsewhere), open_cafe(won):
        pass


def in_the_middle(monkeypatch, do):
    """Let somebody `do` something once the first copy is on the server, and not yet whole."""
    copy, is_first = moving._copy, [True]

    def copy_and_do(*given):
        there = copy(*given)
        if is_first.pop() if is_first else False:
            do()
        return there

    monkeypatch.setattr(moving, "_copy", copy_and_do)


def test_whoever_comes_in_the_middle_of_it_is_told_to_wait(copies, hall, monkeypatch):
    one, other = copies
    told = []

    def come():
        with pytest.raises(SharedJustNow) as refused:
            share_cafe(other, hall, now=at(2))
        told.append(str(refused.value))

    in_the_middle(monkeypatch, come)

    assert said_in(share_cafe(one, hall, now=at(1))) == ["one"]
    assert "Another laptop shares a copy of this café" in told[0]
    assert said_in(other) == ["other"]
    with pytest.raises(AnotherCopyShared, match="open that one"):
        share_cafe(other, hall, now=at(3))


def test_another_name_lets_no_second_copy_stand_beside_the_first(copies, hall):
    one, other = copies
    share_cafe(one, replace(hall, cafe="rue"), now=at(1))

    with pytest.raises(AnotherCopyShared, match="as rue"):
        share_cafe(other, replace(hall, cafe="place"), now=at(2))

    assert said_in(other) == ["other"]


@contextmanager
def no_lock(_server, _cafe):
    yield True


def test_whoever_was_cut_off_meanwhile_keeps_a_café_of_their_own(copies, hall, monkeypatch):
    one, other = copies
    monkeypatch.setattr(cafes, "only_sharer", no_lock)  # the server had let go of the first
    in_the_middle(monkeypatch, lambda: share_cafe(other, hall, now=at(2)))

    with pytest.raises(AnotherCopyShared):
        share_cafe(one, hall, now=at(1))

    assert said_in(replace(hall, cafe="notre-rue")) == ["other"]
    assert said_in(one) == ["one"]
    with open_cafe(one) as cafe:
        assert not cafe.cafes.faults()


def test_a_keepsake_whose_place_another_copy_took_is_a_café_again(copies, hall, monkeypatch):
    one, other = copies

    def cut(*_what):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(cafes, "say_whole", cut)
        with pytest.raises(KeyboardInterrupt):
            share_cafe(one, hall, now=at(1))
    with pytest.raises(SharedElsewhere), open_cafe(one):
        pass
    there = share_cafe(other, hall, now=at(2))

    with pytest.raises(AnotherCopyShared):
        share_cafe(one, hall, now=at(3))

    assert said_in(there) == ["other"]
    assert said_in(one) == ["one"]


def test_the_control_without_both_looks_the_words_of_one_are_nowhere_to_be_written(
    copies, hall, monkeypatch
):
    one, other = copies
    say_whole = cafes.say_whole

    def say_whole_whoever_it_is(connection, key, shared):
        return say_whole(connection, key, shared) or True

    monkeypatch.setattr(cafes, "only_sharer", no_lock)
    monkeypatch.setattr(cafes, "say_whole", say_whole_whoever_it_is)
    in_the_middle(monkeypatch, lambda: share_cafe(other, hall, now=at(2)))

    assert said_in(share_cafe(one, hall, now=at(1))) == ["other"]
    with pytest.raises(SharedElsewhere), open_cafe(one):
        pass
