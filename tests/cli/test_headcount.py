"""How many people came, said by the command line and printed where nobody is named."""

import pypdf
import pytest

from tests.cafes import write_list


def pages(path):
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


def test_people_who_were_counted_and_not_named_are_printed(file, tmp_path, told):
    notes = write_list(tmp_path, "table;ronde;texte\n1;1;Un banc\n2;2;Un arbre\n", "n.csv")
    told("notes", "import", file, notes)
    told("headcount", file, 33)
    told("headcount", file, 17, "--round", 1)
    told("headcount", file, 16, "--round", 2)

    assert told("headcount", file, "--json") == {"people": 33, "rounds": [17, 16, None]}
    told("report", file, "-o", tmp_path / "r.pdf")
    said = pages(tmp_path / "r.pdf")
    assert "33 personnes" in said
    assert "17 (Ronde 1), 16 (Ronde 2)" in said
    assert told("export", file, "-o", tmp_path / "h.json")


def test_who_counted_wrongly_takes_it_back(file, tmp_path, told):
    told("headcount", file, 33)
    assert "33" in told("headcount", file)

    told("headcount", file, "--forget")

    assert told("headcount", file, "--json") == {"people": None, "rounds": [None, None, None]}
    told("report", file, "-o", tmp_path / "r.pdf")
    assert "participant" not in pages(tmp_path / "r.pdf")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("0",), 1),
        (("-4",), 1),
        (("1000000",), 1),
        (("17", "--round", "9"), 1),
        (("17", "--round", "0"), 1),
        (("beaucoup",), 2),
        (("--round", "1"), 2),
        (("3", "--forget"), 2),
    ],
)
def test_what_nobody_can_have_counted_is_refused_and_changes_nothing(
    file, told, refused, arguments, code
):
    told("headcount", file, 33)

    refused("headcount", file, *arguments, code=code)

    assert told("headcount", file, "--json") == {"people": 33, "rounds": [None, None, None]}


@pytest.mark.parametrize("edition", ["poster", "Synthesis ", ""])
def test_an_edition_that_is_not_built_is_refused_in_a_sentence(file, tmp_path, refused, edition):
    said = refused("report", file, "-o", tmp_path / "r.pdf", "--edition", edition, code=2)

    assert "synthesis" in said
    assert not (tmp_path / "r.pdf").exists()
