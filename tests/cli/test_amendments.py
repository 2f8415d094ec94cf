"""`wcafe amendments` and `wcafe actions`: what came back, and what became of it."""

import json

import pytest

from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.exports import exported


@pytest.fixture
def stated(file, told):
    with open_cafe(file) as cafe:
        notes = [
            cafe.notes.add(table=n, round_=0, kind=Kind.ACTION, text=f"Action {n}").note
            for n in range(3)
        ]
        theme = cafe.synthesis.name_theme("Eau", notes=tuple(notes)).id
        cafe.statements.write(theme, "Un puits manque.", notes[:1])
    return file


@pytest.fixture
def added(stated, told):
    return told(
        "amendments", "add", stated, "--statement", "1.1", "--theme", "eau", "--table", 1,
        "--round", 1, "--who", "Zoé", "--", "- Pas un puits",
    ).strip()  # fmt: skip


def test_a_correction_is_added_and_listed_with_what_it_is_about(stated, added, told):
    (listed,) = told("amendments", "list", stated, "--json")
    with open_cafe(stated) as cafe:
        theme = cafe.synthesis.themes()[0]
    assert (listed["id"], listed["text"]) == (added, "- Pas un puits")
    assert (listed["theme"], listed["statement"]) == (theme.id, theme.statements[0].id)
    assert (listed["table"], listed["round"], listed["way"]) == (1, 1, "typed")
    assert (listed["decision"], listed["late"], listed["may_be_named"]) == (None, False, False)
    line = told("amendments", "list", stated)
    assert "sentence 1.1, “Eau”" in line
    assert "Zoé, not to be named" in line


def test_it_is_declined_for_a_reason_or_accepted_and_open_ones_stand_first(
    stated, added, told, refused
):
    assert "needs a reason" in refused("amendments", "decline", stated, added, "--reason", " ")
    assert "--reason" in refused("amendments", "decline", stated, added, code=2)
    assert told("amendments", "list", stated, "--json")[0]["decision"] is None

    told("amendments", "decline", stated, added[:8], "--reason", "- déjà dit")
    other = told("amendments", "add", stated, "Une autre").strip()
    listed = told("amendments", "list", stated, "--json")
    assert [each["id"] for each in listed] == [other, added]
    assert (listed[1]["decision"], listed[1]["reason"]) == ("declined", "- déjà dit")
    told("amendments", "accept", stated, added)
    assert told("amendments", "list", stated, "--json")[1]["decision"] == "accepted"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("accept", "FILE", "zzzz"), "no correction “zzzz”"),
        (("accept", "FILE", ""), "no correction"),
        (("add", "FILE", "--table", "99", "x"), "no table 99"),
        (("add", "FILE", "--round", "9", "x"), "no round 9"),
        (("add", "FILE", "--theme", "Feu", "x"), 'no theme "Feu"'),
        (("add", "FILE", "--statement", "7.7", "x"), "no statement “7.7”"),
        (("add", "FILE", "   "), "needs words"),
        (("import", "FILE", "nowhere.eml"), "no file nowhere.eml"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence_and_changes_nothing(
    stated, added, told, refused, arguments, sentence
):
    before = told("amendments", "list", stated, "--json")
    assert sentence in refused("amendments", *(stated if a == "FILE" else a for a in arguments))
    assert told("amendments", "list", stated, "--json") == before


def test_a_filled_form_is_read_once_however_often_it_comes(stated, told, refused, tmp_path):
    with open_cafe(stated) as cafe:
        shot = cafe.cafes.snapshot()
    page = exported("html", shot, what="form").decode()
    names = [part.split('"')[0] for part in page.split(' name="')[1:]]
    mail = tmp_path / "réponse.txt"
    lines = [
        f"{name}=Pas un puits" if name[0] == "1" else f"{name}=" for name in names if "-" in name
    ]
    mail.write_text("Bonjour\n" + "\n".join(lines), encoding="utf-8")

    tried = told("amendments", "import", stated, mail, "--dry-run", "--json")
    assert told("amendments", "list", stated, "--json") == []
    first = told("amendments", "import", stated, mail, mail, "--json")
    again = told("amendments", "import", stated, mail, "--json")

    assert [each["text"] for each in first["added"]] == ["Pas un puits"]
    assert [each["id"] for each in tried["added"]] == [each["id"] for each in first["added"]]
    assert (again["added"], again["known"]) == ([], [first["added"][0]["id"]])
    assert first["unread"] == ["Bonjour", "Bonjour"]
    assert "added: 0; here already: 1" in told("amendments", "import", stated, mail)
    mail.write_text("Bonjour")
    assert "no filled form" in refused("amendments", "import", stated, mail)


def test_the_harvest_tells_corrections_and_names_nobody_who_did_not_agree(stated, added, told):
    told("amendments", "add", stated, "--who", "Ana", "--named", "x")
    out = stated.with_name("h.json")
    told("export", stated, "-o", out)

    who = {each["text"]: each["who"] for each in json.loads(out.read_text())["amendments"]}
    assert who == {"- Pas un puits": "", "x": "Ana"}


def test_actions_have_their_numbers_and_several_get_a_state_at_once(stated, told):
    listed = told("actions", "list", stated, "--json")
    assert [each["number"] for each in listed] == ["T1·R1·#1", "T2·R1·#1", "T3·R1·#1"]
    assert {each["state"] for each in listed} == {None}

    told(
        "actions", "set", stated, "T1·R1·#1", listed[1]["id"], "--state", "done", "--on",
        "2027-02-03", "--why", "- le chantier est fini",
    )  # fmt: skip
    listed = told("actions", "list", stated, "--json")
    assert [each["state"] for each in listed] == ["done", "done", None]
    assert (listed[0]["state_on"], listed[0]["state_why"]) == (
        "2027-02-03",
        "- le chantier est fini",
    )
    told("actions", "set", stated, "t1 r1 1", "--state", "unknown")
    assert told("actions", "list", stated, "--json")[0]["state_on"] is None


def test_a_state_is_refused_for_what_is_no_action_and_all_or_none_is_kept(stated, told, refused):
    told("notes", "add", stated, "--table", 1, "--round", 1, "--kind", "idea", "Une idée")
    before = told("actions", "list", stated, "--json")
    for notes, sentence in (
        (("T1·R1·#1", "T1·R1·#2"), "is no action"),
        (("T1·R1·#1", "T9·R9·#9"), "no note"),
        (("T1·R1·#1", "zzz"), "no note"),
    ):
        assert sentence in refused("actions", "set", stated, *notes, "--state", "done")
    bad = refused("actions", "set", stated, "T1·R1·#1", "--state", "lost", code=2)
    assert "the states are: under_way, done, postponed, dropped, unknown" in bad
    why = refused("actions", "set", stated, "T1·R1·#1", "--state", "unknown", "--why", "x")
    assert "Say first what became" in why
    assert told("actions", "list", stated, "--json") == before


def test_the_letter_and_the_form_are_written_by_command(stated, told, refused, tmp_path):
    told("report", stated, "--edition", "letter", "-o", tmp_path / "l.pdf")
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF")
    told("export", stated, "--as", "form", "-o", tmp_path / "f.html")
    assert "<form" in (tmp_path / "f.html").read_text()
    bad = refused("export", stated, "--as", "form", "-o", tmp_path / "f.csv", code=2)
    assert "--as form is for files that end in .html" in bad
