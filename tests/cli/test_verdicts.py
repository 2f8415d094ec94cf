"""`wcafe verdicts`, and who confirms in `wcafe statements list`."""

import pytest

from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.verdicts import Answer, sentence_code


@pytest.fixture
def café(file, told):
    path = file.with_name("b.wcafe")
    told("new", path, "--title", "B", "--tables", 4)
    with open_cafe(path) as cafe:
        notes = [
            cafe.notes.add(table=t, round_=0, kind=Kind.IDEA, text=f"Note {t}").note
            for t in (0, 2, 2)
        ]
        theme = cafe.synthesis.name_theme("Du vert", notes=tuple(notes))
        cafe.statements.write(theme.id, "Un arbre.", notes[:2])
        cafe.statements.write(theme.id, "Un banc.", notes[2:])
    return path


@pytest.fixture
def statements(café):
    with open_cafe(café, is_read_only=True) as cafe:
        return cafe.synthesis.themes()[0].statements


def confirmed(told, café):
    return [each["confirmed"] for each in told("statements", "list", café, "--json")]


def rewrite(café, statement, text):
    with open_cafe(café) as cafe:
        (theme,) = cafe.synthesis.themes()
        cafe.statements.write(theme.id, text, statement.notes, seen=statement)


def test_each_table_is_listed_with_what_it_is_asked(café, statements, told):
    tree, bench = statements

    listed = told("verdicts", "list", café, "--json")

    assert listed[0] == {
        "table": 1,
        "place": 1,
        "statement": tree.id,
        "theme": "Du vert",
        "text": "Un arbre.",
        "code": sentence_code(tree),
        "answer": None,
        "words": "",
        "changed": False,
    }
    asked = [(each["table"], each["place"], each["statement"]) for each in listed]
    assert asked == [(1, 1, tree.id), (3, 1, tree.id), (3, 2, bench.id)]
    lines = told("verdicts", "list", café).splitlines()
    assert lines[0] == "Table 1"
    assert lines[1] == f"  1 {sentence_code(tree)} –"
    assert lines[-1] == "Confirmed by 0 of 2 tables"


def test_a_sentence_is_meant_by_its_place_its_code_or_its_id(café, statements, told):
    tree, bench = statements

    assert told("verdicts", "set", café, "--table", 1, 1, "confirmed").startswith("Confirmed by 1")
    code = sentence_code(bench).lower()
    told("verdicts", "set", café, "--table", 3, code, "amend", "--words", "Deux bancs")
    told("verdicts", "set", café, "--table", 3, tree.id, "confirmed")

    assert confirmed(told, café) == [[1, 3], []]
    said = {(v["table"], v["place"]): v for v in told("verdicts", "list", café, "--json")}
    assert (said[3, 2]["answer"], said[3, 2]["words"]) == ("amend", "Deux bancs")
    assert "to change: “Deux bancs”" in told("verdicts", "list", café)


def test_the_last_answer_stands_and_none_takes_it_back(café, told):
    for answer, expected in (
        ("confirmed", [1]),
        ("not_ours", []),
        ("confirmed", [1]),
        ("none", []),
    ):
        told("verdicts", "set", café, "--table", 1, 1, answer)
        assert confirmed(told, café)[0] == expected
    with open_cafe(café, is_read_only=True) as cafe:
        assert cafe.verdicts.all() == set()


def test_a_sentence_that_was_written_anew_is_to_be_asked_again(café, statements, told):
    tree, _bench = statements
    told("verdicts", "set", café, "--table", 1, 1, "confirmed")

    rewrite(café, tree, "Deux arbres.")

    assert confirmed(told, café)[0] == []
    first = told("verdicts", "list", café, "--json")[0]
    assert (first["answer"], first["changed"]) == (None, True)
    assert "to be asked again" in told("verdicts", "list", café)
    with open_cafe(café, is_read_only=True) as cafe:
        now = cafe.synthesis.themes()[0].statements[0]
    rewrite(café, now, "Un arbre.")
    assert confirmed(told, café)[0] == [1]


def test_a_strip_that_was_printed_before_an_edit_is_found_out_by_its_code(
    café, statements, told, refused
):
    tree, _bench = statements
    rewrite(café, tree, "Deux arbres.")

    code = sentence_code(tree)

    assert code in refused("verdicts", "set", café, "--table", 1, code, "confirmed")


@pytest.mark.parametrize(
    ("table", "statement", "told_"),
    [
        (0, "1", "table 0"),
        (2, "1", "table 2"),
        (99, "1", "table 99"),
        (1, "2", "“2”"),
        (1, "nothing", "“nothing”"),
    ],
)
def test_what_a_table_is_not_asked_is_refused_and_changes_nothing(
    café, refused, table, statement, told_
):
    before = café.read_bytes()

    said = refused("verdicts", "set", café, "--table", table, statement, "confirmed")

    assert told_ in said
    assert café.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [(1, "1", "yes"), (1, "1", "certain"), ("x", "1", "amend")],
)
def test_bad_usage_is_told(café, refused, arguments):
    table, *rest = arguments
    refused("verdicts", "set", café, "--table", table, *rest, code=2)


def test_words_that_are_too_long_are_refused(café, refused):
    said = refused("verdicts", "set", café, "--table", 1, 1, "amend", "--words", "x" * 2_001)

    assert "2000" in said


def test_without_a_sentence_there_is_nothing_to_ask(file, told):
    assert told("verdicts", "list", file, "--json") == []
    assert "nothing to ask" in told("verdicts", "list", file)


def test_strips_are_printed_and_tables_without_one_are_told(café, wcafe, tmp_path):
    code, out, err = wcafe("print", café, "strips", "-o", tmp_path / "strips.pdf")

    assert (code, out) == (0, f"{tmp_path / 'strips.pdf'}\n")
    assert "no strip for them: 2, 4." in err
    assert (tmp_path / "strips.pdf").read_bytes().startswith(b"%PDF")


def test_the_harvest_as_json_holds_what_tables_say(café, statements, told, tmp_path):
    import json

    tree, bench = statements
    told("verdicts", "set", café, "--table", 3, 1, "not_ours")
    told("verdicts", "set", café, "--table", 1, 1, "amend", "--words", "Deux")
    told("verdicts", "set", café, "--table", 3, 2, "confirmed")
    rewrite(café, bench, "Un siège.")

    told("export", café, "-o", tmp_path / "harvest.json")

    assert json.loads((tmp_path / "harvest.json").read_text())["verdicts"] == [
        {"statement": tree.id, "table": 1, "answer": "amend", "words": "Deux"},
        {"statement": tree.id, "table": 3, "answer": "not_ours", "words": ""},
    ]  # and nothing of the sentence that was written anew since


def test_every_answer_can_be_given():
    from wcafe.cli.verdicts_parser import ANSWERS

    assert set(ANSWERS) == {answer.value for answer in Answer} | {"none"}
