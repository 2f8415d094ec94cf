"""A café goes to a server, and comes back as a file.

The file is the café until one commit in it says that it is not (TRUST.md 5.8): before that commit
the copy on the server cannot be opened, and after it the file cannot be written. Whoever was cut
off between the two shares the file once more, which makes an end of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.domain.cafe import Cafe, CafeId
from wcafe.domain.shared_address import SharedAddress, key_of
from wcafe.domain.sharing import Sharing
from wcafe.errors.sharing import (
    AlreadyShared,
    AnotherCopyShared,
    Cancelled,
    NoRights,
    NoSuchCafe,
    NotTheSame,
    SharedElsewhere,
    SharedJustNow,
)
from wcafe.store.contents import contents
from wcafe.store.copy import copy_database
from wcafe.store.copying import Copying
from wcafe.store.dialects import WRITE, commits_of
from wcafe.store.document import open_store
from wcafe.store.fetching import fill_from_server
from wcafe.store.note_rows import RevisionRow
from wcafe.store.opening import open_shared, refusal
from wcafe.store.postgres import cafes
from wcafe.store.postgres.engine import breaker_of, open_engine
from wcafe.store.raw import columns_of_rows, pour
from wcafe.store.schema import create_schema
from wcafe.store.sharing import SharingRow
from wcafe.store.sqlite.engine import open_engine as open_file
from wcafe.store.work import Work

_OF_FILE = (SharingRow.__tablename__,)
"""What a file says of itself and a server does not."""


def share(
    path: Path, address: SharedAddress, *, now: datetime, copying: Copying | None = None
) -> SharedAddress:
    """Let the café in the file `path` live on the server from now on; return where.

    It may be stopped until the file says that it is a keepsake, and leaves nothing there then.

    Raises:
        those of `open_store`, and of `shared_cafes`
        NoRights: the role may make no café there.
        AlreadyShared: the server has another café of that name, or a copy of this one.
        SharedJustNow: a copy of it is being shared elsewhere.
        NotTheSame: the copy does not hold what the file does.
        Cancelled: `copying` was stopped.
        and until the file says that it is a keepsake, it is the café.
    """
    copying = copying or Copying()
    server = open_engine(address)
    try:
        try:
            store = open_store(path)
        except SharedElsewhere as error:
            there = SharedAddress.parse(str(error.facts["address"]))
            if there.server != address.server or address.cafe not in ("", there.cafe):
                raise
            _finish(server, there, path)
            return there
        try:
            with store.read() as work:
                cafe = work.cafes.get()
            with _alone(server, address, cafe.id):
                there = _copy(path, server, address, cafe, now, copying)
                try:
                    copying.decide()
                except Cancelled:
                    _drop(server, there)
                    raise
                sharing = Sharing(address=str(there), since=now)
                store.write(lambda work: work.sharings.keep(sharing))
                _say_whole(server, there, sharing, lambda: store.write(_forget))
        finally:
            store.close()
        return there
    except DatabaseError as error:
        raise refusal(error, address) from error
    finally:
        server.dispose()


def fetch(address: SharedAddress, path: Path, *, now: datetime) -> None:
    """Write the café at `address` into a new file, as another generation of it.

    Raises:
        those of `open_shared`
        FileThere, NoSuchFolder, CannotWrite, NotTheSame: and there is no file.
    """
    store = open_shared(address, program=None)
    try:
        with store.read() as work:
            generation = max(work.cafes.get().generation + 1, int(now.timestamp()))
    finally:
        store.close()
    server = open_engine(address, schema=f'"{cafes.schema_of(store.place.path.name)}"')
    try:
        fill = partial(fill_from_server, server, store.place.path, generation=generation)
        copy_database(fill, path, replaces=False)
    finally:
        server.dispose()


@contextmanager
def _alone(server: Engine, address: SharedAddress, cafe: CafeId) -> Iterator[None]:
    """Let nobody else share a copy of the café meanwhile. Raises SharedJustNow."""
    with cafes.only_sharer(server, cafe) as is_alone:
        if not is_alone:
            raise SharedJustNow(path=address.server.name)
        yield


def _say_whole(
    server: Engine, there: SharedAddress, sharing: Sharing, let_go: Callable[[], None]
) -> None:
    """Let the copy on the server be the café, and the file a keepsake for good.

    Where the way was cut meanwhile, and another copy of the café took its place, the file is a
    café again by `let_go`. Raises AnotherCopyShared then.
    """
    with server.connect().execution_options(**WRITE) as connection, connection.begin():
        is_ours = cafes.say_whole(connection, there.cafe, sharing.since)
    if not is_ours:
        let_go()
        raise AnotherCopyShared(name=there.cafe, path=there.server.name)


def _forget(work: Work) -> None:
    work.sharings.forget()


def _copy(
    path: Path,
    server: Engine,
    address: SharedAddress,
    cafe: Cafe,
    now: datetime,
    copying: Copying,
) -> SharedAddress:
    """Copy the file to the server, where nobody can open it yet; return where it is there."""
    file = open_file(path)
    try:
        writing = server.connect().execution_options(**WRITE)
        with (
            file.connect() as here,
            here.begin(),
            writing as there,
            copying.by(breaker_of(there)),
            there.begin(),
        ):
            cafes.require_new_enough(there, address)
            if not cafes.may_make_schemas(there):
                raise NoRights(path=address.server.name, user=cafes.role_of(there))
            key = _free_key(there, address, cafe)
            cafes.make_schema(there, key, cafe=cafe.id, title=cafe.title, shared=now)
            create_schema(there)
            wanted = pour(here, there, copying, but=_OF_FILE)
            copying.require_wanted()
            place = replace(address, cafe=key)
            if contents(there, columns_of_rows(but=_OF_FILE)) != wanted:
                raise NotTheSame(path=place.name, what=cafe.title)
            revisions = RevisionRow.__tablename__
            last = commits_of(here).last_number(here, revisions)
            commits_of(there).go_on_after(there, revisions, last)
        return place
    finally:
        file.dispose()


def _drop(server: Engine, there: SharedAddress) -> None:
    """Take a copy away that never was the café; where that fails, the next sharing does it."""
    writing = server.connect().execution_options(**WRITE)
    with suppress(DatabaseError), writing as connection, connection.begin():
        cafes.drop_schema(connection, there.cafe)


def _free_key(server: Connection, address: SharedAddress, cafe: Cafe) -> str:
    """Return the key for `cafe` on the server; a copy of it that never came to its end goes.

    Raises:
        AnotherCopyShared: a whole copy of it is there, by whatever name.
        AlreadyShared: another café has the name that was asked for.
    """
    for there in cafes.cafes_of(server):
        if there.is_whole and cafes.cafe_there(server, there.key)[0] == cafe.id:
            raise AnotherCopyShared(name=there.key, path=address.server.name)
    wanted = address.cafe or key_of(cafe.title)
    for number in range(1, 1000):
        key = wanted if number == 1 else f"{wanted}-{number}"
        if not cafes.has_schema(server, key):
            return key
        if cafes.has_place(server, key):
            known, is_whole = cafes.cafe_there(server, key)
            if known == cafe.id and not is_whole:
                cafes.drop_schema(server, key)
                return key
        if address.cafe:
            raise AlreadyShared(name=key, path=address.server.name)
    raise AlreadyShared(name=wanted, path=address.server.name)


def _finish(server: Engine, there: SharedAddress, path: Path) -> None:
    """Make an end of what was cut off after the file `path` had said that it is a keepsake."""
    store = open_store(path, is_keepsake=True)
    try:
        with store.read() as work:
            cafe, sharing = work.cafes.get().id, work.sharings.get()
        assert sharing is not None
        where = there.server.name
        with _alone(server, there, cafe):
            with server.connect() as connection, connection.begin():
                if not cafes.has_schema(connection, there.cafe):
                    raise NoSuchCafe(name=there.cafe, path=where, address=str(there.server))
                if cafes.cafe_there(connection, there.cafe)[0] != cafe:
                    raise AlreadyShared(name=there.cafe, path=where)
            _say_whole(server, there, sharing, lambda: store.write(_forget))
    finally:
        store.close()
