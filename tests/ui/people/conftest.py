"""Three people, and the page of People."""

import pytest

import wcafe.ui.people
from tests.cafes import person


@pytest.fixture
def package():
    return wcafe.ui.people


@pytest.fixture
def three(opened):
    """Three people, and the first of them is willing to host."""
    return opened.people.save(
        [
            person("Zoé d'Ân-Lê", organisation="Mairie", willing=True),
            person("Ana Silva", organisation="École", attributes=(("Âge", "33"),)),
            person("« <b>Jo</b> »"),
        ]
    )


@pytest.fixture
def page(qtbot, page):
    qtbot.waitExposed(page)
    return page
