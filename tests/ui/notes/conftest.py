"""Cafés with tables and notes, and the page of Harvest."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

import wcafe.ui.notes
from tests.ui.notes.hands import shown_page
from wcafe.domain.cafe import Mode, Questions, Table
from wcafe.domain.kinds import Kind
from wcafe.ui.notes import make_presenter


@pytest.fixture
def package():
    return wcafe.ui.notes


@pytest.fixture
def tables(opened):
    """Four tables, three rounds, a question a round."""
    cafe = replace(
        opened.cafes.get(),
        tables=(Table(name="Jardin"), Table(), Table(), Table()),
        tables_chosen=True,
        questions=Questions(mode=Mode.PER_ROUND, texts=("Why here?", "What next?")),
    )
    return opened.cafes.save(cafe)


@pytest.fixture
def noted(opened, tables):
    """Six notes: at table 1, 2 and 3, in both first rounds."""
    kinds = list(Kind)
    return [
        opened.notes.get(
            opened.notes.add(
                table=n % 3, round_=n // 3, kind=kinds[n], text=f"Thought {n} of a café"
            ).note
        )
        for n in range(6)
    ]


@pytest.fixture
def page(qtbot, presenter):
    return shown_page(qtbot, presenter)


@pytest.fixture
def typing(qtbot, opened, tables, desk):
    """The page of a café with tables and no notes, the keyboard in the text."""
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.take_focus()
    field = page.capture.text_edit
    yield SimpleNamespace(page=page, presenter=presenter, field=field, capture=page.capture)
    presenter.deleteLater()


@pytest.fixture
def listed(qtbot, noted, desk):
    """The page of a café with six notes."""
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    yield SimpleNamespace(page=page, presenter=presenter, list=page.list, notes=noted)
    presenter.deleteLater()
