"""Several handouts in one file: each as it is alone, upright or lying, and all of it conforms."""

import io
from dataclasses import replace

import pypdf
import pytest

from tests.reports.conftest import NOW, snapshot
from tests.reports.test_conformance import failures
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.handouts import BADGES, TABLE_LIST
from wcafe.errors import NothingPlanned
from wcafe.reports import artefacts, make_document, make_one_document

BOTH = [BADGES, TABLE_LIST]


def pages(document):
    return pypdf.PdfReader(io.BytesIO(document.pdf)).pages


def test_each_part_stands_on_pages_of_its_own_as_it_does_alone(monkeypatch):
    lying = replace(artefacts.MAKERS[TABLE_LIST], is_lying=lambda _snapshot: True)
    monkeypatch.setitem(artefacts.MAKERS, TABLE_LIST, lying)
    shot, options = snapshot(people=12), PrintOptions()

    together = make_one_document(dict.fromkeys(BOTH, options), shot, NOW)

    alone = [page for key in BOTH for page in pages(make_document(key, shot, NOW, options))]
    assert len(pages(together)) == len(alone)
    for page, other in zip(pages(together), alone, strict=True):
        assert page.mediabox == other.mediabox
        texts = [each.extract_text().replace(" ", "") for each in (page, other)]
        assert texts[0].split(NOW.strftime("%Y"))[0] == texts[1].split(NOW.strftime("%Y"))[0]
    across, down = (float(side) for side in pages(together)[-1].mediabox[2:])
    assert across > down
    assert failures(together.pdf) == []


def test_what_needs_a_plan_is_not_printed_without_one():
    with pytest.raises(NothingPlanned):
        make_one_document(dict.fromkeys(BOTH, PrintOptions()), snapshot(plan=False), NOW)


def test_a_printer_that_shifts_is_met_half_way():
    shot = snapshot(people=12)

    still, moved = (
        make_document(BADGES, shot, NOW, PrintOptions(shift=shift))
        for shift in [(0.0, 0.0), (2.5, -1.0)]
    )

    assert first_point(moved) == pytest.approx(
        [first_point(still)[0] + 2.5 * 72 / 25.4, first_point(still)[1] + 72 / 25.4], abs=0.1
    )


def first_point(document):
    """Return where the first words of the first page begin, in points."""
    found = []

    def visit(text, cm, tm, _font, _size):
        if text.strip() and not found:
            found.append((tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]))

    pages(document)[0].extract_text(visitor_text=visit)
    return list(found[0])
