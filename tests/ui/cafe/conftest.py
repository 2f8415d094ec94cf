"""The page of Prepare."""

import pytest

import wcafe.ui.cafe


@pytest.fixture
def package():
    return wcafe.ui.cafe
