"""What every test gets: an English computer, a café in a folder of its own, walls around it."""

import gc
import hashlib
import os
import sys
import threading
import time
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import hypothesis
import pytest
from sqlalchemy import create_engine

from tests import certificates, postgres
from tests.cafes import SHARED, add_people
from tests.no_hang import (  # noqa: F401 -- hooks
    pytest_configure,
    pytest_runtest_call,
    pytest_runtest_logfinish,
    pytest_runtest_setup,
    pytest_runtest_teardown,
    pytest_sessionfinish,
)
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.shared_address import SharedAddress
from wcafe.services.plan import PlanService
from wcafe.store import document
from wcafe.store.sqlite import engine
from wcafe.store.store import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is slow
hypothesis.settings.load_profile("untimed")

_connected: set[str] = set()
_is_watching = True


def _watch(event, args):
    """Fail what must never happen: opening a connected café, forking, leaving this machine."""
    if not _is_watching:
        return
    if event == "open" and isinstance(args[0], str) and os.path.realpath(args[0]) in _connected:
        raise AssertionError(f"{args[0]} was opened while SQLite holds it")
    if event == "os.fork":
        raise AssertionError("a process was forked")
    is_outside = event == "socket.connect" and isinstance(args[1], tuple)
    if is_outside and args[1][0] not in ("127.0.0.1", "::1"):
        raise AssertionError(f"a connection left this machine: {args[1]}")


sys.addaudithook(_watch)


_WHOLE_STORIES = ("e2e", "trust")
"""Folders whose tests start programs, kill them and go whole ways: slow by their nature."""


_MEASURED = 4
"""So many cases of one test are measured: the others go the same ways through the code."""

_ALL_MEASURED = ("domain", "intake")
"""Folders in which every case is: there are many, they cost little and each goes its own way."""

_SLOW_AND_MEASURED = ("cli", "notes", "photos", "plan", "scan", "synthesis")
"""Folders in which slow tests are measured too: nothing else goes through what they try."""


def pytest_addoption(parser):
    explained = "let the cafés of tests live on a PostgreSQL server"
    parser.addoption("--on-server", action="store_true", help=explained)


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before `-m` chooses, and after all of it
def pytest_collection_modifyitems(items):
    """Mark tests by what they are, and let the long files begin: both processes end together."""
    missing = not SHARED.is_dir()
    cases = Counter()
    for item in items:
        if item.path.parent.name in _WHOLE_STORIES:
            item.add_marker(pytest.mark.slow)
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        folder, is_slow = item.path.parent.name, item.get_closest_marker("slow")
        is_again = cases[test] > _MEASURED and folder not in _ALL_MEASURED
        if is_again or (is_slow and folder not in _SLOW_AND_MEASURED):
            item.add_marker(pytest.mark.unmeasured)
        if missing and item.get_closest_marker("real"):
            item.add_marker(pytest.mark.skip(reason=f"the real data are not here: {SHARED}"))
    yield
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)  # each half as chance has it


def pytest_collection_finish():
    """Let no search for garbage go through ten thousand tests again and again."""
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Measure no more than tells which code is tested: what is measured takes twice as long."""
    measuring = getattr(item.config.pluginmanager.getplugin("_cov"), "cov_controller", None)
    if measuring is None or not item.get_closest_marker("unmeasured"):
        return (yield)
    measuring.pause()
    try:
        return (yield)
    finally:
        measuring.resume()


def pytest_terminal_summary(terminalreporter):
    """Tell the figures of the tests that counted something, whichever process ran them."""
    told = {
        (report.nodeid, value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "figure"
    }
    if told:
        terminalreporter.section("figures")
        for _test, value in sorted(told):
            terminalreporter.write_line(value)


def pytest_unconfigure():
    global _is_watching  # the interpreter's own end is not a test
    _is_watching = False
    gc.enable()
    gc.unfreeze()  # else libraries take what the tests hold for leaks


@pytest.fixture(autouse=True)
def garbage():
    """Look for it in this thread alone, as the desk does: Qt's must not go in another one."""
    yield
    new, _, old = gc.get_count()
    if new > 1_000:
        gc.collect(2 if old > 10 else 1)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture(autouse=True)
def own_memory(monkeypatch, tmp_path_factory):
    """Let what wcafe remembers on this computer lie among the files of the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "remembered"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in ("PGPASSWORD", "PGPASSFILE", "PGHOST", "PGPORT", "PGUSER", "PGDATABASE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def watched_stores(monkeypatch):
    """Know which files are connected, and that no store is left open."""
    begin, close = Store.__init__, Store.close

    def begin_watched(store, engine, place, **options):
        begin(store, engine, place, **options)
        _connected.add(os.path.realpath(place.path))

    def close_watched(store):
        close(store)
        _connected.discard(os.path.realpath(store.place.path))

    monkeypatch.setattr(Store, "__init__", begin_watched)
    monkeypatch.setattr(Store, "close", close_watched)
    yield
    left = _connected.copy()
    _connected.clear()
    assert not left, "a café was left open"
    ours = ("store-writer", "read-ahead")
    assert not [t.name for t in threading.enumerate() if t.name in ours]


@pytest.fixture(autouse=True)
def watched_certificates(monkeypatch):
    """Know that no solution of any test contradicts itself."""
    certificates.watch(monkeypatch)


_PULL_THE_PLUG = ("e2e", "trust", "test_store")
"""Folders and a file whose tests are about the disk; in all others nobody waits for it."""

_NO_PLUG = ("test_two_copies", "test_damage", "test_protocol")
"""Files there that pull none: they hold what is said against what comes of it."""


@pytest.fixture(autouse=True)
def unsynced(request, monkeypatch):
    """Let SQLite not wait for the disk where no test fails it: a quarter of the time went there."""
    file = request.path
    if file.stem in _NO_PLUG or not {file.parent.name, file.stem} & set(_PULL_THE_PLUG):
        pragmas = [p for p in engine._PRAGMAS if not p.startswith("synchronous")]
        monkeypatch.setattr(engine, "_PRAGMAS", (*pragmas, "synchronous = OFF"))
        monkeypatch.setattr(os, "fsync", lambda _file: None)


_whole: set[bytes] = set()


@pytest.fixture(autouse=True)
def looked_at_once(request, monkeypatch):
    """Let a file that was found whole be whole, byte for byte: half of opening it is that look."""
    if request.path.parent.name in ("store", *_PULL_THE_PLUG):
        return
    check_header, require_whole = document._check_header, document.require_whole
    read = {}

    def read_first(path):
        check_header(path)
        log = Path(f"{path}-wal")
        if not log.exists() or not log.stat().st_size:
            read[path] = hashlib.blake2b(path.read_bytes()).digest()

    def look_once(connection, path):
        known = read.pop(path, None)
        if known is None or known not in _whole:
            require_whole(connection, path)
        if known is not None:
            _whole.add(known)

    monkeypatch.setattr(document, "_check_header", read_first)
    monkeypatch.setattr(document, "require_whole", look_once)


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once():
    """Let all engines of this process share what SQLAlchemy made of our statements.

    Each test opens files of its own; a tenth of the time went into the same few hundred strings.
    """
    shared = create_engine("sqlite://", query_cache_size=2_000)
    with shared.connect():
        pass  # by which the dialect learns whom it speaks to

    def create_sharing(url, **options):
        created = create_engine(url, **options)
        created.dialect = created.pool._dialect = shared.dialect
        created._compiled_cache = shared._compiled_cache
        return created

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", create_sharing)
        yield
    shared.dispose()


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Let no plan be cut short because the machine is busy.

    The search counts its effort and not the time; only its deadline is a clock's. Here that
    clock tells our own work, and slowly, so that a plan depends on its seed alone.
    """

    def clock():
        return time.process_time() / 10

    monkeypatch.setattr("wcafe.app.PlanService", partial(PlanService, clock=clock))
    monkeypatch.setattr(
        "wcafe.services.planning.composing.time", SimpleNamespace(perf_counter=clock)
    )


@pytest.fixture(scope="session")
def qapp_cls():
    """The one Qt of this process, whichever test asks for it first: with the shipped fonts."""
    from PySide6.QtWidgets import QApplication

    from wcafe.ui.widgets.theme import load_fonts

    class App(QApplication):
        def __init__(self, arguments):
            super().__init__(arguments)
            self.setQuitOnLastWindowClosed(False)
            load_fonts()

    return App


@pytest.fixture
def figure(record_property):
    """Tell what a test counted, in words, at the end of the run."""
    return partial(record_property, "figure")


@pytest.fixture
def now():
    return lambda: datetime(2026, 11, 26, 14, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path) -> Path:
    """Where a café can be made; the name has what trips programs up."""
    return tmp_path / "café d'été ?#&.wcafe"


@pytest.fixture(scope="session")
def empty_cafe(tmp_path_factory) -> bytes:
    """The file of a café with a title and nothing else."""
    path = tmp_path_factory.mktemp("empty") / "empty.wcafe"
    create_cafe(path, draft(title="Notre rue", language="fr"))
    return path.read_bytes()


@pytest.fixture
def cafe_file(path, empty_cafe) -> Path:
    """A café with a title and nothing else, of this test alone."""
    path.write_bytes(empty_cafe)
    return path


def _running_server():
    if postgres.programs() is None:
        pytest.skip("PostgreSQL is not installed: sh packaging/postgres.sh")
    running = postgres.Cluster()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def cluster():
    """A PostgreSQL server of this process alone."""
    yield from _running_server()


@pytest.fixture
def own_cluster():
    """A server of this test alone, which may be killed."""
    yield from _running_server()


@pytest.fixture
def hall(cluster) -> SharedAddress:
    """The address of a new database on it, of this test alone."""
    return SharedAddress.parse(cluster.new_database())


@pytest.fixture
def cafe(request, cafe_file, now):
    """The same, open for writing; with `--on-server` it lives on one."""
    place = cafe_file
    if request.config.getoption("--on-server"):
        place = share_cafe(cafe_file, request.getfixturevalue("hall"), now=now)
    with open_cafe(place, now=now) as opened:
        yield opened


@pytest.fixture
def crowd(cafe):
    """A café of twenty people, five tables and a plan."""
    add_people(cafe, 20)
    cafe.plans.compose(seconds=0.5)
    return cafe
