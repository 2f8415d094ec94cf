"""The catalogue of what can be made of a café, and what makes it: the one holds the other."""

from dataclasses import replace

import pytest

from tests.reports.conftest import NOW, seen_at_the_door, snapshot
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import CATALOGUE, EXPORTS, PRINTED
from wcafe.domain.handouts import CERTIFICATES
from wcafe.errors import NothingPlanned
from wcafe.exports import formats
from wcafe.i18n import LANGUAGES, words_for
from wcafe.reports import make_document
from wcafe.reports.artefacts import MAKERS


def test_what_the_catalogue_has_is_made_and_nothing_else():
    assert list(MAKERS) == list(PRINTED)
    assert list(formats.MAKERS) == list(EXPORTS)
    assert len(PRINTED) + len(EXPORTS) == len(CATALOGUE)  # no name is given twice


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_called_and_explained_in_words_of_its_own(language):
    words = words_for(language)
    titles = [each.title(words) for each in CATALOGUE]
    files = [(words.gettext(each.ending), each.suffix) for each in CATALOGUE]

    assert len(set(titles)) == len(set(files)) == len(CATALOGUE)
    assert all(each.use and each.ending for each in CATALOGUE)
    assert all(each.summary for each in PRINTED.values()), "wcafe demo says it of each file"


@pytest.mark.parametrize("artefact", PRINTED)
def test_what_needs_a_plan_says_so_and_all_else_is_printed_without(artefact):
    bare = snapshot(plan=False)
    if artefact == CERTIFICATES:
        bare = seen_at_the_door(bare)

    if PRINTED[artefact].needs_plan:
        with pytest.raises(NothingPlanned):
            make_document(artefact, bare, NOW)
    else:
        assert make_document(artefact, bare, NOW).pdf.startswith(b"%PDF")


def test_who_gets_no_badge_is_told_with_the_badges_and_with_nothing_else():
    shot = snapshot(people=8)
    away = [replace(person, present=frozenset()) for person in shot.people[:2]]
    shot = replace(shot, people=(*away, *shot.people[2:]))
    gone = tuple(person.name for person in shot.people[:2])

    assert make_document("badges", shot, NOW).left_out == gone
    assert make_document("table-list", shot, NOW).left_out == ()
    assert make_document("synthesis", shot, NOW).left_out == ()

    only = frozenset({shot.people[1].id, shot.people[2].id})
    assert make_document("badges", shot, NOW, PrintOptions(only=only)).left_out == gone[1:]
