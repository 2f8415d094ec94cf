"""A café of four tables that answers phones on this computer."""

import pytest

from tests.phones import Asking
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.web.station import Station


@pytest.fixture(scope="session")
def four_tables(tmp_path_factory):
    """The file of a café of four tables."""
    path = tmp_path_factory.mktemp("four") / "four.wcafe"
    create_cafe(path, draft(title="Notre rue", language="fr", tables=4))
    return path.read_bytes()


@pytest.fixture
def cafe(path, four_tables):
    path.write_bytes(four_tables)
    with open_cafe(path) as opened:
        yield opened


@pytest.fixture
def station(cafe):
    station = Station(cafe, "127.0.0.1")
    station.start()
    yield station
    station.stop()


@pytest.fixture
def anybody(station):
    """Somebody in the same network, without a code."""
    return Asking.at(station.url)


@pytest.fixture
def codes(cafe):
    """The code of each table, from 0."""
    return cafe.phones.way_in.codes()


@pytest.fixture
def phone(anybody, codes):
    """A phone at the first table."""
    return anybody.join(codes[0])
