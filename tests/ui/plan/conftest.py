"""A café with a plan, and the page of the plan."""

import pytest

import wcafe.ui.plan
from tests.cafes import add_people
from wcafe.ui.replanning import composing as plan_composing


@pytest.fixture
def package():
    return wcafe.ui.plan


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(plan_composing, "SECONDS", 0.2)


@pytest.fixture
def seated(opened):
    """Twenty people at five tables, in two groups, planned for three rounds."""
    first, second = add_people(opened, 10, group="A"), add_people(opened, 10, group="B")
    opened.plans.compose(seconds=0.3)
    return first + second
