"""Names that stand in the harvest, seen and decided on by command."""

import pypdf
import pytest

from tests.cafes import write_list

PEOPLE = "Prénom;Nom\nPierre;Martin\nRose;\nZoé;d'Ân-Lê\n"
NOTES = (
    "Pierre Martin s'en charge",
    "une pierre et une rose au jardin",
    "Rose l'a dit, et pierre martin aussi",
    "le vélo de Zoé d'Ân-Lê ; Zoe D’An-Le viendra",
)


@pytest.fixture
def named(file, tmp_path, told):
    told("import", file, write_list(tmp_path, PEOPLE, "people.csv"))
    for note in NOTES:
        told("notes", "add", file, "--table", 1, "--round", 1, "--kind", "idea", note)
    return file


def text_of(path):
    return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def decided(told, file):
    return {each["name"]: each["decided"] for each in told("names", "list", file, "--json")}


def test_names_are_listed_with_their_places_and_small_ones_by_themselves(named, told):
    found = {each["name"]: each for each in told("names", "list", named, "--json")}

    assert {name: each["times"] for name, each in found.items()} == {
        "Pierre Martin": 1,
        "pierre": 1,
        "rose": 1,
        "Rose": 1,
        "pierre martin": 1,
        "Zoé d'Ân-Lê": 2,
    }
    assert found["pierre"]["places"] == ["une pierre et une rose au jardin"]
    assert set(decided(told, named).values()) == {None}


def test_each_name_is_kept_replaced_or_withheld_and_forgotten_again(named, told, wcafe, tmp_path):
    told("names", "keep", named, "pierre", "rose")
    told("names", "replace", named, "ZOE D'AN-LE")
    told("names", "replace", named, "Rose", "--with", "une voisine")
    told("names", "withhold", named, "Pierre Martin")

    code, _out, err = wcafe("report", named, "-o", tmp_path / "r.pdf")
    text = text_of(tmp_path / "r.pdf")

    assert code == 0
    assert "6 names of the list stand in the harvest: 2 kept, 2 replaced, 1 withheld" in err
    assert "1 that nobody looked at, so withheld" in err
    assert f"wcafe names list {named}" in err
    assert "une pierre et une rose" in text
    assert "Z. ; Z. viendra" in text.replace("\u202f", " ").replace("\xa0", " ")
    assert "une voisine l’a dit" in text
    assert not {"Martin", "martin", "Ân", "Zoe"} & set(text.replace("’", " ").split())
    told("names", "forget", named, "rose")
    assert decided(told, named)["rose"] is None


def test_with_names_nothing_is_hidden_and_nothing_told(named, told, tmp_path):
    told("report", named, "--names", "-o", tmp_path / "r.pdf")

    assert "Pierre Martin" in text_of(tmp_path / "r.pdf")


def test_an_export_goes_by_the_same_decisions(named, told, wcafe, tmp_path):
    told("names", "keep", named, "Pierre Martin")
    told("export", named, "-o", tmp_path / "all.md")  # nothing is hidden unasked

    _code, _out, err = wcafe("export", named, "--hide-names", "-o", tmp_path / "n.md")

    assert "1 kept" in err
    assert "Zoé" in (tmp_path / "all.md").read_text()
    assert "Pierre Martin" in (tmp_path / "n.md").read_text()
    assert "Zoé" not in (tmp_path / "n.md").read_text()


def test_a_name_that_stands_nowhere_is_refused_and_nothing_changes(named, told, refused):
    assert "“Xanthippe”" in refused("names", "keep", named, "pierre", "Xanthippe")

    assert decided(told, named)["pierre"] is None


def test_where_nobody_is_on_the_list_nothing_is_asked_or_told(file, told, tmp_path):
    told("notes", "add", file, "--table", 1, "--round", 1, "--kind", "idea", "Pierre et Rose")

    assert told("names", "list", file) == "No name of the list stands in the harvest.\n"
    told("report", file, "-o", tmp_path / "r.pdf")
    assert "Pierre et Rose" in text_of(tmp_path / "r.pdf")
