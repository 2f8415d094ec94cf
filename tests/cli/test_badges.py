"""Badges on the command line: who needs a new one, and a PDF of these alone."""

import re
from dataclasses import replace

import pypdf
import pytest

from tests.cafes import write_list
from wcafe.app import open_cafe
from wcafe.domain.badges import BadgeFace
from wcafe.store.lock import only_writer

LIST = "Prénom;Nom;Courriel;Hôte de table\n" + "".join(
    f"P{n:02};Nom{n:02};p{n:02}@example.org;{'oui' if n < 4 else ''}\n" for n in range(20)
)


@pytest.fixture
def planned(tmp_path, told):
    """Twenty people of five tables in four rounds, four of them willing to host."""
    path = tmp_path / "c.wcafe"
    told("new", path, "--title", "S", "--lang", "fr", "--rounds", 4, "--tables", 5, "--seats", 5)
    told("import", path, write_list(tmp_path, LIST))
    told("plan", path, "--seconds", "0.3")
    return path


@pytest.fixture
def say(tmp_path, planned, told):
    """Bring in one line of a list: who is absent, called otherwise, or hosts."""

    def saying(headings, *cells):
        line = f"Courriel;{headings}\n{';'.join(cells)}\n"
        told("import", planned, write_list(tmp_path, line, "one.csv"))

    return saying


def change(path, number, **facts):
    """Correct the person of that number in the list."""
    with open_cafe(path) as cafe:
        cafe.people.save([replace(cafe.people.all()[number], **facts)])


def names_on(path):
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return set(re.findall(r"(?:Nom|Autre)\d\d", text))


def needed(said):
    """Return the names of those who need a new badge, as the command told them."""
    line = next(line for line in said.splitlines() if line.startswith("New badges are needed for:"))
    return set(re.findall(r"(?:Nom|Autre)\d\d", line))


def test_who_becomes_host_is_told_to_need_a_new_badge_though_no_table_changes(planned, say, told):
    say("Prénom;Nom;Statut", "p00@example.org", "P00", "Nom00", "absente")

    said = told("plan", planned, "--from-round", "4", "--seconds", "0.3")

    heir = re.search(r"(Nom\d\d) hosts table", said)[1]
    assert heir in needed(said)
    assert "No badge" not in said


def test_the_control_a_build_that_compares_seats_says_that_no_badge_is_needed(
    planned, say, told, monkeypatch
):
    monkeypatch.setattr(BadgeFace, "digest", property(lambda face: str(face.route)))

    with pytest.raises((AssertionError, StopIteration)):
        test_who_becomes_host_is_told_to_need_a_new_badge_though_no_table_changes(
            planned, say, told
        )


def test_two_hosts_who_leave_make_the_badges_of_two_heirs(planned, say, told):
    for number in ("00", "01"):
        row = (f"p{number}@example.org", f"P{number}", f"Nom{number}", "absente")
        say("Prénom;Nom;Statut", *row)

    said = told("plan", planned, "--from-round", "2", "--seconds", "0.3")

    heirs = set(re.findall(r"(Nom\d\d) hosts table", said))
    assert len(heirs) == 2
    assert heirs <= needed(said)
    assert not {"Nom00", "Nom01"} & needed(said)


def test_a_name_that_is_corrected_is_printed_anew_and_nobody_else(planned, tmp_path, told):
    told("print", planned, "badges", "-o", tmp_path / "all.pdf")
    change(planned, 7, family="Autre07")

    told("print", planned, "badges", "-o", tmp_path / "b.pdf", "--only-changed")

    assert names_on(tmp_path / "b.pdf") == {"Autre07"}
    assert needed(told("plan", planned, "--from-round", "2", "--seconds", "0.3")) == {"Autre07"}


def test_the_badges_named_after_a_repair_are_those_that_are_printed(planned, tmp_path, say, told):
    told("print", planned, "badges", "-o", tmp_path / "all.pdf")
    say("Prénom;Nom;Statut", "p02@example.org", "P02", "Nom02", "absente")
    said = told("plan", planned, "--from-round", "3", "--seconds", "0.3")

    told("print", planned, "badges", "-o", tmp_path / "b.pdf", "--only-changed")

    assert names_on(tmp_path / "b.pdf") == needed(said)
    assert "Nom02" not in needed(said)


def test_who_leaves_before_the_last_round_needs_a_badge_without_it(planned, tmp_path, told):
    change(planned, 9, present=frozenset({0, 1, 2}))

    said = told("plan", planned, "--from-round", "4", "--seconds", "0.3")

    assert "Nom09" in needed(said)


def test_composed_anew_after_printing_whose_badge_is_wrong_is_told(planned, tmp_path, told):
    assert "badge" not in told("plan", planned, "--seconds", "0.3", "--seed", "2")
    told("print", planned, "badges", "-o", tmp_path / "all.pdf")

    assert "No badge has to be made again." in told(
        "plan", planned, "--seconds", "0.3", "--seed", "2"
    )
    assert len(needed(told("plan", planned, "--seconds", "0.3", "--seed", "3"))) > 8


def test_without_a_changed_badge_nothing_is_written(planned, tmp_path, told, refused):
    target = tmp_path / "b.pdf"
    said = refused("print", planned, "badges", "-o", target, "--only-changed")
    assert "Nobody holds a badge yet: print all badges first." in said

    told("print", planned, "badges", "-o", tmp_path / "all.pdf")
    said = refused("print", planned, "badges", "-o", target, "--only-changed")
    assert "No badge has to be made again." in said
    assert not target.exists()


def test_only_badges_can_be_chosen(planned, tmp_path, refused):
    target = tmp_path / "t.pdf"
    said = refused("print", planned, "table-list", "-o", target, "--for", "P01 Nom01", code=2)
    assert "changes nothing of “table-list”" in said
    said = refused("print", planned, "table-list", "-o", target, "--only-changed")
    assert "“table-list” was never printed: print all of it first." in said
    assert not target.exists()


def test_the_badges_of_some_people_are_printed_by_name_or_code(planned, tmp_path, told, refused):
    with open_cafe(planned) as cafe:
        code = f"WCAFE-P-{cafe.people.all()[5].id.replace('-', '').upper()}"
    target = tmp_path / "b.pdf"

    told("print", planned, "badges", "-o", target, "--for", "p03 nom03", "NOM04 P04", code)

    assert names_on(target) == {"Nom03", "Nom04", "Nom05"}
    assert "Nobody is called “Zoé”" in refused(
        "print", planned, "badges", "-o", target, "--for", "Zoé"
    )
    with open_cafe(planned, is_read_only=True) as cafe:
        assert cafe.cafes.snapshot().badges == {}, "a few badges are not all of them"


def test_two_of_one_name_are_told_apart_by_the_code(planned, tmp_path, refused):
    change(planned, 4, given="P03", family="Nom03")

    said = refused("print", planned, "badges", "-o", tmp_path / "b.pdf", "--for", "P03 Nom03")

    assert "Several people are called “P03 Nom03”" in said


def test_who_comes_to_no_round_has_no_badge_to_print(planned, tmp_path, say, refused):
    say("Prénom;Nom;Statut", "p09@example.org", "P09", "Nom09", "absente")

    said = refused("print", planned, "badges", "-o", tmp_path / "b.pdf", "--for", "P09 Nom09")

    assert "attend no round: P09 Nom09" in said


def test_badges_are_printed_while_the_café_is_open_in_the_app(planned, tmp_path, wcafe):
    before = planned.read_bytes()

    with only_writer(planned, program="desk"):
        code, out, err = wcafe("print", planned, "badges", "-o", tmp_path / "b.pdf")

    assert (code, out.strip()) == (0, str(tmp_path / "b.pdf"))
    assert err.startswith("It was not noted in the café what was printed.")
    assert err.count("\n") == 1
    assert planned.read_bytes() == before
    assert len(names_on(tmp_path / "b.pdf")) == 20


def test_the_json_of_a_plan_says_nothing_more(planned, tmp_path, told):
    told("print", planned, "badges", "-o", tmp_path / "all.pdf")

    plan = told("plan", planned, "--seconds", "0.3", "--seed", "5", "--json")

    assert list(plan)[-4:] == ["balance", "seconds", "method", "seed"]


def test_a_named_host_does_not_drop_the_willing(planned, told):
    change(planned, 19, host_of=4)

    plan = told("plan", planned, "--seconds", "0.3", "--json")

    assert "Hosts were picked among the 4 people who are willing." in plan["notices"]
    assert not any("without a host" in notice for notice in plan["notices"])
    hosts = sum(len(set(route)) == 1 for route in zip(*plan["seats"], strict=True))
    assert hosts == 5


@pytest.mark.slow
def test_tables_without_a_host_are_told_in_json_and_on_the_terminal(planned, told):
    for number in range(4):
        change(planned, number, willing=False)
    change(planned, 19, host_of=1)

    plan = told("plan", planned, "--seconds", "0.3", "--json")

    assert "Tables without a host, by number: 1, 3, 4, 5." in plan["notices"]
    assert "Tables without a host, by number: 1, 3, 4, 5." in told(
        "plan", planned, "--from-round", "2"
    )
