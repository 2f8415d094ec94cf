"""The store keeps the same whether a café lies in a file or on a server: both are tried."""

import pytest

from wcafe.app import open_cafe, share_cafe


def pytest_generate_tests(metafunc):
    if "cafe" in metafunc.fixturenames:
        is_of_files = metafunc.definition.get_closest_marker("in_a_file") is not None
        places = ["file"] if is_of_files else ["file", "server"]
        metafunc.parametrize("cafe", places, indirect=True)


@pytest.fixture
def cafe(request, cafe_file, now):
    """A café that is open for writing, in a file or on a server."""
    place = cafe_file
    if request.param == "server":
        place = share_cafe(cafe_file, request.getfixturevalue("hall"), now=now)
    with open_cafe(place, now=now) as opened:
        yield opened
