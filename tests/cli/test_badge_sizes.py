"""Badges by command: known labels, one's own, a printer that shifts, wishes; certificates."""

import pypdf
import pytest
from reportlab.lib.units import mm

from tests.cafes import write_list
from wcafe.app import open_cafe


def sides(path):
    box = pypdf.PdfReader(path).pages[0].mediabox
    return [round(float(side) / mm) for side in box[2:]]


def words(path):
    return " ".join(" ".join(p.extract_text().split()) for p in pypdf.PdfReader(path).pages)


def names(path):
    with open_cafe(path) as cafe:
        return [person.name for person in cafe.people.all()]


@pytest.mark.parametrize(
    ("chosen", "paper", "has_rest"),
    [
        ((), [210, 297], True),
        (("--size", "A6"), [297, 210], True),
        (("--paper", "LETTER"), [216, 279], False),
        (("--size", "L7163"), [210, 297], True),
        (("--size", "5395", "--paper", "letter"), [216, 279], True),
        (("--size", "90x55,2x5,cut", "--shift", "1.5,-2"), [210, 297], False),
    ],
)
def test_badges_are_printed_in_the_size_that_is_asked_for(
    planned, tmp_path, told, chosen, paper, has_rest
):
    target = tmp_path / "b.pdf"

    told("print", planned, "badges", "-o", target, *chosen)

    assert sides(target) == paper
    assert "Notre rue" in words(target)
    assert ("Badge de remplacement" in words(target)) is has_rest


def test_help_lists_the_sizes(wcafe):
    _code, said, _err = wcafe("print", "--help")

    assert "a7, a6, l7160, l7163, l4785, 5163, 5395" in " ".join(said.split())


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (("--paper", "legal"), "there is no paper “legal”; there are: a4, letter"),
        (("--size", "a5"), "“a5” is no size of badges; there are a7, a6, l7160"),
        (("--size", "L7160", "--paper", "letter"), "Avery L7160 labels come on sheets of A4"),
        (("--size", "80x50,3x5"), "3 × 5 badges of 80 × 50 mm take 240 × 273.5 mm"),
        (("--size", "20x10,3x5"), "Nobody can read a badge of 20 × 10 mm"),
    ],
)
def test_a_size_that_cannot_be_is_refused_and_writes_nothing(
    planned, tmp_path, refused, chosen, said
):
    target = tmp_path / "b.pdf"

    assert said in refused("print", planned, "badges", "-o", target, *chosen, code=2)
    assert not target.exists()


def test_a_wish_of_a_list_stands_on_the_badge_and_makes_it_new(planned, tmp_path, told):
    target = tmp_path / "b.pdf"
    told("print", planned, "badges", "-o", target)
    assert "pas de photo" not in words(target)
    name = names(planned)[0]
    wish = write_list(tmp_path, f"Nom complet;Droit à l'image\n{name};non\n", "w.csv")
    told("import", planned, wish)

    told("print", planned, "badges", "-o", target, "--only-changed", "--size", "L7160")

    assert words(target).count("pas de photo") == 1
    assert name in words(target)


def test_certificates_are_made_of_check_in_alone(planned, tmp_path, wcafe, told, refused):
    target = tmp_path / "c.pdf"
    one, other = names(planned)[:2]
    told("checkin", planned, one)

    code, out, err = wcafe("print", planned, "certificates", "-o", target)

    assert (code, out.strip()) == (0, str(target))
    assert "No certificate is printed for people whom check-in did not see:" in err
    assert one in words(target)
    assert len(pypdf.PdfReader(target).pages) == 1
    said = refused("print", planned, "certificates", "-o", tmp_path / "d.pdf", "--for", other)
    assert other in said
    assert not (tmp_path / "d.pdf").exists()
