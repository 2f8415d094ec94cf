"""What a list says of notes beside their words, by the command line, in French and English."""

import zipfile
from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.app import open_cafe
from wcafe.domain.cafe import Table
from wcafe.domain.kinds import Kind, KindLabel


def brought(told, file, folder, heading, *cells, name="n.csv"):
    rows = [f"table;ronde;texte;{heading}", *(f"1;1;Note {n};{c}" for n, c in enumerate(cells))]
    return told("notes", "import", file, write_list(folder, "\n".join(rows), name), "--json")


def facts(told, file, key):
    return [note[key] for note in told("notes", "list", file, "--json")]


@pytest.mark.parametrize(
    ("key", "headings", "cells", "said"),
    [
        (
            "votes",
            "votes|Votes|Gommettes|Nb de gommettes|Points|Dots|Nombre de votes",
            "3|0|4 points|●●●|12 gommettes|1,0|-",
            [3, 0, 4, 3, 12, 1, None],
        ),
        (
            "support",
            "support|Soutien|Soutenu par|Supported by",
            "toute la table|whole table|Table|Tout le monde|une personne|One person|1|?|-",
            [*["table"] * 4, *["person"] * 3, None, None],
        ),
        (
            "from_table",
            "from_table|From table|Venu de la table|Table d'origine|Origine",
            "2|Table 3|T4|de la table 1|Le jardin|-",
            [2, 3, 4, 1, 5, None],
        ),
        (
            "prompt",
            "prompt|Prompt|Consigne|Rubrique|Question de la fiche|Section",
            "Analyse|analyse|Trois retours|Trois retours|ANALYSE|Analyse",
            ["Analyse", "Analyse", "Trois retours", "Trois retours", "Analyse", "Analyse"],
        ),
        (
            "withheld",
            "withheld|Retenue|Ne pas publier|Retenue parce que",
            "nomme un voisin|non|-",
            ["nomme un voisin", None, None],
        ),
        ("who", "who|Who|Porté par|Responsable|Qui s'en charge", "Zoé|-", ["Zoé", ""]),
        ("due", "due|When|Échéance|Due|Pour quand|Deadline", "mai 2027|-", ["mai 2027", ""]),
        ("wall", "wall|Au mur|On the wall", "oui|no|x|☐|", [True, False, True, False, False]),
        ("may_quote", "may_quote|Peut être citée|May be quoted", "Yes|non|✓", [True, False, True]),
        ("lone", "lone|Voix isolée|Lone voice", "oui|0|1", [True, False, True]),
    ],
)
def test_facts_are_found_by_their_headings_and_understood(
    file, tmp_path, told, key, headings, cells, said
):
    with open_cafe(file) as cafe:
        tables = (Table(), Table(), Table(), Table(), Table(name="Le jardin"))
        cafe.cafes.save(replace(cafe.cafes.get(), tables=tables, tables_chosen=True))
    for heading in headings.split("|"):
        found = brought(told, file, tmp_path, heading, *cells.split("|"))

        assert found["columns"][key] == [heading], heading
        assert (found["remarks"], found["rejected"], found["unused"]) == ([], [], []), heading
        assert facts(told, file, key) == said, heading


@pytest.mark.parametrize(
    ("heading", "good", "bad", "sentence"),
    [
        ("votes", "3", "beaucoup", '"beaucoup" is no number of votes'),
        ("votes", "3", "-2", '"-2" is no number of votes'),
        ("votes", "3", "3,5", '"3,5" is no number of votes'),
        ("votes", "3", "99999", "from 0 to 10000 votes, not 99999"),
        ("soutien", "table", "la moitié", '"la moitié" says neither'),
        ("venu de la table", "1", "le bar", '"le bar" is no table'),
        ("venu de la table", "1", "2000", "There is no table 2000"),
        ("lone", "oui", "peut-être", '"peut-être" says neither yes nor no'),
        ("échéance", "mai", "x" * 301, "at most 300 characters"),
    ],
)
def test_what_is_not_understood_is_told_by_row_and_the_rest_of_the_row_comes_in(
    file, tmp_path, told, heading, good, bad, sentence
):
    rows = f"table;ronde;texte;qui s'en charge;{heading}\n1;1;Un;Ana;{good}\n1;2;Deux;Zoé;{bad}\n"
    path = write_list(tmp_path, rows, "n.csv")

    found = told("notes", "import", file, path, "--json")

    assert (found["added"], found["rejected"]) == (2, [])
    assert [each["row"] for each in found["remarks"]] == [3]
    assert sentence in found["remarks"][0]["reason"]
    assert f"Column {heading}" in found["remarks"][0]["reason"]
    assert facts(told, file, "who") == ["Ana", "Zoé"]


def test_a_column_of_words_that_may_mean_votes_is_left_alone_where_no_cell_is_a_number(
    file, tmp_path, told
):
    found = brought(told, file, tmp_path, "points", "Des bancs", "De l'ombre")

    assert "votes" not in found["columns"]
    assert found["unused"] == ["points"]


def test_a_list_that_says_nothing_of_a_fact_leaves_it_and_our_own_with_an_empty_cell_clears_it(
    file, tmp_path, told
):
    brought(told, file, tmp_path, "votes;soutien;who", "3;table;Zoé")
    brought(told, file, tmp_path, "lone", "oui", name="other.csv")
    brought(told, file, tmp_path, "votes", "", name="third.csv")
    assert (facts(told, file, "votes"), facts(told, file, "support")) == ([3], ["table"])
    assert facts(told, file, "who") == ["Zoé"]

    told("export", file, "-o", tmp_path / "out.csv")
    ours = (tmp_path / "out.csv").read_text("utf-8-sig").replace('"toute la table"', '""')
    told("notes", "import", file, write_list(tmp_path, ours, "ours.csv"))

    assert (facts(told, file, "votes"), facts(told, file, "support")) == ([3], [None])


def test_several_themes_stand_in_one_cell_or_in_several_columns(file, tmp_path, told):
    rows = 'table;ronde;texte;thème;autre\n1;1;Un banc;"Repos\nOmbre";Eau\n1;1;Un mur;;Repos\n'
    path = write_list(tmp_path, rows, "n.csv")
    several = ("--map", "theme=thème", "--map", "theme=autre")

    told("notes", "import", file, path, *several)

    assert facts(told, file, "themes") == [["Repos", "Ombre", "Eau"], ["Repos"]]
    ids = facts(told, file, "id")
    themes = told("themes", "list", file, "--json")
    assert [list(each) for each in themes] == [["id", "name", "headline", "notes"]] * 3
    assert {each["name"]: each["notes"] for each in themes} == {
        "Repos": ids,
        "Ombre": ids[:1],
        "Eau": ids[:1],
    }
    assert told("themes", "list", file) == "Repos (2 notes)\nOmbre (1 note)\nEau (1 note)\n"


def test_a_café_without_themes_says_so(file, told):
    assert told("themes", "list", file) == "There are no themes yet.\n"
    assert told("themes", "list", file, "--json") == []


def test_new_prompts_become_the_cafés_and_go_with_the_import(file, tmp_path):
    with open_cafe(file) as cafe:
        cafe.cafes.save(replace(cafe.cafes.get(), prompts=("Analyse",)))
        rows = "table;ronde;texte;rubrique\n1;1;a;analyse\n1;1;b;Propositions\n1;1;c;Retours\n"
        report = cafe.notes.lists.import_list(write_list(tmp_path, rows, "n.csv"))
        assert report.prompts_added == ("Propositions", "Retours")
        assert cafe.cafes.get().prompts == ("Analyse", "Propositions", "Retours")
        assert [note.prompt for note in cafe.notes.all()] == ["Analyse", "Propositions", "Retours"]

        cafe.cafes.save(replace(cafe.cafes.get(), prompts=("Une autre", *cafe.cafes.get().prompts)))
        cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="à part")
        mine = next(note for note in cafe.notes.all() if note.text == "à part")
        cafe.notes.put(replace(mine, prompt="Retours"), base=mine.rev)
        cafe.notes.turn(report.change, is_in=False)
        assert cafe.cafes.get().prompts == ("Une autre", "Analyse", "Retours"), "one is used since"
        cafe.notes.turn(report.change, is_in=True)
        assert set(cafe.cafes.get().prompts) == {"Une autre", "Analyse", "Retours", "Propositions"}


# What a café calls its kinds


@pytest.fixture
def labelled(file):
    with open_cafe(file) as cafe:
        labels = (KindLabel(kind=Kind.IDEA, one="Piste", many="Pistes à suivre"),)
        cafe.cafes.save(replace(cafe.cafes.get(), kind_labels=labels))
    return file


def test_the_cafés_own_words_for_kinds_are_understood_and_written(labelled, tmp_path, told):
    path = write_list(tmp_path, "table;ronde;genre;texte\n1;1;pistes a suivre;Un\n1;1;idée;Deux\n")
    told("notes", "import", labelled, path)
    told("notes", "add", labelled, "--table", 1, "--round", 1, "--kind", "PISTE", "Trois")
    with_word = write_list(tmp_path, "table;ronde;genre;texte\n1;1;Truc;Quatre\n", "w.csv")
    told("notes", "import", labelled, with_word, "--kind", "truc=piste")

    assert set(facts(told, labelled, "kind")) == {"idea"}
    assert told("notes", "list", labelled).splitlines()[0] == "T1 R1 Piste: Un"
    told("export", labelled, "-o", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").count("Piste") == 4
    told("export", labelled, "-o", tmp_path / "out.md")
    assert "Piste" in (tmp_path / "out.md").read_text()
    assert "Idée" not in (tmp_path / "out.md").read_text()


def test_a_word_that_is_no_kind_is_refused_with_those_the_café_has(labelled, refused):
    where = ("notes", "add", labelled, "--table", 1, "--round", 1)

    told = refused(*where, "--kind", "zut", "Un banc", code=2)

    assert '"zut" is not a kind of note. The kinds are: insight, Piste, question' in told


# Notes one by one


def test_a_note_is_added_with_what_is_known_of_it(planned, told):
    first = told(
        *("notes", "add", planned, "--table", 2, "--round", 1, "--kind", "idée"),
        *("--prompt", "Propositions", "--support", "person", "--from-table", 3, "--votes", 0),
        *("--theme", "Repos", "--theme", "Ombre", "--theme", "repos", "Un banc"),
    ).strip()
    told(
        *("notes", "add", planned, "--table", 2, "--round", 1, "--kind", "idea"),
        *("--parent", first, "--theme", "OMBRE", "--", "- à l'ombre"),
    )

    parent, child = told("notes", "list", planned, "--json")
    assert (parent["prompt"], parent["support"]) == ("Propositions", "person")
    assert (parent["from_table"], parent["votes"]) == (3, 0)
    assert (parent["themes"], child["themes"]) == (["Repos", "Ombre"], ["Ombre"])
    assert child["parent"] == first
    assert told("notes", "list", planned).splitlines()[0] == (
        "T2 R1 idea: Un banc (Propositions · one person · from table 3 · 0 votes)"
    )


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        (("--from-table", 99), 1, "There is no table 99"),
        (("--from-table", 0), 1, "There is no table 0"),
        (("--parent", "nowhere"), 1, "There is no note “nowhere”"),
        (("--votes", "viel"), 2, "“viel” is not a whole number from 0 to 10000"),
        (("--votes", -1), 2, "“-1” is not a whole number from 0 to 10000"),
        (("--support", "crowd"), 2, "there are: table, person"),
        (("--theme", " "), 2, "a theme needs a name"),
        (("--prompt", "x" * 301), 1, "at most 300 characters"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(
    planned, told, refused, said, code, sentence
):
    where = ("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea")

    assert sentence in refused(*where, *said, "Un banc", code=code)
    assert told("notes", "list", planned, "--json") == []
    assert told("themes", "list", planned, "--json") == []


def test_a_parent_of_another_table_is_refused(planned, told, refused):
    note = told("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea", "x").strip()
    elsewhere = ("notes", "add", planned, "--table", 2, "--round", 1, "--kind", "idea")

    assert "of the same table and round" in refused(*elsewhere, "--parent", note, "y")


# The search


def test_notes_are_found_by_what_stands_beside_their_words_and_phrases_stay_apart(
    file, tmp_path, told
):
    rows = (
        "table;ronde;texte;thème;rubrique;porté par;retenue\n"
        "1;1;Un banc;De l'ombre;Propositions;la mairie;nomme un voisin\n"
        "1;1;Un mur;Eau;Analyse;;\n"
    )
    told("notes", "import", file, write_list(tmp_path, rows, "n.csv"))

    def found(search):
        listed = told("notes", "list", file, "--search", search, "--json")
        return [note["text"] for note in listed]

    for search in ("ombres", "proposition", "mairies", "voisin", "banc ombre", '"la mairie"'):
        assert found(search) == ["Un banc"], search
    assert found("-propositions") == ["Un mur"]
    assert found("banc OR mur -ombre") == ["Un mur"]


@pytest.mark.parametrize("suffix", ["md", "json", "csv", "xlsx"])
def test_names_are_hidden_in_what_stands_beside_the_words_too(file, tmp_path, told, wcafe, suffix):
    told("import", file, write_list(tmp_path, "Prénom;Nom\nSoizic;Le Goff\n", "people.csv"))
    rows = "table;ronde;texte;porté par;rubrique\n1;1;Un banc;Soizic Le Goff;Pour Soizic\n"
    told("notes", "import", file, write_list(tmp_path, rows, "n.csv"))
    out = tmp_path / f"out.{suffix}"

    code, _out, err = wcafe("export", file, "-o", out, "--hide-names")

    assert code == 0
    assert "2 names of the list stand in the harvest" in err
    content = out.read_bytes()
    if suffix == "xlsx":
        with zipfile.ZipFile(out) as book:
            content = book.read("xl/worksheets/sheet1.xml")
    assert "Soizic" not in content.decode()
    assert "[nom]" in content.decode().replace("\\", "")


def test_an_action_is_added_with_who_takes_it_on_and_what_may_become_public(planned, told):
    told(
        *("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "action"),
        *("--who", "Zoé d'Ân-Lê", "--due", "avant Noël", "--withheld", "- en confidence"),
        *("--may-quote", "--lone", "Écrire à la ville"),
    )

    (note,) = told("notes", "list", planned, "--json")
    assert (note["who"], note["due"], note["withheld"]) == (
        *("Zoé d'Ân-Lê", "avant Noël", "- en confidence"),
    )
    assert note["may_quote"] is note["lone"] is True
