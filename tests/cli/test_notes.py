"""`wcafe notes`."""

from tests.cafes import write_list


def test_notes_are_added_brought_in_and_listed(planned, tmp_path, told, refused):
    note = told(
        "notes", "add", planned, "--table", 2, "--round", 3, "--kind", "quote", "C'est la fête"
    ).strip()
    path = write_list(tmp_path, "table;ronde;genre;texte;thème\n1;1;idée;Un banc;Repos\n", "n.csv")
    told("notes", "import", planned, path)
    listed = told("notes", "list", planned, "--json")

    assert list(listed[0]) == [
        *(
            "id",
            "table",
            "round",
            "kind",
            "text",
            "rev",
            "created",
            "author",
            "conflict_of",
            "late",
            "lone",
        ),
        "parent",
        "said_parent",
        "versions",
    ]
    assert all(each["versions"] for each in listed)
    assert listed[0] | {"created": "", "versions": []} == {
        "id": note,
        "table": 2,
        "round": 3,
        "kind": "quote",
        "text": "C'est la fête",
        "rev": 1,
        "created": "",
        "author": "",
        "conflict_of": None,
        "late": False,
        "lone": False,
        "parent": None,
        "said_parent": None,
        "versions": [],
    }
    assert [n["text"] for n in told("notes", "list", planned, "--search", "BANC", "--json")] == [
        "Un banc"
    ]
    assert told("notes", "list", planned) == "T2 R3 quote: C'est la fête\nT1 R1 idea: Un banc\n"


def test_a_note_out_of_place_is_refused(planned, refused):
    where = ("--kind", "idea", "x")
    assert "no table 7: this café has 6" in refused(
        "notes", "add", planned, "--table", 7, "--round", 1, *where
    )
    assert "no round 4: this café has 3" in refused(
        "notes", "add", planned, "--table", 1, "--round", 4, *where
    )
    assert "needs words" in refused(
        "notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea", " \t "
    )
    refused("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "joke", "x", code=2)
