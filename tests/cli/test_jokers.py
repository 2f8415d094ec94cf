"""Joker routes and spare places on the command line."""

import pypdf
import pytest

from tests.cafes import write_list
from tests.cli.lists import PEOPLE


def test_jokers_are_told_only_where_they_are_asked_for(planned, told):
    before = told("plan", planned, "--seconds", "0.3", "--json")
    plan = told("plan", planned, "--seconds", "0.3", "--jokers", "--json")

    assert "jokers" not in before
    assert list(plan) == [*before, "jokers"]
    assert plan["people"] == len(plan["ids"]) == len(plan["seats"][0]) == 30
    assert len(plan["jokers"]) == 2
    assert all(len(set(route)) == 3 for route in plan["jokers"])
    told_in_words = told("plan", planned, "--seconds", "0.3", "--jokers", "4")
    assert "4 joker routes." in told_in_words


@pytest.mark.parametrize("number", ["-1", "201"])
def test_a_number_of_jokers_that_cannot_be_is_told_with_those_that_can(planned, refused, number):
    before = planned.read_bytes()

    said = refused("plan", planned, "--jokers", number)

    assert "0 to 200" in said
    assert number in said
    assert planned.read_bytes() == before


def test_the_number_of_jokers_is_remembered_until_another_is_given(planned, tmp_path, told):
    told("plan", planned, "--seconds", "0.3", "--jokers", "3")
    assert "3 joker routes." in told("plan", planned, "--seconds", "0.3")

    assert "joker" not in told("plan", planned, "--seconds", "0.3", "--jokers", "0")
    assert "joker" not in told("plan", planned, "--seconds", "0.3")


def test_spare_badges_are_printed_with_the_others(planned, tmp_path, told):
    told("plan", planned, "--seconds", "0.3", "--jokers", "3")
    told("print", planned, "badges", "-o", tmp_path / "b.pdf")
    pages = pypdf.PdfReader(tmp_path / "b.pdf").pages
    text = "".join(page.extract_text() for page in pages)

    assert [f"Joker {n}" in text for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_too_few_chairs_for_jokers_are_one_sentence_and_nothing_changes(tmp_path, told, refused):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title", "T", "--tables", 8, "--seats", 4)
    told("import", path, write_list(tmp_path, PEOPLE))
    told("plan", path, "--seconds", "0.3")
    before = told("plan", path, "--seconds", "0.3", "--json")["seats"]

    assert "Chairs left for them: 2." in refused("plan", path, "--jokers", "3")
    assert told("plan", path, "--seconds", "0.3", "--json")["seats"] == before
    assert "not a whole number" in refused("plan", path, "--jokers", "abc", code=2)
