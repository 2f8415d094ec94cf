"""A row that names nobody is told so that both halves of the sentence can be true."""

import pytest

from tests.cafes import write_list
from wcafe.i18n import words_for


@pytest.mark.parametrize("word", ["Anonyme", "Unknown", "Info Requested"])
def test_a_word_that_stands_where_a_name_should_is_told_as_no_name(cafe, tmp_path, word):
    text = f"Nom complet;Mail\nAna Silva;a@x.org\n{word};b@x.org\nBen Diallo;c@x.org\n"
    report = cafe.people.import_list(write_list(tmp_path, text))

    (told,) = report.found.rejected
    assert told.describe() == f"“{word}” is nobody’s name."
    french = told.describe(words_for("fr"))
    assert french == f"«\u202f{word}\u202f» n’est le nom de personne."


def test_where_nothing_stands_it_is_told_that_there_is_no_name(cafe, tmp_path):
    text = "Nom complet;Mail\nAna Silva;a@x.org\n;b@x.org\n"
    report = cafe.people.import_list(write_list(tmp_path, text))

    assert [each.describe() for each in report.found.rejected] == ["There is no name in this row."]
