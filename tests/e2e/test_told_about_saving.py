"""What is told about saving is true, wherever the disk fails: a change that is kept is never told
as refused, and who tries again asks for the same change (found/FILE.md W4, TRUST.md 22).

The disk is SQLite's own connection that fails at each step in turn, once or from then on. A step
is what is asked of it: to open, to run a statement, to commit, and at last to sync the emptied
journal, after which a commit stands although an error comes back.
"""

import errno
import sqlite3
from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from wcafe.app import open_for_desk
from wcafe.domain.text import new_id
from wcafe.errors import EditedElsewhere, InDoubt
from wcafe.store.sqlite import engine
from wcafe.store.sqlite.commits import has_changed, write_mark
from wcafe.ui.bus import QtBus
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.live.presence_presenter import PresencePresenter
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.saving import Saving
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.tasks import Tasks
from wcafe.ui.undo import History

NAMES = {errno.EIO: "SQLITE_IOERR_FSYNC", errno.ENOSPC: "SQLITE_FULL"}


class Disk:
    """Fails at the `at`-th step from now on, once or `for_ever`; 0 is never.

    With `loses_syncs` the last sync of every commit fails, and nothing else.
    """

    def __init__(self):
        self.heal()

    def break_at(self, at, *, code=errno.EIO, for_ever=False, loses_syncs=False):
        self.steps, self.at, self.code = 0, at, code
        self.for_ever, self.loses_syncs = for_ever, loses_syncs

    def heal(self):
        self.break_at(0)

    def step(self, undo=lambda: None, *, is_sync=False):
        self.steps += 1
        is_at = self.at and (self.steps >= self.at if self.for_ever else self.steps == self.at)
        if is_at or (is_sync and self.loses_syncs):
            undo()
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = NAMES[self.code]
            raise error


@pytest.fixture
def disk(monkeypatch):
    disk = Disk()

    class Cursor(sqlite3.Cursor):
        def execute(self, *said):
            disk.step(self.connection.rollback)  # as SQLite does of itself
            return super().execute(*said)

        def executemany(self, *said):
            disk.step(self.connection.rollback)
            return super().executemany(*said)

    class Connection(sqlite3.Connection):
        def cursor(self, _factory=None):
            return super().cursor(Cursor)

        def commit(self):
            disk.step(self.rollback)
            super().commit()
            if self.total_changes:
                disk.step(is_sync=True)  # the commit stands

    open_connection = sqlite3.connect

    def connect(*said, **how):
        disk.step()
        return open_connection(*said, factory=Connection, **how)

    monkeypatch.setattr(engine.sqlite3, "connect", connect)
    return disk


@pytest.fixture
def desk(qapp, cafe_file, settings):
    """The empty café on the desk."""
    services = open_for_desk(cafe_file)
    desk = DeskCafe(
        services=services,
        bus=QtBus(services.changes),
        history=History(),
        tasks=Tasks(),
        settings=settings,
        saving=Saving(services.place.path, services.has_refused),
    )
    yield desk
    desk.tasks.close()
    services.close()


# What can be wished for: a presenter, how it is wished, and how often it is in the café


def typed_note(desk):
    presenter = NotesPresenter(desk)

    def count(words):
        return sum(note.text == words for note in desk.services.notes.all())

    return (
        presenter,
        lambda words: presenter.keep(replace(presenter.draft, text=words)),
        count,
    )


def _named(desk):
    return lambda words: sum(person.given == words for person in desk.services.people.all())


def typed_person(desk):
    presenter = PeoplePresenter(desk)
    return presenter, lambda words: presenter.add(words, "Silva"), _named(desk)


def walk_in(desk):
    presenter = PresencePresenter(desk)
    return presenter, lambda words: presenter.walk_ins.take_in(words, "Silva"), _named(desk)


def title(desk):
    presenter = CafePresenter(desk)
    return presenter, presenter.rename, lambda words: int(desk.services.cafes.get().title == words)


def new_theme(desk):
    presenter = SynthesisPresenter(desk)

    def count(words):
        return sum(theme.name == words for theme in desk.services.synthesis.themes())

    return presenter, presenter.add_theme, count


def presence(desk):
    people = PeoplePresenter(desk)
    people.add("Ana", "Silva")
    (ana,) = (person.id for person in people.people)
    presenter = PresencePresenter(desk)

    def is_here(words):
        return int(words.split()[-1]) % 2 == 1

    def keep(words):
        presenter.set_present(ana, is_here=is_here(words))
        return desk.saving.is_all_saved

    def count(words):
        (kept,) = desk.services.people.all()
        return int((kept.present is None) == is_here(words))

    return presenter, keep, count


def tell_all(desk, disk, wish, *, codes=tuple(NAMES)):
    """Let `wish` meet every fault; return how often what was told, and what of it was wrong."""
    told, errors = Counter(), []
    presenter, keep, count = wish(desk)
    presenter.failed.connect(errors.append)
    assert keep("rehearsal 1")
    disk.break_at(0)
    assert keep("rehearsal 0")  # with one there already, as at every try
    steps, number = disk.steps, 0
    for code in codes:
        for for_ever in (False, True):
            for at in range(1, steps + 1):
                number += 1
                words = f"try {number}"
                errors.clear()
                disk.break_at(at, code=code, for_ever=for_ever)
                is_kept = keep(words)
                disk.heal()
                times, is_doubted = count(words), any(isinstance(e, InDoubt) for e in errors)
                told["tries"] += 1
                told["saved" if is_kept else "in doubt" if is_doubted else "refused"] += 1
                told["lost"] += is_kept and not times
                told["kept and told as refused"] += not (is_kept or is_doubted) and times
                told["said to be all saved"] += not is_kept and desk.saving.is_all_saved
                errors.clear()
                if number % 2:
                    QCoreApplication.processEvents()
                if not is_kept:
                    told["not kept the second time"] += not keep(words)
                told["doubled"] += count(words) > 1
                told["gone"] += not count(words)
                told["told off"] += any(isinstance(error, EditedElsewhere) for error in errors)
                told["said not to be saved"] += not desk.saving.is_all_saved
    assert desk.services.cafes.faults() == ()
    return +told


FINE = {"tries", "saved", "refused", "in doubt"}


@pytest.mark.parametrize("wish", [typed_note, typed_person, walk_in, title, presence, new_theme])
def test_what_is_told_about_saving_is_true_wherever_the_disk_fails(desk, disk, wish, figure):
    told = tell_all(desk, disk, wish)

    counted = ("tries", "refused", "saved", "in doubt", "lost", "doubled")
    figures = ", ".join(f"{told[what]} {what}" for what in counted)
    figure(f"P3 at the desk, {wish.__name__.replace('_', ' ')}: {figures}")
    assert told.keys() == FINE


@pytest.mark.parametrize("wish", [typed_note, title])
def test_a_build_that_believes_the_error_of_a_commit_is_found_out(desk, disk, wish, monkeypatch):
    monkeypatch.setattr("wcafe.store.store.is_standing", lambda _engine, _mark: False)

    told = tell_all(desk, disk, wish, codes=[errno.EIO])

    assert told["kept and told as refused"]


@pytest.mark.parametrize("wish", [typed_note, walk_in])
def test_a_build_that_makes_another_id_for_the_second_try_is_found_out(
    desk, disk, wish, monkeypatch
):
    for place in ("wcafe.ui.draft_ids", "wcafe.ui.notes.draft"):
        monkeypatch.setattr(f"{place}.id_of_words", lambda *_words: new_id())

    assert tell_all(desk, disk, wish, codes=[errno.EIO])["doubled"]


@pytest.mark.parametrize("wish", [typed_note, typed_person, title, presence])
def test_what_a_power_cut_could_still_undo_is_not_told_as_saved(desk, disk, wish):
    presenter, keep, count = wish(desk)
    errors = []
    presenter.failed.connect(errors.append)
    keep("rehearsal 0")

    disk.break_at(0, loses_syncs=True)
    assert [keep("try 1") for _try in range(3)] == [False] * 3
    assert {type(error) for error in errors} == {InDoubt}
    assert count("try 1") == 1

    disk.heal()
    assert keep("try 1")
    assert count("try 1") == 1
    assert desk.saving.is_all_saved


def test_a_build_that_counts_a_commit_without_a_change_is_found_out(desk, disk, monkeypatch):
    def write_if_changed(connection, mark, said=""):
        return write_mark(connection, mark, said) if has_changed(connection) else 0

    monkeypatch.setattr("wcafe.store.sqlite.commits.write_mark", write_if_changed)
    _presenter, keep, _count = typed_note(desk)
    keep("rehearsal 0")

    disk.break_at(0, loses_syncs=True)

    assert any(keep("try 1") for _try in range(3))
