"""`wcafe photos votes`: dots of printed sheets are told, asked where unsure, and kept once."""

import pytest

from tests.scan.camera import Shot, photograph
from tests.scan.simulated import SCALE, drawn_page, jpeg_bytes
from tests.scan.voted import COLOURS, stick
from wcafe.domain.vote_layout import VoteLayout, VoteShape

pytestmark = pytest.mark.slow

RED = COLOURS["red"]


@pytest.fixture
def walls(qapp, file, told):
    """A café with two ideas, and photos of two copies of its sheet; the second one is unsure."""
    path = file.with_name("votes.wcafe")
    told("new", path, "--title", "Rue", "--tables", "2", "--rounds", "2", "--lang", "en")
    for text in ("Benches", "Trees"):
        told("notes", "add", path, "--table", "1", "--round", "1", "--kind", "idea", text)
    pdf = path.with_name("votes.pdf")
    told("print", path, "votes", "-o", pdf, "--sheets", "2")
    one, two = VoteLayout(VoteShape(rows=2)).rows
    for copy in range(2):
        sheet = drawn_page(pdf.read_bytes(), copy)
        for circle in one.circles[: 3 + copy]:
            stick(sheet, circle, 8, RED)
        across, down = two.circles[0]
        for moved in range(copy * 2):
            stick(sheet, (across + 3 * moved, down), 8, RED)
        photo = photograph(sheet, SCALE, Shot(long_edge=1800, noise=2.0))
        path.with_name(f"wall{copy + 1}.jpg").write_bytes(jpeg_bytes(photo, 85))
    return path


def test_dots_are_told_kept_once_and_taken_back(walls, told, refused):
    one, two = (walls.with_name(f"wall{n}.jpg") for n in (1, 2))
    said = told("photos", "add", walls, one)
    assert "  Benches – 3 dots\n  Trees – 0 dots\n" in said
    (added,) = told("photos", "add", walls, two, "--json")
    assert (added["status"], added["boxes"], added["table"]) == ("filed", [], None)
    assert [(row["text"], row["dots"], row["unsure"]) for row in added["votes"]] == [
        ("Benches", 4, False),
        ("Trees", None, True),
    ]

    for _time in range(2):
        told("photos", "votes", walls, "wall1.jpg", "--keep")
    assert "Rows: 2" in refused("photos", "votes", walls, "wall2.jpg", "--keep")
    kept = told("photos", "votes", walls, "wall2.jpg", "--count", "2=2", "--json")
    assert [(row["dots"], row["kept"]) for row in kept["votes"]] == [(4, True), (2, True)]
    assert [note["votes"] for note in told("notes", "list", walls, "--json")] == [7, 2]

    assert "votes no more" in refused("photos", "remove", walls, "wall1.jpg")
    told("photos", "votes", walls, "wall1.jpg", "--undo")
    assert [note["votes"] for note in told("notes", "list", walls, "--json")] == [4, 2]
    assert "no row 9" in refused("photos", "votes", walls, "wall2.jpg", "--count", "9=1")
