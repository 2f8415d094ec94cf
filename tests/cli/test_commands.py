"""Every command of PRODUCT.md: what it does, what it prints, how it ends."""

import json
import stat
from dataclasses import replace

import pypdf
import pytest

from tests.cafes import NAMES, write_list
from wcafe.app import open_cafe
from wcafe.domain.artefacts import EDITIONS

PEOPLE = "Nom complet;Courriel;Hôte\n" + "\n".join(
    f"{NAMES[n % 5]} {n};p{n}@example.org;{'oui' if n % 3 == 0 else ''}" for n in range(30)
)


@pytest.fixture
def file(tmp_path, told):
    path = tmp_path / "café.wcafe"
    told("new", path, "--title", "Notre rue", "--lang", "fr")
    return path


@pytest.fixture
def planned(file, tmp_path, told):
    told("import", file, write_list(tmp_path, PEOPLE))
    told("plan", file, "--seconds", "0.5")
    return file


def test_new_makes_a_café_with_what_was_asked_for(tmp_path, told):
    path = tmp_path / "x.wcafe"
    told(
        *("new", path, "--title", "Une  rue", "--date", "2026-11-26", "--rounds", 4, "--tables", 6),
        *("--seats", 6, "--question", "Quoi ?", "--question", "Comment ?", "--place", "Brest"),
    )
    data = json.loads(
        told("export", path, "-o", tmp_path / "x.json") and (tmp_path / "x.json").read_text()
    )

    assert (data["cafe"]["title"], data["cafe"]["date"]) == ("Une rue", "2026-11-26")
    assert (data["cafe"]["rounds"], len(data["cafe"]["tables"])) == (4, 6)
    assert data["cafe"]["questions"] == {"mode": "per_round", "texts": ["Quoi ?", "Comment ?"]}
    assert data["cafe"]["language"] == "en"  # the computer's


def test_an_existing_file_is_refused(file, refused):
    before = file.read_bytes()

    assert "already a file" in refused("new", file, "--title", "Autre")
    assert file.read_bytes() == before


def test_import_tells_what_it_read(file, tmp_path, told):
    rows = PEOPLE + "\nZoé d'Ân-Lê 0;P0@example.org;\nAnonyme;;\n"
    rows = rows.replace("Hôte", "Hôte;Statut")
    rows = rows.replace("p7@example.org;", "p7@example.org;;Annulé")
    path = write_list(
        tmp_path,
        rows.replace("Hôte", "Hôte;Statut").replace("p7@example.org;", "p7@example.org;;Annulé"),
        encoding="cp1252",
    )
    dry = told("import", file, path, "--dry-run", "--json")
    found = told("import", file, path, "--json")

    assert found == dry
    assert list(found) == [
        *("read", "added", "updated", "duplicates", "set_aside", "rejected"),
        *("columns", "encoding", "delimiter", "header_row", "unused", "status_words"),
    ]
    assert (found["read"], found["added"], found["updated"]) == (32, 29, 0)
    assert found["duplicates"] == [
        {"row": 32, "name": "Zoé d'Ân-Lê 0", "reason": "The same person as in row 2."}
    ]
    assert [row["row"] for row in found["set_aside"]] == [9]
    assert [row["row"] for row in found["rejected"]] == [33]
    assert (found["encoding"], found["delimiter"], found["header_row"]) == ("cp1252", ";", 1)
    assert found["columns"]["full_name"] == "Nom complet"
    assert found["status_words"] == {"coming": [], "not_coming": ["Annulé"], "unknown": []}


def test_columns_are_mapped_by_the_user(file, tmp_path, told, refused):
    path = write_list(tmp_path, "Wer;Wo\nAna Silva;Bonn\n")

    assert "--map full_name=COLUMN" in refused("import", file, path)
    assert "Wer, Wo" in refused("import", file, path, "--map", "full_name=Wen")
    refused("import", file, path, "--map", "full_name", code=2)
    found = told("import", file, path, "--map", "full_name=Wer", "--map", "ville=Wo", "--json")
    assert found["columns"] == {"full_name": "Wer", "ville": "Wo"}


@pytest.mark.parametrize(
    ("field", "column"), [("nom", "family"), ("Nom de famille", "family"), ("surnom", "surnom")]
)
def test_no_word_for_a_field_takes_the_names_away(file, tmp_path, told, field, column):
    path = write_list(tmp_path, "NOM;Prénom\nd'Ân-Lê;Zoé\nDiallo;Ben\n")

    found = told("import", file, path, "--map", f"{field}=NOM", "--json")

    told("export", file, "-o", tmp_path / "people.csv", "--what", "people")
    kept = (tmp_path / "people.csv").read_text(encoding="utf-8-sig")
    assert (found["columns"][column], found["added"]) == ("NOM", 2)
    assert '"Zoé";"d\'Ân-Lê"' in kept


def test_plan_prints_the_contracts_json(planned, told):
    plan = told("plan", planned, "--seconds", "0.5", "--seed", "3", "--json")

    assert (plan["people"], plan["tables"], plan["rounds"]) == (30, 6, 3)
    assert len(plan["ids"]) == 30
    assert [len(row) for row in plan["seats"]] == [30, 30, 30]
    assert {seat for row in plan["seats"] for seat in row} == set(range(6))
    assert plan["lower_bound"] <= plan["repeat_meetings"] <= plan["coincidences"]
    assert plan["coincidences_bound"] <= plan["coincidences"]
    assert plan["violations"] == []
    assert any("10 people who are willing" in notice for notice in plan["notices"])
    assert plan["seed"] == 3
    assert plan["seconds"] < 1
    assert list(plan) == [
        *("people", "tables", "rounds", "ids", "seats", "repeat_meetings", "lower_bound"),
        *("coincidences", "coincidences_bound", "proven_optimal", "violations", "notices"),
        *("balance", "seconds", "method", "seed"),
    ]


def test_the_same_seed_prints_the_same_seats(planned, told):
    first, second = (told("plan", planned, "--json")["seats"] for _ in range(2))

    assert first == second


def test_a_repair_from_a_round_on_keeps_those_before(planned, tmp_path, told, refused):
    before = told("plan", planned, "--json")
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    after = told("plan", planned, "--from-round", "2", "--json")
    place = {person: k for k, person in enumerate(after["ids"])}

    kept = [after["seats"][0][place[person]] for person in before["ids"]]
    assert kept == before["seats"][0]
    assert after["people"] == 31
    assert "no round 4" in refused("plan", planned, "--from-round", "4")


def test_a_repair_says_whose_badge_is_to_be_made_again(planned, tmp_path, told):
    told("plan", planned)
    assert "badge" not in told("plan", planned)  # the control: composed, not repaired
    assert "No badge has to be made again." in told("plan", planned, "--from-round", "2")

    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    repaired = told("plan", planned, "--from-round", "2")
    assert "Nour Tard" in repaired.split("New badges are needed for: ")[1]


def test_from_the_first_round_on_a_repair_keeps_nearly_every_seat(planned, tmp_path, told):
    before = told("plan", planned, "--json")
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))

    changed = {}
    for asked in (("--from-round", "1"), ("--seed", "2")):
        after = told("plan", planned, *asked, "--seconds", "0.3", "--json")
        place = {person: k for k, person in enumerate(after["ids"])}
        changed[asked] = sum(
            row[k] != after["seats"][r][place[person]]
            for r, row in enumerate(before["seats"])
            for k, person in enumerate(before["ids"])
        )
    assert changed["--from-round", "1"] <= 3
    assert changed["--seed", "2"] > 20  # the control: composed anew, badges would be waste


def test_from_the_first_round_on_a_café_without_a_plan_is_composed(file, tmp_path, told):
    told("import", file, write_list(tmp_path, "Nom\n" + "\n".join(f"Ana {n}" for n in range(12))))

    assert told("plan", file, "--from-round", "1", "--json")["violations"] == []


def test_a_walk_in_at_a_full_café_gets_a_chair(planned, tmp_path, told):
    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    plan = told("plan", planned, "--from-round", "2", "--json")

    assert "There is no seat left: put one more chair at each table (6 in all)." in plan["notices"]
    assert max(row.count(t) for row in plan["seats"] for t in range(6)) == 6


def test_rules_that_cannot_hold_print_the_plan_store_nothing_and_end_with_1(tmp_path, wcafe, told):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title", "T", "--tables", 2, "--seats", 10)
    told("import", path, write_list(tmp_path, PEOPLE[:400].rsplit("\n", 1)[0]))
    code, out, err = wcafe("plan", path, "--seconds", "0.3", "--json")
    plan = json.loads(out)

    assert code == 1
    assert {breach["rule"] for breach in plan["violations"]} == {"distinct_tables"}
    breach = plan["violations"][0]
    assert set(breach) == {"rule", "who", "rounds", "why"}
    assert breach["who"][0] in plan["ids"]
    assert err.count("\n") == 1
    assert "no plan yet" in wcafe("print", path, "badges", "-o", tmp_path / "b.pdf")[2]


def test_jokers_are_told_only_where_they_are_asked_for(planned, told):
    before = told("plan", planned, "--seconds", "0.3", "--json")
    plan = told("plan", planned, "--seconds", "0.3", "--jokers", "--json")

    assert "jokers" not in before
    assert list(plan) == [*before, "jokers"]
    assert plan["people"] == len(plan["ids"]) == len(plan["seats"][0]) == 30
    assert len(plan["jokers"]) == 2
    assert all(len(set(route)) == 3 for route in plan["jokers"])
    told_in_words = told("plan", planned, "--seconds", "0.3", "--jokers", "4")
    assert "4 joker routes." in told_in_words


@pytest.mark.parametrize("number", ["-1", "201"])
def test_a_number_of_jokers_that_cannot_be_is_told_with_those_that_can(planned, refused, number):
    before = planned.read_bytes()

    said = refused("plan", planned, "--jokers", number)

    assert "0 to 200" in said
    assert number in said
    assert planned.read_bytes() == before


def test_the_number_of_jokers_is_remembered_until_another_is_given(planned, tmp_path, told):
    told("plan", planned, "--seconds", "0.3", "--jokers", "3")
    assert "3 joker routes." in told("plan", planned, "--seconds", "0.3")

    assert "joker" not in told("plan", planned, "--seconds", "0.3", "--jokers", "0")
    assert "joker" not in told("plan", planned, "--seconds", "0.3")


def test_spare_badges_are_printed_with_the_others(planned, tmp_path, told):
    told("plan", planned, "--seconds", "0.3", "--jokers", "3")
    told("print", planned, "badges", "-o", tmp_path / "b.pdf")
    pages = pypdf.PdfReader(tmp_path / "b.pdf").pages
    text = "".join(page.extract_text() for page in pages)

    assert [f"Joker {n}" in text for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_too_few_chairs_for_jokers_are_one_sentence_and_nothing_changes(tmp_path, told, refused):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title", "T", "--tables", 8, "--seats", 4)
    told("import", path, write_list(tmp_path, PEOPLE))
    told("plan", path, "--seconds", "0.3")
    before = told("plan", path, "--seconds", "0.3", "--json")["seats"]

    assert "Chairs left for them: 2." in refused("plan", path, "--jokers", "3")
    assert told("plan", path, "--seconds", "0.3", "--json")["seats"] == before
    assert "not a whole number" in refused("plan", path, "--jokers", "abc", code=2)


def test_rehearse_prints_what_absences_do_and_which_number_of_tables_stands_them_best(
    planned, told
):
    found = told("rehearse", planned, "--draws", 4, "--seed", 2, "--json")

    assert (found["people"], found["tables"], found["draws"], found["seed"]) == (30, 6, 4, 2)
    assert found["best"] == 6
    assert found["missing"] == [5]  # 25 seats for 30 people
    assert {line["tables"] for line in found["lines"]} == {6, 7}
    assert set(found["lines"][0]) == {"tables", "absent", "thin", "repeats", "moves"}
    assert (found["lines"][0]["absent"], found["lines"][0]["thin"]) == (0.0, 0.0)
    in_words = told("rehearse", planned, "--draws", "4", "--seed", "2")
    assert "The 6 tables of the plan stand absences best." in in_words
    assert " 30%" in in_words


def test_rehearse_needs_a_plan_and_draws_that_make_sense(file, refused):
    assert "no plan yet" in refused("rehearse", file)
    assert "not a whole number" in refused("rehearse", file, "--draws", "0", code=2)
    assert "not a whole number" in refused("rehearse", file, "--draws", "10001", code=2)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("rehearse", "x.wcafe", "--draws", "0"), "from 1 to "),
        (("solve", "--tables", "4", "--seats", "4", "--rounds", "3", "--seed", "-1"), "from 0 on"),
        (("solve", "--tables", "four", "--seats", "4", "--rounds", "3"), "not a whole number\n"),
    ],
)
def test_a_number_that_does_not_fit_is_told_with_those_that_do(refused, asked, why):
    assert why in refused(*asked, code=2)


def test_solve_needs_no_café(told):
    plan = told("solve", "--tables", 8, "--seats", 4, "--rounds", 4, "--json")

    assert (plan["people"], plan["repeat_meetings"], plan["proven_optimal"]) == (32, 0, True)
    assert plan["ids"][:3] == ["0", "1", "2"]
    assert all(row.count(t) == 4 for row in plan["seats"] for t in range(8))


def test_solve_reads_a_problem(tmp_path, told, wcafe):
    problem = {
        "rounds": 2,
        "tables": [{"max": 3}, {"max": 3}],
        "people": [{"id": name} for name in "abcdef"],
        "apart": [["a", "b"]],
        "pins": [{"id": "c", "round": 1, "table": 1}],
    }
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(problem))
    plan = told("solve", "--problem", path, "--json")

    assert plan["ids"] == list("abcdef")
    assert plan["seats"][1][2] == 1
    assert all(row[0] != row[1] for row in plan["seats"])

    path.write_text(json.dumps({**problem, "together": [["a", "b"]]}))
    code, out, err = wcafe("solve", "--problem", path, "--json", "--seconds", "0.2")
    assert code == 1
    assert {breach["rule"] for breach in json.loads(out)["violations"]} <= {"apart", "together"}
    assert "b" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--tables", 3, "--seats", 4, "--rounds", 3, "--people", 13), "need a seat: 13"),
        (("--tables", 0, "--seats", 4, "--rounds", 3), "tables, not 0"),
        (("--tables", 3, "--seats", 4, "--rounds", 0), "rounds, not 0"),
        (("--tables", 3, "--seats", 0, "--rounds", 2), "people, not 0"),
        (("--tables", -2, "--seats", 4, "--rounds", 2), "tables, not -2"),
        (("--tables", 10**12, "--seats", 4, "--rounds", 2), "tables, not 1000000000000"),
        (("--tables", 9, "--seats", 10**12, "--rounds", 2), "people, not 9000000000000"),
    ],
)
def test_impossible_numbers_are_told_in_a_sentence(refused, arguments, sentence):
    assert sentence in refused("solve", *arguments, "--json")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"rounds": 2}', "\x89PNG", "[" * 100_000])
def test_a_problem_that_is_none_is_told(refused, tmp_path, content):
    path = tmp_path / "problem.json"
    path.write_text(content)

    assert "Nothing was solved." in refused("solve", "--problem", path)


def test_print_writes_a_pdf_or_lists_what_there_is(planned, tmp_path, told, refused):
    for artefact, pages in (("badges", 4), ("table-list", 2)):
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


@pytest.fixture
def nobody_there(planned):
    """The café with a plan that still seats the first two, who come to no round any more."""
    with open_cafe(planned) as cafe:
        away = [replace(each, present=frozenset()) for each in cafe.people.all()[:2]]
        return cafe.people.save(away)


def test_who_gets_no_badge_is_told(planned, nobody_there, tmp_path, told, wcafe):
    told("plan", planned, "--seconds", "0.2")

    code, _out, err = wcafe("print", planned, "badges", "-o", tmp_path / "b.pdf")

    first, second = (each.name for each in nobody_there)
    assert code == 0
    assert err == f"No badge is printed for people who attend no round: {first}, {second}.\n"
    assert wcafe("print", planned, "table-list", "-o", tmp_path / "l.pdf")[2] == ""


@pytest.mark.usefixtures("nobody_there")
def test_the_plan_counts_who_has_a_seat(planned, told):
    assert told("plan", planned, "--seconds", "0.2").startswith("28 people, 6 tables, 3 rounds.")


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_report_is_written_with_or_without_notes(file, tmp_path, told, edition):
    told("report", file, "-o", tmp_path / "r.pdf", "--edition", edition)

    pages = pypdf.PdfReader(tmp_path / "r.pdf").pages
    assert "Aucune note" in "".join(page.extract_text() for page in pages)


def test_export_writes_by_ending_and_lists_the_formats(planned, tmp_path, told, refused):
    for name in ("x.json", "x.md", "x.csv", "X.CSV"):
        told("export", planned, "-o", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 50
    for what in ("people", "plan", "notes"):
        told("export", planned, "-o", tmp_path / "x.csv", "--what", what)

    for name in ("x.docx", "x", "x.exe"):
        assert "md, csv, json" in refused("export", planned, "-o", tmp_path / name, code=2)


def test_notes_are_added_brought_in_and_listed(planned, tmp_path, told, refused):
    note = told(
        "notes", "add", planned, "--table", 2, "--round", 3, "--kind", "quote", "C'est la fête"
    ).strip()
    path = write_list(tmp_path, "table;ronde;genre;texte;thème\n1;1;idée;Un banc;Repos\n", "n.csv")
    told("notes", "import", planned, path)
    listed = told("notes", "list", planned, "--json")

    assert list(listed[0]) == [
        *("id", "table", "round", "kind", "text", "rev", "created", "author", "conflict_of", "late")
    ]
    assert listed[0] | {"created": ""} == {
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


def test_check_tells_soundness_and_broken_rules(planned, tmp_path, told, wcafe):
    assert told("check", planned, "--json") == {"sound": True, "faults": [], "violations": []}

    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    checked = told("check", planned, "--json")
    assert {breach["rule"] for breach in checked["violations"]} == {"presence"}
    assert "Nour Tard" in checked["violations"][0]["why"]

    content = planned.read_bytes()
    planned.write_bytes(content[: len(content) // 2])
    code, out, err = wcafe("check", planned, "--json")
    assert code == 1
    assert json.loads(out) == {"sound": False, "faults": [err[7:-1]], "violations": []}


@pytest.mark.parametrize(
    ("place", "byte", "sentence"),
    [(0, b"s", "is not a café"), (60, b"\x63", "newer wcafe"), (None, b"", "damaged")],
)
def test_a_café_that_is_not_sound_is_told_in_one_line_and_left_as_it_is(
    planned, refused, wcafe, place, byte, sentence
):
    content = bytearray(planned.read_bytes())
    if place is None:
        del content[len(content) // 2 :]
    else:
        content[place : place + 1] = byte
    planned.write_bytes(content)

    assert sentence in refused("check", planned)
    assert json.loads(wcafe("check", planned, "--json")[1])["sound"] is False
    assert planned.read_bytes() == content


def test_a_flipped_bit_in_the_words_of_a_note_is_found(planned, told, refused):
    told("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea", "Un banc bleu")
    content = planned.read_bytes()
    assert content.count(b"Un banc bleu") > 1
    planned.write_bytes(content.replace(b"Un banc bleu", b"Un banc blet", 1))

    assert "note" in refused("check", planned)


def test_a_report_never_replaces_a_café(planned, tmp_path, refused):
    before = planned.read_bytes()
    named_so = tmp_path / "rue.pdf"
    named_so.write_bytes(before)

    refused("report", planned, "-o", planned, code=2)
    assert "nothing was replaced" in refused("report", planned, "-o", named_so)
    assert planned.read_bytes() == named_so.read_bytes() == before


@pytest.mark.parametrize("command", [("report",), ("print", "badges"), ("export",)])
def test_a_folder_that_is_not_there_is_told(planned, tmp_path, refused, command):
    name, *more = command
    ending = "json" if name == "export" else "pdf"
    said = refused(name, planned, *more, "-o", tmp_path / "no" / f"x.{ending}")

    assert "There is no folder" in said


def test_a_file_that_is_no_café_is_told_everywhere(tmp_path, refused):
    path = tmp_path / "x.wcafe"
    path.write_text("Nom;Prénom\n")
    for arguments in (("plan",), ("check",), ("report", "-o", "y.pdf"), ("notes", "list")):
        name, *more = arguments
        command = [name, more.pop(0), path, *more] if name == "notes" else [name, path, *more]
        assert "is not a café made by wcafe" in refused(*command)
    assert path.read_text() == "Nom;Prénom\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("serve", "x.wcafe"),
        ("serve", "--help"),
        ("new",),
        ("new", "x.wcafe"),
        ("new", "x.wcafe", "--title", "T", "--date", "26/11/2026"),
        ("new", "x.wcafe", "--title", "T", "--date", "20261126"),
        ("new", "x.wcafe", "--title", "T", "--date", "2026-W48-4"),
        ("new", "x.wcafe", "--title", "T", "--rounds", "1_0"),
        ("new", "x.wcafe", "--title", "T", "--lang", "de"),
        ("new", "x.wcafe", "--title", "T", "--rounds", "many"),
        ("plan", "x.wcafe", "--seconds", "0"),
        ("plan", "x.wcafe", "--seconds", "nan"),
        ("plan", "x.wcafe", "--seed", "-1"),
        ("solve", "--tables", "3"),
        ("solve", "--problem", "p.json", "--tables", "3"),
        ("notes",),
        ("report", "x.wcafe"),
        ("report", "x.wcafe", "-o", "y.pdf", "--edition", "comic"),
    ],
)
def test_bad_usage_ends_with_2(refused, arguments):
    assert "usage:" in refused(*arguments, code=2)


COMMANDS = ["demo", "new", "import", "plan", "solve", "print", "report", "export", "notes", "check"]


@pytest.mark.parametrize("command", [*COMMANDS, "notes add", "notes import", "notes list"])
def test_every_command_answers_help(wcafe, command):
    code, out, _err = wcafe(*command.split(), "--help")

    assert code == 0
    assert out.startswith("usage: wcafe")


def test_a_bug_is_one_line_and_no_traceback(planned, refused, monkeypatch):
    def broken(*_args, **_facts):
        raise KeyError("Zoé d'Ân-Lê")

    monkeypatch.setattr("wcafe.services.planning.composing.solve", broken)
    said = refused("plan", planned)

    assert "KeyError" in said
    assert "Zoé" not in said  # nobody's name in a report


def test_a_full_disk_is_told(planned, tmp_path, refused, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert "No space left on device" in refused("report", planned, "-o", tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()
    assert not list(tmp_path.glob(".*.new"))


def test_a_read_only_café_can_be_read(planned, tmp_path, told):
    planned.chmod(stat.S_IRUSR)

    told("report", planned, "-o", tmp_path / "r.pdf")
    assert told("notes", "list", planned, "--json") == []
