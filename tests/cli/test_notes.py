"""`wcafe notes`."""

import pytest

from tests.cafes import write_list


def test_notes_are_added_brought_in_and_listed(planned, tmp_path, told, refused):
    note = told(
        "notes", "add", planned, "--table", 2, "--round", 3, "--kind", "quote", "C'est la fête"
    ).strip()
    path = write_list(tmp_path, "table;ronde;genre;texte;thème\n1;1;idée;Un banc;Repos\n", "n.csv")
    told("notes", "import", planned, path)
    listed = told("notes", "list", planned, "--json")

    assert list(listed[0]) == [
        *("id", "table", "round", "kind", "text", "rev", "created", "author", "conflict_of"),
        *("late", "parent", "said_parent", "themes", "lone", "prompt", "support", "from_table"),
        *("votes", "withheld", "wall", "who", "due", "may_quote", "state"),
        *("state_on", "state_why", "versions"),
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
        "parent": None,
        "said_parent": None,
        "themes": [],
        "lone": False,
        **dict.fromkeys(("prompt", "who", "due", "state_why"), ""),
        **dict.fromkeys(("support", "from_table", "votes", "withheld", "state", "state_on")),
        **dict.fromkeys(("wall", "may_quote"), False),
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


@pytest.fixture
def noted(planned, told):
    for text in ("Un jardin partagé près de l'école", "Beaucoup de bruit", "Relier les parcs"):
        told("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea", text)
    return planned


@pytest.mark.parametrize(
    ("search", "number"),
    [
        ("jardins ecole", 1),
        ("l’école", 1),
        ("bruit OU parc", 2),
        ('"partagé jardin" OR "jardin partagé"', 1),
        ("-jardin", 2),
        ("-bruit -parc", 1),
        ("--bruit", 2),
    ],
)
def test_notes_are_listed_by_what_is_looked_for(noted, told, search, number):
    assert len(told("notes", "list", noted, "--search", search, "--json")) == number
    assert len(told("notes", "list", noted, f"--search={search}").splitlines()) == number


def test_where_nothing_is_found_one_sentence_says_so_and_names_what_is_near(noted, wcafe):
    assert wcafe("notes", "list", noted, "--search", "eau") == (
        0,
        "",
        "No note fits “eau”.\n",
    )
    assert wcafe("notes", "list", noted, "--search", "jradin", "--json") == (
        0,
        "[]\n",
        "No note fits “jradin”. Near it: “jardin”.\n",
    )
    code, out, err = wcafe("notes", "list", noted, "--search", "?!")
    assert (code, len(out.splitlines())) == (0, 3)
    assert err == "There are no words in “?!”: all notes are listed.\n"


def test_a_search_that_is_missing_is_asked_for(noted, wcafe):
    code, out, err = wcafe("notes", "list", noted, "--search", "--json")

    assert (code, out) == (2, "")
    assert "--search" in err
