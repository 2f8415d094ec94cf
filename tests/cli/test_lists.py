"""`wcafe print` of lists, run sheet and step cards: files, or one sentence and no file."""

import pypdf
import pytest

from tests.cafes import write_list


@pytest.mark.parametrize("artefact", ["door-list", "sign-in", "table-list", "run-sheet"])
@pytest.mark.parametrize(("paper", "wide"), [("a4", 595), ("letter", 612)])
def test_each_is_printed_on_the_paper_that_is_chosen(
    planned, tmp_path, told, artefact, paper, wide
):
    path = tmp_path / "x.pdf"
    told("print", planned, artefact, "-o", path, "--paper", paper)

    assert round(float(pypdf.PdfReader(path).pages[0].mediabox.width)) == wide


def test_a_plan_by_steps_has_cards_and_another_one_a_sentence_and_no_file(
    file, tmp_path, told, refused
):
    people = "Nom complet\n" + "".join(f"Ana Silva{n}\n" for n in range(35))
    told("import", file, write_list(tmp_path, people))
    told("plan", file, "--seconds", "0.3")
    path = tmp_path / "cards.pdf"
    told("print", file, "step-cards", "-o", path)
    assert "Après chaque ronde" in pypdf.PdfReader(path).pages[0].extract_text()

    told("import", file, write_list(tmp_path, "Nom complet\nNour Tard\nJo Tôt\n", "late.csv"))
    told("plan", file, "--seconds", "0.3", "--from-round", "2")
    said = refused("print", file, "step-cards", "-o", tmp_path / "none.pdf")
    assert "Step cards are for plans in which everybody does." in said
    assert not (tmp_path / "none.pdf").exists()


@pytest.mark.parametrize(
    ("artefact", "option"), [("table-list", "--table"), ("table-list", "--round")]
)
def test_what_the_plan_does_not_have_is_refused(planned, tmp_path, refused, artefact, option):
    said = refused("print", planned, artefact, option, "99", "-o", tmp_path / "x.pdf")

    assert "There is no" in said
    assert not (tmp_path / "x.pdf").exists()


def test_a_door_list_waits_for_the_plan_and_a_sign_in_sheet_for_nothing(
    file, tmp_path, told, refused
):
    assert "no plan yet" in refused("print", file, "door-list", "-o", tmp_path / "d.pdf")
    told("print", file, "sign-in", "-o", tmp_path / "s.pdf")
    told("print", file, "run-sheet", "-o", tmp_path / "r.pdf")
