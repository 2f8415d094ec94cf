"""Lone voices by the command line: in the lists that come in and go out."""

import pytest

from tests.cafes import write_list

HEAD = "table;ronde;texte;{heading}\n"


def lone(told, file):
    listed = told("notes", "list", file, "--json")
    return [note["text"] for note in listed if note["lone"]]


@pytest.mark.parametrize("heading", ["voix isolée", "lone voice", "Voix minoritaire", "lone"])
@pytest.mark.parametrize("yes", ["oui", "yes", "x", "1"])
def test_a_list_says_which_notes_are_lone_voices(file, tmp_path, told, heading, yes):
    rows = f"1;1;Contre;{yes}\n1;1;Pour;\n1;1;Encore;non\n"
    path = write_list(tmp_path, HEAD.format(heading=heading) + rows, "n.csv")

    told("notes", "import", file, path)

    assert lone(told, file) == ["Contre"]


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_they_go_out_and_come_back(file, tmp_path, told, suffix):
    path = write_list(
        tmp_path, HEAD.format(heading="lone") + "1;1;Contre;oui\n1;1;Pour;\n", "n.csv"
    )
    told("notes", "import", file, path)
    out = tmp_path / f"out.{suffix}"
    told("export", file, "-o", out)
    told("new", tmp_path / "other.wcafe", "--title", "Autre")
    told("notes", "import", tmp_path / "other.wcafe", out)

    assert lone(told, tmp_path / "other.wcafe") == ["Contre"]
    again = told("notes", "import", tmp_path / "other.wcafe", out, "--json")
    assert (again["added"], again["updated"], again["known"]) == (0, 0, 2)


def test_an_edit_takes_the_mark_off_and_a_list_that_says_nothing_of_it_leaves_it(
    file, tmp_path, told
):
    path = write_list(
        tmp_path, HEAD.format(heading="lone") + "1;1;Contre;oui\n1;1;Pour;\n", "n.csv"
    )
    told("notes", "import", file, path)
    told("export", file, "-o", tmp_path / "out.csv")
    head, *rows = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    place = head.split(";").index('"voix isolée"')

    def without(line):
        cells = line.split(";")
        return ";".join(cells[:place] + cells[place + 1 :])

    short = [without(head), *(without(row).replace("Contre", "Tout contre") for row in rows)]
    told("notes", "import", file, write_list(tmp_path, "\n".join(short), "short.csv"))
    assert lone(told, file) == ["Tout contre"]

    told("export", file, "-o", tmp_path / "out.csv")
    edited = (tmp_path / "out.csv").read_text("utf-8-sig").replace('"oui"', '""')
    told("notes", "import", file, write_list(tmp_path, edited, "edited.csv"))
    assert lone(told, file) == []
