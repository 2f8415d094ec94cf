"""Every PDF is PDF/A-2a and PDF/UA-1, whatever is in it; and not without our corrections."""

from dataclasses import replace
from itertools import product

import page
import pytest
from reportlab.pdfbase import pdfdoc, ttfonts

from tests.endurance import each_two_meet, full
from tests.reports.conftest import NOW, every_document, report_of, snapshot
from tests.reports.knowing import said, themes
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import FLASH, RECORD
from wcafe.reports import make_document
from wcafe.reports.pages import flowables
from wcafe.reports.pages.library import prepare

pytestmark = pytest.mark.slow  # validates every document

PROFILES = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)


def failures(pdf):
    found = []
    for profile in PROFILES:
        report = page.validate_pdf_bytes(pdf, profile=profile)
        found += [f"{profile.name} {one.rule_id}: {one.message}" for one in report.failures]
    return found


SORTS = ({}, {"notes": False}, {"plan": False}, {"people": 1}, {"rounds": 8}, {"jokers": 3})
LANGUAGES = ("fr", "en")
IN_TURN = [(facts, LANGUAGES[n % 2]) for n, facts in enumerate(SORTS)]


@pytest.mark.parametrize(("facts", "language"), full(list(product(SORTS, LANGUAGES)), IN_TURN))
def test_every_document_conforms(facts, language):
    for name, document in every_document(language=language, **facts):
        assert (name, failures(document.pdf)) == (name, [])


def test_many_files_conform_as_their_bytes_fall_differently():
    """A stream that ends in CR by chance once made one file in forty fail."""
    for people in full(range(4, 44, 4), (8, 36)):
        for name, document in every_document(people=people):
            assert (name, failures(document.pdf)) == (name, [])


@pytest.mark.parametrize(
    ("size", "edition", "language", "names"),
    each_two_meet([(8, 0), (58, 135), (300, 1500)], [FLASH, RECORD], LANGUAGES, [False, True]),
)
def test_flash_and_record_conform_however_many_came_and_whatever_they_said(
    size, edition, language, names
):
    people, notes = size
    shot = snapshot(people=people, language=language, notes=False)
    told = said(notes, people // 4, 3)
    shot = replace(shot, notes=told, themes=themes(told, notes // 2, "Ici."))
    document = make_document(edition, shot, NOW, PrintOptions(names=names))

    assert failures(document.pdf) == []


@pytest.mark.parametrize("correction", ["unicode map", "stream", "table rules"])
def test_without_a_correction_the_check_fails(correction, monkeypatch):
    prepare()
    if correction == "unicode map":
        monkeypatch.setattr(
            ttfonts,
            "makeToUnicodeCMap",
            lambda font, subset: "\n".join(f"<{i:02X}> <{v:04X}>" for i, v in enumerate(subset)),
        )
    elif correction == "stream":
        ours = pdfdoc.PDFStream.format
        monkeypatch.setattr(
            pdfdoc.PDFStream,
            "format",
            lambda stream, document: ours(stream, document).replace(b"\r\nendstream", b"endstream"),
        )
    else:
        monkeypatch.setattr(flowables.Drawing, "draw", lambda drawing: drawing._paint(drawing.canv))

    assert failures(report_of(snapshot(), snapshot_time()).pdf) != []


def snapshot_time():
    from tests.reports.conftest import NOW

    return NOW
