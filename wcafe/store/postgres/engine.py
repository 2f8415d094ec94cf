"""Connect to a server, and keep there what a file keeps, in the same order.

Text stands there in the order of its letters' numbers, as in a file, and no number is too great
for its column. A unit of work that reads sees one moment; one that writes waits for its turn.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, Integer, String, create_engine, event
from sqlalchemy.ext.compiler import compiles

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import NoDriver, NotSecure
from wcafe.store.postgres.errors import PATIENCE

_VERIFIED = "verify-full"
_LOCK = 0x57434146  # of the advisory lock of whoever writes a café, beside the hash of its schema
_HELD = 15_000  # milliseconds after which a desk that fell silent while writing is let go
_PATIENCE = 10_000  # to wait for one's turn
_LONGEST = 60_000  # that one statement may take
_SEEN_TO_GO = {
    "tcp_user_timeout": PATIENCE * 1000,
    "keepalives_idle": PATIENCE,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
"""When a server that fell silent is given up; it does so with a desk, which then has no bell."""


@compiles(String, "postgresql")
def _by_number(_kind: String, _compiler: Any, **_options: Any) -> str:
    return 'VARCHAR COLLATE "C"'


@compiles(Integer, "postgresql")
def _wide(_kind: Integer, _compiler: Any, **_options: Any) -> str:
    return "BIGINT"


def open_engine(address: SharedAddress, *, schema: str = "", name: str = "wcafe") -> Engine:
    """Return an engine on one `schema` of the server; nothing is asked of it yet.

    Args:
        address: of the server.
        schema: what stands in it is meant by plain names; empty for none.
        name: what the server calls its connections.

    Raises:
        NoDriver: the extra is not installed.
        NotSecure: it is another computer, and the way there is not to be verified.
    """
    given = _way_to(address, schema, name)
    engine = create_engine(
        "postgresql+psycopg://", connect_args=given, pool_pre_ping=True, pool_size=4
    )
    event.listen(engine, "begin", _begin)
    return engine


def use_password(engine: Engine, password: Callable[[], str]) -> None:
    """Let each new connection of `engine` be made with what `password` returns by then."""

    @event.listens_for(engine, "do_connect")
    def give(_dialect: Dialect, _record: object, _way: object, given: dict[str, Any]) -> None:
        if told := password():
            given["password"] = told


def breaker_of(connection: Connection) -> Callable[[], None]:
    """Return what ends `connection` from another thread, whatever it waits for there."""
    from psycopg import Error

    driver: Any = connection.connection.driver_connection

    def break_off() -> None:
        with suppress(OSError, Error):  # it is lost already
            wire = socket.socket(fileno=driver.pgconn.socket)
            try:
                wire.shutdown(socket.SHUT_RDWR)
            finally:
                wire.detach()  # libpq closes it

    return break_off


def listening_connection(address: SharedAddress, schema: str, name: str) -> Any:
    """Return a connection beside those of any engine, each of whose statements is a transaction.

    Errors as `open_engine`, and psycopg's.
    """
    given = _way_to(address, schema, name)  # which tells if psycopg is not there
    from psycopg import connect

    return connect(**given, autocommit=True)


def _way_to(address: SharedAddress, schema: str, name: str) -> dict[str, Any]:
    require_driver()
    _require_secure(address)
    told = {
        "host": address.host,
        "port": address.port,
        "dbname": address.database,
        "user": address.user,
        "password": address.password,
        "sslmode": "" if address.is_here else _VERIFIED,
        "sslrootcert": address.sslrootcert or ("" if address.is_here else "system"),
        "connect_timeout": PATIENCE,
        "application_name": name,
        **_SEEN_TO_GO,
        "options": f"-csearch_path={schema or 'pg_catalog'}"
        f" -cidle_in_transaction_session_timeout={_HELD} -clock_timeout={_PATIENCE}"
        f" -cstatement_timeout={_LONGEST} -cclient_min_messages=warning"
        + "".join(
            f" -ctcp_{name.removeprefix('tcp_')}={most}" for name, most in _SEEN_TO_GO.items()
        ),
    }
    return {key: value for key, value in told.items() if value not in ("", None)}


def require_driver() -> None:
    """Raises NoDriver."""
    if find_spec("psycopg") is None:
        raise NoDriver(extra="wcafe[shared]")


def _require_secure(address: SharedAddress) -> None:
    if not address.is_here and address.sslmode not in ("", _VERIFIED):
        raise NotSecure(server=address.host, mode=address.sslmode)


def _begin(connection: Connection) -> None:
    from psycopg import IsolationLevel

    options = connection.get_execution_options()
    driver: Any = connection.connection.driver_connection
    writes = bool(options.get("wcafe_write"))
    # whoever waited for its turn must see what came before it: each statement looks anew
    level = IsolationLevel.READ_COMMITTED if writes else IsolationLevel.REPEATABLE_READ
    driver.isolation_level, driver.read_only = level, not writes
    if writes:
        take_turn(connection)


def take_turn(connection: Connection) -> None:
    """Wait until no other desk writes this café; the turn ends with the transaction."""
    connection.exec_driver_sql(
        f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()::text))"
    )
