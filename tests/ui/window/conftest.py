"""A café on the desk."""

import pytest


@pytest.fixture
def at_work(on_desk, cafe_file):
    assert on_desk.start(cafe_file)
    return on_desk
