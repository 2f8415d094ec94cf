"""The one door to the database: short units of work that return plain values."""

import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from wcafe.errors import CafeGone, CannotRead, CannotWrite, EditedElsewhere, InDoubt
from wcafe.store.copying import Copying
from wcafe.store.dialects import WRITE, commits_of
from wcafe.store.jobs import Change, ChangeAll, Job, steps_of
from wcafe.store.memory import Memory, Told
from wcafe.store.news import News
from wcafe.store.place import Place
from wcafe.store.seals import altered_tables, seal, sealed_tables
from wcafe.store.standing import has_stood, is_standing, new_mark
from wcafe.store.work import Known, Work
from wcafe.store.written import watch_tables

T = TypeVar("T")
W = TypeVar("W")


class Store:
    """Hands out units of work on one café. Safe to share between threads; a Work is not.

    All writing is done by one thread, which commits what waits as one group: a commit is
    20 ms of fsync whether it carries one note or fifty (TRUST.md 1).
    """

    def __init__(
        self,
        engine: Engine,
        place: Place,
        *,
        is_writable: bool,
        altered: frozenset[str] = frozenset(),
    ) -> None:
        self.place = place
        self._altered = altered  # tables that hold what another program wrote
        self._engine = engine
        self._is_writable = is_writable
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._starting = threading.Lock()  # of the writer, and of its end
        self.saved_at = place.saved_at  # the last commit
        self.has_refused = False  # the disk refused a change, and has taken none since
        self.is_short = not place.take_room()  # the disk has no room to put some aside
        self._doubt: int | None = None  # the mark of a commit of which nobody knows
        self._has_stood = False  # the last such, as was found out since
        self._memory = Memory()
        self._name = str(uuid4())  # by which other desks know it

    @property
    def commits(self) -> int:
        """How often something was written since it was opened, here or elsewhere."""
        return self._memory.commits

    @property
    def beside_notes(self) -> int:
        """How often more than notes was written, or tried to be; counted before."""
        return self._memory.beside_notes

    @property
    def beside_themes(self) -> int:
        """How often more than themes was written, or tried to be; counted before."""
        return self._memory.beside_themes

    @property
    def is_writable(self) -> bool:
        return self._is_writable

    @contextmanager
    def read(self) -> Iterator[Work]:
        """A short snapshot on the caller's thread."""
        try:
            self.place.require_there()
            known = self._memory.known if self._is_writable else Known()  # else others may write
            with Session(self._engine) as session:
                yield Work(session, known)
        except DatabaseError as error:
            raise self.place.refusal(error, CannotRead) from error

    def write(self, change: Change[T]) -> T:
        """Run `change` in a transaction of the writer thread; return its value once durable.

        If `change` raises, nothing of it is kept and the exception is raised here. Where the disk
        is full it is run once more, with the room that was put aside.

        Raises:
            EditedElsewhere: a value was saved over a newer one.
            CannotWrite: the disk is full, read-only or gone; and nothing of it is kept.
            CafeGone: the file was moved, or another one is in its place; likewise.
            CafeInUse: its lock was removed, and another program writes it since; likewise.
            InDoubt: the disk failed and does not say whether the change is kept. Whoever makes
                the same one again must not make two of it.
        """
        done: Future[T] = Future()
        self._queue(Job(done, change))
        return done.result()

    def write_together(self, change_all: ChangeAll[W, T], wish: W) -> T:
        """Grant `wish` as `write` makes a change; those that wait meanwhile are granted at once.

        `change_all` is one and the same for all of them: of each it returns what is to be
        returned here, or the error to be raised here, by which nothing was changed.
        """
        done: Future[T] = Future()
        self._queue(Job(done, change_all=change_all, wish=wish))
        return done.result()

    def _queue(self, job: Job) -> None:
        with self._starting:
            if not self._is_writable:
                raise RuntimeError("this store was opened for reading, or is closed")
            if self._writer is None:
                self._writer = threading.Thread(
                    target=self._write_groups, name="store-writer", daemon=True
                )
                self._writer.start()
            self._waiting.put(job)

    def confirm(self) -> bool:
        """Write all that is in the file for good; return whether the change in doubt is there.

        Raises: as `write`.
        """
        self.write(lambda _work: None)
        return self._has_stood

    def copy_to(
        self, path: Path, *, replaces: bool = False, copying: Copying | None = None
    ) -> None:
        """Write all that is saved into the file `path`; errors as for `FilePlace.copy`."""
        self.place.copy(self._engine, path, replaces=replaces, copying=copying)

    def look_anew(self) -> None:
        """Trust nothing that was read before: somebody else may have written it anew."""
        self._memory.hear(News.of_all())

    def hear(self, text: str) -> News | None:
        """Learn what another desk has written, as it was sent; None for what this one did.

        Where it was met before, as this desk wrote after it, only those who look are to be told.
        """
        number, blank, said = text.partition(" ")
        news = News.read(said)
        if news.by == self._name:
            return None
        if number.isdecimal() and blank and not said:  # that it stands, and nothing else
            self.place.saw(int(number), is_told=False)
            return None
        if not number.isdecimal() or self.place.saw(int(number)):
            self._memory.hear(news)
        return news

    def close(self) -> None:
        """Finish what waits, stop the writer thread, let others have the file."""
        with self._starting:
            self._is_writable = False  # what came behind the last one would wait for ever
            writer, self._writer = self._writer, None
            if writer is not None:
                self._waiting.put(None)
        if writer is not None:
            writer.join()
        self.place.leave()

    def _write_groups(self) -> None:
        while (first := self._waiting.get()) is not None:
            self._commit([first, *self._more()])

    def _more(self) -> Iterator[Job]:
        """Yield what waits by now, up to the end if that waits too."""
        while not self._waiting.empty():
            job = self._waiting.get()
            if job is None:
                self._waiting.put(None)  # nothing comes behind it
                return
            yield job

    def _commit(self, group: list[Job]) -> None:
        results: list[tuple[Future[Any], Any]] = []
        mark, is_committing, has_refused = new_mark(), False, False
        try:
            self.place.require_there()
            if self.place.require_ours():  # somebody else may have written meanwhile
                with self._engine.connect() as connection:
                    self._altered = altered_tables(connection)
                self.look_anew()
            writing = self._engine.connect().execution_options(**WRITE)
            with writing as connection, connection.begin():
                for news in self.place.unheard(connection):
                    self._memory.hear(news)
                group.extend(self._more())  # what came while this desk waited for its turn
                told = Told()
                written = watch_tables(connection)
                for step in steps_of(group):
                    try:
                        outcomes = self._apply(step.change, connection, told)
                    except BaseException as error:
                        if commits_of(connection).has_fallen(connection):
                            raise  # and everything before it in this group fell with it
                        if self.place.is_for_want_of_room(error) and self.place.has_room:
                            raise  # and all of it is done again, with that
                        if isinstance(error, CannotWrite):
                            self.has_refused = has_refused = True
                        outcomes = [error] * len(step.waiting)
                    for done, outcome in zip(step.waiting, outcomes, strict=True):
                        if isinstance(outcome, BaseException):
                            done.set_exception(outcome)
                        else:
                            results.append((done, outcome))
                changed = frozenset(written)  # seals and marks will stand in `written` too
                self._memory.count_tables(changed)  # whoever reads the commit finds it
                if written & sealed_tables():
                    seal(connection, written, altered=self._altered)
                # who repeats what was refused may change nothing: that too has to reach the disk
                if self.has_refused or commits_of(connection).has_changed(connection):
                    if self._doubt is not None:
                        self._has_stood = has_stood(connection, self._doubt)
                    said = told.news(self._name, changed).written()
                    self.place.saw(commits_of(connection).write_mark(connection, mark, said))
                is_committing = True
        except BaseException as error:  # noqa: BLE001 - raised where `write` waits
            stands = self._is_standing(mark) if is_committing else False
            if stands is False and self.place.is_for_want_of_room(error) and self.place.give_room():
                self.is_short = True
                self._commit([job for job in group if not job.done.done()])
                return
            if not stands:
                self._refuse(group, error, None if stands is False else mark)
                return
        self.saved_at = datetime.now(UTC)
        self._memory.forget(told.news(self._name, changed))
        # who looked between the first time and the commit reads again
        self._memory.count_tables(changed)
        self._memory.count_commit()  # before anybody hears of it
        self.has_refused, self._doubt = has_refused, None
        if self.is_short:
            self.is_short = not self.place.take_room()
        for done, value in results:
            done.set_result(value)

    def _is_standing(self, mark: int) -> bool | None:
        """Return whether the commit with `mark` stands after an error; None if nobody knows."""
        try:
            self.place.require_there()
        except CafeGone:
            return None
        return is_standing(self._engine, mark)

    def _refuse(
        self,
        group: Sequence[Job],
        error: BaseException,
        doubt: int | None,
    ) -> None:
        """Tell everybody in `group` that their change is not kept, or of the `doubt` about it."""
        if doubt is not None:
            self._doubt = doubt
            self.look_anew()  # who asks must read again
        if isinstance(error, DatabaseError):
            error = self.place.refusal(error, CannotWrite if doubt is None else InDoubt)
        self.has_refused = True
        for job in group:
            if not job.done.done():
                job.done.set_exception(error)

    def _apply(self, change: Change[T], connection: Connection, told: Told) -> T:
        """Run one step of the group in a savepoint of its own."""
        try:
            with Session(connection, join_transaction_mode="create_savepoint") as session:
                # a copy: what is read here may never be committed
                work = Work(session, self._memory.known.copy())
                value = change(work)
                session.commit()
                told.add(work)
                return value
        except StaleDataError as error:
            raise EditedElsewhere from error
        except DatabaseError as error:
            raise self.place.refusal(error, CannotWrite) from error
