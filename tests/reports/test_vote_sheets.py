"""Dot-vote sheets conform on both papers and in both languages, and say what they cut."""

from dataclasses import replace

import pytest

from tests.reports.conftest import NOW, snapshot, text_of
from tests.reports.test_conformance import failures
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.handouts import VOTES
from wcafe.domain.kinds import Kind
from wcafe.domain.paper_size import PaperSize
from wcafe.reports import make_document


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("has_themes", [True, False])
def test_sheets_conform(language, paper, has_themes):
    shot = snapshot(people=12, language=language)
    shot = shot if has_themes else replace(shot, themes=())
    document = make_document(VOTES, shot, NOW, PrintOptions(paper=paper, sheets=2))

    assert failures(document.pdf) == []
    assert ("copy 2" if language == "en" else "exemplaire 2") in text_of(document)


def test_a_text_that_no_row_holds_is_cut_and_told():
    shot = replace(snapshot(people=12), themes=())
    idea = next(note for note in shot.notes if note.kind is Kind.IDEA)
    long = replace(idea, text="Un banc devant chaque porte. " * 60)
    notes = tuple(long if note is idea else note for note in shot.notes)

    told = make_document(VOTES, replace(shot, notes=notes), NOW).cut
    assert told
