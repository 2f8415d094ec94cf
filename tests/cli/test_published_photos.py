"""Reports and exports by command: chosen photos stand in them, and what is left out is told."""

import io
import json
import sqlite3
import zipfile
from dataclasses import replace

import pypdf
import pytest
from PIL import Image

from wcafe.app import open_cafe
from wcafe.domain.photos import Shown
from wcafe.domain.sheets import SheetPlace

pytestmark = pytest.mark.slow  # each picture has processes of its own


@pytest.fixture
def photographed(file, told, tmp_path):
    """A café with four photos that were chosen, of which one was refused and one not described."""
    path = file.with_name("tables.wcafe")
    told("new", path, "--title", "Rue", "--tables", "4", "--rounds", "2")
    for n in range(4):
        Image.effect_noise((90, 120), 20 * n + 10).save(tmp_path / f"SECRET{n}.png")
    told("photos", "add", path, *(tmp_path / f"SECRET{n}.png" for n in range(4)))
    with open_cafe(path) as cafe:
        for n, each in enumerate(cafe.photos.all()):
            filed = cafe.photos.file(each.id, SheetPlace(table=n, round=0))
            shown = Shown.REFUSED if n == 1 else Shown.NOBODY
            said = "" if n == 2 else f"Mur {n}"
            chosen = replace(filed, is_chosen=n < 3, shown=shown, alternative=said)
            cafe.photos.change({each.id: chosen})
    return path


def count_images(pdf):
    return sum(len(page.images) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("edition", ["synthesis", "record"])
def test_a_report_has_them_and_says_which_it_has_not(photographed, wcafe, tmp_path, edition):
    out = tmp_path / "r.pdf"

    _code, _out, err = wcafe("report", photographed, "-o", out, "--edition", edition)

    assert count_images(out.read_bytes()) == 2
    assert "1 chosen photo is left out, as people on it have not agreed." in err
    assert "1 photo has no alternative text" in err


def test_the_pack_has_their_files_and_the_json_tells_of_them(photographed, wcafe, tmp_path):
    out = tmp_path / "pack.zip"

    _code, _out, err = wcafe("export", photographed, "-o", out)

    assert "1 chosen photo is left out" in err
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert [name for name in files if name.endswith(".jpg")] == ["photo-01.jpg", "photo-02.jpg"]
    assert count_images(files["synthesis.pdf"]) == count_images(files["record.pdf"]) == 2
    told = json.loads(files["harvest.json"])["photos"]
    assert [(each["table"], each["alternative"]) for each in told] == [
        (1, "Mur 0"),
        (3, "Photo of the sheet of table 3, round 1"),
    ]
    assert not [name for name, each in files.items() if b"SECRET" in each]
    assert sqlite3.connect(photographed).execute("select count(*) from photo").fetchone() == (4,)


def test_a_flash_report_says_nothing_of_photos(photographed, wcafe, tmp_path):
    out = tmp_path / "f.pdf"

    _code, _out, err = wcafe("report", photographed, "-o", out, "--edition", "flash")

    assert count_images(out.read_bytes()) == 0
    assert "photo" not in err
