"""The café of Dinan that other tests print: it is the real harvest, as its list has it."""

from collections import Counter

import pytest

from tests.reports.dinan import conclusion, context, dinan
from wcafe.domain.free_text import Heading, parse
from wcafe.domain.sourcing import notes_behind

pytestmark = pytest.mark.real


def test_dinan_has_its_notes_themes_and_texts():
    shot = dinan()
    standing = {note.id: note for note in shot.notes}
    filed = Counter(note for theme in shot.themes for note in theme.notes)

    assert (len(shot.notes), len(shot.cafe.tables), len(shot.themes)) == (160, 6, 5)
    assert (len(filed), max(filed.values())) == (106, 1)
    assert len(shot.opposed) == 2
    assert all(notes_behind(s, standing) for theme in shot.themes for s in theme.statements)
    assert [each.headcount for each in shot.cafe.rounds] == [17, 16]
    assert "collectif d'associations" in context()
    assert sum(isinstance(block, Heading) for block in parse(conclusion())) == 6
    assert "](" not in context() + conclusion()
