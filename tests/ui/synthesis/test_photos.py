"""Chosen photos in the pages that the desk shows, prints and exports; what is left out is told."""

import io
import zipfile
from dataclasses import replace

import pypdf
import pytest

from tests.published import jpeg, photo
from tests.ui.synthesis.hands import look_at_preview
from wcafe.domain.artefacts import PACK, SYNTHESIS
from wcafe.domain.photos import Shown
from wcafe.ui.press import Press
from wcafe.ui.synthesis import preview

pytestmark = pytest.mark.slow  # each picture has a process of its own


@pytest.fixture
def photos(opened):
    """Three that were chosen: one is refused, one says nothing of what it shows."""
    said = (
        photo(0),
        photo(1, shown=Shown.REFUSED, alternative=""),
        photo(2, alternative=""),
    )
    return [opened.photos.add(each, jpeg(n)) for n, each in enumerate(said)]


def count_images(pdf):
    return sum(len(page.images) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_preview_shows_them_and_follows_what_is_said_of_them(
    qtbot, monkeypatch, page, presenter, photos, opened
):
    monkeypatch.setattr(preview, "_SOON", 20)
    look_at_preview(qtbot, page, presenter)

    assert count_images(presenter.pages.made.pdf) == 2
    remark = page.preview.remark.text()
    assert "1 chosen photo is left out, as people on it have not agreed." in remark
    assert "1 photo has no alternative text" in remark

    with qtbot.waitSignal(presenter.pages.printed):
        opened.photos.change({photos[0].id: replace(photos[0], is_chosen=False)})
    assert count_images(presenter.pages.made.pdf) == 1


def test_the_press_puts_them_on_paper_and_into_the_pack(qtbot, desk, photos, tmp_path):
    press = Press(desk)

    with qtbot.waitSignal(press.written):
        press.print_to(SYNTHESIS, tmp_path / "s.pdf")
    with qtbot.waitSignal(press.written) as told:
        press.export_to(tmp_path / "p.zip", what=PACK)

    assert count_images((tmp_path / "s.pdf").read_bytes()) == 2
    assert "1 chosen photo is left out" in told.args[1]
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert [n for n in archive.namelist() if n.endswith(".jpg")] == [
            "photo-01.jpg",
            "photo-02.jpg",
        ]
