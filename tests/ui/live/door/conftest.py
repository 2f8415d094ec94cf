"""A café with a plan and joker routes, and its door."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from tests.cafes import person
from wcafe.app import open_cafe
from wcafe.domain.cafe import Table
from wcafe.ui.live.door.page import DoorPage
from wcafe.ui.live.door.presenter import DoorPresenter

NAMES = (
    "Zoé d'Ân-Lê",
    "Zoé Zimmermann",
    "Maud Le Goff",
    "Łukasz Ødegård",
    "محمد الشريف",
    "Дмитрий Соловьёв",
    "王 小明",
    "<b>Ana</b> & Co",
    "Jean-Luc Kerbrat",
    "Œdipe O’Neil",
    "Νίκη Παπαδοπούλου",
    "María José",
)


@pytest.fixture(scope="session")
def seated_cafe(tmp_path_factory, empty_cafe):
    """Twelve people at three tables, two joker routes, one organisation; planned once."""
    path = tmp_path_factory.mktemp("door") / "seated.wcafe"
    path.write_bytes(empty_cafe)
    tables = (Table(name="Culture", seats=6), Table(name="<i>Nature</i>", seats=6), Table(seats=6))
    people = [person(name) for name in NAMES]
    people[2] = replace(people[2], organisation="Atelier des Possibles")
    with open_cafe(path) as cafe:
        cafe.cafes.save(replace(cafe.cafes.get(), tables=tables, tables_chosen=True))
        cafe.people.save(people)
        cafe.plans.compose(seconds=0.2, spare=2)
    return path.read_bytes()


@pytest.fixture
def cafe_file(path, seated_cafe):
    path.write_bytes(seated_cafe)
    return path


@pytest.fixture
def seated(desk):
    """That café on the desk."""
    return desk


@pytest.fixture
def door(seated, time):
    owner = QObject()
    yield DoorPresenter(seated, owner, now=lambda: time.now)
    owner.deleteLater()


@pytest.fixture
def page(qtbot, door):
    page = DoorPage(door)
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    page.take_focus()
    return page


@pytest.fixture
def who(seated):
    """A function that returns a person as kept now, by the beginning of the name."""

    def find(name):
        return next(p for p in seated.services.people.all() if p.name.startswith(name))

    return find
