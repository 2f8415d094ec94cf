"""Polls about one day or several: who said no is not seated in silence."""

import pytest

from tests.intake.reading import read, who

DATES = ("mar. 21 oct. 2026 18:00", "mer. 22 oct. 2026 18:00")


def aside(found):
    return [(told.name, told.facts["status"]) for told in found.set_aside]


@pytest.mark.parametrize(
    "question",
    ["Je viens le 21 octobre", "mar. 21 oct. 2026 18:00", "2026-10-21", "21/10/2026", "Dîner"],
)
def test_the_answers_to_one_question_say_who_comes(question):
    found = read(f"""
        | {question}
        Awa Roy | Oui
        Lubin Le Goff | Non
        Zoé Martin | Ne sait pas
        Ilse Petit | (Oui)
        """)

    assert who(found) == ["Awa Roy", "Zoé Martin", "Ilse Petit"]
    assert aside(found) == [("Lubin Le Goff", "Non")]
    assert (found.header_row, found.read, found.rejected) == (1, 4, ())
    assert found.columns["status"] == question
    unsure = found.read_as(is_coming=True, is_known=False)
    assert [each.word for each in unsure] == ["Ne sait pas", "(Oui)"]


def test_an_empty_cell_beside_ticks_is_a_no_that_one_click_turns():
    poll = """
        | 21 octobre
        Awa | OK
        Lubin |
        """
    found = read(poll)
    [empty] = found.read_as(is_coming=False)
    turned = read(poll, words={empty.key: True})

    assert (who(found), aside(found)) == (["Awa"], [("Lubin", "—")])
    assert who(turned) == ["Awa", "Lubin"]


def test_several_dates_are_told_and_who_comes_to_none_is_set_aside():
    found = read(f"""
        | {DATES[0]} | {DATES[1]}
        Awa Roy | Oui | Non
        Lubin Le Goff | Non | Non
        Zoé Martin | Si nécessaire | Non
        """)

    assert who(found) == ["Awa Roy", "Zoé Martin"]
    assert aside(found) == [("Lubin Le Goff", "Non")]
    assert found.suspects == DATES


def test_one_of_several_dates_can_be_said_to_be_the_one():
    poll = f"""
        | {DATES[0]} | {DATES[1]}
        Awa Roy | 1 | 0
        Lubin Le Goff | 0 | 1
        Zoé Martin | 1 | 1
        """
    found = read(poll, columns={"status": DATES[0]})

    assert (who(found), aside(found)) == (["Awa Roy", "Zoé Martin"], [("Lubin Le Goff", "0")])
    assert who(read(poll, columns={"status": ""})) == ["Awa Roy", "Lubin Le Goff", "Zoé Martin"]


def test_month_day_and_hour_in_rows_of_their_own_are_one_heading():
    found = read("""
        Sondage du quartier | | |
        https://example.org/poll | | |
        | octobre 2026 | |
        | mar. 21 | | mer. 22
        | 18:00 | 20:00 | 18:00
        Awa Roy | OK | | OK
        Lubin Le Goff | | |
        Zoé Martin | | (OK) |
        Nombre | 1 | 1 | 1
        """)

    assert (who(found), found.header_row) == (["Awa Roy", "Zoé Martin"], 5)
    assert aside(found) == [("Lubin Le Goff", "—")]
    assert found.suspects == (
        "octobre 2026 mar. 21 18:00",
        "octobre 2026 mar. 21 20:00",
        "octobre 2026 mer. 22 18:00",
    )
    assert [told.name for told in found.rejected] == ["Nombre"]


def test_a_corner_that_asks_for_names_is_as_good_as_an_empty_one():
    found = read("""
        Nom | 2026-10-21 | E-mail
        Awa Roy | oui | awa@example.org
        Lubin Le Goff | non | lubin@example.org
        """)

    assert (who(found), aside(found)) == (["Awa Roy"], [("Lubin Le Goff", "non")])
    assert found.people[0].email == "awa@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "Nom | Végétarien | Premier café\nAwa Roy | oui | non\nLubin Le Goff | non | oui",
        "| Végétarien\nAwa Roy | non\nLubin Le Goff | oui\nZoé Petit | non",
        "| Réunion du 21\nNom | Newsletter\nAwa Roy | non\nLubin Le Goff | oui",
        "Awa Roy | non\nLubin Le Goff | oui\nZoé Petit | non",
    ],
)
def test_a_list_with_answers_to_something_else_is_no_poll(text):
    found = read(text)

    assert {"Awa Roy", "Lubin Le Goff"} <= set(who(found))
    assert not aside(found)


def test_who_comes_to_none_of_several_occasions_is_set_aside_and_all_are_told():
    found = read(
        "Nom|Prénom|Viendra le midi|Viendra le soir\n"
        "Roy|Zoé|non|non\nBizien|Luc|oui|non\nLe Goff|Ann|non|oui\nSilva|Ana|oui|oui"
    )

    assert who(found) == ["Luc Bizien", "Ann Le Goff", "Ana Silva"]
    assert [(told.row, told.name) for told in found.set_aside] == [(2, "Zoé Roy")]
    assert found.suspects == ("Viendra le midi", "Viendra le soir")


def test_one_occasion_that_all_miss_is_told():
    found = read("Nom|Prénom|Viendra le midi|Viendra le soir\nRoy|Zoé|oui|non\nBizien|Luc|oui|non")

    assert len(found.people) == 2
    assert "Viendra le soir" in found.suspects
