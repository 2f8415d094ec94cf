"""Cafés for tests, made in one line."""

from pathlib import Path

from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import new_id

SHARED = Path(__file__).parents[2] / "shared" / "data"
"""The real lists, notes and plans, where they lie beside the checkout."""

NAMES = ("Zoé d'Ân-Lê", "Œdipe O’Neil", "<b>Ana</b> & Co", "María José", "Jean-Luc Kerbrat")


def person(name: str = "Ana Silva", **facts) -> Person:
    given, _gap, family = name.partition(" ")
    return Person(id=PersonId(new_id()), given=given, family=family, **facts)


def people(count: int, **facts) -> list[Person]:
    return [person(f"{NAMES[n % len(NAMES)]} {n}", **facts) for n in range(count)]


def add_people(cafe, count: int, **facts) -> tuple[Person, ...]:
    return cafe.people.save(people(count, **facts))


def write_list(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path
