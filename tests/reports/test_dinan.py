"""The café of Dinan that other tests print: it is the real harvest, as its list has it."""

import io
from collections import Counter
from dataclasses import replace

import pypdf
import pytest

from tests.cafes import SHARED
from tests.reports.conftest import NOW, text_of
from tests.reports.dinan import TABLES, conclusion, context, dinan, make_dinan
from tests.reports.test_conformance import failures
from wcafe.app import open_cafe
from wcafe.domain.artefacts import RECORD, SYNTHESIS
from wcafe.domain.free_text import Heading, parse
from wcafe.domain.photos import Shown
from wcafe.domain.sheets import SheetPlace
from wcafe.domain.sourcing import notes_behind
from wcafe.reports import make_document

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


PHOTOGRAPHED = {
    "agriculture-vendredi": (0, 0),
    "biodiversite-vendredi": (1, 0),
    "enr-vendredi": (3, 0),
    "epci-dimanche": (4, 1),
    "precarite-vendredi": (5, 0),
}
"""Which table and round each photo of a poster is of, both from 0."""


def file_photos(cafe):
    """File the five photos by hand, and choose them; the last one is not described."""
    filing = cafe.photos.filing
    for taken in filing.take_in(filing.find([SHARED / "photos"])):
        photo = taken.photo
        table, round_ = next(p for name, p in PHOTOGRAPHED.items() if name in photo.name)
        filed = cafe.photos.file(photo.id, SheetPlace(table=table, round=round_, page=0))
        said = "" if table == 5 else f"L’affiche de la table {TABLES[table]}, écrite à la main"
        chosen = replace(filed, is_chosen=True, shown=Shown.NOBODY, alternative=said)
        cafe.photos.change({photo.id: chosen})


def test_the_photos_of_dinan_stand_in_its_synthesis_and_in_its_record(tmp_path):
    path = tmp_path / "dinan.wcafe"
    make_dinan(path)
    with open_cafe(path) as cafe:
        file_photos(cafe)
        shot = cafe.cafes.snapshot()
        pictures = cafe.photos.publishing.pictures(shot)

    bare = make_document(SYNTHESIS, shot, NOW)
    made = {key: make_document(key, shot, NOW, pictures=pictures) for key in (SYNTHESIS, RECORD)}

    assert pages_with_photos(bare) == [0] * 12
    with_photos = pages_with_photos(made[SYNTHESIS])
    assert len(with_photos) <= 14
    assert sum(with_photos) == sum(pages_with_photos(made[RECORD])) == 5
    assert len(made[SYNTHESIS].pdf) < 1_000_000
    assert made[SYNTHESIS].photos.undescribed == 1
    for document in made.values():
        text = " ".join(text_of(document).split())
        assert text.count("Table 5, ronde 2") == text.count("Table 6, ronde 1") == 1
        assert failures(document.pdf) == []


def pages_with_photos(document):
    """How many photos each page has."""
    return [len(page.images) for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages]
