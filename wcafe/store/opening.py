"""Open a café on a server; say which ones are there."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import (
    NoCertificate,
    OlderSharedCafe,
    PasswordWanted,
    ServerGone,
    ServerRefuses,
    WrongPassword,
)
from wcafe.store.dialects import WRITE, checks_of
from wcafe.store.postgres.cafes import (
    SharedCafe,
    cafes_of,
    find,
    let_commits_speak,
    require_new_enough,
    require_open,
    schema_of,
    unsafe_settings,
)
from wcafe.store.postgres.commits import commits_so_far
from wcafe.store.postgres.engine import open_engine, use_password
from wcafe.store.postgres.errors import is_lost, state_of, why_refused
from wcafe.store.postgres.first_words import NONE_GIVEN, NOT_FITTING, is_certificate_unread
from wcafe.store.postgres.words import COMMITS
from wcafe.store.schema import require_whole
from wcafe.store.seals import altered_tables
from wcafe.store.server_place import ServerPlace
from wcafe.store.sqlite.header import SCHEMA
from wcafe.store.store import Store

_PASSWORDS = {NONE_GIVEN: PasswordWanted, NOT_FITTING: WrongPassword}


def open_shared(address: SharedAddress, *, program: str | None = "command") -> Store:
    """Open the café at `address`; without a `program`, for reading only.

    Raises:
        NoDriver, NotSecure, TooOldServer, ServerGone, ServerRefuses
        NoSuchCafe, WhichCafe, NotOurs, HalfShared, NewerSharedCafe, DamagedCafe
        OlderSharedCafe: it is of an older wcafe, and was to be read only.
        OpenElsewhere, CannotUpgrade: it is, and cannot be brought up to date now.
    """
    with ExitStack() as held:
        address = _found(address)
        engine = open_engine(address, schema=f'"{schema_of(address.cafe)}"', name=_name(program))
        held.callback(engine.dispose)
        was_older = False
        try:
            if (found := _look(engine, address, program)) is None:
                was_older = _bring_up_to_date(engine, address, program)
                found = _look(engine, address, program)
                assert found is not None
            if not found.can_say and program is not None:
                with engine.connect().execution_options(**WRITE) as connection, connection.begin():
                    let_commits_speak(connection)
        except DatabaseError as error:
            raise refusal(error, address) from error
        place = ServerPlace(
            address, held.pop_all(), commits=found.commits, unsafe=found.unsafe, was_older=was_older
        )
        use_password(engine, lambda: place.address.password)
        return Store(engine, place, is_writable=program is not None, altered=found.altered)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is seen of a café when it is opened."""

    altered: frozenset[str]
    commits: int
    unsafe: tuple[str, ...]
    can_say: bool  # what a commit changed


def _look(engine: Engine, address: SharedAddress, program: str | None) -> _Found | None:
    """Look at a café, whole or refused; return None where an older wcafe made it."""
    with engine.connect() as connection, connection.begin():
        if require_open(connection, address) < SCHEMA:
            return None
        require_whole(connection, Path(address.name))
        return _Found(
            altered=altered_tables(connection) if program is not None else frozenset(),
            commits=commits_so_far(connection),
            unsafe=unsafe_settings(connection),
            can_say="said" in checks_of(connection).columns_of(connection, COMMITS),
        )


def _bring_up_to_date(engine: Engine, address: SharedAddress, program: str | None) -> bool:
    if program is None:
        raise OlderSharedCafe(path=address.name)
    from wcafe.store.shared_upgrade import upgrade_shared  # few cafés are older

    return upgrade_shared(engine, address)


def shared_cafes(address: SharedAddress) -> tuple[SharedCafe, ...]:
    """Return the cafés of a server.

    Raises: NoDriver, NotSecure, TooOldServer, ServerGone, ServerRefuses
    """
    with _asking(address) as connection:
        return cafes_of(connection)


def unsafe_settings_of(address: SharedAddress) -> tuple[str, ...]:
    """Knock at a server; return by name the settings that let it forget what it acknowledged.

    Raises: NoDriver, NotSecure, TooOldServer, ServerGone, ServerRefuses
    """
    with _asking(address) as connection:
        return unsafe_settings(connection)


def refusal(error: DatabaseError, address: SharedAddress) -> ServerGone | ServerRefuses:
    """Return what to tell of what a server said."""
    state, driver = state_of(error.orig), getattr(error.orig, "pgconn", None)
    if state in _PASSWORDS:
        user = address.user or (driver.user.decode() if driver is not None else "")
        return _PASSWORDS[state](path=address.server.name, user=user)
    if address.sslrootcert and not state and is_certificate_unread(str(error.orig)):
        return NoCertificate(file=address.sslrootcert, path=address.server.name)
    kind = ServerGone if is_lost(error) else ServerRefuses
    return kind(path=address.name, reason=why_refused(error.orig))


def _found(address: SharedAddress) -> SharedAddress:
    """Return `address` with the café that it means."""
    with _asking(address) as connection:
        return replace(address, cafe=find(connection, address))


@contextmanager
def _asking(address: SharedAddress) -> Iterator[Connection]:
    """Hand out a connection to a server, for what is asked of it beside any café."""
    engine = open_engine(address)
    try:
        with engine.connect() as connection, connection.begin():
            require_new_enough(connection, address)
            yield connection
    except DatabaseError as error:
        raise refusal(error, address) from error
    finally:
        engine.dispose()


def _name(program: str | None) -> str:
    return f"wcafe {program or 'reader'}"
