"""A café on a server: the same rows to the letter, several desks, and back again as a file."""

import shutil
import threading
import time
from dataclasses import replace

import pytest

from tests.cafes import add_people
from tests.life import make_life
from wcafe.app import fetch_cafe, open_cafe, share_cafe
from wcafe.domain.kinds import Kind
from wcafe.errors import EditedElsewhere
from wcafe.errors.sharing import AlreadyShared, HalfShared, SharedElsewhere
from wcafe.services.changes import Part
from wcafe.services.elsewhere import PARTS
from wcafe.store.base import Row
from wcafe.store.moving import cafes
from wcafe.store.seals import SealRow
from wcafe.store.sharing import SharingRow


@pytest.fixture
def shared(cafe_file, hall, now):
    """The address of a café on a server."""
    return share_cafe(cafe_file, hall, now=now)


@pytest.fixture
def two(shared, now):
    """Two desks of one café."""
    with open_cafe(shared, stays=True, now=now) as one, open_cafe(shared, stays=True) as other:
        yield one, other


def heard_by(cafe):
    """Return a list that grows by what `cafe` is told of, and how to wait for some of it."""
    told, came = [], threading.Condition()

    def hear(changed):
        with came:
            told.append(changed)
            came.notify_all()

    def wait(part):
        with came:
            assert came.wait_for(lambda: any(each.parts & part for each in told), 20)

    cafe.changes.listen(hear)
    return told, wait


def test_what_went_to_a_server_comes_back_the_same(path, hall, tmp_path, now):
    make_life(path)
    with open_cafe(path, is_read_only=True) as cafe:
        before = cafe.cafes.snapshot()

    there = share_cafe(path, hall, now=now)
    with open_cafe(there) as cafe:
        on_server, faults = cafe.cafes.snapshot(), cafe.cafes.faults()
    fetch_cafe(there, tmp_path / "back.wcafe", now=now)
    with open_cafe(tmp_path / "back.wcafe") as cafe:
        back, faults_back = cafe.cafes.snapshot(), cafe.cafes.faults()

    assert on_server == before
    assert not faults
    assert not faults_back
    assert back.cafe.generation > before.cafe.generation
    assert replace(back, cafe=before.cafe) == before


def test_a_shared_file_is_a_keepsake(cafe_file, shared):
    with pytest.raises(SharedElsewhere, match="cafe=notre-rue"), open_cafe(cafe_file):
        pass

    with open_cafe(cafe_file, is_read_only=True) as cafe:
        assert cafe.cafes.get().title == "Notre rue"


def test_sharing_that_was_cut_short_leaves_one_café(cafe_file, hall, monkeypatch, now):
    def cut(*_what):
        raise KeyboardInterrupt

    monkeypatch.setattr(cafes, "say_whole", cut)
    with pytest.raises(KeyboardInterrupt):
        share_cafe(cafe_file, hall, now=now)
    there = replace(hall, cafe="notre-rue")
    with pytest.raises(SharedElsewhere), open_cafe(cafe_file):
        pass
    with pytest.raises(HalfShared), open_cafe(there):
        pass
    monkeypatch.undo()

    assert share_cafe(cafe_file, hall, now=now) == there
    with open_cafe(there) as cafe:
        assert cafe.cafes.get().title == "Notre rue"


def test_a_copy_of_the_file_from_before_is_not_shared_beside_it(cafe_file, hall, tmp_path, now):
    shutil.copyfile(cafe_file, tmp_path / "copy.wcafe")
    share_cafe(cafe_file, hall, now=now)

    with pytest.raises(AlreadyShared):
        share_cafe(tmp_path / "copy.wcafe", hall, now=now)

    with open_cafe(tmp_path / "copy.wcafe") as cafe:  # and it stays what it was
        assert cafe.cafes.get().title == "Notre rue"


def test_each_desk_sees_what_another_writes(two):
    one, other = two
    _told, wait = heard_by(other)
    assert other.cafes.snapshot().people == ()

    add_people(one, 3)

    wait(Part.PEOPLE)
    assert len(other.cafes.snapshot().people) == 3


def test_a_note_is_told_by_its_id(two):
    one, other = two
    told, wait = heard_by(other)

    answer = one.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Plus de bancs")

    wait(Part.NOTES)
    assert [changed.ids for changed in told if changed.parts & Part.NOTES] == [
        frozenset({answer.note})
    ]


def test_somebody_who_came_back_elsewhere_is_read_anew(two):
    one, other = two
    ana, *_rest = add_people(one, 3)
    other.cafes.snapshot()
    one.people.change(remove=[ana.id])
    one.people.change(keep=[replace(ana, version=0, note="thé")])

    other.people.save([replace(other.people.all()[1], note="café")])

    assert {person.note for person in other.cafes.snapshot().people} >= {"thé", "café"}


def test_nobody_writes_over_what_another_desk_wrote(two):
    one, other = two
    mine = theirs = one.cafes.get()
    other.cafes.save(replace(theirs, title="Theirs"))

    with pytest.raises(EditedElsewhere):
        one.cafes.save(replace(mine, title="Mine"))

    assert one.cafes.get().title == "Theirs"


def test_desks_that_write_at_once_wait_for_each_other(two):
    def write(cafe):
        for number in range(30):
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"{id(cafe)} {number}")

    threads = [threading.Thread(target=write, args=(cafe,)) for cafe in two]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for cafe in two:
        assert len({note.seq for note in cafe.cafes.snapshot().notes}) == 60
        assert not cafe.cafes.faults()


def test_one_desk_has_the_bell_and_hands_it_on(shared, now):
    with open_cafe(shared, stays=True) as one:
        until(one.elsewhere.holds_bell)
        with open_cafe(shared, stays=True) as other:
            time.sleep(1.5)
            assert not other.elsewhere.holds_bell()
            one.close()
            until(other.elsewhere.holds_bell)


def test_every_table_is_told_of_as_some_part():
    told = {table for tables in PARTS.values() for table in tables}

    own = {SealRow.__tablename__, SharingRow.__tablename__}
    assert told == set(Row.metadata.tables) - own


def until(is_so):
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_desks_that_write_in_turn_read_no_more_than_what_was_written(two):
    one, other = two
    one.notes.add(table=0, round_=0, kind=Kind.IDEA, text="der erste")  # meets the device
    other.notes.add(table=0, round_=0, kind=Kind.IDEA, text="der zweite")
    stores = [each.cafes._store for each in two]
    for each in two:
        each.cafes.snapshot()
    before = [store.beside_notes for store in stores]

    for number in range(20):
        two[number % 2].notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"Idee {number}")

    assert [store.beside_notes for store in stores] == before, "nothing but notes came"
    one.notes.add(table=0, round_=0, kind=Kind.IDEA, text="der letzte")
    other.notes.add(table=0, round_=0, kind=Kind.IDEA, text="der allerletzte")
    assert len(other.cafes.snapshot().notes) == 24


def test_what_a_desk_missed_is_found_in_the_list_of_commits(shared, now):
    with open_cafe(shared) as deaf, open_cafe(shared) as busy:  # neither listens
        deaf.cafes.snapshot()
        add_people(busy, 3)

        deaf.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")

        assert len(deaf.cafes.snapshot().people) == 3


def test_who_missed_very_much_reads_all_anew(shared, monkeypatch):
    monkeypatch.setattr("wcafe.store.postgres.commits._FEW", 2)
    with open_cafe(shared) as deaf, open_cafe(shared) as busy:
        deaf.cafes.snapshot()
        add_people(busy, 1)
        for number in range(3):
            busy.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"Idée {number}")

        deaf.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")

        assert len(deaf.cafes.snapshot().people) == 1
        assert len(deaf.cafes.snapshot().notes) == 4


def test_a_server_whose_list_of_commits_says_nothing_yet_learns_to(shared, hall, cluster):
    schema = f"wcafe_{shared.cafe}"
    cluster.sql(f'ALTER TABLE "{schema}".wcafe_commit DROP COLUMN said', hall.database)
    cluster.sql(f'INSERT INTO "{schema}".wcafe_commit (mark) VALUES (7)', hall.database)

    with open_cafe(shared, stays=True) as one, open_cafe(shared, stays=True) as other:
        told, wait = heard_by(other)
        one.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
        wait(Part.NOTES)
        other.notes.add(table=0, round_=0, kind=Kind.IDEA, text="De l’eau")

        assert [note.text for note in one.notes.all()] == ["Un banc", "De l’eau"]
    assert told
