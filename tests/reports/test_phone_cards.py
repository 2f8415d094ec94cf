"""Cards that let phones in: one a table, with the code that opens it and no other."""

import io

import pypdf
import pytest
import zxingcpp

from tests.reports.conftest import NOW, snapshot
from tests.reports.sheets import in_grey
from tests.reports.test_conformance import failures
from wcafe.domain.paper_size import PaperSize
from wcafe.reports.artefacts import make_phone_cards

WAYS = {table: f"http://192.168.4.10:8420/t#abcdefghijklmnopqrstu{table}" for table in range(8)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "size", "network"),
    [("fr", PaperSize.A4, "Café d'été"), ("en", PaperSize.LETTER, "")],
)
def test_each_table_has_its_own_card(qapp, language, size, network):
    made = make_phone_cards(
        WAYS,
        snapshot(language=language),
        NOW,
        address="192.168.4.10:8420",
        network=network,
        size=size,
    )

    assert failures(made.pdf) == []
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages]
    assert len(pages) == 2
    assert all("192.168.4.10:8420" in page for page in pages)
    assert not network or network.replace("'", "’") in pages[0] or network in pages[0]
    read = {code.text for page in in_grey(made) for code in zxingcpp.read_barcodes(page)}
    assert read == {*WAYS.values()}
