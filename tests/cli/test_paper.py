"""`wcafe print`, `wcafe report` and `wcafe export`: what is written and what is told beside it."""

import pypdf
import pytest

from tests.cafes import write_list
from wcafe.domain.artefacts import EDITIONS


def test_print_writes_a_pdf_or_lists_what_there_is(planned, tmp_path, told, refused):
    for artefact, pages in (("badges", 4), ("table-list", 1)):
        path = tmp_path / f"{artefact}.pdf"
        told("print", planned, artefact, "-o", path)
        assert len(pypdf.PdfReader(path).pages) == pages

    for other in ("badge", "nonsense"):
        said = refused("print", planned, other, "-o", tmp_path / "x.pdf", code=2)
        assert "badges" in said
        assert "table-list" in said


def test_a_plan_that_is_out_of_date_is_printed_with_a_warning(planned, tmp_path, told, wcafe):
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    code, _out, err = wcafe("print", planned, "badges", "-o", tmp_path / "b.pdf")

    assert code == 0
    assert "compose it again" in err


def test_who_gets_no_badge_is_told(planned, nobody_there, tmp_path, told, wcafe):
    told("plan", planned, "--seconds", "0.2")

    code, _out, err = wcafe("print", planned, "badges", "-o", tmp_path / "b.pdf")

    first, second = (each.name for each in nobody_there)
    assert code == 0
    assert err == f"No badge is printed for people who attend no round: {first}, {second}.\n"
    assert wcafe("print", planned, "table-list", "-o", tmp_path / "l.pdf")[2] == ""


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_report_is_written_with_or_without_notes(file, tmp_path, told, edition):
    told("report", file, "-o", tmp_path / "r.pdf", "--edition", edition)

    pages = pypdf.PdfReader(tmp_path / "r.pdf").pages
    assert "Aucune note" in "".join(page.extract_text() for page in pages)


def test_export_writes_by_ending_and_lists_the_formats(planned, tmp_path, told, refused):
    for name in ("x.json", "x.md", "x.csv", "X.CSV", "x.docx", "x.html"):
        told("export", planned, "-o", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 50
    for what in ("people", "plan", "notes"):
        told("export", planned, "-o", tmp_path / "x.csv", "--what", what)

    for what in ("x.md", "x.html"):
        told("export", planned, "-o", tmp_path / what, "--as", "themes")
        assert "Fiches par thème" in (tmp_path / what).read_text()
    for name in ("x.odt", "x", "x.exe"):
        assert "docx, html, md, csv, xlsx, json" in refused(
            "export", planned, "-o", tmp_path / name, code=2
        )


def test_a_report_never_replaces_a_café(planned, tmp_path, refused):
    before = planned.read_bytes()
    named_so = tmp_path / "rue.pdf"
    named_so.write_bytes(before)

    refused("report", planned, "-o", planned, code=2)
    assert "nothing was replaced" in refused("report", planned, "-o", named_so)
    assert planned.read_bytes() == named_so.read_bytes() == before


@pytest.mark.parametrize("name", ["r.pdf", "h.md", "h.html", "h.json", "h.csv"])
def test_names_of_the_list_are_hidden_where_that_is_asked_for(planned, tmp_path, told, wcafe, name):
    people = write_list(tmp_path, "Prénom;Nom\nSoizic;Le Goff\n", "more.csv")
    told("import", planned, people)
    said = "Demander à Soizic Le Goff"
    told("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea", said)
    told("plan", planned, "--seconds", "0.2")
    command = ("report" if name == "r.pdf" else "export", planned, "-o", tmp_path / name)

    def text():
        if name != "r.pdf":
            return (tmp_path / name).read_text("utf-8-sig")
        return " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / name).pages)

    told(*command, *(["--names"] if name == "r.pdf" else []))
    assert "Soizic" in text()
    hiding = ["--hide-names"] if name != "r.pdf" else []
    code, _out, err = wcafe(*command, *hiding)
    assert code == 0
    assert "1 name of the list stands in the harvest" in err
    assert "Soizic" not in text()
    assert "Goff" not in text()
    assert "[nom]" in text().replace("\\", "")
