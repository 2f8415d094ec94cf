"""Notes that are partly sorted, and the page of Share."""

import pytest

import wcafe.ui.synthesis
from tests.ui.synthesis.hands import MARKUP
from wcafe.domain.kinds import Kind


@pytest.fixture
def package():
    return wcafe.ui.synthesis


@pytest.fixture
def harvest(opened):
    """Four notes of three tables; three of them in two themes, one in none."""
    kinds = (Kind.IDEA, Kind.TENSION, Kind.QUOTE, Kind.ACTION)
    notes = [
        opened.notes.add(table=n % 3, round_=0, kind=kind, text=f"{MARKUP} {n}").note
        for n, kind in enumerate(kinds)
    ]
    opened.synthesis.name_theme("Green nearby", notes=(notes[0], notes[1]))
    opened.synthesis.name_theme(MARKUP, notes=(notes[2],))
    return notes


@pytest.fixture
def page(page):
    yield page
    page.retire()
