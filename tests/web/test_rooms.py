"""What goes on in the room is read once for each change, and told in one go."""

import asyncio
from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.services.changes import Changed, Part
from wcafe.web.rooms import Rooms


def note(cafe, text, table=0):
    return cafe.notes.add(table=table, round_=0, kind=Kind.IDEA, text=text)


def test_many_changes_are_told_once(cafe):
    async def follow():
        rooms = Rooms(cafe)
        cafe.changes.listen(rooms.on_changed)
        before = await rooms.now()
        for number in range(20):
            note(cafe, f"{number}")
        await rooms.change(0, 30)
        return before, await rooms.now(), rooms.told

    before, after, told = asyncio.run(follow())

    assert told == 1
    assert (before.seq([0]), after.seq([0]), after.seq([1])) == (0, cafe.notes.all()[-1].seq, 0)


def test_a_note_that_changes_its_table_is_news_at_both(cafe):
    async def follow():
        rooms = Rooms(cafe)
        cafe.changes.listen(rooms.on_changed)
        note(cafe, "moved")
        await rooms.now()
        (kept,) = cafe.notes.all()
        cafe.notes.put(replace(kept, table=2), base=kept.rev)
        return kept.seq, await rooms.now()

    seq, after = asyncio.run(follow())

    assert after.seq([0]) == after.seq([2]) > seq
    assert after.seq([1]) == 0


def test_what_is_none_of_the_phones_business_wakes_nobody(cafe):
    async def follow():
        rooms = Rooms(cafe)
        await rooms.now()
        rooms.on_changed(Changed(Part.PRINTED))
        rooms.on_changed(Changed(Part.NOTES, ids=frozenset()))
        await rooms.change(0, 0.01)
        return rooms.told

    assert asyncio.run(follow()) == 0


def test_a_room_that_could_not_be_read_is_read_again(cafe, monkeypatch):
    async def follow():
        rooms = Rooms(cafe)
        with monkeypatch.context() as patched:
            patched.setattr(type(cafe.live), "get", None)
            with pytest.raises(TypeError):
                await rooms.now()
        return await rooms.now()

    assert asyncio.run(follow()).moment.cafe.title == "Notre rue"
