"""Words behind a name, in its own cell, that say who does not come."""

import pytest

from tests.intake.reading import read, who


@pytest.mark.parametrize(
    "word", ["excusé", "absente", "annulé", "désistée", "cancelled", "not coming", "declined"]
)
@pytest.mark.parametrize("cell", ["Zoé Roy ({})", "Zoé Roy - {}", "Roy, Zoé ({})", "ROY Zoé [{}]"])
def test_who_does_not_come_by_a_word_behind_the_name_is_set_aside(word, cell):
    found = read(f"Nom complet|Structure\n{cell.format(word)}|Club\nLuc Gros|Mairie\nAnn Day|Club")

    assert who(found) == ["Luc Gros", "Ann Day"]
    (told,) = found.set_aside
    assert (told.row, told.facts["status"]) == (2, word)
    assert [sorted(person.name.casefold().split()) for person in found.absent] == [["roy", "zoé"]]


def test_a_list_of_lines_is_read_so_too_and_a_click_seats_whoever_comes_after_all():
    lines = "Luc Gros (Mairie)\nZoé Roy (excusée)\nAnn Day"

    assert who(read(lines)) == ["Luc Gros", "Ann Day"]
    assert who(read(lines, rows={2: True})) == ["Luc Gros", "Zoé Roy", "Ann Day"]


@pytest.mark.parametrize(
    "name", ["Zoé Roy (Mairie)", "Zoé Roy (Invitée)", "Zoé Roy - Club", "Zoé Roy (arrive à 15 h)"]
)
def test_other_words_behind_a_name_keep_nobody_away(name):
    assert len(read(f"Nom complet|Structure\n{name}|Club\nLuc Gros|Mairie").people) == 2
